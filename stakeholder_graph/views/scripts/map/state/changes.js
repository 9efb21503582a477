/** Two waves held against each other: what became of each tie, by the rule of `studies/change/pairs.py`. */

/** @import { MapNetwork, Tie } from "./network.js" */
/**
 * Gained: neither named it, now both; ended: both named it, now neither. What one side alone says is newly named, or no
 * longer named. `now` and `then`: drawn in one wave, while not both sides answered about each other both times.
 * @typedef {"gained" | "newly" | "kept" | "ended" | "unnamed" | "now" | "then"} Change
 */

/** @type {readonly Change[]} */
export const CHANGES = ["gained", "newly", "kept", "ended", "unnamed", "now", "then"];

/**
 * A number for the two ends of a tie, the same from either side.
 * @param {{ from: number, to: number }} tie
 * @param {number} among how many organizations there are
 */
export const endsOf = (tie, among) => Math.min(tie.from, tie.to) * among + Math.max(tie.from, tie.to);

/**
 * Whether a page can say what became of ties. Only the backbone's knows who answered when; on any other map a line that
 * is drawn in one wave only would tell nothing, or who has not answered.
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
  const [now, then] = [wave, since].map((k) => new Map(network.ties.filter((tie) => tie.layer === layer && tie.wave === k).map((tie) => [ends(tie), tie])));
  /** @type {Map<Tie, Change>} */
  const changes = new Map();
  for (const [pair, tie] of now) changes.set(tie, then.has(pair) ? "kept" : became(tie, since, ["gained", "newly", "now"]));
  for (const [pair, tie] of then) if (!now.has(pair)) changes.set(tie, became(tie, wave, ["ended", "unnamed", "then"]));
  return changes;
}

/**
 * @param {Tie} tie drawn in one of the waves
 * @param {number} other the wave that does not draw it
 * @param {[Change, Change, Change]} called where both named it, where one did, and where not both sides answered
 */
function became(tie, other, [both, one, unknown]) {
  if (tie.named === "unknown" || tie.unsure?.includes(other)) return unknown;
  return tie.named === "both" ? both : one;
}
