import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf, shownIn } from "../../../../stakeholder_graph/views/scripts/present/address.js";
import { partnersIn, pathsByWidth } from "../../../../stakeholder_graph/views/scripts/present/lines.js";

const NAMED = [{ name: "Niños & Co" }, { name: "Ward 2" }];

test("screens are counted from one in the address, and organizations stand by name", () => {
  assert.equal(addressOf({ screen: 0, organization: -1, notes: true }, NAMED), "screen=1");
  assert.equal(addressOf({ screen: 2, organization: 0, notes: false }, NAMED), "screen=3&organization=Ni%C3%B1os+%26+Co");
});

test("an address is read back, and what it does not say is the beginning", () => {
  assert.deepEqual(shownIn("screen=3&organization=Ward+2", NAMED), { screen: 2, organization: 1 });
  assert.deepEqual(shownIn("", NAMED), { screen: 0, organization: -1 });
  assert.deepEqual(shownIn("screen=x&organization=nobody", NAMED), { screen: 0, organization: -1 });
});

test("who has a line with whom, from both sides", () => {
  assert.deepEqual(partnersIn(4, [[0, 1, 1], [2, 0, 1]]), [[1, 2], [0], [0], []]);
});

test("lines of one width are one path", () => {
  const places = [{ x: 0, y: 0 }, { x: 1, y: 2 }, { x: 3, y: 4 }];
  assert.deepEqual([...pathsByWidth([[0, 1, 1], [1, 2, 2.5], [0, 2, 1]], places)], [[1, "M0 0L1 2M0 0L3 4"], [2.5, "M1 2L3 4"]]);
});
