import assert from "node:assert/strict";
import { test } from "node:test";
import { bowed, bundled } from "../../../../stakeholder_graph/views/scripts/map/geometry/curves.js";

/** @import { Place } from "../../../../stakeholder_graph/views/scripts/shared/boxes.js" */

/** The middle of a cubic Bezier curve: an eighth of each end and three of each handle. @type {(a: Place, b: Place, handles: [Place, Place]) => Place} */
const middle = (a, b, [p, q]) => ({ x: (a.x + 3 * p.x + 3 * q.x + b.x) / 8, y: (a.y + 3 * p.y + 3 * q.y + b.y) / 8 });

test("lines that join the same two groups come together on their way", () => {
  const [left, right] = [{ x: 0, y: 50 }, { x: 300, y: 50 }];
  const ends = /** @type {const} */ ([[{ x: 0, y: 0 }, { x: 300, y: 0 }], [{ x: 0, y: 100 }, { x: 300, y: 100 }]]);
  const [upper, lower] = ends.map(([a, b]) => middle(a, b, bundled(a, b, left, right)));
  assert.ok(lower.y - upper.y < 60, `${lower.y - upper.y} apart, 100 at their ends`);
  assert.equal(upper.x, 150);
});

test("a line bows to one side, by the same share of its length however it lies", () => {
  const a = { x: 0, y: 0 }, b = { x: 100, y: 0 }, c = { x: 0, y: 200 };
  const across = middle(a, b, bowed(a, b)), down = middle(a, c, bowed(a, c));
  assert.ok(Math.abs(across.x - 50) < 1e-9 && across.y > 0);
  assert.ok(Math.abs(down.y - 100) < 1e-9 && Math.abs(down.x + 2 * across.y) < 1e-9);
});
