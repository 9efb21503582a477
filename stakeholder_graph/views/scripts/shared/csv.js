/** Tables as CSV: what is typed stays text, whatever a spreadsheet would make of it, and comes back as it was. */

import { guarded, unguarded } from "./formula_guard.js";

/** @typedef {Record<string, string>} Row by header */

/** @param {string} text in one line */
const quoted = (text) => (/[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** @param {string} text */
export const inOneLine = (text) => text.replace(/\s+/g, " ").trim();

/**
 * Rows as CSV that a spreadsheet opens with its accents.
 * @param {readonly string[]} headers
 * @param {readonly Row[]} rows
 */
export function toCsv(headers, rows) {
  const lines = rows.map((row) => headers.map((header) => quoted(guarded(inOneLine(row[header] ?? "")))).join(","));
  return `\ufeff${[headers.join(","), ...lines].join("\r\n")}\r\n`;
}

/**
 * The cells of a CSV file; commas or semicolons part them, whichever its first line has more of.
 * @param {string} text
 * @returns {string[][]}
 */
function cellsOf(text) {
  const first = text.split("\n", 1)[0], separator = first.split(";").length > first.split(",").length ? ";" : ",";
  /** @type {string[][]} */
  const rows = [[]];
  let cell = "", within = false;
  for (let k = 0; k < text.length; k += 1) {
    const character = text[k];
    if (within) {
      if (character !== '"') cell += character;
      else if (text[k + 1] === '"') { cell += '"'; k += 1; } else within = false;
    } else if (character === '"' && !cell) within = true;
    else if (character === separator || character === "\n") {
      rows[rows.length - 1].push(cell);
      cell = "";
      if (character === "\n") rows.push([]);
    } else cell += character;
  }
  rows[rows.length - 1].push(cell);
  return rows;
}

/**
 * Rows of a CSV file by header, in lower case; lines without text are left out.
 * @param {string} text
 * @returns {Row[]}
 */
export function fromCsv(text) {
  const [headers, ...rows] = cellsOf(text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n"));
  return rows.filter((cells) => cells.some((cell) => cell.trim()))
    .map((cells) => Object.fromEntries(headers.map((header, k) => [inOneLine(header).toLowerCase(), unguarded(inOneLine(cells[k] ?? ""))])));
}
