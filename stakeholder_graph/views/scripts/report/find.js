/** What of the appendix has the words that somebody typed: whole findings, or only rows of their tables. */
import { folded } from "../shared/names.js";

/**
 * @typedef {object} Findable a finding as it can be searched, folded
 * @property {string} head its title, sentence and section
 * @property {string} rest its notes and formula
 * @property {readonly string[]} rows those of all its tables
 */
/** @typedef {{ shown: boolean, rows: ReadonlySet<number> | null }} Shown which rows; null is all of them */

/**
 * The words of a text that was typed, folded.
 * @param {string} text
 */
export const wordsOf = (text) => folded(text).split(/\s+/).filter(Boolean);

/** @type {(text: string, words: readonly string[]) => boolean} */
const hasAll = (text, words) => words.every((word) => text.includes(word));

/**
 * What is shown of a finding: all of it where its head has every word, or its notes have; where rows have them, these.
 * @param {Findable} finding
 * @param {readonly string[]} words none shows everything
 * @returns {Shown}
 */
export function shownOf({ head, rest, rows }, words) {
  if (hasAll(head, words)) return { shown: true, rows: null };
  // A row is read under its finding: what the head says need not stand in the row, too.
  const missing = words.filter((word) => !head.includes(word));
  const hits = new Set([...rows.keys()].filter((k) => hasAll(rows[k], missing)));
  if (hits.size) return { shown: true, rows: hits };
  return { shown: hasAll(rest, missing), rows: null };
}

/**
 * Whether a heading has lost all that stood below it; one that never had anything below it stays.
 * @param {readonly { hidden: boolean }[]} below
 */
export const nothingBelow = (below) => below.length > 0 && below.every(({ hidden }) => hidden);
