/** Titles that keep off each other, and how far a window moves to show one. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { apart, moveToShow } from "../../../../stakeholder_graph/views/scripts/map/geometry/apart.js";

const box = (/** @type {number} */ id, /** @type {number} */ left, /** @type {number} */ top, width = 10, height = 10) => ({ id, left, right: left + width, top, bottom: top + height });

test("who comes first is served first, and who finds no free box has none", () => {
  const first = box(1, 0, 0), below = box(2, 5, 0), above = box(2, 5, -20), beside = box(3, 10, 0);
  assert.deepEqual(apart([[first], [below, above], [beside]], []), [first, above, beside]);
  assert.deepEqual(apart([[first], [below], [beside]], []), [first, beside]);
  assert.deepEqual(apart([[below], [first]], []), [below]);
});

test("one keeps off the symbols of others, and may touch its own", () => {
  assert.deepEqual(apart([[box(1, 0, 0)]], [box(1, 0, 5)]), [box(1, 0, 0)]);
  assert.deepEqual(apart([[box(1, 0, 0)]], [box(2, 0, 5)]), []);
});

test("a window moves only as far as it has to", () => {
  const view = { left: 0, right: 100, top: 0, bottom: 50 };
  assert.deepEqual(moveToShow(box(1, 20, 20), view), { x: 0, y: 0 });
  assert.deepEqual(moveToShow(box(1, 95, -8), view), { x: 5, y: -8 });
  assert.deepEqual(moveToShow(box(1, -30, 45), view), { x: -30, y: 5 });
  // Of what is larger than the window its upper left corner is seen.
  assert.deepEqual(moveToShow(box(1, 10, 10, 200, 200), view), { x: 10, y: 10 });
});
