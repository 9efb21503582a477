/** What of the controls is not as the map opens: each as words, and as the change that undoes it. */
import { _ } from "../../shared/messages.js";
import { capital } from "../../shared/names.js";

/** @import { MapNetwork } from "./network.js" */
/** @import { State } from "./scene.js" */
/** @typedef {{ key: string, words: string, undo: Partial<State> }} Departure */

/**
 * @param {MapNetwork} network
 * @param {State} state
 * @param {State} opening
 * @param {Record<string, string>} groupings titles of what can be drawn together
 * @returns {Departure[]}
 */
export function departures({ about, items, layers, nameOf, sectors, waves }, state, opening, groupings) {
  /** @type {Departure[]} */
  const list = [];
  const add = (/** @type {boolean} */ departs, /** @type {string} */ key, /** @type {() => string} */ words, /** @type {Partial<State>} */ undo) => {
    if (departs) list.push({ key, words: words(), undo });
  };
  const arrangedByStory = state.told >= 0 && state.arranged === about.story[state.told].arranged;
  add(state.chosen >= 0, "chosen", () => nameOf(state.chosen), { chosen: -1, beside: -1, steps: opening.steps });
  add(state.beside >= 0, "beside", () => _("Compared with {organization}", { organization: nameOf(state.beside) }), { beside: -1 });
  add(state.told >= 0, "told", () => _("Finding {number}", { number: state.told + 1 }), { told: -1, ...(arrangedByStory ? { arranged: opening.arranged } : {}) });
  add(state.between !== null, "between", () => state.between?.map((k) => sectors[k].name).join(" – ") ?? "", { between: null });
  add(state.item >= 0, "item", () => _("Working on {item}", { item: items[state.item].name }), { item: -1 });
  list.push(...ofSectors(sectors.map(({ name }) => name), state.off));
  add(state.layer !== opening.layer, "layer", () => capital(layers[state.layer].name), { layer: opening.layer, second: -1, least: 0 });
  add(state.second >= 0, "second", () => _("And {kind}", { kind: layers[state.second].name }), { second: -1 });
  add(state.least > 0, "least", () => _("At least {step}", { step: layers[state.layer].steps[state.least]?.name ?? "" }), { least: 0 });
  add(state.wave !== opening.wave, "wave", () => _("Survey of {wave}", { wave: waves[state.wave] }), { wave: opening.wave, since: -1 });
  add(state.since >= 0, "since", () => _("Changes since {wave}", { wave: waves[state.since] }), { since: -1 });
  // A step of the story brings its own arrangement, and takes it along.
  add(state.arranged !== opening.arranged && !arrangedByStory, "arranged", () => _("Arranged by: {what}", { what: wayName(about.arrangements, state.arranged) }), { arranged: opening.arranged });
  add(state.together !== opening.together, "together", () => _("Together: {what}", { what: groupings[state.together] ?? _("Nothing") }), { together: opening.together, group: -1 });
  add(state.size !== opening.size, "size", () => _("Size: {what}", { what: state.size === "ties" ? _("Number of connections") : state.size }), { size: opening.size });
  for (const k of state.opened) add(true, `opened-${k}`, () => _("Open: {sector}", { sector: sectors[k].name }), { opened: new Set([...state.opened].filter((other) => other !== k)) });
  return list;
}

/** @type {(ways: readonly { kind: string, title: string }[], arranged: string) => string} */
const wayName = (ways, arranged) => ways.find(({ kind }) => kind === arranged)?.title ?? _("Connections");

/**
 * Sectors that are left out, each by itself; where few are left, these in one.
 * @param {string[]} names
 * @param {Set<number>} off
 * @returns {Departure[]}
 */
function ofSectors(names, off) {
  const left = names.filter((_name, k) => !off.has(k));
  if (off.size > 1 && left.length && left.length <= 2) return [{ key: "off", words: _("Only {sectors}", { sectors: left.join(", ") }), undo: { off: new Set() } }];
  return [...off].sort((a, b) => a - b).map((k) => ({ key: `off-${k}`, words: _("Without {sector}", { sector: names[k] }), undo: { off: new Set([...off].filter((other) => other !== k)) } }));
}
