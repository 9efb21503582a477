import assert from "node:assert/strict";
import { test } from "node:test";
import { flow } from "../../../../stakeholder_graph/views/scripts/map/geometry/flow.js";

/** @import { Box } from "../../../../stakeholder_graph/views/scripts/shared/boxes.js" */

/** Four blocks of 200 x 100 in one row. @type {Box[]} */
const ROW = [0, 1, 2, 3].map((k) => ({ left: k * 256, right: k * 256 + 200, top: 0, bottom: 100 }));
/** @type {(blocks: Box[], steps: { x: number, y: number }[]) => Box[]} */
const moved = (blocks, steps) => blocks.map(({ left, right, top, bottom }, k) => ({ left: left + steps[k].x, right: right + steps[k].x, top: top + steps[k].y, bottom: bottom + steps[k].y }));

test("in a window of their own shape blocks stay where they are", () => {
  assert.deepEqual(flow(ROW, { width: 1000, height: 180 }), ROW.map(() => ({ x: 0, y: 0 })));
});

test("in a high window they stand in several rows, in the same order, and none on another", () => {
  const blocks = moved(ROW, flow(ROW, { width: 390, height: 520 })), tops = blocks.map(({ top }) => top);
  assert.ok(new Set(tops).size > 1);
  assert.deepEqual(tops, [...tops].sort((a, b) => a - b));
  blocks.forEach((a, k) => blocks.slice(k + 1).forEach((b) => {
    assert.ok(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top);
  }));
});

test("one block goes nowhere, nor do any in a window that is not open", () => {
  assert.deepEqual(flow(ROW.slice(0, 1), { width: 390, height: 520 }), [{ x: 0, y: 0 }]);
  assert.deepEqual(flow(ROW.slice(0, 2), { width: 0, height: 0 }), [{ x: 0, y: 0 }, { x: 0, y: 0 }]);
});
