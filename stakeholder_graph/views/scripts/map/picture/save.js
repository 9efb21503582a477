/** Pictures to take along: the SVG as a file, a PNG made of it, and the page on paper. */
import { byId, make } from "../../shared/elements.js";
import { saveFile } from "../../shared/files.js";
import { slug } from "../../shared/names.js";
import { heading, lineAboutIt, notes } from "../words/notes.js";
import { tableView } from "../panels/table.js";
import { about, nameOf } from "../state/data.js";
import { scene, state } from "../state/state.js";
import { drawPicture } from "./picture.js";
import { textTag } from "./svg_text.js";

const SHARPEST = 2, MOST_PIXELS = 8000;

const fileName = (/** @type {string} */ ending) =>
  `${[slug(about.partnership), "map", ...[scene.chosen, scene.beside].filter((id) => id >= 0).map((id) => slug(nameOf(id)))].filter(Boolean).join("-").slice(0, 120)}.${ending}`;

/** The page's font as the page carries it. */
const fontFaces = () => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule instanceof CSSFontFaceRule).map((rule) => rule.cssText).join("\n");

/**
 * A picture that leaves the page takes its font along.
 * @param {string} svg
 */
const svgBlob = (svg) => new Blob([svg.replace(">", `>${textTag("style", {}, fontFaces())}`)], { type: "image/svg+xml" });

async function savePng() {
  const { svg, width, height } = drawPicture();
  const address = URL.createObjectURL(svgBlob(svg));
  const image = new Image();
  image.src = address;
  await image.decode();
  const scale = Math.min(SHARPEST, MOST_PIXELS / Math.max(width, height));
  const sheet = document.createElement("canvas");
  [sheet.width, sheet.height] = [width * scale, height * scale];
  sheet.getContext("2d")?.drawImage(image, 0, 0, sheet.width, sheet.height);
  URL.revokeObjectURL(address);
  sheet.toBlob((blob) => { if (blob) saveFile(blob, fileName("png")); });
}

/** The table as it stands, under the same heading. */
function tableOnPaper() {
  const table = /** @type {HTMLElement} */ (tableView.querySelector("table")?.cloneNode(true));
  table.querySelector("caption")?.remove();
  return [make("h1", {}, about.partnership), heading() ? make("h2", {}, heading()) : "", make("p", {}, lineAboutIt()), table, ...notes().map((note) => make("p", {}, note))];
}

/** The map as it stands. */
const mapOnPaper = () => [document.importNode(new DOMParser().parseFromString(drawPicture(true).svg, "image/svg+xml").documentElement, true)];

// Kept, since a browser may drop a query that nobody holds, and its listeners with it.
const printing = window.matchMedia("print");

export function startPictures() {
  byId("save-svg").addEventListener("click", () => saveFile(svgBlob(drawPicture().svg), fileName("svg")));
  byId("save-png").addEventListener("click", savePng);
  byId("print").addEventListener("click", () => window.print());
  const paper = byId("paper");
  const lay = () => paper.replaceChildren(...(state.view === "table" ? tableOnPaper() : mapOnPaper()));
  window.addEventListener("beforeprint", lay);
  window.addEventListener("afterprint", () => paper.replaceChildren());
  printing.addEventListener("change", () => { if (printing.matches) lay(); });
}
