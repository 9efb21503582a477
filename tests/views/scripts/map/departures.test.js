import assert from "node:assert/strict";
import { test } from "node:test";
import { departures } from "../../../../stakeholder_graph/views/scripts/map/state/departures.js";
import { network, OPENING } from "./small_network.js";

/** @import { State } from "../../../../stakeholder_graph/views/scripts/map/state/scene.js" */

/** @param {Partial<State>} patch */
const from = (patch) => departures(network, { ...OPENING, ...patch }, OPENING, { teams: "Teams" });
/** @param {Partial<State>} patch */
const words = (patch) => from(patch).map((departure) => departure.words);

test("a map as it opens departs from nothing", () => assert.deepEqual(from({}), []));

test("each choice is said in words", () => {
  assert.deepEqual(words({ chosen: 0, beside: 2 }), ["Alder", "Compared with Élan"]);
  assert.deepEqual(words({ item: 1, least: 1, wave: 0 }), ["Working on Reading", "At least more", "Survey of 2023"]);
  assert.deepEqual(words({ layer: 1, since: 0, arranged: "sector", together: "teams", size: "ties" }),
    ["Trust", "Changes since 2023", "Arranged by: Sector", "Together: Teams", "Size: Number of connections"]);
  assert.deepEqual(words({ between: [0, 2], opened: new Set([2]) }), ["Health – Schools", "Open: Schools"]);
});

test("sectors are left out one by one, or few are left in", () => {
  assert.deepEqual(words({ off: new Set([1]) }), ["Without Not stated"]);
  assert.deepEqual(words({ off: new Set([1, 2]) }), ["Only Health"]);
  assert.deepEqual(words({ off: new Set([0, 1, 2]) }), ["Without Health", "Without Not stated", "Without Schools"]);
});

test("to undo all of them one after another leads back to the opening", () => {
  /** @type {State} */
  let state = { ...OPENING, chosen: 0, beside: 2, between: [0, 2], item: 0, off: new Set([0, 1, 2]), layer: 1, wave: 0, since: 0, arranged: "sector", together: "teams", group: 1, size: "ties", opened: new Set([1, 2]) };
  for (let list = departures(network, state, OPENING, {}); list.length; list = departures(network, state, OPENING, {})) state = { ...state, ...list[0].undo };
  assert.deepEqual(state, OPENING);
});

test("a step of the story takes its arrangement along", () => {
  assert.deepEqual(words({ told: 0, arranged: "sector" }), ["Finding 1"]);
  assert.deepEqual(from({ told: 0, arranged: "sector" })[0].undo, { told: -1, arranged: "ties" });
  assert.deepEqual(words({ told: 1, arranged: "sector" }), ["Finding 2", "Arranged by: Sector"]);
});
