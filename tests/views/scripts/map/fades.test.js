/** Two drawings laid over each other: what goes, what comes, what stays. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inkAt, mixed } from "../../../../stakeholder_graph/views/scripts/map/geometry/fades.js";

/** @typedef {{ key: string, ink: number }} Line */
const keyOf = (/** @type {Line} */ { key }) => key, inkOf = (/** @type {Line} */ { ink }) => ink;
/** @type {(share: number) => [string, number][]} */
const at = (share) => mixed(BEFORE, AFTER, share, keyOf, inkOf).map(([{ key }, ink]) => [key, ink]);

const BEFORE = [{ key: "AB thin", ink: 0.5 }, { key: "BC", ink: 0.5 }, { key: "CD", ink: 0.4 }];
const AFTER = [{ key: "AB thick", ink: 0.3 }, { key: "BC", ink: 0.3 }, { key: "DE", ink: 0.4 }];

test("ink goes evenly from one to the other, and ends at exactly what it is to be", () => {
  assert.equal(inkAt(0, 0.3, 0), 0);
  assert.equal(inkAt(0.25, 0.75, 0.5), 0.5);
  assert.equal(inkAt(0.1, 0.7, 1), 0.7);
});

test("at the start the map is as it was, at the end only what the next wave has is there", () => {
  assert.deepEqual(at(0).filter(([, ink]) => ink > 0).sort(), BEFORE.map(({ key, ink }) => [key, ink]).sort());
  assert.deepEqual(at(1), AFTER.map(({ key, ink }) => [key, ink]));
});

test("half-way what comes and what goes has half its ink, a line in another look does both, and what stays is whole", () => {
  assert.deepEqual(at(0.5), [["AB thin", 0.25], ["CD", 0.2], ["AB thick", 0.15], ["BC", 0.4], ["DE", 0.2]]);
});

test("what comes and what goes is alike: played back, each has the ink that it had", () => {
  const forth = new Map(mixed(BEFORE, AFTER, 0.25, keyOf, inkOf).map(([{ key }, ink]) => [key, ink]));
  const back = new Map(mixed(AFTER, BEFORE, 0.75, keyOf, inkOf).map(([{ key }, ink]) => [key, ink]));
  assert.deepEqual([...forth.keys()].sort(), [...back.keys()].sort());
  for (const [key, ink] of forth) assert.ok(Math.abs(ink - (back.get(key) ?? -1)) < 1e-12);
});

test("without ink of its own an entry is whole", () => {
  assert.deepEqual(mixed(["a"], ["b"], 0.25, (name) => name), [["a", 0.75], ["b", 0.25]]);
});
