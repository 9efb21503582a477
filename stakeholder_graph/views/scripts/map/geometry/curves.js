/** Curves: a line as a Bezier curve, by its two handles. */

/** @import { Place } from "../../shared/boxes.js" */
/** @typedef {[Place, Place]} Handles */

/** How far a line leans to the middles of the two groups that it joins, and how much it bows where there are none. */
const LEAN = 0.62, BOW = 0.12;

/** In rows a line has to bow so much that whoever stands between its ends is not taken for one of them. */
export const ROUND = 0.24;

/** @type {(from: Place, to: Place) => Place} */
const leaning = (from, to) => ({ x: from.x + LEAN * (to.x - from.x), y: from.y + LEAN * (to.y - from.y) });

/**
 * A line from group to group: all that join the same two run along one way (hierarchical edge bundling, D. Holten 2006).
 * @type {(a: Place, b: Place, middleOfA: Place, middleOfB: Place) => Handles}
 */
export const bundled = (a, b, middleOfA, middleOfB) => [leaning(a, middleOfA), leaning(b, middleOfB)];

/**
 * A line that bows to its left.
 * @type {(a: Place, b: Place, much?: number) => Handles}
 */
export function bowed(a, b, much = BOW) {
  const bow = { x: (a.x + b.x) / 2 - much * (b.y - a.y), y: (a.y + b.y) / 2 + much * (b.x - a.x) };
  return [leaning(a, bow), leaning(b, bow)];
}
