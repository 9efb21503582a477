// The view in the address, after #, so that a link or a bookmark opens what one was looking at.

function writeAddress() {
  const parts = new URLSearchParams();
  if (state.layer !== opening.layer) parts.set("layer", layers[state.layer].name);
  if (state.wave !== opening.wave) parts.set("wave", waves[state.wave]);
  if (state.least) parts.set("least", state.least);
  for (const k of state.off) parts.append("without", sectors[k].name);
  if (state.item >= 0) parts.set("item", items[state.item].name);
  if (state.chosen >= 0) parts.set("organization", nameOf(state.chosen));
  if (state.steps > 1) parts.set("steps", state.steps);
  if (state.view !== "map") parts.set("view", state.view);
  history.replaceState(null, "", `#${parts}`);
}

// What an address says, as far as it fits this map: anything else in it is ignored.
function readAddress() {
  const parts = new URLSearchParams(location.hash.slice(1)), patch = {};
  const pick = (key, list) => { const k = list.findIndex((name) => name === parts.get(key)); return k >= 0 ? k : null; };
  patch.layer = pick("layer", layers.map((layer) => layer.name)) ?? opening.layer;
  patch.wave = pick("wave", waves) ?? opening.wave;
  patch.least = Math.max(0, Math.min(Number.parseInt(parts.get("least"), 10) || 0, layers[patch.layer].steps.length - 1));
  patch.off = new Set(parts.getAll("without").map((name) => sectorNumber.get(name)).filter((k) => k !== undefined));
  patch.item = pick("item", items.map((item) => item.name)) ?? -1;
  patch.chosen = pick("organization", organizations.map((one) => one.name)) ?? -1;
  patch.steps = parts.get("steps") === "2" ? 2 : 1;
  patch.view = parts.get("view") === "table" ? "table" : "map";
  return patch;
}
