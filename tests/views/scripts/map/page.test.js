/** Modules that read the page: they are loaded with one that holds the small network and nothing else. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { BLOCK, pair } from "./small_network.js";

/** @type {typeof import("../../../../stakeholder_graph/views/scripts/map/state/state.js")} */
let page;
/** @type {typeof import("../../../../stakeholder_graph/views/scripts/map/state/mixing.js")} */
let sectors;
/** @type {typeof import("../../../../stakeholder_graph/views/scripts/map/state/change_words.js")} */
let words;

before(async () => {
  const elements = { data: { textContent: JSON.stringify(BLOCK) } };
  const document = { documentElement: { lang: "en" }, getElementById: (/** @type {string} */ id) => (id === "data" ? elements.data : null) };
  Object.defineProperty(globalThis, "document", { value: document });
  Object.defineProperty(globalThis, "reportError", { value: (/** @type {unknown} */ error) => reported.push(error) });
  page = await import("../../../../stakeholder_graph/views/scripts/map/state/state.js");
  sectors = await import("../../../../stakeholder_graph/views/scripts/map/state/mixing.js");
  words = await import("../../../../stakeholder_graph/views/scripts/map/state/change_words.js");
});

/** @type {unknown[]} */
const reported = [];

test("whoever watches is told the state before, and an error of one keeps no other from it", () => {
  /** @type {number[]} */
  const before = [];
  page.watch(() => { throw new Error("a panel failed"); });
  page.watch(({ chosen }) => before.push(chosen));
  page.choose(0);
  page.choose(1);
  assert.deepEqual(before, [-1, 0]);
  assert.equal(reported.length, 2);
  assert.deepEqual(page.partnersOf(1).map(({ other }) => other), [2, 0]);
  page.choose(-1);
});

test("a change of the kind of tie keeps the least step within its scale, and of the wave the earlier one before it", () => {
  page.change({ least: 2 });
  page.change({ layer: 1 });
  assert.equal(page.state.least, 0);
  page.change({ layer: 0, since: 0 });
  assert.equal(page.state.since, 0);
  page.change({ wave: 0 });
  assert.equal(page.state.since, -1);
  page.change({ wave: 1 });
});

test("the cursor goes away with every change that does not move it", () => {
  page.change({ cursor: 3 });
  page.change({ least: 0 });
  assert.equal(page.state.cursor, -1);
});

test("ties between sectors are counted both ways round, and once within one", () => {
  // AB and BC are Health with Schools, DE Schools with the sector that is not stated.
  assert.deepEqual(page.scene.visible.map(pair), ["AB", "BC", "DE"]);
  assert.deepEqual(sectors.mixing(), [[0, 0, 2], [0, 0, 1], [2, 1, 0]]);
  assert.deepEqual(sectors.countPairs([[1, 1], [0, 1]], 2), [[0, 1], [1, 1]]);
  assert.equal(sectors.pairWords(0, 2, 2), "Health and Schools: 2 connections");
  assert.equal(sectors.pairWords(2, 2, 1), "Within Schools: 1 connection");
});

test("findings speak of the wave that they were computed for", () => {
  assert.deepEqual([sectors.judged(0, 2), sectors.judged(2, 0)], ["more", undefined]);
  page.change({ wave: 0 });
  assert.equal(sectors.judged(0, 2), undefined);
  page.change({ wave: 1 });
});

test("sectors that are off are not in the table of ties between sectors", () => {
  page.change({ off: new Set([2]) });
  assert.deepEqual(sectors.sectorsShown(), [0, 1]);
  page.change({ off: new Set() });
});

test("changes are counted in words, and what is known in one wave only is said apart", () => {
  page.change({ since: 0 });
  assert.equal(words.changeWords(), "Connections since 2023: 1 gained, 0 newly named by one side, 1 kept, 1 ended, 0 no longer named by one side. "
    + "2 more are known in one of the two years only: not both sides answered about each other both times.");
  assert.equal(words.changeName("now"), "in 2025, not known in 2023");
  page.change({ since: -1 });
});

test("kinds of tie that ask for a judgment count judgments", () => {
  assert.equal(page.pairsOf(1), "1 connection");
  page.change({ layer: 1 });
  assert.equal(page.pairsOf(2), "2 pairs judged");
  page.change({ layer: 0 });
});
