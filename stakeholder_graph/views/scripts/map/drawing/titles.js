/** Titles of what is drawn together: each beside its own shape, never on a symbol, a name or another title. */
import { everywhere, Grid } from "../../shared/boxes.js";
import { shade } from "../../shared/colours.js";
import { inLines } from "../../shared/lines.js";
import { organizations, type } from "../state/data.js";
import { scene, state } from "../state/state.js";
import { boxOf } from "./boxes.js";
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

const BROAD = 190;

/**
 * A title in lines, broken after commas where it has any.
 * @param {string} name
 */
function titleLines(name) {
  const pen = penOf(TITLE_SIZE, "bold"), wide = (/** @type {string} */ text) => pen.measureText(text).width;
  const parts = name.split(/(?<=,)\s+/).flatMap((part) => (wide(part) > BROAD ? part.split(/\s+/) : [part]));
  const lines = inLines(parts, (line) => wide(line) <= BROAD);
  return { lines, width: Math.max(...lines.map(wide)) };
}

/**
 * Places where a title may stand, beside the boxes of members, the top of the shape first.
 * @param {Hull} group
 * @param {number} width
 * @param {number} height
 * @returns {Generator<[number, number], void>}
 */
function* spots(group, width, height) {
  const boxes = group.members.map((id) => boxOf(organizations[id]));
  const top = Math.min(...boxes.map((box) => box.top)), middle = boxes.reduce((sum, box) => sum + box.left + box.right, 0) / boxes.length / 2;
  /** @type {[number, number][]} */
  const beside = [];
  for (const box of boxes) {
    for (const x of [box.left, (box.left + box.right - width) / 2, box.right - width]) {
      for (const y of [box.top - height, box.bottom]) beside.push([x, y]);
    }
    for (const x of [box.left - width, box.right]) beside.push([x, (box.top + box.bottom - height) / 2]);
  }
  const cost = (/** @type {[number, number]} */ [x, y]) => Math.hypot(x + width / 2 - middle, 2 * (y + height - top));
  yield* beside.sort((a, b) => cost(a) - cost(b));
  for (let up = height; ; up += height / 2) yield [middle - width / 2, top - up];
}

/**
 * Titles at a zoom, given the boxes of names that are written.
 * @param {number} scale
 * @param {readonly Box[]} named
 */
export function placeTitles(scale, named) {
  const grow = 1 / scale, taken = new Grid(120 * grow);
  /** @type {Title[]} */
  const placed = [];
  for (const id of scene.shown) {
    const { x, y } = organizations[id], r = radiusAt(id, scale) * 1.3;
    taken.add({ id, left: x - r, right: x + r, top: y - r, bottom: y + r });
  }
  for (const box of named) taken.add({ ...box, id: -1 });
  for (const group of [...together.hulls].sort((a, b) => b.members.length - a.members.length)) {
    const { lines, width } = titleLines(group.name), line = (TITLE_SIZE + 3) * grow;
    const [wide, high] = [(width + 10) * grow, line * lines.length + 4 * grow];
    const others = together.hulls.filter((other) => other !== group);
    for (const [left, top] of spots(group, wide, high)) {
      const box = { id: -2 - placed.length, left, right: left + wide, top, bottom: top + high };
      if (taken.hits(box) || others.some((other) => covers(other, left + wide / 2, top + high / 2))) continue;
      taken.add(box);
      placed.push({ ...box, group, lines, line, size: TITLE_SIZE * grow });
      break;
    }
  }
  return placed;
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
  for (const { left, right, top, bottom, lines, line, size, group } of titles.boxes) {
    const x = (left + right) / 2, first = (top + bottom - line * (lines.length - 1)) / 2;
    ctx.font = `bold ${size}px ${type.family}`;
    ctx.lineWidth = size * 0.3;
    ctx.strokeStyle = "#fff";
    ctx.fillStyle = shade(group.colour);
    lines.forEach((text, k) => { ctx.strokeText(text, x, first + line * k); ctx.fillText(text, x, first + line * k); });
  }
}
