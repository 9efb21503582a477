/** Keys, those of remote clickers among them, and the buttons that do the same. */
import { byId } from "../shared/elements.js";
import { clamp, isShortcut } from "../shared/keys.js";
import { screens } from "./data.js";
import { byLetter, names, offered } from "./find.js";
import { go, notes, state, turn } from "./show.js";
import { toggleNotes } from "./speaker/wall.js";

const dark = byId("dark", HTMLDialogElement);

/**
 * Escape closes what is open and never leaves.
 * @type {Record<string, () => void>}
 */
const KEYS = {
  ArrowRight: () => turn(1), ArrowDown: () => turn(1), PageDown: () => turn(1), " ": () => turn(1),
  ArrowLeft: () => turn(-1), ArrowUp: () => turn(-1), PageUp: () => turn(-1),
  Home: () => go({ screen: 0, organization: -1 }),
  End: () => go({ screen: screens.length - 1, organization: -1 }),
  Escape: () => (state.organization >= 0 ? go({ organization: -1 }) : go({ notes: false })),
  ".": () => darken(true),
};
/**
 * Letters find names; these three also do something else when no list is open and Shift is not held.
 * @type {Record<string, () => void>}
 */
const LETTERS = { b: () => darken(true), n: () => toggleNotes(), f: () => large() };
/** @type {Record<string, number>} */
const LIST = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/**
 * A black screen, so that the room looks at who speaks; any key or click brings it back.
 * @param {boolean} wanted
 */
function darken(wanted) {
  if (wanted === dark.open) return;
  if (wanted) dark.showModal();
  else dark.close();
}

/**
 * Where in an open list a key goes: arrows from name to name, Home and End to its ends.
 * @param {string} key
 * @param {number} at
 * @param {number} count
 * @returns {number | null} nothing for other keys
 */
function placeInList(key, at, count) {
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return key in LIST ? clamp(at + LIST[key], 0, count - 1) : null;
}

/**
 * Within an open list a letter goes to the names under it.
 * @param {KeyboardEvent} event
 */
function inList(event) {
  const buttons = offered(), at = buttons.findIndex((button) => button === document.activeElement);
  const to = placeInList(event.key, at, buttons.length);
  if (to !== null) {
    event.preventDefault();
    buttons[to].focus();
  } else if (byLetter(event.key)) event.preventDefault();
}

function large() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {});
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (isShortcut(event) || event.key === "Shift") return;
  if (dark.open) { event.preventDefault(); darken(false); return; }
  if (names.open) { inList(event); return; }
  if (event.target instanceof Element && event.target.matches("button, a") && event.key === " ") return;
  // A long note is read on with the arrows.
  if (event.target === notes && event.key.startsWith("Arrow")) return;
  const act = KEYS[event.key] ?? (event.shiftKey ? undefined : LETTERS[event.key.toLowerCase()]);
  if (!act) {
    if (byLetter(event.key)) event.preventDefault();
    return;
  }
  event.preventDefault();
  act();
}

export function startKeys() {
  document.addEventListener("keydown", onKey);
  dark.addEventListener("click", () => darken(false));
  byId("large").addEventListener("click", large);
}
