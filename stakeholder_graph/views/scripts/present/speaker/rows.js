/** Rows that are typed: names as the list has them, each row once, and none of what was there before is lost. */
import { findByName, folded } from "../../shared/names.js";

/** @import { Row } from "../../shared/csv.js" */

/**
 * The name on the list that a typed one stands for: in any case, without accents, or the only one with these words.
 * @param {string} typed
 * @param {readonly string[]} names
 * @returns {string} blank where there is none, or several
 */
export function nameOf(typed, names) {
  const same = names.find((name) => folded(name) === folded(typed.trim()));
  if (same) return same;
  const near = findByName(typed, names, (name) => name);
  return near.length === 1 ? near[0] : "";
}

/** @type {(row: Row, keys: readonly string[]) => string} */
const keyOf = (row, keys) => JSON.stringify(keys.map((key) => folded(row[key] ?? "").trim()));

/**
 * Rows of several sources, each once by some of its cells: the first stands; in `latest`, what a later row says does.
 * @param {readonly Row[][]} sources
 * @param {readonly string[]} keys by which two rows are the same
 * @param {readonly string[]} latest columns in which a later row changes an earlier one, unless it is blank
 */
export function together(sources, keys, latest = []) {
  /** @type {Map<string, Row>} */
  const rows = new Map();
  for (const row of sources.flat()) {
    const key = keyOf(row, keys), there = rows.get(key);
    if (!there) rows.set(key, { ...row });
    else for (const column of latest) if (row[column]) there[column] = row[column];
  }
  return [...rows.values()];
}

/**
 * Rows without those that others have.
 * @param {readonly Row[]} rows
 * @param {readonly Row[]} others
 * @param {readonly string[]} keys
 */
export function without(rows, others, keys) {
  const there = new Set(others.map((row) => keyOf(row, keys)));
  return rows.filter((row) => !there.has(keyOf(row, keys)));
}
