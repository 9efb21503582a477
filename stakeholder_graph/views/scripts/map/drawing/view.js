/** Where one looks, and how closely: the whole, what is lit, or whatever one has moved and zoomed to. */
import { enlarge } from "../../shared/boxes.js";
import { clamp } from "../../shared/keys.js";
import { isCalm } from "../../shared/motion.js";
import { addressOf } from "../state/address.js";
import { network, organizations } from "../state/data.js";
import { opening, scene, stands, state } from "../state/state.js";
import { boxAround, boxOf } from "./boxes.js";
import { idsInView } from "./groups.js";
import { arranged, canvas, fillStage, stage, visNetwork, whereabouts } from "./stage.js";
import { placeTitles } from "./titles.js";
import { together } from "./together.js";

const CLOSEST = 4;

/**
 * Show all that is lit when an organization is chosen, else everything that stands anywhere on the map.
 * @param {boolean} moving whether the way there is seen
 */
export function frame(moving = true) {
  canvas.home = true;
  fillStage();
  const asked = scene.chosen >= 0 || state.between ? [...scene.lit].filter(stands) : [];
  const box = boxAround(asked.length ? asked : idsInView());
  const margin = 14, most = 1.6;
  const fits = () => Math.min((stage.clientWidth - 2 * margin) / (box.right - box.left), (stage.clientHeight - 2 * margin) / (box.bottom - box.top), most);
  let scale = fits();
  if (together.hulls.length && !arranged.moving) {
    // Titles stand around the shapes, and the smaller the map the more room of it they take.
    for (let k = 0; k < 2; k += 1) {
      enlarge(box, placeTitles(scale, [...scene.lit].map((id) => boxOf(organizations[id]))));
      scale = fits();
    }
  }
  canvas.lowest = Math.min(canvas.lowest, scale / 2);
  const position = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  const animation = moving && !isCalm() ? { duration: 450, easingFunction: "easeInOutQuad" } : /** @type {const} */ (false);
  visNetwork().moveTo({ position, scale: Math.max(scale, 0.02), animation });
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
  rememberNow();
}

/** Writes the state and the view into the address. */
export const rememberNow = () => history.replaceState(null, "", `#${addressOf(network, state, opening, canvas.home ? null : whereabouts())}`);

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
