/** The one state of the page. Whoever shows something of it watches; whoever changes it calls `change`. */
import { byId } from "../../shared/elements.js";
import { _n } from "../../shared/messages.js";
import { knowsAnswers } from "./changes.js";
import { about, layers, network, organizations, tiesShown } from "./data.js";
import { see } from "./scene.js";

/** @import { Partner, State } from "./scene.js" */
/** @typedef {(before: State) => void} Watcher */

/** @type {State} */
export const opening = {
  layer: about.opening.layer, second: -1, wave: about.opening.wave, least: 0, off: new Set(), item: -1,
  chosen: -1, beside: -1, steps: 1, cursor: -1, size: "equal", view: "map", since: -1, arranged: about.opening.arranged, opened: new Set(),
  together: "", group: -1, matrix: false, between: null, told: -1, how: false,
};
export let state = { ...opening };
export let scene = see(network, state);
/** @type {Watcher[]} */
const watchers = [];

/** @param {Watcher} watcher called after each change with the state before it */
export function watch(watcher) { watchers.push(watcher); }

/** @param {Partial<State>} patch */
export function change(patch) {
  const before = state;
  state = { ...state, ...patch };
  if (!("cursor" in patch)) state.cursor = -1;
  if (state.layer !== before.layer) state.least = Math.min(state.least, Math.max(0, layers[state.layer].steps.length - 1));
  if (state.since >= state.wave || !knowsAnswers(network)) state.since = -1;
  // One thing has a colour at a time: the kinds of tie, or what became of them.
  if (state.second === state.layer || (state.since >= 0 && patch.second === undefined)) state.second = -1;
  if (state.second >= 0) state.since = -1;
  // Of what is counted only, nobody knows the rest.
  if (about.condensed) Object.assign(state, { second: -1, item: -1, beside: -1, steps: 1 });
  scene = see(network, state);
  if (scene.chosen < 0) state.chosen = -1;
  if (scene.beside < 0) state.beside = -1;
  for (const id of [state.chosen, state.beside]) if (id >= 0 && !stands(id)) state.opened = new Set([...state.opened, organizations[id].sectorNumber]);
  for (const watcher of watchers) {
    // Where one panel fails, the error is reported and everything else is still drawn.
    try { watcher(before); } catch (error) { reportError(error); }
  }
}

/** @param {number} id of the organization that is looked at, -1 for none */
export const choose = (id) => change({ chosen: id, beside: -1 });

/**
 * Whom an organization works with, as far as it is shown.
 * @param {number} id
 * @returns {Partner[]}
 */
export const partnersOf = (id) => scene.partners.get(id) ?? [];

/** With how many an organization works, those included that are counted only. @param {number} id */
export const partnerCount = (id) => partnersOf(id).length + (scene.beyond.get(id) ?? 0);

/** How many connections are shown, drawn or counted. */
export const tieCount = () => scene.counted.reduce((sum, { count }) => sum + count, scene.visible.length);

/** How many organizations of a sector the wave lists. @param {number} k */
export const listedIn = (k) => about.condensed?.groups[k].listed[state.wave]
  ?? organizations.filter(({ sectorNumber, waves }) => sectorNumber === k && waves.includes(state.wave)).length;

/** How many organizations are shown, those included that are counted only. */
export const organizationCount = () => (about.condensed ? about.condensed.groups.reduce((sum, _group, k) => sum + (state.off.has(k) ? 0 : listedIn(k)), 0) : scene.shown.size);

/**
 * Whether a sector is one symbol. Only in the arrangement by sector have groups places of their own.
 * @param {number} sector
 */
export const isClosed = (sector) => about.grouped && state.arranged === "sector" && !state.opened.has(sector);

/**
 * Whether an organization has a symbol of its own.
 * @param {number} id
 */
export const stands = (id) => !isClosed(organizations[id].sectorNumber);

/** Some kinds of tie ask how one judges the other: a line is then a judgment, perhaps a poor one. */
export const judging = () => tiesShown && layers[state.layer].asks !== "ties";

/** @param {number} count */
export const organizationsOf = (count) => _n("{count} organization", "{count} organizations", count);

/** @param {number} count of the kind of tie that is drawn */
export const pairsOf = (count) => (judging() ? _n("{count} pair judged", "{count} pairs judged", count) : _n("{count} connection", "{count} connections", count));

/** @param {string} text for those who hear the page */
export function say(text) { byId("said").textContent = text; }
