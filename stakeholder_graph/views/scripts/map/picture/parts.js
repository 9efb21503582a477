/** Lines, symbols, names and titles of a picture, each as SVG. */
import { INK, shade, tint } from "../../shared/colours.js";
import { endOfBundle, groupTitle, isGroupLit } from "../drawing/groups.js";
import { lineLook } from "../drawing/lines.js";
import { radiusAt } from "../drawing/stage.js";
import { isSilent } from "../drawing/symbols.js";
import { organizations, sectors } from "../state/data.js";
import { scene } from "../state/state.js";
import { round, tag, textTag } from "./svg_text.js";

/** @import { Bundle, SectorGroup } from "../drawing/groups.js" */
/** @import { WrittenName } from "../drawing/names.js" */
/** @import { Title } from "../drawing/titles.js" */
/** @import { Tie } from "../state/network.js" */
/** @import { Values } from "./svg_text.js" */

/** @type {(x: number, y: number, content: string, values?: Values) => string} */
export const text = (x, y, content, values = {}) => textTag("text", { x: round(x), y: round(y), fill: INK, ...values }, content);

/** @param {Bundle} bundle */
export function pictureBundle({ from, to, width, colour, ink }) {
  const [a, b] = [endOfBundle(from), endOfBundle(to)].map(({ x, y }) => [round(x), round(y)]);
  return tag("line", { x1: a[0], y1: a[1], x2: b[0], y2: b[1], stroke: colour, "stroke-width": round(width), "stroke-opacity": ink });
}

/** @type {(group: SectorGroup, shrink: number) => string} */
export function pictureGroup(group, shrink) {
  const { lines, size, line, top } = groupTitle(group, shrink);
  const symbol = tag("path", { d: group.sector.path, transform: `translate(${round(group.x)} ${round(group.y)}) scale(${round(group.radius)})`, fill: group.sector.colour, stroke: INK, "stroke-width": 0.04, "stroke-linejoin": "round", opacity: isGroupLit(group) ? 1 : 0.15 });
  return symbol + lines.map((words, k) => text(group.x, top + line * (k + 0.5) + size * 0.35, words, { "text-anchor": "middle", "font-size": round(size), "font-weight": k < lines.length - 1 ? "bold" : "normal" })).join("");
}

/** @param {Tie} tie */
export function pictureLine(tie) {
  const { width, dashes, colour, ink } = lineLook(tie, scene.litTie(tie));
  const [a, b] = [organizations[tie.from], organizations[tie.to]];
  return tag("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, stroke: colour, "stroke-width": round(width), "stroke-opacity": ink, ...(dashes ? { "stroke-dasharray": dashes.join(" ") } : {}) });
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
