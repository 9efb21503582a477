/** Groups that are closed and opened: by the legend, the table and the keys. */
import { byId, make, makeSvg, swatch } from "../../shared/elements.js";
import { around } from "../../shared/keys.js";
import { _ } from "../../shared/messages.js";
import { closedGroups, countedIn, drawnGroups, groupNode, groups, isGroupLit, makeGroups, standsFor } from "../drawing/groups.js";
import { about, sectors } from "../state/data.js";
import { change, isClosed, listedIn, organizationsOf, say, scene, state } from "../state/state.js";
import { drawnWords, groupWords } from "./words.js";
import { INK, tint } from "../../shared/colours.js";
import { button } from "../panels/choosers.js";
import { palePath } from "../drawing/answered.js";

/** @param {number} k */
const opens = (k) => change({ opened: new Set([...state.opened, k]), chosen: -1, cursor: -1 });
/** @param {number} k */
const closes = (k) => change({ opened: new Set([...state.opened].filter((other) => other !== k)), chosen: -1, cursor: -1 });

/** The group that was opened last, until an arrow key goes on from there; -1 for none. */
export const entered = { group: -1 };

/**
 * On the map the arrow keys go through the groups, until one is opened or an organization is chosen.
 * @param {number} step
 */
export function nextGroup(step) {
  const list = drawnGroups(), at = list.findIndex(({ k }) => groupNode(k) === state.cursor);
  const group = list[around(at < 0 && step < 0 ? 0 : at, step, list.length)];
  change({ cursor: groupNode(group.k) });
  say(isClosed(group.k) ? _("{sector}: {organizations}. Enter opens the group.", { sector: group.sector.name, organizations: groupWords(group.k) }) : countedSaid(group.k));
}

/** @param {number} k */
export function enterGroup(k) {
  // Those who are counted only have no symbols of their own to open into.
  if (!isClosed(k)) { change({ cursor: groupNode(k) }); say(countedSaid(k)); return; }
  opens(k);
  entered.group = k;
  const { members } = groups.list[k], drawn = members.filter(({ id }) => scene.shown.has(id)).length;
  say([_("{sector} is open: {organizations}. Escape closes it.", { sector: sectors[k].name, organizations: organizationsOf(listedIn(k)) }), drawnWords(drawn, countedIn(groups.list[k]))].filter(Boolean).join(" "));
}

/** @param {number} k */
const countedSaid = (k) => _("Others of {sector}: {organizations}, counted only.", { sector: sectors[k].name, organizations: organizationsOf(standsFor(groups.list[k])) });

/**
 * Rows of the table for groups that are closed, and for those of open ones who are counted only.
 * @param {number} columns
 */
export const groupRows = (columns) => drawnGroups().filter(isGroupLit).map((group) => {
  const { k, sector } = group, closed = isClosed(k);
  const open = make("button", { type: "button", class: "link", "aria-expanded": "false", onclick: () => enterGroup(k) }, _("Open {sector}", { sector: sector.name }));
  return make("tr", {}, make("th", { scope: "row" }, closed ? open : _("Others of {sector}", { sector: sector.name })),
    make("td", { colspan: columns - 1 }, swatch(sector, 16), " ", closed ? groupWords(k) : _("{organizations}, counted only", { organizations: organizationsOf(standsFor(group)) })));
});

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
  byId("key").prepend(make("li", { id: "key-group" }, swatch(sectors[0], 22), " ", about.condensed?.kind === "connections" ? _("a group, as large as it has members: choose it to open it") : _("a sector, as large as it has members: choose it to open it")));
  if (about.condensed?.groups.some(({ answered }) => answered)) byId("key").append(make("li", { id: "key-answered" }, paleSample(), " ", _("the pale part has not answered yet")));
  byId("with-keys").append(" ", _("While no organization is chosen, left and right arrows go through the groups, Enter opens one, Escape closes all."));
}

/** The symbol of a group of which a quarter has not answered. */
const paleSample = () => makeSvg("svg", { width: 22, height: 22, viewBox: "-11 -11 22 22", "aria-hidden": "true" },
  makeSvg("circle", { r: 8, fill: sectors[0].colour, stroke: INK, "stroke-width": 1.2 }), makeSvg("path", { d: palePath(0.75), transform: "scale(8)", fill: tint(sectors[0].colour, 0.16) }));

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
  const answered = document.getElementById("key-answered");
  if (answered) answered.hidden = !closed;
}
