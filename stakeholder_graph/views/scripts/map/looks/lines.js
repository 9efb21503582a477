/** Lines: what they look like on the canvas and, from the same numbers, in pictures. */
import { ACCENT, LINE_COLOUR } from "../../shared/colours.js";
import { layers } from "../state/data.js";
import { touches } from "../state/network.js";
import { scene } from "../state/state.js";
import { groupNumber, lineColour } from "../drawing/blocks.js";
import { changeLook } from "./change_looks.js";
import { kindLook } from "./kind_looks.js";

/** @import { Tie } from "../state/network.js" */
/** @import { LineLook } from "./change_looks.js" */

/**
 * A line's width, dashes, colour and strength of ink.
 * @param {Tie} tie
 * @param {boolean} lit
 * @returns {LineLook}
 */
export function lineLook(tie, lit) {
  const became = scene.changes?.get(tie), plain = became ? changeLook(became) : scene.kinds ? ofKinds(tie) : plainLook(tie);
  if (!scene.focused) return plain;
  if (!lit) return { ...plain, colour: LINE_COLOUR, ink: 0.045 };
  return { ...plain, colour: scene.changes || scene.kinds ? plain.colour : isAccented(tie) ? ACCENT : LINE_COLOUR, ink: isFarther(tie) ? 0.3 : 0.75 };
}

/** What runs across groups is faint here, too. @param {Tie} tie @returns {LineLook} */
function ofKinds(tie) {
  const plain = plainLook(tie), { colour, ink } = kindLook(tie);
  return { ...plain, colour, ink: groupNumber(tie.from) === groupNumber(tie.to) ? ink : ink * 0.4 };
}

// The ties of partners among themselves and to theirs, behind those of the chosen one.
const isFarther = (/** @type {Tie} */ tie) => scene.chosen >= 0 && scene.beside < 0 && !touches(tie, scene.chosen);

// Of two that are compared the lines to partners of both, and the line between them.
const isAccented = (/** @type {Tie} */ tie) => (scene.beside < 0 ? !isFarther(tie)
  : scene.both.has(tie.from) || scene.both.has(tie.to) || (touches(tie, scene.chosen) && touches(tie, scene.beside)));

/**
 * @param {Tie} tie
 * @returns {LineLook}
 */
function plainLook(tie) {
  const steps = Math.max(1, layers[tie.layer].steps.length - 1);
  const width = tie.step < 0 ? 1.2 : 1.2 + 2.3 * tie.step / steps;
  const dashes = tie.named === "one" ? [7, 5] : tie.named === "unknown" ? [2, 3.5] : /** @type {const} */ (false);
  const crowd = scene.visible.length, group = groupNumber(tie.from), across = group !== groupNumber(tie.to);
  const ink = (crowd < 80 ? 0.7 : crowd < 200 ? 0.5 : crowd < 600 ? 0.38 : 0.26) * (dashes ? 0.85 : 1);
  if (group < 0) return { width, dashes, colour: LINE_COLOUR, ink };
  // What a group has in itself stands out; what runs across is there, and faint until somebody is chosen.
  return across ? { width: width * 0.8, dashes, colour: LINE_COLOUR, ink: ink * 0.5 } : { width: width * 1.15, dashes, colour: lineColour(group), ink: Math.min(0.85, ink * 2) };
}
