/** Boxes that keep off each other. */

/** @import { Box, NumberedBox } from "../../shared/boxes.js" */

/** @type {(one: Box, other: Box) => boolean} */
const meet = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/**
 * For everything that asks for room the first of its boxes that is free; what finds none has no place.
 * @template {NumberedBox} T
 * @param {readonly T[][]} asked the boxes that would do for each, the best first; who comes first is served first
 * @param {readonly NumberedBox[]} kept what is in the way of all others
 * @returns {T[]}
 */
export function apart(asked, kept) {
  /** @type {T[]} */
  const placed = [];
  for (const boxes of asked) {
    const free = boxes.find((box) => ![...kept, ...placed].some((other) => other.id !== box.id && meet(box, other)));
    if (free) placed.push(free);
  }
  return placed;
}

/**
 * How far a window has to move to show a box whole, or its upper left corner where it is too large.
 * @param {Box} box
 * @param {Box} view
 */
export const moveToShow = (box, view) => ({
  x: Math.min(box.left - view.left, Math.max(0, box.right - view.right)),
  y: Math.min(box.top - view.top, Math.max(0, box.bottom - view.bottom)),
});
