/** What stands around the map in a picture: whose it is above, what its colours, shapes and lines mean below. */
import { INK } from "../../shared/colours.js";
import { wrapped } from "../../shared/lines.js";
import { _ } from "../../shared/messages.js";
import { penOf } from "../drawing/pen.js";
import { heading, lineAboutIt, notes } from "../words/notes.js";
import { about, bySector, organizations, sectors, type } from "../state/data.js";
import { scene, stands } from "../state/state.js";
import { text } from "./parts.js";
import { round, tag } from "./svg_text.js";

/** @import { Values } from "./svg_text.js" */

const MUTED = "#4a5a68";

/**
 * Whose map it is, what is looked at, and the line about the network; from the upper left corner.
 * @param {number} width
 */
export function headParts(width) {
  /** @type {string[]} */
  const parts = [];
  let y = 10;
  const write = (/** @type {string} */ words, /** @type {number} */ size, /** @type {Values} */ values) => {
    for (const line of wrapped(words, penOf(size, values["font-weight"]), width)) parts.push(text(0, y += Math.round(size * 1.2) + 3, line, { "font-size": size, ...values }));
  };
  write(about.partnership, 22, { "font-weight": "bold" });
  if (heading()) write(heading(), 17, { "font-weight": "bold" });
  write(lineAboutIt(), type.size, { fill: MUTED });
  return { parts, height: y };
}

/**
 * What colours, shapes and lines mean, and what is to be known of the answers; from the lower left corner of the map.
 * @param {number} width
 * @param {number} written how many names are
 */
export function legendParts(width, written) {
  /** @type {string[]} */
  const parts = [];
  const pen = penOf(), standing = [...scene.lit].filter(stands).length;
  let x = 0, y = 34;
  const shown = new Set([...scene.shown].map((id) => organizations[id].sectorNumber));
  for (const k of bySector ? [...shown].sort((a, b) => a - b) : []) {
    const wide = pen.measureText(sectors[k].name).width + 44;
    if (x > 0 && x + wide > width) { x = 0; y += 26; }
    parts.push(tag("path", { d: sectors[k].path, transform: `translate(${round(x + 9)} ${round(y)}) scale(8)`, fill: sectors[k].colour, stroke: INK, "stroke-width": 0.2, "stroke-linejoin": "round" }),
      text(x + 24, y + 4.5, sectors[k].name));
    x += wide;
  }
  // The same key that stands under the map, picture by picture.
  for (const entry of document.querySelectorAll("#key li:not([hidden])")) {
    const sample = entry.querySelector("svg"), words = entry.textContent?.trim() ?? "";
    if (!sample) continue;
    const [sampleWidth, sampleHeight] = ["width", "height"].map((name) => Number(sample.getAttribute(name)));
    const wide = sampleWidth + pen.measureText(words).width + 32;
    if (entry.matches(":first-child") || x + wide > width) { x = 0; y += 28; }
    const copy = /** @type {SVGElement} */ (sample.cloneNode(true));
    copy.setAttribute("x", String(round(x)));
    copy.setAttribute("y", String(round(y - sampleHeight / 2)));
    parts.push(new XMLSerializer().serializeToString(copy), text(x + sampleWidth + 8, y + 4.5, words));
    x += wide;
  }
  y += 8;
  const unwritten = written < standing ? [_("Written are the {written} names for which there is room; the table has all {all}.", { written, all: standing })] : [];
  for (const line of [...notes(), ...unwritten].flatMap((note) => wrapped(note, pen, width))) {
    y += 20;
    parts.push(text(0, y, line, { fill: MUTED }));
  }
  return { parts, height: y + 14 };
}
