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

/** @param {string[]} texts */
function showTakenOn(texts) {
  const list = byId("taken-on");
  list.replaceChildren(...texts.map((text) => make("li", {}, text)));
  list.scrollTop = list.scrollHeight;
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
  if (said.kind === "taken on") showTakenOn(said.texts);
}

export function startWall() {
  byId("for-speaker").addEventListener("click", toggleNotes);
  window.addEventListener("message", hear);
  whenShown(({ screen }) => tell({ kind: "at", screen }));
}
