/** Ties between sectors, counted among what is drawn. */
import { _ } from "../../shared/messages.js";
import { about, organizations, sectorAt, sectors } from "./data.js";
import { listedIn, opening, pairsOf, scene, state } from "./state.js";

/** What was counted last, and of what: every title of a group asks for it, each time the map is drawn. @type {{ of: object | null, counts: number[][] }} */
const counted = { of: null, counts: [] };

/** How many ties join each two sectors, both ways round; those included that are counted only. */
export function mixing() {
  if (counted.of !== scene) Object.assign(counted, { of: scene, counts: mixed() });
  return counted.counts;
}

function mixed() {
  const drawn = scene.visible.map((tie) => [organizations[tie.from].sectorNumber, organizations[tie.to].sectorNumber, 1]);
  return countPairs([...drawn, ...scene.counted.map(({ from, to, count }) => [sectorAt(from), sectorAt(to), count])], sectors.length);
}

/**
 * How often each two of some numbers come together, both ways round.
 * @param {Iterable<readonly number[]>} pairs two numbers, and how often they come together: once unless it is said
 * @param {number} among how many numbers there are
 */
export function countPairs(pairs, among) {
  const counts = Array.from({ length: among }, () => Array.from({ length: among }, () => 0));
  for (const [a, b, times = 1] of pairs) {
    counts[a][b] += times;
    if (a !== b) counts[b][a] += times;
  }
  return counts;
}

/** Sectors that have an organization on the map. */
export const sectorsShown = () => [...sectors.keys()].filter((k) => !state.off.has(k) && listedIn(k) > 0);

/**
 * What the findings say of a pair, where they speak of this kind of tie in this wave.
 * @param {number} one
 * @param {number} other
 */
export const judged = (one, other) => (state.wave === opening.wave ? about.verdicts[state.layer] ?? [] : [])
  .find(([from, to]) => from === one && to === other)?.[2];

/** @type {(one: number, other: number, count: number) => string} */
export const pairWords = (one, other, count) => (one === other ? _("Within {sector}: {ties}", { sector: sectors[one].name, ties: pairsOf(count) })
  : _("{one} and {other}: {ties}", { one: sectors[one].name, other: sectors[other].name, ties: pairsOf(count) }));
