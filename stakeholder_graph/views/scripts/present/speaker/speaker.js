/** The window of notes: what to say, how long it may take, what comes next, and what is typed. It moves the wall. */
import { byId } from "../../shared/elements.js";
import { clamp, isShortcut } from "../../shared/keys.js";
import { _ } from "../../shared/messages.js";
import { screens } from "../data.js";
import { asClock, isLate } from "../steps.js";
import { packed, unpacked } from "./messages.js";
import { startCommitments } from "./commitments.js";
import { startCorrections } from "./corrections.js";

/** @import { Said } from "./messages.js" */

// How often it says that it is there, and for how long the wall may be silent.
const HELLO = 1000, SILENT = 3000;

const sections = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-screen]")]);
let at = 0, heard = Date.now();
/** @type {number | null} */
let began = null;

/** @param {Said} said */
const tell = (said) => /** @type {Window | null} */ (window.opener)?.postMessage(packed(said), "*");

/** @param {number} screen */
function show(screen) {
  at = clamp(screen, 0, screens.length - 1);
  byId("now-place").textContent = _("Step {step} of {steps}", { step: at + 1, steps: screens.length });
  byId("now-title").textContent = titleOf(at);
  const notes = sections[at].querySelector(".notes")?.cloneNode(true);
  if (notes instanceof HTMLElement) {
    notes.hidden = false;
    byId("now-notes").replaceChildren(notes);
  }
  byId("then").textContent = at + 1 < screens.length ? _("Then: {title}", { title: titleOf(at + 1) }) : "";
  byId("turn-back", HTMLButtonElement).disabled = at === 0;
  byId("turn-on", HTMLButtonElement).disabled = at === screens.length - 1;
  history.replaceState(null, "", `#notes&screen=${at + 1}`);
  tick();
}

/** @param {number} screen */
const titleOf = (screen) => sections[screen].querySelector("h2")?.textContent ?? "";

/** @param {number} step */
function turn(step) {
  show(at + step);
  tell({ kind: "go", screen: at });
}

function tick() {
  const elapsed = began === null ? 0 : Date.now() - began;
  byId("clock-here").textContent = asClock(elapsed);
  byId("clock-all").textContent = _("until {time}", { time: asClock(screens.slice(0, at + 1).reduce((sum, { minutes }) => sum + minutes, 0) * 60_000) });
  byId("clock").classList.toggle("over", isLate(screens, at, elapsed));
  byId("wall-lost").hidden = Date.now() - heard < SILENT;
}

function toggleClock() {
  began = began === null ? Date.now() : null;
  byId("clock-start").setAttribute("aria-pressed", String(began !== null));
  byId("clock-start").textContent = began === null ? _("Start the clock") : _("Set the clock back");
  tick();
}

/** @type {Record<string, number>} */
const STEPS = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };

/** @param {KeyboardEvent} event */
function onKey(event) {
  const typing = event.target instanceof Element && event.target.matches("input, select");
  if (isShortcut(event) || typing || !(event.key in STEPS)) return;
  event.preventDefault();
  turn(STEPS[event.key]);
}

/** @param {MessageEvent} event */
function hear({ data, source }) {
  const said = unpacked(data);
  if (source !== window.opener || said?.kind !== "at") return;
  heard = Date.now();
  if (said.screen !== at) show(said.screen);
  else tick();
}

/** @param {number} screen which is shown first */
export function startSpeaker(screen) {
  document.body.classList.add("speaker");
  document.title = _("Notes: {title}", { title: document.title });
  byId("stage").hidden = true;
  byId("speaker").hidden = false;
  byId("turn-back").addEventListener("click", () => turn(-1));
  byId("turn-on").addEventListener("click", () => turn(1));
  byId("clock-start").addEventListener("click", toggleClock);
  document.addEventListener("keydown", onKey);
  window.addEventListener("message", hear);
  const said = startCommitments((rows) => tell({ kind: "taken on", rows }));
  startCorrections();
  const greet = () => { tell({ kind: "hello" }); tell({ kind: "taken on", rows: said() }); tick(); };
  show(screen);
  greet();
  setInterval(greet, HELLO);
}
