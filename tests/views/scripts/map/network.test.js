import assert from "node:assert/strict";
import { test } from "node:test";
import { prepared, stepOf, touches } from "../../../../stakeholder_graph/views/scripts/map/state/network.js";
import { BLOCK, letters, network } from "./small_network.js";

test("organizations are listed by name: no accents, no capitals, numbers by value", () => {
  assert.deepEqual(network.byName.map(network.nameOf), ["Alder", "beech", "Élan", "Ward 2", "Ward 10"]);
});

test("a strength reaches the last step that is not above it; what is not known reaches none", () => {
  const steps = [{ value: 1 }, { value: 2 }, { value: 4 }];
  assert.deepEqual([0.5, 1, 1.9, 2, 3.9, 4, 9, null].map((strength) => stepOf(strength, steps)), [0, 0, 0, 1, 1, 2, 2, -1]);
  assert.equal(stepOf(3, []), 0);
});

test("each tie has its step, by name too", () => {
  assert.deepEqual(network.ties.slice(0, 3).map(network.stepName), ["most", "some", "strength not known"]);
});

test("organizations carry the number of their sector, and a sector that nobody stated is none", () => {
  assert.deepEqual(network.organizations.map(({ sectorNumber }) => sectorNumber), [0, 2, 0, 2, 1]);
  assert.deepEqual(network.sectors.map(network.isStated), [true, false, true]);
  assert.equal(network.bySector, true);
  const about = { ...BLOCK.about, sectors: [BLOCK.about.sectors[1]] };
  assert.equal(prepared({ ...BLOCK, about }).bySector, false);
});

test("what two share is what both work on in that wave", () => {
  assert.deepEqual(network.sharedItems(0, 1, 0), [1]);
  assert.deepEqual(network.sharedItems(0, 1, 1), [0]);
  assert.deepEqual(network.sharedItems(0, 3, 1), []);
});

test("where no kind of tie may be shown there is one without steps", () => {
  const { layers, tiesShown } = prepared({ ...BLOCK, ties: [], about: { ...BLOCK.about, layers: [] } });
  assert.deepEqual([layers.length, layers[0].steps, tiesShown], [1, [], false]);
});

test("the block is left as it was", () => {
  assert.equal("sectorNumber" in BLOCK.organizations[0], false);
});

test("a tie touches its two ends", () => {
  assert.equal(letters([0, 1, 2, 3, 4].filter((id) => touches(network.ties[1], id))), "AC");
});
