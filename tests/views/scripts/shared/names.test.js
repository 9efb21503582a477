import assert from "node:assert/strict";
import { test } from "node:test";
import { capital, compareNames, findByName, folded, letterOf, slug } from "../../../../stakeholder_graph/views/scripts/shared/names.js";

const NAMES = ["Niños Unidos", "Ward 10 Library", "Ward 2 Library", "Library of Harbor Flats", "Élan Vital"];
const find = (/** @type {string} */ text) => findByName(text, NAMES, (name) => name);

test("accents and capitals fold away", () => {
  assert.equal(folded("ÉLAN Niños Łódź"), "elan ninos łodz"); // ł is a letter of its own, without a mark
  assert.equal(folded("n\u0303"), folded("\u00f1")); // the same letter, composed and not
});

test("every word is looked for, in any order, anywhere in a name", () => {
  assert.deepEqual(find("ninos"), ["Niños Unidos"]);
  assert.deepEqual(find("library 2"), ["Ward 2 Library"]);
  assert.deepEqual(find("LIB war"), ["Ward 10 Library", "Ward 2 Library"]);
  assert.deepEqual(find("nobody"), []);
  assert.deepEqual(find("  "), []);
});

test("names that start with the first word come first, else the order stays", () => {
  assert.deepEqual(find("library"), ["Library of Harbor Flats", "Ward 10 Library", "Ward 2 Library"]);
});

test("names are sorted with numbers by value and without regard to accents and capitals", () => {
  assert.deepEqual([...NAMES, "elan"].sort(compareNames), ["elan", "Élan Vital", "Library of Harbor Flats", "Niños Unidos", "Ward 2 Library", "Ward 10 Library"]);
});

test("a typed key is a letter, a number, or neither", () => {
  assert.deepEqual(["é", "z", "7", " ", "Enter", "ArrowUp", "ñ"].map(letterOf), ["E", "Z", "#", null, null, null, "N"]);
});

test("file names hold letters, numbers and hyphens only", () => {
  assert.equal(slug("«Niños» & Co., Wren County"), "ninos-co-wren-county");
  assert.equal(slug("北京"), "");
});

test("only the first letter becomes a capital", () => {
  assert.equal(capital("joint work on HIV"), "Joint work on HIV");
  assert.equal(capital(""), "");
});
