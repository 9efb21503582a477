/** Blocks in rows for a window of another shape than the one they were laid out for: high on a phone, broad on a wall. */
import { enlarge } from "../../shared/boxes.js";

/** @import { Box, Place } from "../../shared/boxes.js" */

/** Free space between blocks, where titles stand; how much larger all has to become for it to be worth while. */
const ACROSS = 40, DOWN = 76, WORTH = 1.12;

/**
 * How far each block has to go so that all are as large as can be in a window.
 * @param {readonly Box[]} blocks
 * @param {{ width: number, height: number }} window
 * @returns {Place[]} steps, all of them none where the blocks are best where they are
 */
export function flow(blocks, { width, height }) {
  const still = blocks.map(() => ({ x: 0, y: 0 }));
  if (blocks.length < 2 || !width || !height) return still;
  const fits = (/** @type {Place[]} */ steps) => { const whole = around(blocks, steps); return Math.min(width / (whole.right - whole.left), height / (whole.bottom - whole.top)); };
  // As one reads: rows from above, in each from the left.
  const order = [...blocks.keys()].sort((a, b) => Math.round((blocks[a].top - blocks[b].top) / DOWN) || blocks[a].left - blocks[b].left);
  const broadest = Math.max(...blocks.map(({ left, right }) => right - left)), all = blocks.reduce((sum, { left, right }) => sum + right - left + ACROSS, 0);
  let best = still, scale = fits(still) * WORTH;
  for (let k = 0; k <= 24; k += 1) {
    const steps = inRows(blocks, order, broadest + (all - broadest) * (k / 24) ** 2), now = fits(steps);
    if (now > scale) [best, scale] = [steps, now];
  }
  return best;
}

/** @type {(blocks: readonly Box[], order: readonly number[], limit: number) => Place[]} */
function inRows(blocks, order, limit) {
  /** @type {number[][]} */
  const rows = [];
  let used = Infinity;
  for (const k of order) {
    const wide = blocks[k].right - blocks[k].left;
    if (used + wide > limit) { rows.push([]); used = 0; }
    rows[rows.length - 1].push(k);
    used += wide + ACROSS;
  }
  const steps = blocks.map(() => ({ x: 0, y: 0 }));
  let top = 0;
  for (const row of rows) {
    let left = -(row.reduce((sum, k) => sum + blocks[k].right - blocks[k].left + ACROSS, 0) - ACROSS) / 2, high = 0;
    for (const k of row) {
      steps[k] = { x: left - blocks[k].left, y: top - blocks[k].top };
      left += blocks[k].right - blocks[k].left + ACROSS;
      high = Math.max(high, blocks[k].bottom - blocks[k].top);
    }
    top += high + DOWN;
  }
  return steps;
}

/** @type {(blocks: readonly Box[], steps: readonly Place[]) => Box} */
function around(blocks, steps) {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  enlarge(box, blocks.map(({ left, right, top, bottom }, k) => ({ left: left + steps[k].x, right: right + steps[k].x, top: top + steps[k].y - DOWN / 2, bottom: bottom + steps[k].y })));
  return box;
}
