import assert from "node:assert/strict";
import { test } from "node:test";
import { didYouMean, nearNames, slips } from "../../../../stakeholder_graph/views/scripts/present/speaker/near.js";
import { asShown, isBlank, rowOf } from "../../../../stakeholder_graph/views/scripts/present/speaker/typed_row.js";

/** @import { Column } from "../../../../stakeholder_graph/views/scripts/present/speaker/typed_row.js" */

const NAMES = ["City Library", "County Library", "Niños Primero", "Bread; Roses"];
/** @type {Column} */
const PARTNERS = { header: "with whom", label: "With whom", is: "partners" };
/** @type {Column[]} */
const COLUMNS = [{ header: "who", label: "Who", is: "organization", needed: true }, PARTNERS, { header: "first step", label: "First step", is: "text", needed: true }, { header: "done", label: "", is: "later" }];

test("a form is blank until something is typed or chosen in it", () => {
  assert.deepEqual([isBlank({}), isBlank({ who: "", step: " \n" }), isBlank({ who: "", step: "x" })], [true, true, false]);
});

test("a complete form is a row of the file, and of any other the sentence says what is missing", () => {
  assert.deepEqual(rowOf(COLUMNS, { who: "ninos primero", "with whom": "", "first step": "Call\n her" }, NAMES, new Set()), { who: "Niños Primero", "with whom": "", "first step": "Call her", done: "" });
  assert.throws(() => rowOf(COLUMNS, { who: "city library", "with whom": "x" }, NAMES, new Set()), { message: "First step is blank. Fill it in." });
  assert.throws(() => rowOf(COLUMNS, { "with whom": "x" }, NAMES, new Set()), { message: "These are blank: Who, First step. Fill them in." });
  assert.throws(() => rowOf(COLUMNS, { who: "Sheriff", "first step": "Call" }, NAMES, new Set()), { message: "Who: “Sheriff” is not on the list. Choose a name from it." });
});

/** @param {string} text */
const withWhom = (text, asked = new Set()) => rowOf(COLUMNS, { who: NAMES[0], "with whom": text, "first step": "Call" }, NAMES, asked)["with whom"];

test("anybody can be called, on the list or not; who is not is marked", () => {
  assert.equal(withWhom("Sheriff's Office; NINOS primero | Zoo"), "Sheriff's Office; Niños Primero; Zoo");
  assert.equal(withWhom("bread; roses"), "Bread; Roses");
  assert.equal(asShown(PARTNERS, "Sheriff's Office; Niños Primero", NAMES), "Sheriff's Office (not on the list); Niños Primero");
  assert.deepEqual(["Bread; Roses", ""].map((text) => asShown(PARTNERS, text, NAMES)), ["Bread; Roses", ""]);
});

test("what could be a slip of a listed name is asked about once, and then kept as it is", () => {
  const asked = new Set();
  assert.throws(() => withWhom("Cty Libary", asked), { message: /^With whom: “Cty Libary” is not on the list\. Did you mean “City Library”\? / });
  assert.equal(withWhom("Cty Libary", asked), "Cty Libary");
  assert.throws(() => withWhom("library"), { message: /Did you mean “City Library” or “County Library”\?/ });
});

test("slips are letters changed, added, left out or swapped", () => {
  assert.deepEqual([["abcd", "abcd"], ["abcd", "abxd"], ["abcd", "acbd"], ["abcd", "abd"], ["", "ab"], ["kitten", "sitting"]].map(([from, to]) => slips(from, to)), [0, 1, 1, 1, 2, 3]);
  assert.deepEqual(["Libarry", "primero", "Sheriff", "Fire Department"].map((typed) => nearNames(typed, NAMES)), [["City Library", "County Library"], ["Niños Primero"], [], []]);
  assert.equal(didYouMean(["A", "B", "C"]), "Did you mean “A”, “B” or “C”?");
});
