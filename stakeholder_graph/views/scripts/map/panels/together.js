/** The choosers of the arrangement and of what is drawn together. */
import { byId } from "../../shared/elements.js";
import { _ } from "../../shared/messages.js";
import { GROUPINGS, makeTogether, together } from "../drawing/together.js";
import { about, tiesShown } from "../state/data.js";
import { change, state } from "../state/state.js";
import { fill, onChoice, select } from "./choosers.js";

export function startTogether() {
  const useful = Object.keys(GROUPINGS).filter((kind) => !about.grouped && GROUPINGS[kind].groups().length > 1);
  fill("together", [["", _("Nothing")], ...useful.map((kind) => /** @type {const} */ ([kind, GROUPINGS[kind].title]))], useful.length > 0);
  onChoice("together", (value) => change({ together: value, group: -1 }));
  onChoice("group", (value) => change({ group: Number(value) }));
  const ways = about.arrangements.map(({ kind, title }) => /** @type {const} */ ([kind, title]));
  fill("arranged", [...(tiesShown && !about.condensed ? [/** @type {const} */ (["ties", _("Connections")])] : []), ...ways], ways.length + Number(tiesShown && !about.condensed) > 1);
  // What stands together is drawn together: another grouping over it is asked for by itself.
  onChoice("arranged", (arranged) => change({ arranged, together: "", group: -1 }));
}

export function showTogether() {
  makeTogether();
  select("arranged").value = state.arranged;
  select("together").value = state.together;
  const entries = together.groups.map(({ number, name, members }) => /** @type {const} */ ([number, `${name} (${members.length})`]));
  fill("group", [...(together.all ? [/** @type {const} */ ([-1, _("All at once")])] : []), ...entries], together.groups.length > 1);
  byId("group-note").textContent = together.all || together.groups.length < 2 ? "" : _("They run through each other: one is drawn at a time.");
  select("group").value = String(together.hulls.length === 1 ? together.hulls[0].number : -1);
}
