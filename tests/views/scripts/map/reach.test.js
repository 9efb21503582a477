/** Through whom the arrow keys go: the small network has Alder and Élan in Health (0), beech and Ward 10 in Schools (2). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inReach } from "../../../../stakeholder_graph/views/scripts/map/groups/reach.js";
import { letters, network } from "./small_network.js";

const reached = (/** @type {number} */ chosen, /** @type {number[]} */ opened) => letters(inReach(network.organizations, chosen, opened).map(({ id }) => id));

test("after a group was opened, its members come next, of whichever group was opened last", () => {
  assert.equal(reached(-1, [0]), "AC");
  assert.equal(reached(-1, [0, 2]), "BD");
  assert.equal(reached(-1, [2, 1]), "E");
});

test("from whoever is chosen the keys go on in the same group", () => assert.equal(reached(0, [0, 2]), "AC"));

test("where no group is open, or nobody of it is drawn, all are in reach", () => {
  assert.equal(reached(-1, []), "ABCDE");
  assert.equal(reached(-1, [7]), "ABCDE");
});
