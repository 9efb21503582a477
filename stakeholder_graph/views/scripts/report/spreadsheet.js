/** Rows of cells as a spreadsheet takes them from the clipboard. */

/**
 * The text of a cell in one line; what a spreadsheet would take for a formula is text.
 * @param {string} text
 */
export function plainCell(text) {
  const line = text.trim().replace(/\s+/g, " ");
  return /^[=+@]|^-(?![\d.]+$)/.test(line) ? `'${line}` : line;
}

/**
 * Cells between tabs, rows between line ends.
 * @param {readonly (readonly string[])[]} rows
 */
export const asLines = (rows) => rows.map((row) => row.map(plainCell).join("\t")).join("\n");
