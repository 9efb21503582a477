import assert from "node:assert/strict";
import { test } from "node:test";
import { hidden, inLines } from "../../../../stakeholder_graph/views/scripts/whatif/maps.js";
import { commandFor, partedBy, shownFor } from "../../../../stakeholder_graph/views/scripts/whatif/state.js";

/** @import { Change, PageData } from "../../../../stakeholder_graph/views/scripts/whatif/state.js" */

const departure = { title: "Without Hub", said: ["Clinic is alone."], values: ["50%", "2"], alone: [1], cutOff: [2, 3] };
/** @type {PageData} */
const data = {
  names: ["Hub", "Clinic", "Library", "School"], layer: "contact", map: null, values: [["Density", "60%"], ["Steps", "2"]],
  departures: { 0: departure }, introductions: [], layerQuoted: "contact", change: null, command: "stakeholder-graph whatif ours", quoted: ['"The Hub"', "Clinic", "Library", "School"],
};
/** @type {Change} */
const change = { title: "New joins", said: ["More."], values: [["Density", "contact", "60%", "70%"]], gone: [], joined: [4], made: [[0, 4]], ended: [], alone: [], cutOff: [] };

test("where nobody is chosen the page shows what is, or what it opened with", () => {
  const shown = shownFor(data, []);
  assert.deepEqual([shown.title, shown.said, shown.command, shown.values], ["", [], "", [["Density", "contact", "60%", ""], ["Steps", "contact", "2", ""]]]);
  assert.deepEqual(shownFor({ ...data, change }, []), { ...change, command: "" });
});

test("a single departure has its values beside those that are", () => {
  const shown = shownFor({ ...data, change }, [0]);
  assert.deepEqual(shown.values, [["Density", "contact", "60%", "50%"], ["Steps", "contact", "2", "2"]]);
  assert.deepEqual([shown.title, shown.gone, shown.alone, shown.cutOff, shown.joined, shown.command], ["Without Hub", [0], [1], [2, 3], [], ""]);
});

test("several, or one that the page lacks, name the command with names as a terminal takes them", () => {
  assert.equal(shownFor(data, [0, 2]).command, 'stakeholder-graph whatif ours --without "The Hub" --without Library');
  assert.deepEqual([shownFor(data, [3]).title, shownFor(data, [3]).gone], [null, [3]]);
  assert.equal(commandFor(data, [3]), "stakeholder-graph whatif ours --without School");
});

test("an introduction has its values, and beside a departure or another one it is part of the command", () => {
  const meets = { ...departure, title: "Clinic and School connected", made: /** @type {[number, number][]} */ ([[1, 3]]), alone: [], cutOff: [] };
  const all = { ...meets, title: "2 pairs introduced", made: /** @type {[number, number][]} */ ([[1, 3], [2, 3]]) };
  const known = { ...data, introductions: [meets, all], layerQuoted: '"phone calls"' };
  const shown = shownFor(known, [], [0]);
  assert.deepEqual([shown.title, shown.made, shown.gone, shown.command, shown.values[0][3]], ["Clinic and School connected", [[1, 3]], [], "", "50%"]);
  assert.equal(shownFor(known, [2], [0, 1]).command,
    'stakeholder-graph whatif ours --without Library --connect Clinic School --connect Library School --layer "phone calls"');
  assert.equal(shownFor(known, [2], [0]).title, null);
});

test("a long name is broken at the space nearest to its middle", () => {
  assert.deepEqual(inLines("Harbor Flats Neighborhood Association"), ["Harbor Flats", "Neighborhood Association"]);
  assert.deepEqual(inLines("Millrace Mentors"), ["Millrace Mentors"]);
  assert.deepEqual(inLines("Gemeinschaftskrankenhaus"), ["Gemeinschaftskrankenhaus"]);
});

test("a name stands within the map and on no other", () => {
  const box = { left: 10, right: 50, top: 10, bottom: 20 };
  assert.equal(hidden(box, [100, 100], []), false);
  assert.equal(hidden(box, [51, 100], []), true);
  assert.equal(hidden(box, [100, 100], [{ left: 49, right: 60, top: 19, bottom: 30 }]), true);
  assert.equal(hidden(box, [100, 100], [{ left: 50, right: 60, top: 10, bottom: 20 }]), false);
});

test("a map falls apart: who is left without a line, and who loses the way to the others", () => {
  // A triangle 0-1-2, a bridge 3 to a pair 4-5 and to a single 6; 7 is alone already.
  /** @type {[number, number][]} */
  const lines = [[0, 1], [1, 2], [0, 2], [2, 3], [3, 4], [4, 5], [3, 6]];
  const map = { points: /** @type {[number, number][]} */ (Array.from({ length: 8 }, () => [0, 0])), lines };
  assert.deepEqual(partedBy(map, [3]), { alone: [6], cutOff: [4, 5] });
  assert.deepEqual(partedBy(map, [3, 4]), { alone: [5, 6], cutOff: [] });
  assert.deepEqual(partedBy(map, [7]), { alone: [], cutOff: [] });
});
