// Keys: arrows go through organizations and partners, on the map and in lists alike.

function startKeys() {
  stage.addEventListener("keydown", (event) => {
    if (event.target !== stage || event.altKey || event.ctrlKey || event.metaKey) return;
    const act = onStage[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") stepBack();
    if (event.key === "/" && !event.target.matches("input, select, textarea")) { event.preventDefault(); control("find").focus(); }
  });
  for (const list of [panel, tableView]) list.addEventListener("keydown", (event) => alongList(event, list));
}

// One step back: from two to one, from one or from a pair of sectors to everything.
function stepBack() {
  if (state.beside >= 0) { change({ beside: -1 }); describe(); return; }
  if (state.chosen < 0 && !state.between) { if (state.opened.size) { change({ opened: new Set() }); say(_("All groups are closed.")); } return; }
  const table = panel.contains(document.activeElement) && state.chosen < 0;
  change({ chosen: -1, between: null });
  say(_("Everything is shown."));
  if (state.view === "map" && !table) stage.focus();
}

const onStage = {
  ArrowDown: () => nextOrganization(1),
  ArrowUp: () => nextOrganization(-1),
  ArrowRight: () => nextPartner(1),
  ArrowLeft: () => nextPartner(-1),
  Enter: () => { if (state.cursor >= organizations.length) groups.enter(groupOf(state.cursor)); else if (state.cursor >= 0) { choose(state.cursor); describe(); } },
  "+": () => canvas.zoom(1.35),
  "=": () => canvas.zoom(1.35),
  "-": () => canvas.zoom(1 / 1.35),
  0: () => canvas.frame(),
};

const around = (list, at, step) => list[(at + step + list.length) % list.length];

function nextOrganization(step) {
  const list = byName.filter((id) => scene.shown.has(id));
  if (!list.length) return;
  const at = list.indexOf(scene.chosen);
  choose(around(list, at < 0 && step < 0 ? 0 : at, step));
  describe();
}

function nextPartner(step) {
  if (scene.chosen < 0) { if (groups.closed().length) groups.next(step); else nextOrganization(1); return; }
  const list = scene.partners.get(scene.chosen);
  if (!list.length) return;
  const at = list.findIndex(({ other }) => other === state.cursor);
  const { other, tie } = around(list, at < 0 && step < 0 ? 0 : at, step);
  change({ cursor: other });
  const place = list.findIndex((partner) => partner.other === other) + 1;
  say(_("Partner {place} of {count}: {partner}. Enter goes there.", { place, count: list.length, partner: [nameOf(other), ...sectorOf(other), stepName(tie)].join(", ") }));
}

const sectorOf = (id) => (bySector ? [organizations[id].sector] : []);

function describe() {
  const one = organizations[scene.chosen];
  say(_n("{organization}, works with {count} organization.", "{organization}, works with {count} organizations.", scene.partners.get(one.id).length,
    { organization: [one.name, ...sectorOf(one.id)].join(", ") }));
}

// Up and down arrows move between the buttons of a list; the rest of the keys stay as they are.
function alongList(event, list) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const buttons = [...list.querySelectorAll("button[data-id]")];
  if (!buttons.length) return;
  const at = buttons.indexOf(document.activeElement), step = event.key === "ArrowDown" ? 1 : -1;
  event.preventDefault();
  buttons[Math.max(0, Math.min(buttons.length - 1, at + step))].focus();
}
