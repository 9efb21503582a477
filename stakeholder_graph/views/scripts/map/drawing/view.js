/** Where one looks, and how closely: the whole, what is lit, or whatever one has moved and zoomed to. */
import { enlarge } from "../../shared/boxes.js";
import { byId } from "../../shared/elements.js";
import { clamp } from "../../shared/keys.js";
import { isCalm } from "../../shared/motion.js";
import { addressOf } from "../state/address.js";
import { about, network, organizations } from "../state/data.js";
import { opening, scene, stands, state } from "../state/state.js";
import { moveToShow } from "../geometry/apart.js";
import { boxAround, boxOf } from "./boxes.js";
import { boxInView, boxWithGroups, drawnGroups, groupNode, groupOf, groups, isGroupLit } from "./groups.js";
import { arranged, canvas, fillStage, stage, viewOnScreen, visNetwork, whereabouts } from "./stage.js";
import { placeTitles } from "./titles.js";
import { together } from "./together.js";

/** @import { Box } from "../../shared/boxes.js" */

const CLOSEST = 4, WORTH = 1.25;

/**
 * Show all that is lit when an organization is chosen, else everything that stands anywhere on the map.
 * @param {boolean} moving whether the way there is seen
 */
export function frame(moving = true) {
  canvas.home = true;
  fillStage();
  const margin = 14, most = 2.4, above = takenAbove(), window = [stage.clientWidth - 2 * margin, stage.clientHeight - above - 2 * margin];
  const asked = scene.chosen >= 0 || state.between || state.item >= 0 || state.told >= 0 ? [...scene.lit].filter(stands) : [];
  const whole = boxInView(window[0], window[1]);
  const fits = (/** @type {Box} */ shown = box) => Math.min(window[0] / (shown.right - shown.left), window[1] / (shown.bottom - shown.top), most);
  // On a large map what is looked at includes the groups whose counted part it is connected with.
  let box = about.condensed && scene.focused ? boxWithGroups(asked, drawnGroups().filter(isGroupLit), window[0], window[1]) : asked.length ? boxAround(asked) : whole;
  // Hardly closer than the whole is not worth losing the rest from sight.
  if (!about.condensed && fits() < WORTH * fits(whole)) box = whole;
  const closeUp = box !== whole;
  // The ground of a group reaches farther than its names do.
  if (!closeUp) enlarge(box, together.hulls.flatMap(({ pieces }) => pieces.map((piece) => piece.box)));
  let scale = fits();
  if (together.hulls.length && !arranged.moving) {
    // Titles stand around the shapes, and the smaller the map the more room of it they take.
    for (let k = 0; k < 2; k += 1) {
      const titles = placeTitles(scale, [...scene.lit].map((id) => boxOf(organizations[id])));
      enlarge(box, titles.filter(({ group }) => !closeUp || group.members.some((id) => scene.lit.has(id))));
      scale = fits();
    }
  }
  canvas.lowest = Math.min(canvas.lowest, scale / 2);
  const position = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 - above / 2 / scale };
  // The library counts pictures, not time: on a large map, where one takes long, the way would take seconds.
  const animation = moving && !about.condensed && !isCalm() ? { duration: 450, easingFunction: "easeInOutQuad" } : /** @type {const} */ (false);
  visNetwork().moveTo({ position, scale: Math.max(scale, 0.02), animation });
}

/** Moves the map as little as shows what the arrow keys mean. */
export function revealCursor() {
  if (state.cursor < 0) return;
  const node = state.cursor < organizations.length && !stands(state.cursor) ? groupNode(organizations[state.cursor].sectorNumber) : state.cursor;
  const view = viewOnScreen(), middle = visNetwork().getViewPosition(), scale = visNetwork().getScale();
  const box = node < organizations.length ? boxAround([node]) : boxWithGroups([], [groups.list[groupOf(node)]], stage.clientWidth, stage.clientHeight);
  const { x, y } = moveToShow(box, { ...view, top: view.top + takenAbove() / scale });
  if (x || y) visNetwork().moveTo({ position: { x: middle.x + x, y: middle.y + y }, animation: false });
}

/** How far what is chosen reaches into the map from above, in pixels; nothing chosen covers nothing. */
function takenAbove() {
  if (byId("reset").hidden) return 0;
  return Math.max(byId("chosen-so-far").getBoundingClientRect().bottom - stage.getBoundingClientRect().top, 0);
}

/** @param {number} factor */
export function zoom(factor) {
  canvas.home = false;
  visNetwork().moveTo({ scale: visNetwork().getScale() * factor, animation: isCalm() ? false : { duration: 200 } });
  remember();
}

/**
 * Goes to what an address says of the view; nothing where it says nothing that can be.
 * @param {string | null} text
 */
export function goTo(text) {
  const [x, y, scale] = (text ?? "").split(",").map(Number);
  if (![x, y, scale].every(Number.isFinite) || scale <= 0) return;
  canvas.home = false;
  visNetwork().moveTo({ position: { x, y }, scale: clamp(scale, canvas.lowest, CLOSEST) });
}

/** What the address says of the state; of a slider that is being moved, when it was written last. */
const written = { said: "", slider: "", time: 0 };
const PAUSE = 1000;
/** The choices that are made by moving a slider. */
export const SLIDERS = ["least", "wave"];

/** Writes the state and the view into the address: a choice is a step that Back undoes, a look at another part is none. */
export function rememberNow() {
  const said = addressOf(network, state, opening, null), address = `#${canvas.home ? said : addressOf(network, state, opening, whereabouts())}`;
  const changed = differing(said, written.said), slider = changed.length === 1 && SLIDERS.includes(changed[0]) ? changed[0] : "", now = performance.now();
  const moving = slider !== "" && slider === written.slider && now - written.time < PAUSE;
  if (said === written.said || moving) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  Object.assign(written, { said, ...(changed.length ? { slider, time: now } : {}) });
}

/** Takes the address for written, when it was followed. */
export function followed() {
  written.said = addressOf(network, state, opening, null);
  written.slider = "";
  rememberNow();
}

/** The keys that two addresses do not share. @type {(one: string, other: string) => string[]} */
function differing(one, other) {
  const [a, b] = [one, other].map((text) => new URLSearchParams(text));
  return [...new Set([...a.keys(), ...b.keys()])].filter((key) => a.getAll(key).join() !== b.getAll(key).join());
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause;

/** Writes the view into the address, once it has been left alone for a moment. */
export function remember() {
  clearTimeout(pause);
  pause = setTimeout(rememberNow, 250);
}

export function keepInReach() {
  const scale = visNetwork().getScale(), kept = clamp(scale, canvas.lowest, CLOSEST);
  if (kept !== scale) visNetwork().moveTo({ scale: kept });
}
