import assert from "node:assert/strict";
import { test } from "node:test";
import { enlarge, everywhere, Grid, inside, nearestIn } from "../../../../stakeholder_graph/views/scripts/shared/boxes.js";

/** @type {(id: number, left: number, right: number, top: number, bottom: number) => import("../../../../stakeholder_graph/views/scripts/shared/boxes.js").NumberedBox} */
const box = (id, left, right, top, bottom) => ({ id, left, right, top, bottom });

test("a box is hit by another that lies on it, not by one that touches its edge, and never by its own", () => {
  const grid = new Grid(10);
  grid.add(box(1, 0, 25, 0, 5));
  assert.equal(grid.hits(box(2, 24, 40, 4, 8)), true);
  assert.equal(grid.hits(box(2, 25, 40, 0, 5)), false);
  assert.equal(grid.hits(box(1, 0, 25, 0, 5)), false);
});

test("a large box finds a small one in any of the cells that it touches, left and above of nought too", () => {
  const grid = new Grid(10);
  grid.add(box(1, -1, 1, -38, -36));
  assert.equal(grid.hits(box(2, -100, 100, -100, 100)), true);
  assert.equal(grid.hits(box(2, 2, 9, -38, -36)), false);
});

test("the edge of a box is not inside it, and everything is inside everywhere", () => {
  const square = box(0, 0, 10, 0, 10);
  assert.deepEqual([{ x: 5, y: 5 }, { x: 0, y: 5 }, { x: 5, y: 11 }].map((place) => inside(place, square)), [true, false, false]);
  assert.equal(inside({ x: -1e9, y: 1e9 }, everywhere), true);
});

test("a box grows on the sides where others stand out", () => {
  const grown = { left: 0, right: 10, top: 0, bottom: 10 };
  enlarge(grown, [{ left: -3, right: 5, top: 2, bottom: 12 }, { left: 1, right: 2, top: 3, bottom: 4 }]);
  assert.deepEqual(grown, { left: -3, right: 10, top: 0, bottom: 12 });
});

test("the nearest point of a box is the place itself where it lies inside", () => {
  const square = box(0, 0, 10, 0, 10);
  assert.deepEqual(nearestIn({ x: 14, y: 4 }, square), { x: 10, y: 4 });
  assert.deepEqual(nearestIn({ x: -2, y: 15 }, square), { x: 0, y: 10 });
  assert.deepEqual(nearestIn({ x: 3, y: 4 }, square), { x: 3, y: 4 });
});
