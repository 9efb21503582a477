import assert from "node:assert/strict";
import { test } from "node:test";
import { joins, see, within } from "../../../../stakeholder_graph/views/scripts/map/state/scene.js";
import { prepared } from "../../../../stakeholder_graph/views/scripts/map/state/network.js";
import { BLOCK, letters, network, OPENING, pair } from "./small_network.js";

/** @type {(patch: Partial<import("../../../../stakeholder_graph/views/scripts/map/state/scene.js").State>) => import("../../../../stakeholder_graph/views/scripts/map/state/scene.js").Scene} */
const sceneOf = (patch) => see(network, { ...OPENING, ...patch });
const ties = (/** @type {Iterable<{ from: number, to: number }>} */ list) => [...list].map(pair).sort();

test("a wave shows who is listed in it and its ties of one kind", () => {
  assert.deepEqual([letters(sceneOf({}).shown), ties(sceneOf({}).visible)], ["ABCDE", ["AB", "BC", "DE"]]);
  assert.deepEqual([letters(sceneOf({ wave: 0 }).shown), ties(sceneOf({ wave: 0 }).visible)], ["ABCD", ["AB", "AC", "CD"]]);
  assert.deepEqual(ties(sceneOf({ layer: 1 }).visible), ["AE"]);
});

test("a sector that is off takes its organizations and their ties away", () => {
  const { shown, visible } = sceneOf({ off: new Set([0]) });
  assert.deepEqual([letters(shown), ties(visible)], ["BDE", ["DE"]]);
});

test("ties below the least step are left out; those of unknown strength are kept", () => {
  assert.deepEqual(ties(sceneOf({ wave: 0, least: 1 }).visible), ["AB", "CD"]);
  assert.deepEqual(ties(sceneOf({ wave: 0, least: 2 }).visible), ["AB", "CD"]);
  assert.deepEqual(ties(sceneOf({ least: 2 }).visible), ["BC"]);
});

test("partners stand with the strongest tie first", () => {
  assert.deepEqual(sceneOf({}).partners.get(1)?.map(({ other }) => other), [2, 0]);
  assert.deepEqual(sceneOf({}).partners.get(4)?.map(({ other }) => other), [3]);
});

test("nothing chosen lights all and focuses on nothing", () => {
  const scene = sceneOf({});
  assert.deepEqual([letters(scene.lit), scene.focused, scene.visible.every(scene.litTie)], ["ABCDE", false, true]);
});

test("a chosen one lights its partners, and theirs at two steps", () => {
  const one = sceneOf({ chosen: 0 }), two = sceneOf({ chosen: 0, steps: 2 });
  assert.deepEqual([letters(one.lit), ties(one.visible.filter(one.litTie)), one.focused], ["AB", ["AB"], true]);
  assert.deepEqual([letters(two.lit), ties(two.visible.filter(two.litTie))], ["ABC", ["AB", "BC"]]);
});

test("who is not shown can be neither chosen nor compared, and nobody is compared with itself", () => {
  assert.equal(sceneOf({ wave: 0, chosen: 4 }).chosen, -1);
  assert.equal(sceneOf({ chosen: 0, beside: 0 }).beside, -1);
  assert.equal(sceneOf({ chosen: -1, beside: 2 }).beside, -1);
});

test("of two compared the partners of either are lit, and those of both are known", () => {
  const scene = sceneOf({ chosen: 0, beside: 2 });
  assert.deepEqual([letters(scene.lit), letters(scene.both), ties(scene.visible.filter(scene.litTie))], ["ABC", "B", ["AB", "BC"]]);
});

test("between two sectors their ties and ends are lit; where there are none, all who could meet", () => {
  const crossing = sceneOf({ between: [2, 0] });
  assert.deepEqual([letters(crossing.lit), ties(crossing.visible.filter(crossing.litTie))], ["ABC", ["AB", "BC"]]);
  assert.equal(letters(sceneOf({ between: [0, 0] }).lit), "AC");
  assert.equal(joins(network, network.ties[0], [2, 0]), joins(network, network.ties[0], [0, 2]));
});

test("an item lights those who work on it in this wave", () => {
  assert.deepEqual([0, 1].map((item) => letters(sceneOf({ item }).lit)), ["AB", "D"]);
  assert.equal(letters(sceneOf({ item: 1, wave: 0 }).lit), "AB");
});

test("ties of the earlier wave that are gone are drawn and counted apart, and light whom one was tied to", () => {
  const scene = sceneOf({ since: 0, chosen: 0 });
  assert.deepEqual([ties(scene.gone), ties(scene.visible), ties(scene.drawn)], [["AC", "CD"], ["AB", "BC", "DE"], ["AB", "AC", "BC", "CD", "DE"]]);
  assert.equal(letters(scene.lit), "ABC");
});

test("distances stop at the given step", () => {
  assert.deepEqual([...within(0, 5, sceneOf({}).partners)], [[0, 0], [1, 1], [2, 2]]);
});

test("two kinds of tie are held together pair by pair, and the second adds its own pairs", () => {
  const { visible, drawn, kinds } = sceneOf({ second: 1 });
  assert.deepEqual([ties(visible), ties(drawn)], [["AB", "BC", "DE"], ["AB", "AE", "BC", "DE"]]);
  const own = [...kinds ?? []].filter(([tie, other]) => tie === other).map(([tie]) => pair(tie));
  assert.deepEqual(own, ["AE"]);
  // A and E are tied by the second kind alone: who looks at A sees E.
  assert.deepEqual(letters(sceneOf({ second: 1, chosen: 0 }).lit), "ABE");
  assert.equal(sceneOf({}).kinds, null);
});

test("a step of the story lights what it speaks of", () => {
  // Across sectors: AB and BC are Health with Schools, DE Schools with one that is not stated.
  const across = sceneOf({ told: 0 }), among = sceneOf({ told: 1 }), pairs = sceneOf({ told: 2 });
  assert.deepEqual([letters(across.lit), ties(across.visible.filter(across.litTie))], ["ABCDE", ["AB", "BC", "DE"]]);
  assert.deepEqual([letters(among.lit), ties(among.visible.filter(among.litTie))], ["AB", ["AB"]]);
  assert.deepEqual([letters(pairs.lit), ties(pairs.visible.filter(pairs.litTie))], ["BC", ["BC"]]);
});

test("what a large map counts only is counted by step, goes with its sector, and lights with whom it is connected", () => {
  const condensed = { kind: /** @type {const} */ ("sector"), groups: [], tallies: [[0, 7, 0, 1, 1, 2, 0, 4], [6, 7, 0, 1, 0, 5], [7, 7, 0, 0, 3]] };
  const large = prepared({ ...BLOCK, about: { ...BLOCK.about, condensed } });
  const counts = (/** @type {Partial<import("../../../../stakeholder_graph/views/scripts/map/state/scene.js").State>} */ patch) => see(large, { ...OPENING, ...patch }).counted.map(({ count, lit }) => [count, lit]);
  // 1 of unknown strength, 2 weak and 4 of the strongest between Alder and the rest of Schools; 5 weak ones between two rests.
  assert.deepEqual(counts({}), [[7, true], [5, true]]);
  assert.deepEqual(counts({ least: 1 }), [[5, true]]);
  assert.deepEqual(counts({ wave: 0 }), [[3, true]]);
  assert.deepEqual(counts({ off: new Set([1]) }), [[7, true]]);
  assert.deepEqual(counts({ chosen: 0 }), [[7, true], [5, false]]);
  assert.deepEqual(counts({ between: [2, 0] }), [[7, true], [5, false]]);
  assert.equal(see(large, OPENING).beyond.get(0), 7);
});
