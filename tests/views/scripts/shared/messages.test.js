import assert from "node:assert/strict";
import { test } from "node:test";
import { _, translator } from "../../../../stakeholder_graph/views/scripts/shared/messages.js";

test("in English a text is its own translation, and fields are put in", () => {
  assert.equal(_("{one} and {other}", { one: "A", other: "B" }), "A and B");
  assert.equal(_("{missing} stays"), "{missing} stays");
});

test("numbers are written as the language writes them, texts as they are", () => {
  assert.equal(translator("en", {})._("{count} ties, {wave}", { count: 12345, wave: "2025" }), "12,345 ties, 2025");
  assert.equal(translator("de", {})._("{count}", { count: 12345 }), "12.345");
});

test("a count decides the form, by the plural rules of the language", () => {
  const english = translator("en", {})._n;
  assert.deepEqual([0, 1, 2].map((count) => english("{count} tie", "{count} ties", count)), ["0 ties", "1 tie", "2 ties"]);
  // Polish: one for 1, few for 2 to 4, many for 5.
  const polish = translator("pl", { "{count} tie": { one: "{count} więź", few: "{count} więzi", many: "{count} więzi (wiele)", other: "?" } })._n;
  assert.deepEqual([1, 2, 5].map((count) => polish("{count} tie", "{count} ties", count)), ["1 więź", "2 więzi", "5 więzi (wiele)"]);
});

test("a text that is not translated stays English, and no field is looked for in what a field holds", () => {
  const spanish = translator("es", { Ties: "Vínculos" });
  assert.equal(spanish._("Ties"), "Vínculos");
  assert.equal(spanish._("Sectors"), "Sectors");
  assert.equal(spanish._("constructor"), "constructor");
  assert.equal(spanish._("{name}", { name: "{name} Inc." }), "{name} Inc.");
});
