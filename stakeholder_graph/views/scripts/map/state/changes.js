/** Two waves held against each other: which ties were gained, kept and ended, and which only one of them could show. */

/** @import { MapNetwork, Tie } from "./network.js" */
/** @typedef {"gained" | "kept" | "ended" | "now" | "then"} Change `now` and `then`: drawn in one wave, not known in the other */

/** @type {readonly Change[]} */
export const CHANGES = ["gained", "kept", "ended", "now", "then"];

/**
 * A number for the two ends of a tie, the same from either side.
 * @param {{ from: number, to: number }} tie
 * @param {number} among how many organizations there are
 */
export const endsOf = (tie, among) => Math.min(tie.from, tie.to) * among + Math.max(tie.from, tie.to);

/**
 * Whether a page knows which ties the other wave would have shown: only the backbone's knows who answered when.
 * @param {MapNetwork} network
 */
export const knowsAnswers = ({ about }) => about.desk && about.known;

/**
 * What became of each tie between two waves; those of the earlier wave that are gone included.
 * @param {MapNetwork} network
 * @param {number} layer
 * @param {number} wave the later one
 * @param {number} since the earlier one
 * @returns {Map<Tie, Change>}
 */
export function changesOf(network, layer, wave, since) {
  const ends = (/** @type {Tie} */ tie) => endsOf(tie, network.organizations.length);
  const surely = (/** @type {Tie} */ tie, /** @type {number} */ other) => knowsAnswers(network) && !tie.unsure?.includes(other);
  const [now, then] = [wave, since].map((k) => new Map(network.ties.filter((tie) => tie.layer === layer && tie.wave === k).map((tie) => [ends(tie), tie])));
  /** @type {Map<Tie, Change>} */
  const changes = new Map();
  for (const [pair, tie] of now) changes.set(tie, then.has(pair) ? "kept" : surely(tie, since) ? "gained" : "now");
  for (const [pair, tie] of then) if (!now.has(pair)) changes.set(tie, surely(tie, wave) ? "ended" : "then");
  return changes;
}
