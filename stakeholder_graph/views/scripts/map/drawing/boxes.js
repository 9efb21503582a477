/** The boxes that organizations and their names take on the map. */
import { organizations, type } from "../state/data.js";

/** @import { Box } from "../../shared/boxes.js" */
/** @import { Organization } from "../state/network.js" */

export const PAD = 9;

/**
 * The box of a symbol and its name, with some room around it.
 * @param {Organization} organization
 * @returns {Box}
 */
export function boxOf({ x, y, width, label }) {
  const half = Math.max(width / 2, type.radius * 1.7) + PAD, lines = label.split("\n").length;
  return { left: x - half, right: x + half, top: y - type.radius * 1.7 - PAD, bottom: y + type.below + type.line * lines + PAD };
}

/**
 * The box around organizations and their names.
 * @param {Iterable<number>} ids
 * @returns {Box}
 */
export function boxAround(ids) {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const id of ids) {
    const { x, y, width, label } = organizations[id], half = Math.max(width / 2, type.radius * 1.7);
    box.left = Math.min(box.left, x - half);
    box.right = Math.max(box.right, x + half);
    box.top = Math.min(box.top, y - type.radius * 1.7);
    box.bottom = Math.max(box.bottom, y + type.below + type.line * label.split("\n").length + 2);
  }
  return box.left < box.right ? box : { left: -300, right: 300, top: -200, bottom: 200 };
}
