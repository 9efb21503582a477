/** The map before and after: who leaves fades with its lines, and who is left alone or cut off stands out by name. */
import { makeSvg } from "../shared/elements.js";

/** @import { DrawnMap, Shown } from "./state.js" */
/** @typedef {{ left: number, right: number, top: number, bottom: number }} Box */

const RADIUS = 5, LARGE = 7, RING = 10.5, MOST_NAMED = 14;
/** Where the middle of a name may stand, as shares of its width and height beside the symbol. */
const SIDES = /** @type {const} */ ([[1, 0], [-1, 0], [0, -1], [0, 1], [1, -1], [-1, -1], [1, 1], [-1, 1]]);
/** Free space between a symbol and its name; longer names stand in two lines of this height. */
const BESIDE = 10, LONG = 18, LINE = "1.1em";

/**
 * Draws one of the two maps into an element.
 * @param {Element} into
 * @param {DrawnMap} map
 * @param {readonly string[]} names
 * @param {Shown} shown
 * @param {boolean} after
 * @param {string} said what it shows, for those who do not see it
 */
export function drawMap(into, map, names, shown, after, said) {
  const gone = new Set(shown.gone), joined = new Set(shown.joined), alone = new Set(shown.alone), cut = new Set(shown.cutOff);
  const key = (/** @type {readonly number[]} */ pair) => [...pair].sort((a, b) => a - b).join();
  const ended = new Set(shown.ended.map(key));
  const svg = makeSvg("svg", { viewBox: `0 0 ${map.size.join(" ")}`, role: "img", "aria-label": said });
  const line = (/** @type {readonly [number, number]} */ pair, /** @type {string} */ look) => {
    const [[x1, y1], [x2, y2]] = pair.map((end) => map.points[end]);
    svg.append(makeSvg("line", { x1, y1, x2, y2, ...(look && { class: look }) }));
  };
  for (const pair of map.lines) line(pair, !after ? "" : gone.has(pair[0]) || gone.has(pair[1]) ? "gone" : ended.has(key(pair)) ? "ended" : "");
  if (after) for (const pair of shown.made) line(pair, "made");
  const lookOf = (/** @type {number} */ k) => gone.has(k) ? (after ? "gone" : "leaving") : !after ? ""
    : joined.has(k) ? "joined" : alone.has(k) ? "alone" : cut.has(k) ? "cut" : "";
  for (const [k, [cx, cy]] of map.points.entries()) {
    if (map.newcomers.includes(k) && !(after && joined.has(k))) continue;
    const look = lookOf(k);
    if (k === map.backbone) svg.append(makeSvg("circle", { cx, cy, r: RING, class: `ring ${after && look}` }));
    svg.append(makeSvg("circle", { cx, cy, r: look ? LARGE : RADIUS, ...(look && { class: look }) }, makeSvg("title", {}, names[k])));
  }
  into.replaceChildren(svg);
  const named = after ? [...shown.gone, ...shown.joined, ...shown.alone, ...shown.cutOff] : shown.gone;
  if (named.length <= MOST_NAMED) nameThem(svg, map, names, named);
}

/**
 * Writes names beside their symbols where there is room, and none where there is not.
 * @param {SVGSVGElement} svg in the page, so that texts have a width
 * @param {DrawnMap} map
 * @param {readonly string[]} names
 * @param {readonly number[]} named the most important first
 */
function nameThem(svg, map, names, named) {
  const taken = named.map((k) => around(map.points[k], LARGE, LARGE));
  for (const k of named) {
    const lines = inLines(names[k]).map((line, n) => makeSvg("tspan", { x: 0, dy: n ? LINE : 0 }, line));
    const text = makeSvg("text", { "text-anchor": "middle" }, ...lines);
    svg.append(text);
    const { y: top, width, height } = text.getBBox(), [x, y] = map.points[k];
    const boxes = SIDES.map(([right, down]) => around([x + right * (width / 2 + BESIDE), y + down * (height / 2 + BESIDE)], width / 2, height / 2));
    const box = boxes.find((tried) => !hidden(tried, map.size, taken));
    if (box) {
      taken.push(box);
      text.setAttribute("transform", `translate(${(box.left + box.right) / 2} ${box.top - top})`);
    } else text.remove();
  }
}

/**
 * A long name broken at the space that is nearest to its middle.
 * @param {string} name
 */
export function inLines(name) {
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
  if (name.length <= LONG || !spaces.length) return [name];
  const at = spaces.reduce((best, space) => (Math.abs(space - name.length / 2) < Math.abs(best - name.length / 2) ? space : best));
  return [name.slice(0, at), name.slice(at + 1)];
}

/** @type {(middle: readonly [number, number], wide: number, high: number) => Box} */
const around = ([x, y], wide, high) => ({ left: x - wide, right: x + wide, top: y - high, bottom: y + high });

/**
 * Whether a box reaches beyond the map, or lies on another.
 * @type {(box: Box, size: readonly [number, number], taken: readonly Box[]) => boolean}
 */
export const hidden = (box, [wide, high], taken) => box.left < 2 || box.right > wide - 2 || box.top < 2 || box.bottom > high - 2
  || taken.some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom);
