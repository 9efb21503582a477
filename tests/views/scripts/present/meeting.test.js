import assert from "node:assert/strict";
import { test } from "node:test";
import { fromCsv, toCsv } from "../../../../stakeholder_graph/views/scripts/shared/csv.js";
import { isNotes, shownIn } from "../../../../stakeholder_graph/views/scripts/present/address.js";
import { packed, unpacked } from "../../../../stakeholder_graph/views/scripts/present/speaker/messages.js";
import { nameOf, together, without } from "../../../../stakeholder_graph/views/scripts/present/speaker/rows.js";
import { asClock, isLate, starts } from "../../../../stakeholder_graph/views/scripts/present/steps.js";
import { swiped } from "../../../../stakeholder_graph/views/scripts/present/swipe.js";

test("what is typed comes back as it was, and no cell is a formula", () => {
  const rows = [{ who: "Niños, Inc.", step: '=1+1 "x"' }, { who: "'tis", step: "-5; +6" }, { who: " two\nlines ", step: "@home" }];
  const text = toCsv(["who", "step"], rows);
  assert.equal(text, '\ufeffwho,step\r\n"Niños, Inc.","\'=1+1 ""x"""\r\n\'tis,"\'-5; +6"\r\ntwo lines,\'@home\r\n');
  assert.deepEqual(fromCsv(text), [{ who: "Niños, Inc.", step: '=1+1 "x"' }, { who: "'tis", step: "-5; +6" }, { who: "two lines", step: "@home" }]);
});

test("a file that a spreadsheet saved with semicolons is read, blank lines are not", () => {
  assert.deepEqual(fromCsv("\ufeffWho;First  Step\r\nA;\"x;\ny\"\r\n;\r\n"), [{ who: "A", "first step": "x; y" }]);
  assert.deepEqual(fromCsv(""), []);
});

test("a name is known in any case, without accents, or by words that only one has", () => {
  const names = ["Niños Primero", "First Church", "First Bank", "Bank"];
  assert.deepEqual(["NINOS PRIMERO", "church", "first", "bank", "zoo", ""].map((typed) => nameOf(typed, names)), ["Niños Primero", "First Church", "", "Bank", "", ""]);
});

test("each row stands once, what was there stays, and a later word on what is done counts", () => {
  const earlier = [{ who: "A", step: "x", done: "no" }, { who: "B", step: "y", done: "yes" }];
  const later = [{ who: "a", step: "x", done: "yes" }, { who: "C", step: "z", done: "" }, { who: "B", step: "y", done: "" }];
  assert.deepEqual(together([earlier, later], ["who", "step"], ["done"]), [{ who: "A", step: "x", done: "yes" }, { who: "B", step: "y", done: "yes" }, { who: "C", step: "z", done: "" }]);
  assert.deepEqual(earlier[0].done, "no");
  assert.deepEqual(without(later, earlier, ["who", "step"]), [{ who: "C", step: "z", done: "" }]);
});

test("the window of notes is known by its address, and by the screen in it", () => {
  assert.deepEqual(["notes&screen=3", "notes", "screen=3", ""].map(isNotes), [true, true, false, false]);
  assert.equal(shownIn("notes&screen=3", []).screen, 2);
});

test("the two windows take from each other what they know and nothing else", () => {
  assert.deepEqual(unpacked(packed({ kind: "go", screen: 3 })), { kind: "go", screen: 3 });
  const row = ["who", "with whom", "step", "by"];
  assert.deepEqual(unpacked({ ...packed({ kind: "taken on", rows: [] }), rows: [row, ["x"], [...row.slice(1), 3], "abcd", null] }), { kind: "taken on", rows: [row] });
  for (const data of [null, "go", { kind: "go", screen: 1 }, { ...packed({ kind: "hello" }), kind: "run" }, { ...packed({ kind: "go", screen: 1 }), screen: "1" }, { ...packed({ kind: "turn", step: 1 }), step: 7 }]) {
    assert.equal(unpacked(data), null);
  }
});

test("each step begins when those before it are over, and is late after its own minutes", () => {
  const steps = [{ minutes: 2 }, { minutes: 10 }, { minutes: 1 }];
  assert.deepEqual(starts(steps), [0, 2, 12]);
  assert.deepEqual([isLate(steps, 1, 12 * 60_000), isLate(steps, 1, 12 * 60_000 + 1)], [false, true]);
  assert.deepEqual([0, 61_999, 600_000].map(asClock), ["0:00", "1:01", "10:00"]);
});

test("a swipe to the left goes on, one to the right goes back; tapping and scrolling do neither", () => {
  const from = { x: 200, y: 200 };
  assert.deepEqual([[80, 210], [330, 190], [150, 200], [100, 300], [200, 20]].map(([x, y]) => swiped(from, { x, y })), [1, -1, 0, 0, 0]);
});
