// What is drawn together: clusters, teams or sectors, all at once only where their shapes leave each other room.

// Shapes are drawn one at a time where more than this share of the organizations is in several of them, lies in one
// without belonging to it, or stands apart from the rest of its group.
const FEW = 2, TANGLED = 0.15;
const TINTS = ["#6a51a3", "#1b7a5a", "#b3541e", "#2171b5", "#a03a76", "#6b6a15", "#3f4a55", "#8c2d04"];
const together = { hulls: [], made: "", groups: [] };

const GROUPINGS = {
  clusters: { title: _("Clusters"), groups: () => about.clusters.map(({ name, members }) => ({ name, members })) },
  teams: { title: _("Teams"), groups: () => items.flatMap((item, k) => (item.kind === "team"
    ? [{ name: item.name, members: organizations.filter((one) => one.items[state.wave].includes(k)).map((one) => one.id) }] : [])) },
  sectors: { title: _("Sectors"), groups: () => sectors.map((sector, k) => ({ name: sector.name, colour: sector.colour, members: organizations.filter((one) => one.sectorNumber === k).map((one) => one.id) })) },
};

// The groups as they are shown, numbered as in the chooser.
function groupsOf(kind) {
  return GROUPINGS[kind].groups().map((group, k) => ({ number: k, colour: TINTS[k % TINTS.length], ...group, members: group.members.filter((id) => scene.shown.has(id)) }))
    .filter(({ members }) => members.length > 1);
}

// Shapes for what the state asks for; those of groups that are drawn, and of all to find out whether all can be.
together.make = () => {
  if (arranged.moving) return;
  const made = [state.together, state.group, state.arranged, state.wave, [...state.off].join()].join("|");
  if (made === together.made) return;
  together.made = made;
  together.groups = state.together ? groupsOf(state.together) : [];
  for (const group of together.groups) {
    const own = new Set(group.members), strangers = [...scene.shown].filter((id) => !own.has(id));
    const { pieces, parts } = hullOf(group.members, strangers);
    Object.assign(group, { pieces, path: outline(pieces) });
    group.shape = new Path2D(group.path);
    group.passed = strangers.filter((id) => rim.some(([right, down]) => covers(group, organizations[id].x + right, organizations[id].y + down)));
    group.around = gaps(group.passed);
    group.tangle = parts - 1 + group.passed.filter((id) => covers(group, organizations[id].x, organizations[id].y)).length;
  }
  const members = together.groups.flatMap((group) => group.members);
  const tangle = together.groups.reduce((sum, group) => sum + group.tangle, members.length - new Set(members).size);
  together.all = together.groups.length <= FEW || tangle <= TANGLED * scene.shown.size;
  const asked = together.groups.filter((group) => group.number === state.group);
  const largest = [...together.groups].sort((a, b) => b.members.length - a.members.length).slice(0, 1);
  together.hulls = asked.length ? asked : together.all ? together.groups : largest;
};

const pen = document.createElement("canvas").getContext("2d");
// The middle of a symbol and the ends of it.
const rim = [[0, 0], [1, 0], [-1, 0], [0, 1], [0, -1]].map((end) => end.map((way) => way * type.radius));
const covers = (group, x, y) => group.pieces.some((piece) => holds(piece, [x, y]));

together.draw = (ctx) => {
  if (arranged.moving) return;
  ctx.save();
  for (const { shape, around, colour } of together.hulls) {
    ctx.globalAlpha = scene.focused ? 0.09 : 0.15;
    ctx.fillStyle = colour;
    ctx.save();
    ctx.clip(new Path2D(around), "evenodd");
    ctx.fill(shape);
    ctx.restore();
  }
  ctx.restore();
};

function startTogether() {
  const useful = Object.keys(GROUPINGS).filter((kind) => !about.grouped && GROUPINGS[kind].groups().length > 1);
  fill("together", [["", _("Nothing")], ...useful.map((kind) => [kind, GROUPINGS[kind].title])], useful.length);
  on("together", "change", (value) => change({ together: value, group: -1 }));
  on("group", "change", (value) => change({ group: Number(value) }));
  fill("arranged", [["ties", _("Ties")], ["sector", _("Sector")]], tiesShown && sectors.length > 1);
  on("arranged", "change", (value) => change({ arranged: value, ...(state.together || about.grouped ? {} : value === "sector" ? { together: "sectors" } : {}) }));
}

function showTogether() {
  together.make();
  control("arranged").value = state.arranged;
  control("together").value = state.together;
  const entries = together.groups.map(({ number, name, members }) => [number, `${name} (${members.length})`]);
  fill("group", [...(together.all ? [[-1, _("All at once")]] : []), ...entries], together.groups.length > 1);
  control("group-note").textContent = together.all || together.groups.length < 2 ? "" : _("They run through each other: one is drawn at a time.");
  control("group").value = together.hulls.length === 1 ? together.hulls[0].number : -1;
}
