/** Parts that the panels of details, comparison and ties between sectors are made of. */
import { make, swatch } from "../../shared/elements.js";
import { _, LANGUAGE } from "../../shared/messages.js";
import { capital } from "../../shared/names.js";
import { about, items, nameOf, organizations, sectors } from "../state/data.js";
import { choose, judging } from "../state/state.js";

/** @import { DeskWords } from "../../page_data.js" */
/** @import { Tie } from "../state/network.js" */

/** @type {Record<string, string>} */
const KINDS = { outcome: _("Outcomes"), indicator: _("Indicators"), activity: _("Activities"), team: _("Teams"), meeting: _("Meetings"), asset: _("Can offer"), need: _("Needs") };
/** @param {string} kind */
export const kindName = (kind) => KINDS[kind] ?? capital(kind);

/**
 * Items by their kind, kinds in the order in which they first come.
 * @param {Iterable<number>} numbers
 * @returns {Map<string, number[]>}
 */
export function byKind(numbers) {
  const kinds = new Map();
  for (const item of numbers) kinds.set(items[item].kind, [...(kinds.get(items[item].kind) ?? []), item]);
  return kinds;
}

/**
 * Who reported a tie, seen from one of its ends; the backbone's page only.
 * @param {number} id
 * @param {Tie} tie
 */
export function namedBy(id, tie) {
  if (!tie.named) return "";
  const words = /** @type {DeskWords} */ (about.words), said = words[judging() ? "judged" : "named"];
  if (tie.named === "both") return said.both;
  return (tie.named === "one" ? said.one : words.unknown)[tie.from === id ? "out" : "in"];
}

/**
 * A value of a finding, as exact as it is of use.
 * @param {number} value
 */
export const threeDigits = (value) => value.toLocaleString(LANGUAGE, { maximumSignificantDigits: 3 });

/** @type {(title: string, pairs: readonly (readonly [string, string])[]) => HTMLElement} */
export const list = (title, pairs) => make("div", {}, make("h3", {}, title), make("dl", {}, ...pairs.flatMap(([key, value]) => [make("dt", {}, key), make("dd", {}, value)])));

/** @param {readonly number[]} numbers of items */
export const tags = (numbers) => (numbers.length ? make("ul", { class: "tags" }, ...numbers.map((item) => make("li", {}, items[item].name))) : "");

/**
 * An organization to click on.
 * @param {number} id
 * @param {Record<string, string | number>} attributes
 */
export const organizationButton = (id, attributes) => make("button", { type: "button", class: "partner", ...attributes, onclick: () => choose(id) },
  swatch(sectors[organizations[id].sectorNumber], 16), make("span", {}, nameOf(id)));

/** @type {(label: string, onclick: () => void) => HTMLElement} */
export const closeButton = (label, onclick) => make("button", { type: "button", class: "close", "aria-label": label, onclick }, "×");
