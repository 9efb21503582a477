/** Ties between sectors, counted among what is drawn. */
import { _ } from "../../shared/messages.js";
import { about, organizations, sectors } from "./data.js";
import { opening, pairsOf, scene, state } from "./state.js";

/** How many drawn ties join each two sectors, both ways round. */
export const mixing = () => countPairs(scene.visible.map((tie) => [organizations[tie.from].sectorNumber, organizations[tie.to].sectorNumber]), sectors.length);

/**
 * How often each two of some numbers come together, both ways round.
 * @param {Iterable<readonly number[]>} pairs
 * @param {number} among how many numbers there are
 */
export function countPairs(pairs, among) {
  const counts = Array.from({ length: among }, () => Array.from({ length: among }, () => 0));
  for (const [a, b] of pairs) {
    counts[a][b] += 1;
    if (a !== b) counts[b][a] += 1;
  }
  return counts;
}

/** Sectors that have an organization on the map. */
export const sectorsShown = () => [...sectors.keys()].filter((k) => [...scene.shown].some((id) => organizations[id].sectorNumber === k));

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
