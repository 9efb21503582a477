/** The wall's side: opens the window of notes and follows it. */
import { byId, make } from "../../shared/elements.js";
import { go, state, turn, whenShown } from "../show.js";
import { packed, unpacked } from "./messages.js";

/** @import { Said } from "./messages.js" */

/** @type {Window | null} */
let notesWindow = null;

const isThere = () => notesWindow !== null && !notesWindow.closed;

/** @param {Said} said */
function tell(said) {
  if (isThere()) notesWindow?.postMessage(packed(said), "*");
}

/** Opens the notes in a window of their own; where the browser opens none, they stand below the screen. */
export function toggleNotes() {
  if (state.notes) { go({ notes: false }); return; }
  if (isThere()) { notesWindow?.focus(); return; }
  notesWindow = window.open(`${location.href.split("#")[0]}#notes&screen=${state.screen + 1}`, "", "popup,width=1000,height=760");
  if (!notesWindow) go({ notes: true });
}

let shown = "[]";

/**
 * What is taken on, in a table that has room for more; it stays as it is while nothing changes, as it is read aloud.
 * @param {string[][]} rows
 */
function showTakenOn(rows) {
  if (JSON.stringify(rows) === shown) return;
  shown = JSON.stringify(rows);
  const body = byId("taken-on", HTMLTableSectionElement), blank = Math.max(0, Number(body.dataset.rows) - rows.length);
  const filled = [...rows, ...Array.from({ length: blank }, () => ["", "", "", ""])];
  body.replaceChildren(...filled.map((cells) => make("tr", {}, ...cells.map((cell) => make("td", {}, cell)))));
  if (rows.length) body.rows[rows.length - 1].scrollIntoView({ block: "nearest" });
}

/** @param {MessageEvent} event */
function hear({ data, source }) {
  const said = unpacked(data);
  if (!said || !source || !("closed" in source)) return;
  // After the wall was opened anew, the notes that it had opened say hello again.
  if (said.kind === "hello") { notesWindow = source; go({ notes: false }); tell({ kind: "at", screen: state.screen }); }
  if (source !== notesWindow) return;
  if (said.kind === "go") go({ screen: said.screen, organization: -1 });
  if (said.kind === "turn") turn(said.step);
  if (said.kind === "taken on") showTakenOn(said.rows);
}

export function startWall() {
  byId("for-speaker").addEventListener("click", toggleNotes);
  window.addEventListener("message", hear);
  whenShown(({ screen }) => tell({ kind: "at", screen }));
}
