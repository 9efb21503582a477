/** Symbols: what they look like on the canvas. */
import { ACCENT, INK, tint } from "../../shared/colours.js";
import { organizations, sectors } from "../state/data.js";
import { search } from "../state/search_hits.js";
import { scene, state } from "../state/state.js";
import { fading, presence } from "../waves/fading.js";

/** @import { Organization } from "../state/network.js" */
/** @import { Dot } from "../waves/fading.js" */
/** @typedef {CanvasRenderingContext2D} Context */

export const outlines = sectors.map((sector) => new Path2D(sector.path));

// A ring says: the one meant by the keys, found by the search, a partner of both that are compared.
const isRinged = (/** @type {number} */ id) => id === state.cursor || scene.both.has(id) || search.matches.includes(id);

/** @param {Organization} organization */
export const isSilent = (organization) => Boolean(organization.silent?.includes(state.wave));

/**
 * @param {Context} ctx
 * @param {number} id
 * @param {number} radius
 * @param {Dot | null} going how it looked, of one that this wave has not
 */
export function drawSymbol(ctx, id, radius, going = null) {
  const organization = organizations[id], outline = outlines[organization.sectorNumber];
  const colour = sectors[organization.sectorNumber].colour, silent = going?.silent ?? isSilent(organization);
  const there = going ? 1 - fading.share : presence(id), ink = there * ((going?.lit ?? scene.lit.has(id)) ? 1 : 0.15);
  ctx.save();
  ctx.translate(organization.x, organization.y);
  const asked = id === scene.chosen || id === scene.beside;
  if (asked || isRinged(id)) {
    ctx.beginPath();
    ctx.arc(0, 0, radius * 1.95, 0, 2 * Math.PI);
    ctx.fillStyle = asked ? "rgba(11,92,173,.22)" : "rgba(11,92,173,.1)";
    ctx.fill();
    ctx.lineWidth = 2;
    ctx.strokeStyle = ACCENT;
    ctx.stroke();
  }
  ctx.scale(radius, radius);
  ctx.lineJoin = "round";
  ctx.strokeStyle = INK;
  if (organization.backbone) {
    ctx.globalAlpha = ink;
    ctx.beginPath();
    ctx.arc(0, 0, 1.62, 0, 2 * Math.PI);
    ctx.fillStyle = "#fff";
    ctx.fill();
    ctx.lineWidth = 1.5 / radius;
    ctx.stroke();
  }
  // White first: lines that end here do not show through what is not lit.
  ctx.globalAlpha = there;
  ctx.fillStyle = "#fff";
  ctx.fill(outline);
  ctx.globalAlpha = ink;
  ctx.fillStyle = silent ? tint(colour, 0.16) : colour;
  ctx.fill(outline);
  ctx.lineWidth = 1.6 / radius;
  if (silent) ctx.setLineDash([0.34, 0.26]);
  ctx.stroke(outline);
  ctx.restore();
}
