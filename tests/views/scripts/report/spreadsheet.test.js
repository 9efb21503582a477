import assert from "node:assert/strict";
import { test } from "node:test";
import { asLines, plainCell } from "../../../../stakeholder_graph/views/scripts/report/spreadsheet.js";

test("what a spreadsheet would take for a formula is text; negative numbers are numbers", () => {
  assert.deepEqual(["=1+1", "+1", "@SUM(A1)", "-2 apples", "-2.5", "12"].map(plainCell), ["'=1+1", "'+1", "'@SUM(A1)", "'-2 apples", "-2.5", "12"]);
});

test("a cell is one line, rows stand below each other", () => {
  assert.equal(asLines([["Sector", "Ties"], [" Health \n care", "3"]]), "Sector\tTies\nHealth care\t3");
});
