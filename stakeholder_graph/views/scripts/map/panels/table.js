/** The table: all that the map shows, as text. */
import { byId, make, swatch } from "../../shared/elements.js";
import { _ } from "../../shared/messages.js";
import { compareNames } from "../../shared/names.js";
import { isSilent } from "../drawing/symbols.js";
import { about, byName, bySector, items, nameOf, organizations, sectors, tiesShown } from "../state/data.js";
import { change, choose, partnersOf, scene, stands, state } from "../state/state.js";
import { groupRows } from "./groups.js";
import { counted } from "./notes.js";

export const tableView = byId("table-view");

export function showTable() {
  const asTable = state.view === "table";
  tableView.hidden = !asTable;
  byId("map-view").hidden = asTable;
  byId("as-map").setAttribute("aria-pressed", String(!asTable));
  byId("as-table").setAttribute("aria-pressed", String(asTable));
  if (!asTable) return;
  const outcomes = items.some((item) => item.kind === "outcome");
  const shown = byName.filter((id) => scene.lit.has(id) && stands(id));
  const head = [_("Organization"), ...(bySector ? [_("Sector")] : []), ...(outcomes ? [_("Outcomes")] : []), ...(tiesShown ? [_("Connections"), _("Works with")] : [])];
  tableView.replaceChildren(make("table", {},
    make("caption", {}, counted()),
    make("thead", {}, make("tr", {}, ...head.map((text) => make("th", { scope: "col", class: text === _("Connections") ? "number" : null }, text)))),
    make("tbody", {}, ...groupRows(head.length), ...shown.map((id) => organizationRow(id, outcomes)))));
}

/**
 * @param {number} id
 * @param {boolean} outcomes whether they have a column
 */
function organizationRow(id, outcomes) {
  const organization = organizations[id], partners = partnersOf(id);
  const mine = organization.items[state.wave].filter((item) => items[item].kind === "outcome").map((item) => items[item].name);
  return make("tr", { class: id === scene.chosen ? "chosen" : null },
    make("th", { scope: "row" }, make("button", { type: "button", class: "link", "data-id": id, onclick: () => choose(id) }, organization.name),
      isSilent(organization) ? make("small", {}, about.words.silent) : null),
    bySector ? make("td", {}, swatch(sectors[organization.sectorNumber], 16), " ", organization.sector) : null,
    outcomes ? make("td", {}, mine.join(", ")) : null,
    tiesShown ? make("td", { class: "number" }, String(partners.length)) : null,
    tiesShown ? make("td", {}, partners.map(({ other }) => nameOf(other)).sort(compareNames).join(", ") || _("no connections reported yet")) : null);
}

export function startTable() {
  byId("as-map").addEventListener("click", () => change({ view: "map" }));
  byId("as-table").addEventListener("click", () => change({ view: "table" }));
}
