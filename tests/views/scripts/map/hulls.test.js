import assert from "node:assert/strict";
import { test } from "node:test";
import { away, convex, gaps, holds, hullOf, outline, parts, shortestWay } from "../../../../stakeholder_graph/views/scripts/map/geometry/hulls.js";

/** @import { Point } from "../../../../stakeholder_graph/views/scripts/map/geometry/hulls.js" */
/** @type {Point[]} */
const SQUARE = [[0, 0], [10, 0], [10, 10], [0, 10]];
/** @type {(x: number, y: number) => import("../../../../stakeholder_graph/views/scripts/shared/boxes.js").Box} */
const around = (x, y) => ({ left: x - 20, right: x + 20, top: y - 10, bottom: y + 10 });

test("the convex hull leaves out what lies within and on its sides", () => {
  const { points, box } = convex([...SQUARE, [5, 5], [5, 0]]);
  assert.deepEqual(points, SQUARE);
  assert.deepEqual(box, { left: 0, right: 10, top: 0, bottom: 10 });
});

test("a polygon holds what lies within it", () => {
  const polygon = convex([[0, 0], [10, 0], [0, 10]]);
  assert.deepEqual([[2, 2], [8, 8], [11, 1]].map(([x, y]) => holds(polygon, [x, y])), [true, false, false]);
});

test("how far a point is from a line ends with the line", () => {
  assert.equal(away([5, 3], [0, 0], [10, 0]), 3);
  assert.equal(away([13, 4], [0, 0], [10, 0]), 5); // from the end: 3 across and 4 down
  assert.equal(away([3, 4], [0, 0], [0, 0]), 5);
});

test("the shortest way joins neighbours, and goes round whom it would pass", () => {
  /** @type {Point[]} */
  const line = [[0, 0], [30, 0], [10, 0], [19, 0]];
  const links = (/** @type {(a: number, b: number) => number} */ passes) => shortestWay(line, passes).map((link) => link.sort().join("")).sort();
  assert.deepEqual(links(() => 0), ["02", "13", "23"]);
  // Three others between 2 and 3 make that way 9 * 2.8 = 25.2 long: from 0 to 3 it is 19, from 1 to 2 it is 20.
  assert.deepEqual(links((a, b) => (a + b === 5 ? 3 : 0)), ["02", "03", "13"]);
});

test("parts are counted by who is linked to whom", () => {
  assert.equal(parts([new Set([1]), new Set([0]), new Set(), new Set([4]), new Set([3])]), 3);
  assert.equal(parts([]), 0);
});

test("neighbours are one shape, which holds them and nobody who stands apart", () => {
  const { pieces, parts: count } = hullOf([around(0, 0), around(60, 0), around(30, 50)], [[200, 200]]);
  assert.equal(count, 1);
  const covered = (/** @type {Point} */ place) => pieces.some((piece) => holds(piece, place));
  assert.deepEqual([[0, 0], [60, 0], [30, 50], [30, 20], [200, 200]].map(([x, y]) => covered([x, y])), [true, true, true, true, false]);
});

test("a stranger between two leaves them in two parts, joined by a neck", () => {
  const { parts: count } = hullOf([around(0, 0), around(100, 0)], [[50, 0]]);
  assert.equal(count, 2);
});

test("shapes are written in whole units, and gaps leave a circle around each place", () => {
  assert.equal(outline([convex([[0, 0], [10.4, 0], [0, 9.6]])]), "M0 0L10 0L0 10Z");
  assert.equal(gaps([{ x: 5, y: 7 }], 2), "M-99999 -99999H99999V99999H-99999ZM3 7a2 2 0 1 0 4 0a2 2 0 1 0 -4 0Z");
});
