/** Blocks: the groups of an arrangement, each on ground of its own under its title. */
import { shade } from "../../shared/colours.js";
import { about, organizations, sectors } from "../state/data.js";
import { scene, stands, state } from "../state/state.js";
import { boxOf } from "./boxes.js";
import { hullOfBox } from "../geometry/hulls.js";

/** @import { Box } from "../../shared/boxes.js" */
/** @import { Hull } from "./together.js" */

export const TINTS = ["#6a51a3", "#1b7a5a", "#b3541e", "#2171b5", "#a03a76", "#6b6a15", "#3f4a55", "#8c2d04"];

/** The way the map is arranged, unless it is by connections. */
export const way = () => about.arrangements.find(({ kind }) => kind === state.arranged);

/** By what lines are inside a group or across: the arrangement, or the sectors. */
const grouping = () => way()?.kind ?? (about.arrangements[0]?.kind === "sector" ? "sector" : "");

/**
 * The group that an organization stands with, -1 where the map has none.
 * @param {number} id
 */
export const groupNumber = (id) => organizations[id].stands[grouping()] ?? -1;

/** @param {number} group */
export const groupColour = (group) => (grouping() === "sector" ? sectors[group].colour : isRest(group) ? "#5b6f82" : TINTS[group % TINTS.length]);

/** Whether a group is of those who are in none: in the arrangement by sector none is. @param {number} group */
const isRest = (group) => state.arranged !== "sector" && group === (way()?.groups.length ?? 0) - 1 && (way()?.rest ?? false);

/** Colours of lines inside groups, dark enough for white paper. @param {number} group */
export const lineColour = (group) => shade(groupColour(group), 0.72);

/** The blocks of those who are shown, as shapes to be drawn and to be given titles. @returns {Hull[]} */
export function blocks() {
  const arrangement = way();
  if (!arrangement || about.grouped) return [];
  return arrangement.groups.map((name, k) => {
    const members = [...scene.shown].filter((id) => stands(id) && organizations[id].stands[arrangement.kind] === k);
    return { number: k, name, colour: groupColour(k), members };
  }).filter(({ members }) => members.length).map((group) => ({ ...group, ...hullOfBox(around(group.members)), passed: [], around: "", tangle: 0, block: /** @type {const} */ (true) }));
}

/** @param {number[]} members @returns {Box} */
function around(members) {
  const boxes = members.map((id) => boxOf(organizations[id]));
  return {
    left: Math.min(...boxes.map(({ left }) => left)), right: Math.max(...boxes.map(({ right }) => right)),
    top: Math.min(...boxes.map(({ top }) => top)), bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}
