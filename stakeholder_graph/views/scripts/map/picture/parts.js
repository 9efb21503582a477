/** Lines, symbols, names and titles of a picture, each as SVG. */
import { INK, shade, tint } from "../../shared/colours.js";
import { answeredIn, palePath } from "../drawing/answered.js";
import { circleOf, groupTitle, isGroupLit } from "../drawing/groups.js";
import { radiusAt } from "../drawing/stage.js";
import { isSilent } from "../drawing/symbols.js";
import { organizations, sectors } from "../state/data.js";
import { scene } from "../state/state.js";
import { round, tag, textTag } from "./svg_text.js";

/** @import { SectorGroup } from "../drawing/groups.js" */
/** @import { WrittenName } from "../drawing/names.js" */
/** @import { Thread } from "../drawing/threads.js" */
/** @import { Title } from "../drawing/titles.js" */
/** @import { Values } from "./svg_text.js" */

/** @type {(x: number, y: number, content: string, values?: Values) => string} */
export const text = (x, y, content, values = {}) => textTag("text", { x: round(x), y: round(y), fill: INK, ...values }, content);

/** @param {Thread} thread */
export function pictureThread({ from, to, bends, width, dashes, colour, ink }) {
  const look = { stroke: colour, "stroke-width": round(width), "stroke-opacity": round(ink), ...(dashes ? { "stroke-dasharray": dashes.join(" ") } : {}) };
  if (!bends) return tag("line", { x1: round(from.x), y1: round(from.y), x2: round(to.x), y2: round(to.y), ...look });
  const [first, second, end] = [...bends, to].map(({ x, y }) => `${round(x)} ${round(y)}`);
  return tag("path", { d: `M${round(from.x)} ${round(from.y)}C${first} ${second} ${end}`, fill: "none", ...look });
}

/** @type {(group: SectorGroup, shrink: number) => string} */
export function pictureGroup(group, shrink) {
  const { lines, strong, size, line, top } = groupTitle(group, shrink), d = group.sector.path, share = answeredIn(group), clip = `symbol-${group.k}`;
  const edge = { d, stroke: INK, "stroke-width": 0.04, "stroke-linejoin": "round" };
  const inside = share >= 1 ? [tag("path", { ...edge, fill: group.sector.colour })] : [
    tag("clipPath", { id: clip }, tag("path", { d })), tag("path", { d, fill: group.sector.colour }),
    tag("path", { d: palePath(share), transform: "scale(1)", fill: tint(group.sector.colour, 0.16), "clip-path": `url(#${clip})` }), tag("path", { ...edge, fill: "none" })];
  const symbol = tag("g", { transform: `translate(${round(group.x)} ${round(group.y)}) scale(${round(circleOf(group))})`, opacity: isGroupLit(group) ? 1 : 0.15 }, inside.join(""));
  return symbol + lines.map((words, k) => text(group.x, top + line * (k + 0.5) + size * 0.35, words, { "text-anchor": "middle", "font-size": round(size), "font-weight": k < strong ? "bold" : "normal" })).join("");
}

/** @type {(id: number, scale: number) => string} */
export function pictureSymbol(id, scale) {
  const organization = organizations[id], radius = radiusAt(id, scale), sector = sectors[organization.sectorNumber];
  /** @type {Values} */
  const inside = isSilent(organization) ? { "stroke-dasharray": ".34 .26", fill: tint(sector.colour, 0.16) } : { fill: sector.colour };
  const ring = organization.backbone ? tag("circle", { r: 1.62, fill: "#fff", stroke: INK, "stroke-width": round(1.5 / radius) }) : "";
  const path = tag("path", { d: sector.path, stroke: INK, "stroke-width": round(1.6 / radius), "stroke-linejoin": "round", ...inside });
  return tag("g", { transform: `translate(${organization.x} ${organization.y}) scale(${round(radius)})`, opacity: scene.lit.has(id) ? 1 : 0.15 }, ring + path);
}

/** @param {WrittenName} name */
export function pictureName({ left, right, top, lines, line, size, strong }) {
  return lines.map((words, k) => text((left + right) / 2, top + line * (k + 0.5) + size * 0.35, words,
    { "text-anchor": "middle", "font-size": round(size), ...(strong ? { "font-weight": "bold" } : {}), stroke: "#fff", "stroke-width": round(size * 0.27), "stroke-linejoin": "round", "paint-order": "stroke" })).join("");
}

/** @param {Title} title */
export function pictureTitle({ left, right, top, bottom, lines, line, size, group }) {
  const first = (top + bottom - line * (lines.length - 1)) / 2 + size * 0.35;
  return lines.map((words, k) => text((left + right) / 2, first + line * k, words,
    { "text-anchor": "middle", "font-weight": "bold", "font-size": size, fill: shade(group.colour), stroke: "#fff", "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" })).join("");
}
