import assert from "node:assert/strict";
import { test } from "node:test";
import { changesOf, endsOf, knowsAnswers } from "../../../../stakeholder_graph/views/scripts/map/state/changes.js";
import { prepared } from "../../../../stakeholder_graph/views/scripts/map/state/network.js";
import { BLOCK, network, pair } from "./small_network.js";

const became = (/** @type {typeof network} */ of) => Object.fromEntries([...changesOf(of, 0, 1, 0)].map(([tie, change]) => [pair(tie), change]));

test("the backbone knows a change from a tie that the other wave could not have shown", () => {
  assert.deepEqual(became(network), { AB: "kept", BC: "now", DE: "gained", AC: "ended", CD: "then" });
});

test("one side's report makes a tie newly named or no longer named, and an open answer neither", () => {
  const named = (/** @type {"one" | "unknown"} */ by) => prepared({ ...BLOCK, ties: BLOCK.ties.map((tie) => (tie.named ? { ...tie, named: by } : tie)) });
  assert.deepEqual(became(named("one")), { AB: "kept", BC: "now", DE: "newly", AC: "unnamed", CD: "then" });
  assert.deepEqual(became(named("unknown")), { AB: "kept", BC: "now", DE: "now", AC: "then", CD: "then" });
});

test("only the backbone's map, of a survey that says who answered, can say what became of ties", () => {
  assert.equal(knowsAnswers(network), true);
  for (const about of [{ desk: false }, { known: false }]) assert.equal(knowsAnswers(prepared({ ...BLOCK, about: { ...BLOCK.about, ...about } })), false);
});

test("a tie has the same ends from either side, and no two pairs have the same", () => {
  assert.equal(endsOf({ from: 3, to: 1 }, 5), endsOf({ from: 1, to: 3 }, 5));
  const pairs = [0, 1, 2, 3, 4].flatMap((from) => [0, 1, 2, 3, 4].filter((to) => to > from).map((to) => endsOf({ from, to }, 5)));
  assert.equal(new Set(pairs).size, 10);
});
