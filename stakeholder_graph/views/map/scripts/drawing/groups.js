// Groups: a large network starts from its sectors, each a symbol as large as it has members, which open into them.

const groups = { list: [], boxes: [] };

// Only in the arrangement by sector have groups places of their own; by ties all of them are open.
const isClosed = (k) => about.grouped && state.arranged === "sector" && !state.opened.has(k);
const stands = (id) => !isClosed(organizations[id].sectorNumber);
const groupNode = (k) => organizations.length + k;
const groupOf = (node) => node - organizations.length;
const opens = (k) => change({ opened: new Set([...state.opened, k]), chosen: -1, cursor: -1 });
const closes = (k) => change({ opened: new Set([...state.opened].filter((other) => other !== k)), chosen: -1, cursor: -1 });

// Where each group lies: in the middle of its block, with room for its title.
groups.make = () => {
  groups.list = sectors.map((sector, k) => ({ sector, k, members: organizations.filter((one) => one.sectorNumber === k) }));
  for (const group of groups.list) {
    const [xs, ys] = [0, 1].map((axis) => group.members.map((one) => one.places.sector[axis]));
    const ends = (list) => [list.reduce((a, b) => Math.min(a, b)), list.reduce((a, b) => Math.max(a, b))];
    const [[left, right], [top, bottom]] = [ends(xs), ends(ys)];
    Object.assign(group, { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left + 120, room: Math.min(right - left, bottom - top) + 80 });
  }
  const unit = Math.min(...groups.list.map(({ members, room }) => 0.22 * room / Math.sqrt(members.length)));
  for (const group of groups.list) group.radius = unit * Math.sqrt(group.members.length);
};

groups.closed = () => (about.grouped ? groups.list.filter(({ k, members }) => isClosed(k) && members.some((one) => scene.shown.has(one.id))) : []);
groups.listed = ({ members }) => members.filter((one) => scene.shown.has(one.id)).length;
groups.isLit = ({ members }) => members.some((one) => scene.lit.has(one.id));

// Ties that end in a closed group, one line for all between the same two ends.
groups.bundles = () => {
  const found = new Map(), ends = (id) => (stands(id) ? id : groupNode(organizations[id].sectorNumber));
  for (const tie of about.grouped ? scene.drawn : []) {
    const [from, to] = [ends(tie.from), ends(tie.to)].sort((a, b) => a - b);
    if (from === to || to < organizations.length) continue;
    const key = `${from} ${to}`, bundle = found.get(key) ?? { id: `bundle ${key}`, from, to, count: 0, lit: false };
    bundle.count += 1;
    bundle.lit ||= scene.litTie(tie);
    found.set(key, bundle);
  }
  const between = [...found.values()].filter(({ from }) => from >= organizations.length);
  const most = Math.max(1, ...between.map(({ count }) => count)), broad = Math.min(...groups.list.map(({ radius }) => radius)) * 0.4;
  for (const bundle of found.values()) {
    bundle.width = bundle.from >= organizations.length ? Math.max(1.5, broad * bundle.count / most) : 1.5;
    bundle.ink = !scene.focused ? (bundle.from >= organizations.length ? 0.45 : 0.2) : bundle.lit ? 0.6 : 0.045;
    bundle.colour = scene.focused && bundle.lit ? ACCENT : LINE_COLOUR;
  }
  return [...found.values()];
};

groups.end = (node) => (node >= organizations.length ? groups.list[groupOf(node)] : organizations[node]);

groups.drawSymbol = (ctx, k) => {
  const { sector, x, y, radius } = groups.list[k], ringed = state.cursor === groupNode(k) || canvas.hover === groupNode(k);
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(radius, radius);
  ctx.lineJoin = "round";
  ctx.globalAlpha = groups.isLit(groups.list[k]) ? 1 : 0.15;
  ctx.fillStyle = sector.colour;
  ctx.strokeStyle = ringed ? ACCENT : INK;
  ctx.lineWidth = ringed ? 0.14 : 0.04;
  ctx.fill(outlines[k]);
  ctx.stroke(outlines[k]);
  ctx.restore();
};

// The title of a closed group under its symbol, no wider than its block.
groups.title = (group, scale) => {
  const size = titles.size / scale, line = size * 1.2, limit = Math.max(group.width, 60 / scale);
  pen.font = `bold ${titles.size}px ${type.family}`;
  const lines = [];
  for (const word of group.sector.name.split(/\s+/)) {
    const joined = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && pen.measureText(joined).width / scale <= limit) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  lines.splice(3);
  lines.push(organizationsOf(groups.listed(group)));
  const width = Math.min(limit, Math.max(...lines.map((text) => pen.measureText(text).width / scale)));
  const top = group.y + group.radius * group.foot + size * 0.4;
  return { id: groupNode(group.k), lines, size, line, width, left: group.x - width / 2, right: group.x + width / 2, top, bottom: top + line * lines.length };
};

groups.place = (scale) => { groups.boxes = groups.closed().map((group) => groups.title(group, scale)); };

// Symbols of groups as boxes that names keep clear of.
groups.taken = () => groups.closed().map(({ k, x, y, radius }) => ({ id: groupNode(k), left: x - radius * 1.3, right: x + radius * 1.3, top: y - radius * 1.3, bottom: y + radius * 1.3 }));

groups.drawTitles = (ctx) => {
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.strokeStyle = "rgba(255,255,255,.92)";
  ctx.fillStyle = INK;
  for (const { lines, left, right, top, line, size, width } of groups.boxes) {
    ctx.lineWidth = size * 0.3;
    lines.forEach((text, k) => {
      ctx.font = `${k < lines.length - 1 ? "bold " : ""}${size}px ${type.family}`;
      ctx.strokeText(text, (left + right) / 2, top + line * (k + 0.5), width);
      ctx.fillText(text, (left + right) / 2, top + line * (k + 0.5), width);
    });
  }
};

// What is looked at while nobody is chosen: the group opened last, or all.
groups.inView = () => {
  const last = [...state.opened].at(-1);
  const all = organizations.map((one) => one.id);
  return groups.closed().length && last !== undefined ? all.filter((id) => organizations[id].sectorNumber === last) : all;
};

// On the map the arrow keys go through the closed groups, until an organization is chosen.
groups.next = (step) => {
  const list = groups.closed(), at = list.findIndex(({ k }) => groupNode(k) === state.cursor);
  const group = around(list, at < 0 && step < 0 ? 0 : at, step);
  change({ cursor: groupNode(group.k) });
  say(_("{sector}: {organizations}. Enter opens the group.", { sector: group.sector.name, organizations: organizationsOf(groups.listed(group)) }));
};

groups.enter = (k) => {
  opens(k);
  say(_("{sector} is open: {organizations}. Escape closes it.", { sector: sectors[k].name, organizations: organizationsOf(groups.listed(groups.list[k])) }));
};

// Rows of the table for groups that are closed.
groups.rows = (columns) => groups.closed().filter(groups.isLit).map((group) => make("tr", {},
  make("th", { scope: "row" }, make("button", { type: "button", class: "link", "aria-expanded": "false", onclick: () => groups.enter(group.k) }, _("Open {sector}", { sector: group.sector.name }))),
  make("td", { colspan: columns - 1 }, swatch(group.sector), " ", organizationsOf(groups.listed(group)))));

function startGroups() {
  if (!about.grouped) return;
  groups.make();
  arranged.put(organizations.map((one) => one.places.sector));
  document.querySelectorAll("#sectors .row").forEach((row, k) => {
    const { y, height } = row.querySelector(".swatch path").getBBox();
    groups.list[k].foot = y + height;
    row.append(
      make("button", { type: "button", class: "opens", id: `opens-${k}`, onclick: () => (isClosed(k) ? groups.enter(k) : closes(k)) }));
  });
  control("sectors").append(make("div", { class: "open-all" },
    make("button", { type: "button", id: "open-all", onclick: () => change({ opened: new Set(sectors.keys()), chosen: -1 }) }, _("Open all")),
    make("button", { type: "button", id: "close-all", onclick: () => change({ opened: new Set(), chosen: -1 }) }, _("Close all"))));
  control("key").prepend(make("li", { id: "key-group" }, swatch(sectors[0], 22), " ", _("a sector, as large as it has members: choose it to open it")));
  control("with-keys").append(" ", _("While no organization is chosen, left and right arrows go through the groups, Enter opens one, Escape closes all."));
}

function showGroups() {
  if (!about.grouped) return;
  const bySector = state.arranged === "sector", closed = groups.closed().length;
  groups.list.forEach(({ k, sector }) => {
    const button = control(`opens-${k}`), open = !isClosed(k);
    button.hidden = !bySector;
    button.textContent = open ? _("close") : _("open");
    button.setAttribute("aria-expanded", String(open));
    button.setAttribute("aria-label", open ? _("Close {sector}", { sector: sector.name }) : _("Open {sector}", { sector: sector.name }));
  });
  control("open-all").hidden = control("close-all").hidden = !bySector;
  control("open-all").disabled = !closed;
  control("close-all").disabled = !state.opened.size;
  control("key-group").hidden = !closed;
}

watch(showGroups);
