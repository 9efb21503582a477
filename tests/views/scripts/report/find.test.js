import assert from "node:assert/strict";
import { test } from "node:test";
import { nothingBelow, shownOf, wordsOf } from "../../../../stakeholder_graph/views/scripts/report/find.js";

const SILOS = { head: "working across sectors connections across sectors and within them", rest: "formula (e - i) / (e + i)", rows: ["schools 19 105", "ninos unidos 2 3", "health 12 84"] };
const shown = (/** @type {string} */ typed) => shownOf(SILOS, wordsOf(typed));

test("nothing typed shows all", () => {
  assert.deepEqual(shown("  "), { shown: true, rows: null });
});

test("words of the head, in any order and without accents or capitals, show the whole finding", () => {
  assert.deepEqual(shown("WITHIN séctors"), { shown: true, rows: null });
});

test("else only the rows that have every word, with or without the head's", () => {
  assert.deepEqual(shown("Niños"), { shown: true, rows: new Set([1]) });
  assert.deepEqual(shown("12 health"), { shown: true, rows: new Set([2]) });
  assert.deepEqual(shown("sectors schools"), { shown: true, rows: new Set([0]) });
});

test("words that stand in different rows are no hit", () => {
  assert.deepEqual(shown("schools health"), { shown: false, rows: null });
});

test("a note or a formula is a hit of the whole finding; nothing else is one", () => {
  assert.deepEqual(shown("formula"), { shown: true, rows: null });
  assert.deepEqual(shown("formula within"), { shown: true, rows: null });
  assert.deepEqual(shown("betweenness"), { shown: false, rows: null });
});

test("a heading goes once all that stood below it is hidden; one that never had anything below it stays", () => {
  const [shown, hidden] = [{ hidden: false }, { hidden: true }];
  assert.equal(nothingBelow([hidden, hidden]), true);
  assert.equal(nothingBelow([hidden, shown]), false);
  assert.equal(nothingBelow([]), false);
});
