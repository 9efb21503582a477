/** How many of a group have answered, on its symbol: the part that has not is pale. On the backbone's page alone. */
import { tint } from "../../shared/colours.js";
import { about } from "../state/data.js";
import { state } from "../state/state.js";

/** @import { SectorGroup } from "./groups.js" */

/** The share of a group that has answered; all of it where nothing is known of that. @param {SectorGroup} group */
export function answeredIn({ k }) {
  const counted = about.condensed?.groups[k];
  return counted?.answered && counted.listed[state.wave] ? counted.answered[state.wave] / counted.listed[state.wave] : 1;
}

/** Where on the circle the pale part ends; it begins at the top. @param {number} share of those who have answered */
const endOf = (share) => -Math.PI / 2 + 2 * Math.PI * (1 - share);

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Path2D} outline
 * @param {number} share
 * @param {string} colour
 */
export function drawAnswered(ctx, outline, share, colour) {
  if (share >= 1) return;
  ctx.save();
  ctx.clip(outline);
  ctx.beginPath();
  ctx.moveTo(0, 0);
  ctx.arc(0, 0, 3, -Math.PI / 2, endOf(share));
  ctx.closePath();
  ctx.fillStyle = tint(colour, 0.16);
  ctx.fill();
  ctx.restore();
}

/**
 * The pale part of a circle of radius 1 as an SVG path.
 * @param {number} share of those who have answered
 */
export function palePath(share) {
  if (share >= 1) return "";
  const end = endOf(share), x = Math.cos(end).toFixed(4), y = Math.sin(end).toFixed(4);
  // A whole circle has no end to draw to.
  return share <= 0 ? "M0 -1A1 1 0 1 1 0 1A1 1 0 1 1 0 -1Z" : `M0 0L0 -1A1 1 0 ${share < 0.5 ? 1 : 0} 1 ${x} ${y}Z`;
}
