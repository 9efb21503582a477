/** Rows of cells as a spreadsheet takes them from the clipboard. */

import { guarded } from "../shared/formula_guard.js";

/**
 * The text of a cell in one line; what a spreadsheet would take for a formula is text.
 * @param {string} text
 */
export function plainCell(text) {
  return guarded(text.trim().replace(/\s+/g, " "));
}

/**
 * Cells between tabs, rows between line ends.
 * @param {readonly (readonly string[])[]} rows
 */
export const asLines = (rows) => rows.map((row) => row.map(plainCell).join("\t")).join("\n");
