/** The waves played one after the other, each under its name in large letters; any key and any click ends it. */
import { byId } from "../../shared/elements.js";
import { isShortcut } from "../../shared/keys.js";
import { rememberNow } from "../drawing/view.js";
import { waves } from "../state/data.js";
import { change, say, state } from "../state/state.js";
import { button } from "../panels/choosers.js";

/** How long a wave stays, in milliseconds: what fades takes a quarter of it. */
const STAY = 2000;

/**
 * `wave` is the one that is played, -1 while none is; `since` the earlier one that changes are counted from, or -1.
 * @type {{ wave: number, since: number, timer: ReturnType<typeof setTimeout> | undefined }}
 */
export const playing = { wave: -1, since: -1, timer: undefined };
export const isPlaying = () => playing.wave >= 0;

const own = () => button("play"), name = () => byId("wave-played");

export function startPlaying() {
  own().hidden = waves.length < 2;
  own().addEventListener("click", () => { if (isPlaying()) stop(); else play(); });
  // Its own button is pressed by keys, too, and ends it by itself.
  document.addEventListener("click", ({ target }) => { if (isPlaying() && target !== own()) stop(); }, { capture: true });
  document.addEventListener("keydown", (event) => {
    if (!isPlaying() || (event.target === own() && [" ", "Enter"].includes(event.key))) return;
    stop();
    if (event.key === "Tab" || isShortcut(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }, { capture: true });
}

function play() {
  playing.since = state.since;
  showPlaying(true);
  show(0);
  byId("map-view").scrollIntoView({ block: "nearest" });
}

/** @param {boolean} on */
function showPlaying(on) {
  own().setAttribute("aria-pressed", String(on));
  name().hidden = !on;
  document.body.classList.toggle("playing", on);
}

/** @param {number} wave */
function show(wave) {
  playing.wave = wave;
  name().textContent = waves[wave];
  say(waves[wave]);
  change({ wave, view: "map", since: playing.since < wave ? playing.since : -1 });
  if (isPlaying()) playing.timer = setTimeout(() => { if (wave + 1 < waves.length) show(wave + 1); else stop(); }, STAY);
}

function stop() {
  clearTimeout(playing.timer);
  playing.wave = -1;
  showPlaying(false);
  // One step that Back undoes, however many waves were played.
  rememberNow();
}

/** Whoever goes to another wave, or to the table, has seen enough. */
export function followPlaying() {
  if (isPlaying() && (state.wave !== playing.wave || state.view !== "map")) stop();
}
