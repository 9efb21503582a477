/** Names: how they are sorted, and how they are found without accents, in any order of words, or by a letter. */
import { LANGUAGE } from "./messages.js";

const collator = new Intl.Collator(LANGUAGE, { sensitivity: "base", numeric: true });

/** Compares two names for sorting: numbers by their value, letters without regard to accents and capitals. */
export const compareNames = collator.compare;

/**
 * A text without accents and capitals.
 * @param {string} text
 */
export const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * Those whose names hold every word of a text; names that start with its first word come first.
 * @template T
 * @param {string} text what was typed
 * @param {readonly T[]} candidates in the order in which they are listed
 * @param {(candidate: T) => string} nameOf
 */
export function findByName(text, candidates, nameOf) {
  const words = folded(text).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const hits = candidates.filter((candidate) => words.every((word) => folded(nameOf(candidate)).includes(word)));
  const starts = (/** @type {T} */ candidate) => folded(nameOf(candidate)).startsWith(words[0]);
  return [...hits.filter(starts), ...hits.filter((candidate) => !starts(candidate))];
}

/**
 * The letter that a typed character stands for, with or without its accent; `#` for a number.
 * @param {string} character
 * @returns {string | null} nothing for keys that write no letter
 */
export function letterOf(character) {
  if ([...character].length !== 1 || character === " ") return null;
  return /\d/.test(character) ? "#" : character.normalize("NFKD")[0].toUpperCase();
}

/**
 * Words as a part of a file's name.
 * @param {string} words
 */
export const slug = (words) => folded(words).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

/**
 * A text with a capital at its start.
 * @param {string} text
 */
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
