/** What all that draws shares: the library's network once there is one, where the pointer is, how large symbols are. */
import { byId } from "../../shared/elements.js";
import { organizations, type } from "../state/data.js";
import { partnerCount, scene, state } from "../state/state.js";

/** @import { VisNetwork } from "./vis.js" */

/**
 * @type {{ network: VisNetwork | null, hover: number, home: boolean, open: boolean, size: string, lowest: number }}
 * `home` is true until somebody moves or zooms the map, `open` once the address has been followed, `lowest` the smallest scale
 */
export const canvas = { network: null, hover: -1, home: true, open: false, size: "", lowest: Infinity };

/** The way of symbols from one arrangement to the other: the number of the animation frame, 0 while they stand; and where blocks went. */
export const arranged = { moving: 0, flow: "" };

export const stage = byId("stage");

/** The library's network; there is one as soon as the page is open. */
export function visNetwork() {
  if (!canvas.network) throw new Error("The map is not drawn yet.");
  return canvas.network;
}

export const redraw = () => canvas.network?.redraw();

/** @type {Map<number, number>} */
const radii = new Map();

/** Works out anew how large each symbol is. */
export function measureSymbols() {
  radii.clear();
  largest.value = mostOfSize();
  for (const id of scene.shown) radii.set(id, radiusOf(id));
}

/**
 * The radius of a symbol, which is never too small to be seen.
 * @param {number} id
 * @param {number} [scale] of the map, the present one unless given
 */
export const radiusAt = (id, scale = canvas.network ? canvas.network.getScale() : 1) => Math.max(radii.get(id) ?? type.radius, 4 / scale);

/**
 * Radius by what the size of symbols stands for; areas, not radii, follow the value.
 * @param {number} id
 */
function radiusOf(id) {
  return state.size === "equal" ? type.radius : radiusFor(sizeValue(id), largest.value);
}

/** The largest value on the map; worked out once for all symbols. */
const largest = { value: 1e-9 };

/** The largest value that a symbol on the map stands for. */
export const mostOfSize = () => [...scene.shown].reduce((most, id) => Math.max(most, sizeValue(id)), 1e-9);

/**
 * The radius of a symbol that stands for a value.
 * @param {number} value
 * @param {number} most the largest value
 */
export function radiusFor(value, most) {
  const [low, high] = [type.radius * 0.6, type.radius * 1.5];
  return Math.sqrt(low * low + (high * high - low * low) * Math.max(0, value) / most);
}

/** @param {number} id */
function sizeValue(id) {
  if (state.size === "ties") return partnerCount(id);
  return organizations[id].scores?.find(([title]) => title === state.size)?.[1] ?? 0;
}

/** The part of the plane that is on the screen. */
export function viewOnScreen() {
  const middle = visNetwork().getViewPosition(), scale = visNetwork().getScale();
  const [w, h] = [stage.clientWidth / scale / 2, stage.clientHeight / scale / 2];
  return { left: middle.x - w, right: middle.x + w, top: middle.y - h, bottom: middle.y + h };
}

/** Where one looks and how closely, for the address. */
export function whereabouts() {
  const { x, y } = visNetwork().getViewPosition();
  return [Math.round(x), Math.round(y), visNetwork().getScale().toFixed(3)].join();
}

/** Take all the room there is; true if there is more or less of it than before. */
export function fillStage() {
  const size = `${stage.clientWidth} x ${stage.clientHeight}`;
  if (!stage.clientWidth || size === canvas.size) return false;
  canvas.size = size;
  visNetwork().setSize("100%", "100%");
  redraw();
  return true;
}
