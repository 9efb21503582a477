/** Names: written under their symbols so that none lies on another, at a size that can be read at every zoom. */
import { Grid, inside } from "../../shared/boxes.js";
import { INK } from "../../shared/colours.js";
import { about, organizations, type } from "../state/data.js";
import { search } from "../state/search_hits.js";
import { partnerCount, scene, stands, state } from "../state/state.js";
import { fadingNames } from "../waves/fading.js";
import { canvas, radiusAt } from "./stage.js";

/** @import { Box, NumberedBox } from "../../shared/boxes.js" */
/** @typedef {NumberedBox & { lines: string[], size: number, line: number, strong: boolean }} WrittenName */

export const SMALLEST = 10, LARGEST = 20;
/** Free space beside a name of a large map, by the size of its letters: in a lattice two names in a row would read as one. */
const GAP = about.condensed ? 0.3 : 0;
/** So many names lie on symbols on a large map. */
const OVER_SYMBOLS = 12;
/** @type {{ boxes: WrittenName[] }} the names that are written on the canvas */
export const names = { boxes: [] };

/**
 * Where the names go: those asked for first, then the best connected; a name without room waits for a closer look.
 * @param {number} scale
 * @param {Box} view
 * @param {Iterable<NumberedBox>} taken what names keep clear of, beside symbols
 */
export function placeNames(scale, view, taken) {
  const size = Math.min(Math.max(type.size * scale, SMALLEST), LARGEST) / scale;
  const grow = size / type.size;
  const asked = new Set([scene.chosen, scene.beside, state.cursor, canvas.hover, ...search.matches].filter((id) => scene.shown.has(id) && stands(id)));
  const order = [...scene.lit].filter((id) => !asked.has(id) && stands(id) && inside(organizations[id], view))
    .sort((a, b) => partnerCount(b) - partnerCount(a) || a - b);
  const grid = new Grid(90 * grow), symbols = new Grid(90 * grow);
  for (const id of [...scene.lit].filter(stands)) {
    const { x, y } = organizations[id], r = radiusAt(id, scale) * 0.9;
    symbols.add({ id, left: x - r, right: x + r, top: y - r, bottom: y + r });
  }
  for (const box of taken) grid.add(box);
  // In the block of an opened group symbols stand so close that no name has room; a few lie on symbols, so that the block says who is in it.
  let over = about.condensed ? OVER_SYMBOLS : 0;
  const boxes = [];
  for (const id of [...asked, ...order]) {
    const { x, y, width, label, backbone } = organizations[id], lines = label.split("\n"), line = type.line * grow;
    const top = y + radiusAt(id, scale) + (type.below - type.radius) * Math.min(1, grow) * (backbone ? 1.8 : 1);
    /** @type {WrittenName} */
    const box = { id, lines, size, line, strong: asked.has(id), left: x - width * grow / 2, right: x + width * grow / 2, top, bottom: top + line * lines.length };
    const cut = box.left < view.left || box.right > view.right || box.bottom > view.bottom;
    const apart = { ...box, left: box.left - size * GAP, right: box.right + size * GAP };
    if (!box.strong && (cut || grid.hits(apart) || (over <= 0 && symbols.hits(box)))) continue;
    over -= 1;
    grid.add(box);
    boxes.push(box);
  }
  return boxes;
}

/** @param {CanvasRenderingContext2D} ctx */
export function drawNames(ctx) {
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.strokeStyle = "rgba(255,255,255,.92)";
  ctx.fillStyle = INK;
  for (const [box, ink] of fadingNames(names.boxes)) {
    ctx.globalAlpha = ink;
    const x = (box.left + box.right) / 2, width = box.right - box.left;
    ctx.font = `${box.strong ? "bold " : ""}${box.size}px ${type.family}`;
    ctx.lineWidth = box.size * 0.3;
    // Fonts differ: the width that was reckoned with is the width that is taken.
    const limit = box.strong ? width * 1.12 : width;
    box.lines.forEach((text, k) => ctx.strokeText(text, x, box.top + box.line * (k + 0.5), limit));
    box.lines.forEach((text, k) => ctx.fillText(text, x, box.top + box.line * (k + 0.5), limit));
  }
  ctx.globalAlpha = 1;
}
