// The table: all that the map shows, as text.

const tableView = document.getElementById("table-view");

function showTable() {
  const asTable = state.view === "table";
  tableView.hidden = !asTable;
  document.getElementById("map-view").hidden = asTable;
  document.getElementById("as-map").setAttribute("aria-pressed", String(!asTable));
  document.getElementById("as-table").setAttribute("aria-pressed", String(asTable));
  if (!asTable) return;
  const outcomes = items.some((item) => item.kind === "outcome");
  const shown = byName.filter((id) => scene.lit.has(id) && stands(id));
  const head = [_("Organization"), ...(bySector ? [_("Sector")] : []), ...(outcomes ? [_("Outcomes")] : []), ...(tiesShown ? [_("Ties"), _("Works with")] : [])];
  const rows = shown.map((id) => {
    const one = organizations[id], partners = scene.partners.get(id);
    const mine = one.items[state.wave].filter((item) => items[item].kind === "outcome").map((item) => items[item].name);
    return make("tr", { class: id === scene.chosen ? "chosen" : null },
      make("th", { scope: "row" }, make("button", { type: "button", class: "link", "data-id": id, onclick: () => choose(id) }, one.name),
        isSilent(one) ? make("small", {}, about.words.silent) : null),
      bySector ? make("td", {}, swatch(sectors[one.sectorNumber]), " ", one.sector) : null,
      outcomes ? make("td", {}, mine.join(", ")) : null,
      tiesShown ? make("td", { class: "number" }, String(partners.length)) : null,
      tiesShown ? make("td", {}, partners.map(({ other }) => nameOf(other)).sort(collator.compare).join(", ") || _("no ties reported yet")) : null);
  });
  tableView.replaceChildren(make("table", {},
    make("caption", {}, counted()),
    make("thead", {}, make("tr", {}, ...head.map((text) => make("th", { scope: "col", class: text === _("Ties") ? "number" : null }, text)))),
    make("tbody", {}, ...groups.rows(head.length), ...rows)));
}

document.getElementById("as-map").addEventListener("click", () => change({ view: "map" }));
document.getElementById("as-table").addEventListener("click", () => change({ view: "table" }));
watch(showTable);
