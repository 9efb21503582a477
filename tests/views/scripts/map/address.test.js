import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf, stateOf } from "../../../../stakeholder_graph/views/scripts/map/state/address.js";
import { network, OPENING } from "./small_network.js";

const OFFERED = { arranged: ["sector", "ties"], together: ["", "clusters", "teams", "sectors"] };
/** @type {(text: string, offered?: typeof OFFERED) => Partial<import("../../../../stakeholder_graph/views/scripts/map/state/scene.js").State>} */
const read = (text, offered = OFFERED) => stateOf(network, text, OPENING, offered);
/** @type {(patch: Partial<import("../../../../stakeholder_graph/views/scripts/map/state/scene.js").State>, at?: string | null) => string} */
const write = (patch, at = null) => addressOf(network, { ...OPENING, ...patch }, OPENING, at);

test("what the map opens with goes without saying", () => {
  assert.equal(write({}), "");
  const { cursor: _cursor, ...opening } = OPENING;
  assert.deepEqual(read(""), opening);
});

test("names stand in the address, not numbers", () => {
  assert.equal(write({ chosen: 2, steps: 2 }), "organization=%C3%89lan&steps=2");
  assert.equal(write({ wave: 0, off: new Set([2, 1]) }, "1,2,0.500"), "wave=2023&without=Schools&without=Not+stated&at=1%2C2%2C0.500");
});

test("every state comes back from its address", () => {
  /** @type {Partial<import("../../../../stakeholder_graph/views/scripts/map/state/scene.js").State>[]} */
  const patches = [
    { layer: 1 }, { second: 1 }, { told: 1 }, { wave: 0 }, { since: 0 }, { least: 2 }, { off: new Set([0, 2]) }, { item: 1 }, { arranged: "sector" }, { opened: new Set([1]) }, { together: "teams" }, { group: 3 },
    { size: "Betweenness" }, { chosen: 0, beside: 4 }, { steps: 2 }, { matrix: true, between: [2, 0] }, { how: true }, { view: "table" },
  ];
  const { cursor: _cursor, ...opening } = OPENING;
  for (const patch of patches) assert.deepEqual(read(write(patch)), { ...opening, ...patch });
});

test("a link to a finding opens its step in the arrangement that shows it, and one may say org", () => {
  assert.deepEqual([read("finding=mixing").told, read("finding=mixing").arranged], [0, "sector"]);
  assert.deepEqual([read("finding=mixing&arranged=ties").arranged, read("finding=none").told], ["ties", -1]);
  assert.equal(read("org=beech").chosen, 1);
});

test("two items of one name are told apart by their kinds", () => {
  assert.deepEqual([read("item=Reading&kind=team").item, read("item=Reading&kind=outcome").item, read("item=Reading").item], [1, 0, 0]);
});

test("what does not fit this map is ignored", () => {
  const { cursor: _cursor, ...opening } = OPENING;
  const text = "layer=none&wave=1999&since=x&least=-4&without=Nobody&item=no&arranged=up&together=moon&group=x&size=Fame&organization=Q&beside=Q&steps=9&matrix=1&between=Health&view=cake";
  assert.deepEqual(read(text), opening);
  assert.equal(read("least=99").least, 2);
  assert.equal(read("layer=trust&least=2").least, 0);
  assert.equal(read("arranged=sector", { ...OFFERED, arranged: [] }).arranged, "ties");
});
