/** The table: all that the map shows, as text, sorted by the column that one asks for. */
import { byId, make, swatch } from "../../shared/elements.js";
import { _, _n } from "../../shared/messages.js";
import { capital, compareNames } from "../../shared/names.js";
import { isSilent } from "../drawing/symbols.js";
import { about, byName, bySector, items, layers, nameOf, organizations, sectors, tiesShown } from "../state/data.js";
import { change, choose, partnerCount as count, partnersOf, scene, stands, state } from "../state/state.js";
import { groupRows } from "../groups/opening.js";
import { counted } from "../words/notes.js";

/** @typedef {{ key: string, title: string, number?: boolean, compare?: (a: number, b: number) => number, cell: (id: number) => HTMLElement }} Column without `compare` it sorts nothing */

export const tableView = byId("table-view");
/** By what rows are sorted, and whether the other way round. */
const order = { key: "name", back: false };

/** @returns {Column[]} */
function columns() {
  const outcomesOf = (/** @type {number} */ id) => organizations[id].items[state.wave].filter((item) => items[item].kind === "outcome").map((item) => items[item].name).join(", ");
  const sector = (/** @type {number} */ id) => organizations[id].sectorNumber;
  const outcomes = items.some((item) => item.kind === "outcome"), two = state.second >= 0;
  return [
    { key: "name", title: _("Organization"), compare: (a, b) => compareNames(nameOf(a), nameOf(b)), cell: nameCell },
    ...(bySector ? [{ key: "sector", title: _("Sector"), compare: (/** @type {number} */ a, /** @type {number} */ b) => sector(a) - sector(b),
      cell: (/** @type {number} */ id) => make("td", {}, swatch(sectors[sector(id)], 16), " ", organizations[id].sector) }] : []),
    ...(outcomes ? [{ key: "outcomes", title: _("Outcomes"), compare: (/** @type {number} */ a, /** @type {number} */ b) => blankLast(outcomesOf(a), outcomesOf(b)),
      cell: (/** @type {number} */ id) => make("td", {}, outcomesOf(id)) }] : []),
    // The most first: a list of few is not what one looks for.
    ...(tiesShown ? [{ key: "ties", title: two ? capital(layers[state.layer].name) : _("Connections"), number: true, compare: (/** @type {number} */ a, /** @type {number} */ b) => count(b) - count(a), cell: (/** @type {number} */ id) => make("td", { class: "number" }, String(count(id))) },
      ...(two ? [{ key: "second", title: capital(layers[state.second].name), number: true, compare: (/** @type {number} */ a, /** @type {number} */ b) => ofSecond(b) - ofSecond(a), cell: (/** @type {number} */ id) => make("td", { class: "number" }, String(ofSecond(id))) }] : []),
      { key: "partners", title: _("Works with"), cell: partnersCell }] : []),
  ];
}

/** With how many an organization has a tie of the second kind. @param {number} id */
const ofSecond = (id) => [...new Set(scene.kinds?.values())].filter((tie) => tie && (tie.from === id || tie.to === id)).length;

/** @type {(a: string, b: string) => number} */
const blankLast = (a, b) => Number(!a) - Number(!b) || compareNames(a, b);

export function showTable() {
  const asTable = state.view === "table";
  tableView.hidden = !asTable;
  byId("map-view").hidden = asTable;
  byId("as-map").setAttribute("aria-pressed", String(!asTable));
  byId("as-table").setAttribute("aria-pressed", String(asTable));
  // What they save is the map.
  for (const id of ["save-png", "save-svg"]) byId(id).hidden = asTable;
  if (!asTable) return;
  const head = columns(), compare = head.find(({ key }) => key === order.key)?.compare, turn = order.back ? -1 : 1;
  const shown = byName.filter((id) => scene.lit.has(id) && stands(id));
  if (compare) shown.sort((a, b) => turn * compare(a, b));
  tableView.replaceChildren(make("table", {},
    make("caption", {}, counted()),
    make("thead", {}, make("tr", {}, ...head.map(headCell))),
    make("tbody", {}, ...groupRows(head.length), ...shown.map((id) => make("tr", { class: id === scene.chosen ? "chosen" : null }, ...head.map(({ cell }) => cell(id)))))));
}

/** @param {Column} column */
function headCell({ key, title, number, compare }) {
  const sorted = key === order.key ? (order.back ? "descending" : "ascending") : "none";
  const mark = key !== order.key ? "" : order.back ? " ▴" : " ▾";
  return make("th", { scope: "col", class: number ? "number" : null, "aria-sort": compare ? sorted : null },
    compare ? make("button", { type: "button", class: "sorts", "data-sorts": key, onclick: () => sortBy(key) }, title, make("span", { "aria-hidden": "true" }, mark)) : title);
}

/** @param {string} key */
function sortBy(key) {
  Object.assign(order, { key, back: order.key === key && !order.back });
  showTable();
  const asked = tableView.querySelector(`[data-sorts="${key}"]`);
  if (asked instanceof HTMLElement) asked.focus();
}

/** @param {number} id */
const nameCell = (id) => make("th", { scope: "row" }, make("button", { type: "button", class: "link", "data-id": id, onclick: () => choose(id) }, nameOf(id)),
  isSilent(organizations[id]) ? make("small", {}, about.words.silent) : null);

/** @param {number} id */
function partnersCell(id) {
  const named = partnersOf(id).map(({ other }) => nameOf(other)).sort(compareNames), beyond = scene.beyond.get(id) ?? 0;
  const others = beyond ? [_n("{count} counted only", "{count} counted only", beyond)] : [];
  return make("td", {}, [...named, ...others].join(", ") || _("no connections reported yet"));
}

export function startTable() {
  byId("as-map").addEventListener("click", () => change({ view: "map" }));
  byId("as-table").addEventListener("click", () => change({ view: "table" }));
}
