/** Names that a typed one could be a slip of. */
import { _ } from "../../shared/messages.js";
import { findByName, folded } from "../../shared/names.js";

const MOST_NAMES = 3, LETTERS_PER_SLIP = 4;

/**
 * How many letters are to be changed, added, left out or swapped with the next to make one text of another.
 * @param {string} from
 * @param {string} to
 */
export function slips(from, to) {
  /** @type {number[][]} */
  const counts = [Array.from({ length: to.length + 1 }, (_none, k) => k)];
  for (let i = 1; i <= from.length; i += 1) {
    counts.push([i]);
    for (let j = 1; j <= to.length; j += 1) {
      let least = Math.min(counts[i - 1][j] + 1, counts[i][j - 1] + 1, counts[i - 1][j - 1] + Number(from[i - 1] !== to[j - 1]));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) least = Math.min(least, counts[i - 2][j - 2] + 1);
      counts[i].push(least);
    }
  }
  return counts[from.length][to.length];
}

/** @type {(from: string, to: string) => boolean} */
const isSlip = (from, to) => slips(from, to) <= Math.ceil(from.length / LETTERS_PER_SLIP);

/** @param {string} text */
const wordsOf = (text) => folded(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/**
 * The listed names that a typed one may stand for: with the same words, or with few letters otherwise, of the whole
 * name or of each word that was typed.
 * @param {string} typed
 * @param {readonly string[]} names
 */
export function nearNames(typed, names) {
  const text = folded(typed.trim()), words = wordsOf(typed);
  /** @param {string} name */
  const isNear = (name) => isSlip(text, folded(name))
    || (words.length > 0 && words.every((word) => wordsOf(name).some((other) => word === other || (word.length >= LETTERS_PER_SLIP && isSlip(word, other)))));
  const near = names.filter(isNear).sort((a, b) => slips(text, folded(a)) - slips(text, folded(b)));
  return [...new Set([...near, ...findByName(typed, names, (name) => name)])].slice(0, MOST_NAMES);
}

/**
 * Asks whether one of several names is meant.
 * @param {readonly string[]} near
 */
export function didYouMean(near) {
  const quoted = near.map((name) => _("“{name}”", { name }));
  const last = quoted.at(-1) ?? "";
  return _("Did you mean {names}?", { names: quoted.length > 1 ? _("{names} or {name}", { names: quoted.slice(0, -1).join(", "), name: last }) : last });
}
