/** The view in the address, after #, so that a link or a bookmark opens what one was looking at. */
/** @import { MapNetwork } from "./network.js" */
/** @import { State } from "./scene.js" */

/** @typedef {{ arranged: readonly string[], together: readonly string[] }} Offered what the page's choosers offer */

/**
 * @param {MapNetwork} network
 * @param {State} state
 * @param {State} opening what goes without saying
 * @param {string | null} at where one looks, unless it is the whole
 */
export function addressOf({ about, layers, waves, sectors, items, nameOf }, state, opening, at) {
  const parts = new URLSearchParams();
  if (state.layer !== opening.layer) parts.set("layer", layers[state.layer].name);
  if (state.second >= 0) parts.set("second", layers[state.second].name);
  if (state.wave !== opening.wave) parts.set("wave", waves[state.wave]);
  if (state.since >= 0) parts.set("since", waves[state.since]);
  if (state.least) parts.set("least", String(state.least));
  for (const k of state.off) parts.append("without", sectors[k].name);
  if (state.item >= 0) { parts.set("kind", items[state.item].kind); parts.set("item", items[state.item].name); }
  if (state.arranged !== opening.arranged) parts.set("arranged", state.arranged);
  for (const k of state.opened) parts.append("open", sectors[k].name);
  if (state.together !== opening.together) parts.set("together", state.together);
  if (state.group >= 0) parts.set("group", String(state.group + 1));
  if (state.size !== opening.size) parts.set("size", state.size);
  if (state.chosen >= 0) parts.set("organization", nameOf(state.chosen));
  if (state.beside >= 0) parts.set("beside", nameOf(state.beside));
  if (state.steps > 1) parts.set("steps", String(state.steps));
  if (state.matrix) parts.set("matrix", "open");
  for (const k of state.between ?? []) parts.append("between", sectors[k].name);
  if (state.told >= 0) parts.set("finding", about.story[state.told].finding);
  if (state.how) parts.set("how", "open");
  if (state.view !== "map") parts.set("view", state.view);
  if (at) parts.set("at", at);
  return parts.toString();
}

/**
 * What an address says, as far as it fits this map: anything else in it is ignored.
 * @param {MapNetwork} network
 * @param {string} text without #
 * @param {State} opening
 * @param {Offered} offered
 * @returns {Partial<State>}
 */
export function stateOf({ layers, waves, sectorNumber, items, organizations, about }, text, opening, offered) {
  const parts = new URLSearchParams(text), said = (/** @type {string} */ key) => parts.get(key);
  const layer = placeOf(layers.map(({ name }) => name), said("layer")) ?? opening.layer;
  const sectorsIn = (/** @type {string} */ key) => parts.getAll(key).map((name) => sectorNumber.get(name)).filter((k) => k !== undefined);
  const names = organizations.map(({ name }) => name), between = sectorsIn("between");
  return {
    layer,
    told: placeOf(about.story.map(({ finding }) => finding), said("finding")) ?? -1,
    second: placeOf(layers.map(({ name }) => name), said("second")) ?? -1,
    wave: placeOf(waves, said("wave")) ?? opening.wave,
    since: placeOf(waves, said("since")) ?? -1,
    least: Math.max(0, Math.min(Number.parseInt(said("least") ?? "", 10) || 0, layers[layer].steps.length - 1)),
    off: new Set(sectorsIn("without")),
    item: items.findIndex((item) => item.name === said("item") && (!said("kind") || item.kind === said("kind"))),
    arranged: oneOf(offered.arranged, said("arranged"), oneOf(offered.arranged, about.story.find(({ finding }) => finding === said("finding"))?.arranged ?? null, opening.arranged)),
    opened: new Set(sectorsIn("open")),
    together: oneOf(offered.together, said("together"), opening.together),
    group: (Number.parseInt(said("group") ?? "", 10) || 0) - 1,
    size: oneOf(about.desk ? ["ties", ...about.sizes] : [], said("size"), "equal"),
    chosen: placeOf(names, said("organization") ?? said("org")) ?? -1,
    beside: placeOf(names, said("beside")) ?? -1,
    steps: said("steps") === "2" ? 2 : 1,
    matrix: said("matrix") === "open",
    between: between.length === 2 ? [between[0], between[1]] : null,
    how: said("how") === "open",
    view: said("view") === "table" ? "table" : "map",
  };
}

/** @type {(list: readonly string[], name: string | null) => number | null} */
function placeOf(list, name) {
  const k = name === null ? -1 : list.indexOf(name);
  return k >= 0 ? k : null;
}

/** @type {(words: readonly string[], text: string | null, usual: string) => string} */
const oneOf = (words, text, usual) => (text !== null && words.includes(text) ? text : usual);
