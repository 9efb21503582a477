/** Titles of what is drawn together: each beside its own shape, never on a symbol, a name or another title. */
import { everywhere, Grid } from "../../shared/boxes.js";
import { shade } from "../../shared/colours.js";
import { clamp } from "../../shared/keys.js";
import { inLines } from "../../shared/lines.js";
import { organizations, type } from "../state/data.js";
import { scene, state } from "../state/state.js";
import { boxOf } from "./boxes.js";
import { fadingTitles } from "../waves/fading.js";
import { groupBoxes, groups, TITLE_SIZE } from "./groups.js";
import { placeNames } from "./names.js";
import { penOf } from "./pen.js";
import { arranged, radiusAt, stage } from "./stage.js";
import { covers, together } from "./together.js";

/** @import { Box, NumberedBox } from "../../shared/boxes.js" */
/** @import { Hull } from "./together.js" */
/** @typedef {NumberedBox & { group: Hull, lines: string[], line: number, size: number }} Title */

/** @type {{ boxes: Title[], made: string }} */
export const titles = { boxes: [], made: "" };

const BROAD = 190, LARGEST_TITLE = 24, SMALL_TITLE = 13, SMALLEST_TITLE = 11;

/**
 * A title in lines, broken after commas where it has any.
 * @param {string} name
 * @param {number} size
 * @param {number} broad how wide it may be
 */
function titleLines(name, size, broad) {
  const pen = penOf(size, "bold"), wide = (/** @type {string} */ text) => pen.measureText(text).width;
  const parts = name.split(/(?<=,)\s+/).flatMap((part) => (wide(part) > broad ? part.split(/\s+/) : [part]));
  const lines = inLines(parts, (line) => wide(line) <= broad);
  return { lines, width: Math.max(...lines.map(wide)) };
}

/** Above a block: over its middle, its left corner, its right one. @type {(group: Hull, width: number, height: number) => [number, number][]} */
function above({ pieces: [{ box }] }, width, height) {
  return [(box.left + box.right - width) / 2, box.left, box.right - width].map((x) => [x, box.top - height]);
}

/**
 * Places beside the boxes of members, the top of the shape first.
 * @param {Hull} group
 * @param {number} width
 * @param {number} height
 */
function beside(group, width, height) {
  const boxes = group.members.map((id) => boxOf(organizations[id])), { top, middle } = topOf(boxes);
  /** @type {[number, number][]} */
  const places = [];
  for (const box of boxes) {
    for (const x of [box.left, (box.left + box.right - width) / 2, box.right - width]) {
      for (const y of [box.top - height, box.bottom]) places.push([x, y]);
    }
    for (const x of [box.left - width, box.right]) places.push([x, (box.top + box.bottom - height) / 2]);
  }
  const cost = (/** @type {[number, number]} */ [x, y]) => Math.hypot(x + width / 2 - middle, 2 * (y + height - top));
  return places.sort((a, b) => cost(a) - cost(b));
}

/** @param {Box[]} boxes */
const topOf = (boxes) => ({ top: Math.min(...boxes.map((box) => box.top)), middle: boxes.reduce((sum, box) => sum + box.left + box.right, 0) / boxes.length / 2 });

/**
 * Places where a title may stand: beside members, or higher and higher over all of them.
 * @param {Hull} group
 * @param {number} width
 * @param {number} height
 * @returns {Generator<[number, number], void>}
 */
function* spots(group, width, height) {
  yield* beside(group, width, height);
  const { top, middle } = topOf(group.members.map((id) => boxOf(organizations[id])));
  for (let up = height; ; up += height / 2) yield [middle - width / 2, top - up];
}

/**
 * Titles at a zoom, given the boxes of names that are written.
 * @param {number} scale
 * @param {readonly Box[]} named
 */
export function placeTitles(scale, named) {
  const grow = 1 / scale, taken = new Grid(120 * grow), names = new Grid(120 * grow);
  /** @type {Title[]} */
  const placed = [];
  for (const id of scene.shown) {
    const { x, y } = organizations[id], r = radiusAt(id, scale) * 1.3;
    taken.add({ id, left: x - r, right: x + r, top: y - r, bottom: y + r });
  }
  for (const box of named) names.add({ ...box, id: -1 });
  for (const group of [...together.hulls].sort((a, b) => b.members.length - a.members.length)) {
    // A block is known by its title from afar; it is as wide as the block has room.
    const size = group.block ? clamp(type.size * scale * 1.15, TITLE_SIZE, LARGEST_TITLE) : TITLE_SIZE;
    const broad = group.block ? Math.max(BROAD * 0.6, (group.pieces[0].box.right - group.pieces[0].box.left) * scale) : BROAD;
    const others = together.hulls.filter((other) => other !== group);
    // A title without room above its block is written smaller, then where a name would be, which gives way to it;
    // or not at all: far from its block it would name another.
    const smaller = group.block ? [SMALL_TITLE, SMALLEST_TITLE] : [];
    const tries = [...[size, ...smaller].map((letters) => ({ letters, first: false })), ...smaller.map((letters) => ({ letters, first: true }))];
    for (const { letters, first } of tries) {
      const { lines, width } = titleLines(group.name, letters, broad), line = (letters + 3) * grow;
      const [wide, high] = [(width + 10) * grow, line * lines.length + 4 * grow];
      const free = placeFor(group, wide, high, (box) => !taken.hits({ ...box, id: -2 - placed.length }) && (first || !names.hits({ ...box, id: -2 })) && !others.some((other) => covers(other, box.left + wide / 2, box.top + high / 2)));
      if (!free) continue;
      const box = { ...free, id: -2 - placed.length };
      taken.add(box);
      placed.push({ ...box, group, lines, line, size: letters * grow });
      break;
    }
  }
  return placed;
}

/**
 * The first free place for a title.
 * @type {(group: Hull, wide: number, high: number, isFree: (box: Box) => boolean) => Box | undefined}
 */
function placeFor(group, wide, high, isFree) {
  for (const [left, top] of group.block ? above(group, wide, high) : spots(group, wide, high)) {
    const box = { left, right: left + wide, top, bottom: top + high };
    if (isFree(box)) return box;
  }
  return undefined;
}

/**
 * Anew only where something has changed, so that titles stay put while the map is moved.
 * @param {number} scale
 */
export function refreshTitles(scale) {
  const made = arranged.moving ? "" : [together.made, state.group, scale, state.chosen, state.beside, scene.lit.size, stage.clientWidth].join("|");
  if (made === titles.made) return;
  titles.made = made;
  titles.boxes = [];
  if (!made || !together.hulls.length) return;
  titles.boxes = placeTitles(scale, placeNames(scale, everywhere, [...groups.boxes, ...groupBoxes()]));
}

/** What names keep clear of on the canvas. */
export const takenByTitles = () => [...titles.boxes, ...groups.boxes, ...groupBoxes()];

/** @param {CanvasRenderingContext2D} ctx */
export function drawTitles(ctx) {
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  for (const [{ left, right, top, bottom, lines, line, size, group }, ink] of fadingTitles(titles.boxes)) {
    ctx.globalAlpha = ink;
    const x = (left + right) / 2, first = (top + bottom - line * (lines.length - 1)) / 2;
    ctx.font = `bold ${size}px ${type.family}`;
    ctx.lineWidth = size * 0.3;
    ctx.strokeStyle = "#fff";
    ctx.fillStyle = shade(group.colour);
    lines.forEach((text, k) => { ctx.strokeText(text, x, first + line * k); ctx.fillText(text, x, first + line * k); });
  }
  ctx.globalAlpha = 1;
}
