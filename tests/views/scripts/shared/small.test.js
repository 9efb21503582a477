import assert from "node:assert/strict";
import { test } from "node:test";
import { shade, tint } from "../../../../stakeholder_graph/views/scripts/shared/colours.js";
import { around, clamp, isShortcut } from "../../../../stakeholder_graph/views/scripts/shared/keys.js";
import { inLines, wrapped } from "../../../../stakeholder_graph/views/scripts/shared/lines.js";
import { between, eased } from "../../../../stakeholder_graph/views/scripts/shared/motion.js";

test("a list goes round at both ends", () => {
  assert.equal(around(2, 1, 3), 0);
  assert.equal(around(0, -1, 3), 2);
  assert.equal(around(-1, 1, 3), 0); // from nowhere to the first
});

test("a number is kept within limits", () => {
  assert.deepEqual([-1, 0, 5, 9].map((value) => clamp(value, 0, 5)), [0, 0, 5, 5]);
});

test("keys with Alt, Control or Meta are the browser's", () => {
  const pressed = (/** @type {object} */ keys) => isShortcut(/** @type {KeyboardEvent} */ ({ altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...keys }));
  assert.deepEqual([{}, { shiftKey: true }, { altKey: true }, { ctrlKey: true }, { metaKey: true }].map(pressed), [false, false, true, true, true]);
});

test("lines are filled as far as words fit, and a word that fits nowhere has its own", () => {
  const short = (/** @type {string} */ line) => line.length <= 9;
  assert.deepEqual(inLines(["a", "food", "bank", "partnership", "of", "all"], short), ["a food", "bank", "partnership", "of all"]);
  assert.deepEqual(inLines([], short), []);
});

test("text wraps by the width of the pen, whatever space stands between words", () => {
  const pen = { measureText: (/** @type {string} */ text) => ({ width: 10 * text.length }) };
  assert.deepEqual(wrapped("one two\n three", pen, 70), ["one two", "three"]);
});

test("motion starts and ends slowly, and is half way at half time", () => {
  assert.deepEqual([0, 0.25, 0.5, 1].map(eased), [0, 0.15625, 0.5, 1]); // 3 s^2 - 2 s^3
  assert.deepEqual(between([0, 10], [10, 20], 0.25), [2.5, 12.5]);
});

test("tints go towards white, shades towards black", () => {
  assert.equal(tint("#ff8000", 1), "rgb(255,128,0)");
  assert.equal(tint("#ff8000", 0.5), "rgb(255,192,128)"); // 255 - 127/2 = 191.5 and 255 - 255/2 = 127.5, rounded up
  assert.equal(tint("#000000", 0), "rgb(255,255,255)");
  assert.equal(shade("#ff8000"), "rgb(128,64,0)");
});
