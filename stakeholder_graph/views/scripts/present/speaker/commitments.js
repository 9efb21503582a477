/** Commitments: what was taken on last time with a tick for what is done, and what is taken on now. */
import { byId, make } from "../../shared/elements.js";
import { _ } from "../../shared/messages.js";
import { commitments, outcomes } from "../data.js";
import { offerNames, startTyping } from "./typed_file.js";

/** @import { Row } from "../../shared/csv.js" */

const YES = "yes", NO = "no";

/**
 * A commitment as it is read aloud.
 * @param {Row} row
 */
export function inWords(row) {
  const said = { who: row.who, partners: (row["with whom"] ?? "").split("; ").join(", "), step: row["first step"], by: row["by when"] };
  const what = row["with whom"] ? _("{who} with {partners}: {step}", said) : _("{who}: {step}", said);
  return row["by when"] ? _("{what}, by {by}", { what, by: said.by }) : what;
}

/**
 * A commitment as the wall shows it: who, with whom, first step, by when.
 * @param {Row} row
 */
const onTheWall = (row) => ["who", "with whom", "first step", "by when"].map((header) => row[header] ?? "");

/**
 * @param {(rows: string[][]) => void} show puts what is taken on onto the wall
 * @returns {() => string[][]} what is taken on now
 */
export function startCommitments(show) {
  /** @type {Row[]} */
  const earlier = commitments.map((made) => ({ ...made, "with whom": made["with whom"].join("; "), done: made.done ? YES : NO }));
  const place = byId("commitments");
  offerNames();
  if (earlier.length) {
    place.append(make("details", { open: true }, make("summary", {}, _("From last time: tick what is done")),
      make("ul", {}, ...earlier.map((row) => make("li", {}, make("label", {}, make("input", {
        type: "checkbox", checked: row.done === YES,
        onchange: (/** @type {Event} */ { target }) => { row.done = /** @type {HTMLInputElement} */ (target).checked ? YES : NO; },
      }), " ", inWords(row)))))));
  }
  const typed = startTyping(place, {
    file: "commitments.csv",
    columns: [
      { header: "who", label: _("Who"), is: "organization", needed: true },
      { header: "with whom", label: _("With whom (a semicolon between names)"), is: "partners" },
      { header: "outcome", label: _("Outcome"), ...(outcomes.length ? { is: "choice", choices: outcomes } : { is: "text" }) },
      { header: "first step", label: _("First step"), is: "text", needed: true },
      { header: "by when", label: _("By when"), is: "date" },
      { header: "done", label: "", is: "later" },
    ],
    keys: ["who", "with whom", "outcome", "first step", "by when"],
    latest: ["done"],
    earlier,
    changed: (rows) => show(rows.map(onTheWall)),
  });
  return () => typed().map(onTheWall);
}
