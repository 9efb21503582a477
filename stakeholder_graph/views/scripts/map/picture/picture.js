/** The map as an SVG, drawn from the same positions as the canvas. */
import { enlarge, everywhere } from "../../shared/boxes.js";
import { boxAround, boxOf } from "../drawing/boxes.js";
import { boxWithGroups, drawnGroups, groupBoxes, groupTitle } from "../drawing/groups.js";
import { placeNames } from "../drawing/names.js";
import { arranged } from "../drawing/stage.js";
import { threads } from "../drawing/threads.js";
import { placeTitles } from "../drawing/titles.js";
import { together } from "../drawing/together.js";
import { heading } from "../words/notes.js";
import { about, byName, organizations, type } from "../state/data.js";
import { scene, stands } from "../state/state.js";
import { headParts, legendParts } from "./around.js";
import { pictureGroup, pictureName, pictureSymbol, pictureThread, pictureTitle } from "./parts.js";
import { round, tag, textTag } from "./svg_text.js";

/** @import { Box } from "../../shared/boxes.js" */

const PAPER = 1600;
/** A page across, on which the smallest letters can be read. */
export const PAGE = 1100;

/** @type {(box: Box, times: number) => Box} */
const scaled = ({ left, right, top, bottom }, times) => ({ left: left * times, right: right * times, top: top * times, bottom: bottom * times });

/**
 * Large maps have many names: saved, they are all written, to be looked at closely. On paper, or where only some
 * organizations are looked at, names are as large as can be read, where there is room.
 * @param {boolean} printed
 */
export function drawPicture(printed = false) {
  // Where groups are closed the paper is smaller than the plane on which all of them would be open.
  const plane = about.condensed && !scene.focused ? boxWithGroups([...scene.shown].filter(stands), drawnGroups(), PAPER, PAPER) : boxAround(scene.shown), closed = drawnGroups(), shrink = closed.length ? Math.min(1, PAPER / (plane.right - plane.left)) : 1;
  const box = scaled(plane, shrink);
  const named = [...scene.lit].map((id) => boxOf(organizations[id]));
  const times = Math.max(1, (box.right - box.left) / PAGE), scale = printed || scene.focused ? 1 / times : 1;
  const headings = arranged.moving ? [] : placeTitles(scale, named);
  enlarge(box, headings);
  const taken = [...headings, ...closed.map((group) => groupTitle(group, shrink)), ...groupBoxes()];
  const written = placeNames(scale * shrink, everywhere, taken);
  enlarge(box, written.map((name) => scaled(name, shrink)));
  const across = (box.right - box.left) / times, head = headParts(across), legend = legendParts(across, written.length);
  const left = box.left - 24, top = box.top - 18 - head.height * times, width = box.right - box.left + 48;
  const height = box.bottom - top + legend.height * times + 24;
  const parts = [
    textTag("title", {}, [about.partnership, heading()].filter(Boolean).join(": ")),
    tag("rect", { x: left, y: top, width, height, fill: "#fff" }),
    tag("g", { transform: `translate(${round(box.left)} ${round(top)}) scale(${round(times)})` }, head.parts.join("\n")),
    ...together.hulls.flatMap(({ path, around, colour }, k) => [
      ...(around ? [tag("clipPath", { id: `around-${k}` }, tag("path", { d: around, "clip-rule": "evenodd" }))] : []),
      tag("path", { d: path, fill: colour, "fill-opacity": scene.focused ? 0.09 : 0.15, ...(around ? { "clip-path": `url(#around-${k})` } : {}) }),
    ]),
    tag("g", shrink < 1 ? { transform: `scale(${shrink})` } : {}, [
      ...threads.map(pictureThread),
      ...byName.filter((id) => scene.shown.has(id) && stands(id)).map((id) => pictureSymbol(id, scale * shrink)),
      ...written.map(pictureName),
      ...closed.map((group) => pictureGroup(group, shrink)),
    ].join("\n")),
    ...headings.map(pictureTitle),
    tag("g", { transform: `translate(${round(box.left)} ${round(box.bottom)}) scale(${round(times)})` }, legend.parts.join("\n")),
  ];
  const values = { xmlns: "http://www.w3.org/2000/svg", viewBox: [left, top, width, height].map(round).join(" "), width: round(width), height: round(height), "font-family": type.family, "font-size": type.size };
  return { svg: tag("svg", values, parts.join("\n")), width, height };
}
