/** Boxes on a plane, upright, and which of them lie in each other's way. */
import { clamp } from "./keys.js";

/** @typedef {{ left: number, right: number, top: number, bottom: number }} Box */
/** @typedef {{ x: number, y: number }} Place */
/** @typedef {Box & { id: number }} NumberedBox */

/** @type {Box} */
export const everywhere = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };

/** @type {(place: Place, box: Box) => boolean} */
export const inside = (place, box) => place.x > box.left && place.x < box.right && place.y > box.top && place.y < box.bottom;

/**
 * Makes a box large enough for others, too.
 * @param {Box} box is changed
 * @param {Iterable<Box>} others
 */
export function enlarge(box, others) {
  for (const { left, right, top, bottom } of others) {
    Object.assign(box, { left: Math.min(box.left, left), right: Math.max(box.right, right), top: Math.min(box.top, top), bottom: Math.max(box.bottom, bottom) });
  }
}

/**
 * The point of a box that is nearest to a place.
 * @param {Place} place
 * @param {Box} box
 * @returns {Place}
 */
export const nearestIn = ({ x, y }, box) => ({ x: clamp(x, box.left, box.right), y: clamp(y, box.top, box.bottom) });

/** Boxes by the cells they touch, so that each is held against its neighbours only. */
export class Grid {
  /** @param {number} cell how wide and high a cell is */
  constructor(cell) {
    this.cell = cell;
    /** @type {Map<string, NumberedBox[]>} */
    this.cells = new Map();
  }

  /** @param {Box} box */
  *touched(box) {
    for (let x = Math.floor(box.left / this.cell); x <= Math.floor(box.right / this.cell); x += 1) {
      for (let y = Math.floor(box.top / this.cell); y <= Math.floor(box.bottom / this.cell); y += 1) yield `${x},${y}`;
    }
  }

  /** @param {NumberedBox} box */
  add(box) {
    for (const key of this.touched(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    }
  }

  /**
   * Whether a box lies on any that was added under another number.
   * @param {NumberedBox} box
   */
  hits(box) {
    for (const key of this.touched(box)) {
      for (const other of this.cells.get(key) ?? []) {
        if (other.id !== box.id && box.left < other.right && other.left < box.right
          && box.top < other.bottom && other.top < box.bottom) return true;
      }
    }
    return false;
  }
}
