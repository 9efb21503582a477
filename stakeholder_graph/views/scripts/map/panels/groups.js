/** Groups that are closed and opened: by the legend, the table and the keys. */
import { byId, make, swatch } from "../../shared/elements.js";
import { around } from "../../shared/keys.js";
import { _ } from "../../shared/messages.js";
import { closedGroups, groupNode, groups, isGroupLit, listedIn, makeGroups } from "../drawing/groups.js";
import { about, sectors } from "../state/data.js";
import { change, isClosed, organizationsOf, say, state } from "../state/state.js";
import { button } from "./choosers.js";

/** @param {number} k */
const opens = (k) => change({ opened: new Set([...state.opened, k]), chosen: -1, cursor: -1 });
/** @param {number} k */
const closes = (k) => change({ opened: new Set([...state.opened].filter((other) => other !== k)), chosen: -1, cursor: -1 });

/**
 * On the map the arrow keys go through the closed groups, until an organization is chosen.
 * @param {number} step
 */
export function nextGroup(step) {
  const list = closedGroups(), at = list.findIndex(({ k }) => groupNode(k) === state.cursor);
  const group = list[around(at < 0 && step < 0 ? 0 : at, step, list.length)];
  change({ cursor: groupNode(group.k) });
  say(_("{sector}: {organizations}. Enter opens the group.", { sector: group.sector.name, organizations: organizationsOf(listedIn(group)) }));
}

/** @param {number} k */
export function enterGroup(k) {
  opens(k);
  say(_("{sector} is open: {organizations}. Escape closes it.", { sector: sectors[k].name, organizations: organizationsOf(listedIn(groups.list[k])) }));
}

/**
 * Rows of the table for groups that are closed.
 * @param {number} columns
 */
export const groupRows = (columns) => closedGroups().filter(isGroupLit).map((group) => make("tr", {},
  make("th", { scope: "row" }, make("button", { type: "button", class: "link", "aria-expanded": "false", onclick: () => enterGroup(group.k) }, _("Open {sector}", { sector: group.sector.name }))),
  make("td", { colspan: columns - 1 }, swatch(group.sector, 16), " ", organizationsOf(listedIn(group)))));

export function startGroups() {
  if (!about.grouped) return;
  makeGroups();
  document.querySelectorAll("#sectors .row").forEach((row, k) => {
    const symbol = row.querySelector(".swatch path");
    if (symbol instanceof SVGGraphicsElement) groups.list[k].foot = symbol.getBBox().y + symbol.getBBox().height;
    row.append(
      make("button", { type: "button", class: "opens", id: `opens-${k}`, onclick: () => (isClosed(k) ? enterGroup(k) : closes(k)) }));
  });
  byId("sectors").append(make("div", { class: "open-all" },
    make("button", { type: "button", id: "open-all", onclick: () => change({ opened: new Set(sectors.keys()), chosen: -1 }) }, _("Open all")),
    make("button", { type: "button", id: "close-all", onclick: () => change({ opened: new Set(), chosen: -1 }) }, _("Close all"))));
  byId("key").prepend(make("li", { id: "key-group" }, swatch(sectors[0], 22), " ", _("a sector, as large as it has members: choose it to open it")));
  byId("with-keys").append(" ", _("While no organization is chosen, left and right arrows go through the groups, Enter opens one, Escape closes all."));
}

export function showGroups() {
  if (!about.grouped) return;
  const bySector = state.arranged === "sector", closed = closedGroups().length;
  groups.list.forEach(({ k, sector }) => {
    const opener = button(`opens-${k}`), open = !isClosed(k);
    opener.hidden = !bySector;
    // In capitals it is the verb alone: a commitment is “open” too, and other languages say that otherwise.
    opener.textContent = (open ? _("Close") : _("Open")).toLowerCase();
    opener.setAttribute("aria-expanded", String(open));
    opener.setAttribute("aria-label", open ? _("Close {sector}", { sector: sector.name }) : _("Open {sector}", { sector: sector.name }));
  });
  button("open-all").hidden = button("close-all").hidden = !bySector;
  button("open-all").disabled = !closed;
  button("close-all").disabled = !state.opened.size;
  byId("key-group").hidden = !closed;
}
