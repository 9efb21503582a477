/** A row as it is typed into a form: complete or not, with names as the list has them. */
import { inOneLine } from "../../shared/csv.js";
import { _ } from "../../shared/messages.js";
import { didYouMean, nearNames } from "./near.js";
import { nameOf } from "./rows.js";

/** @import { Row } from "../../shared/csv.js" */
/**
 * @typedef {object} Column
 * @property {string} header as in the file
 * @property {string} label
 * @property {"text" | "date" | "organization" | "partners" | "choice" | "later"} is what is typed in it; partners need not be on the list; later: nothing yet
 * @property {boolean} [needed]
 * @property {readonly string[]} [choices]
 */

/**
 * Whether nothing is typed.
 * @param {Row} values by header
 */
export const isBlank = (values) => Object.values(values).every((value) => !inOneLine(value));

/**
 * The names of a cell of partners; a listed name may itself hold a semicolon.
 * @param {string} text
 * @param {readonly string[]} names that are listed
 */
const partnersIn = (text, names) => (nameOf(text, names) ? [text] : text.split(/[;|]/).map((name) => name.trim()).filter(Boolean));

/**
 * A partner as the file has it; one that could be a slip of a listed name is asked about once.
 * @param {string} name
 * @param {string} label of its column
 * @param {readonly string[]} names that are listed
 * @param {Set<string>} asked names that were asked about before; takes those that are now
 */
function partner(name, label, names, asked) {
  const known = nameOf(name, names), near = known ? [] : nearNames(name, names);
  if (!near.length || asked.has(name)) return known || name;
  asked.add(name);
  throw new RangeError(_("{label}: “{name}” is not on the list. {question} Correct it, or press the button again to keep it as it is.", { label, name, question: didYouMean(near) }));
}

/**
 * What is typed in a form as a row of the file; an error that says what is missing or wrong, and what to do.
 * @param {readonly Column[]} columns
 * @param {Row} values by header
 * @param {readonly string[]} names that are listed
 * @param {Set<string>} asked partners that were asked about before; takes those that are now
 * @returns {Row}
 */
export function rowOf(columns, values, names, asked) {
  const missing = columns.filter(({ header, needed }) => needed && !inOneLine(values[header] ?? "")).map(({ label }) => label);
  if (missing.length === 1) throw new RangeError(_("{label} is blank. Fill it in.", { label: missing[0] }));
  if (missing.length) throw new RangeError(_("These are blank: {labels}. Fill them in.", { labels: missing.join(", ") }));
  return Object.fromEntries(columns.map(({ header, label, is }) => {
    const text = inOneLine(values[header] ?? "");
    if (is === "partners") return [header, partnersIn(text, names).map((name) => partner(name, label, names, asked)).join("; ")];
    if (is !== "organization" || !text) return [header, text];
    const known = nameOf(text, names);
    if (!known) throw new RangeError(_("{label}: “{name}” is not on the list. Choose a name from it.", { label, name: text }));
    return [header, known];
  }));
}

/**
 * A cell as the table under the form shows it: who is not on the list is marked.
 * @param {Column} column
 * @param {string} text
 * @param {readonly string[]} names that are listed
 */
export function asShown({ is }, text, names) {
  if (is !== "partners" || !text || names.includes(text)) return text;
  return text.split("; ").map((name) => (names.includes(name) ? name : _("{name} (not on the list)", { name }))).join("; ");
}
