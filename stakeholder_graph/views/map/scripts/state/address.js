// The view in the address, after #, so that a link or a bookmark opens what one was looking at.

const named = (list, name) => { const k = list.findIndex((each) => each === name); return k >= 0 ? k : null; };
const organizationCalled = (name) => named(organizations.map((one) => one.name), name) ?? -1;
const oneOf = (words, text, usual) => (words.includes(text) ? text : usual);

function writeAddress() {
  const parts = new URLSearchParams();
  if (state.layer !== opening.layer) parts.set("layer", layers[state.layer].name);
  if (state.wave !== opening.wave) parts.set("wave", waves[state.wave]);
  if (state.since >= 0) parts.set("since", waves[state.since]);
  if (state.least) parts.set("least", state.least);
  for (const k of state.off) parts.append("without", sectors[k].name);
  if (state.item >= 0) { parts.set("kind", items[state.item].kind); parts.set("item", items[state.item].name); }
  if (state.arranged !== opening.arranged) parts.set("arranged", state.arranged);
  for (const k of state.opened) parts.append("open", sectors[k].name);
  if (state.together !== opening.together) parts.set("together", state.together);
  if (state.group >= 0) parts.set("group", state.group + 1);
  if (state.size !== opening.size) parts.set("size", state.size);
  if (state.chosen >= 0) parts.set("organization", nameOf(state.chosen));
  if (state.beside >= 0) parts.set("beside", nameOf(state.beside));
  if (state.steps > 1) parts.set("steps", state.steps);
  if (state.matrix) parts.set("matrix", "open");
  for (const k of state.between ?? []) parts.append("between", sectors[k].name);
  if (!state.how) parts.set("how", "folded");
  if (state.view !== "map") parts.set("view", state.view);
  if (!canvas.home) parts.set("at", canvas.whereabouts());
  history.replaceState(null, "", `#${parts}`);
}

// What an address says, as far as it fits this map: anything else in it is ignored.
function readAddress() {
  const parts = new URLSearchParams(location.hash.slice(1)), say = (key) => parts.get(key), patch = {};
  patch.layer = named(layers.map((layer) => layer.name), say("layer")) ?? opening.layer;
  patch.wave = named(waves, say("wave")) ?? opening.wave;
  patch.since = named(waves, say("since")) ?? -1;
  patch.least = Math.max(0, Math.min(Number.parseInt(say("least"), 10) || 0, layers[patch.layer].steps.length - 1));
  patch.off = new Set(parts.getAll("without").map((name) => sectorNumber.get(name)).filter((k) => k !== undefined));
  patch.item = items.findIndex((item) => item.name === say("item") && (!say("kind") || item.kind === say("kind")));
  patch.arranged = oneOf(control("arranged-control").hidden ? [] : ["sector", "ties"], say("arranged"), opening.arranged);
  patch.opened = new Set(parts.getAll("open").map((name) => sectorNumber.get(name)).filter((k) => k !== undefined));
  patch.together = oneOf(about.grouped ? [] : ["", ...Object.keys(GROUPINGS)], say("together"), opening.together);
  patch.group = (Number.parseInt(say("group"), 10) || 0) - 1;
  patch.size = oneOf(about.desk ? ["ties", ...about.sizes] : [], say("size"), "equal");
  patch.chosen = organizationCalled(say("organization"));
  patch.beside = organizationCalled(say("beside"));
  patch.steps = say("steps") === "2" ? 2 : 1;
  patch.matrix = say("matrix") === "open";
  const between = parts.getAll("between").map((name) => sectorNumber.get(name)).filter((k) => k !== undefined);
  patch.between = between.length === 2 ? between : null;
  patch.how = say("how") !== "folded";
  patch.view = oneOf(["table"], say("view"), "map");
  return patch;
}

// Opens what the address says: the state first, then the part of the map that was on the screen.
function followAddress() {
  change(readAddress());
  canvas.frame(false);
  canvas.goTo(new URLSearchParams(location.hash.slice(1)).get("at"));
}
