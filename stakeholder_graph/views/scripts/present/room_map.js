/** The map: drawn once from the places every page shares; a screen says what of it is lit and named. */
import { nearestIn } from "../shared/boxes.js";
import { byId, makeSvg } from "../shared/elements.js";
import { between, eased, isCalm } from "../shared/motion.js";
import { ink, organizations, screens, sectors, threads, type } from "./data.js";
import { pathsByWidth } from "./lines.js";

/** @import { MapView, PlacedName } from "../page_data.js" */
/**
 * @typedef {object} Lighting what of the map is lit; nothing given is all of it
 * @property {readonly number[] | null} lit
 * @property {readonly number[] | null} bright
 * @property {readonly (readonly [number, number])[] | null} [places] where symbols stand on this screen
 * @property {number} [chosen] whom the map is of, in the middle of its partners
 */

// The name of a sector against that of an organization.
const BLOCK = 2;

const drawing = byId("drawing", SVGSVGElement);
const [threadGroup, leaderGroup, dotGroup] = [makeSvg("g", {}), makeSvg("g", {}), makeSvg("g", {})];
const [blockGroup, nameGroup] = [1, 2].map(() => makeSvg("g", { "font-family": type.family, "font-size": type.size }));

/** Where each symbol stands now. */
let standing = /** @type {readonly { x: number, y: number }[]} */ (organizations);

/** @type {(numbers: readonly number[], kind: string, opacity: number) => SVGElement[]} */
const threadPaths = (numbers, kind, opacity) => [...pathsByWidth(numbers.map((k) => threads[k]), standing)]
  .map(([width, d]) => makeSvg("path", { class: `thread ${kind}`, d, "stroke-width": width, "stroke-opacity": opacity }));

const dots = organizations.map((organization) => {
  const sector = sectors[organization.sector], { backbone } = organization;
  return makeSvg("g", { class: "dot" },
    makeSvg("circle", { class: "halo", r: backbone ? 1.95 : 1.5, "stroke-width": 0.2, display: "none" }),
    ...(backbone ? [makeSvg("circle", { r: type.ring, fill: "#fff", "stroke-width": 0.15 })] : []),
    makeSvg("path", { class: "under", d: sector.path }), makeSvg("path", { class: "inside", d: sector.path, fill: sector.colour, "stroke-width": 0.16 }));
});

const labels = organizations.map(({ lines }) => makeSvg("g", { class: "name" }, makeSvg("text", {},
  ...lines.map((line, k) => makeSvg("tspan", { x: 0, y: type.line * (k + 0.5) + type.size * 0.35 }, line)))));

/**
 * What lies wholly in the frame; nothing is shown cut off.
 * @type {(place: { x: number, y: number }, frame: MapView["frame"]) => boolean}
 */
function within({ x, y }, [left, top, width, height]) {
  const reach = type.radius * type.ring;
  return x - reach >= left && y - reach >= top && x + reach <= left + width && y + reach <= top + height;
}

/**
 * From a symbol to the nearest point of its name.
 * @type {(name: PlacedName, size: number) => SVGElement}
 */
function leader([id, x, top], size) {
  const organization = organizations[id], half = organization.width * size / 2;
  const end = nearestIn(standing[id], { left: x - half, right: x + half, top, bottom: top + type.line * size * organization.lines.length });
  return makeSvg("path", { class: "leader", d: `M${standing[id].x} ${standing[id].y}L${end.x} ${end.y}` });
}

/**
 * Lines do not run through the names around an organization.
 * @type {(name: PlacedName, size: number) => SVGElement}
 */
const plate = ([id, x, top], size) => makeSvg("rect", { class: "plate", x: x - organizations[id].width * size / 2 - 2, y: top,
  width: organizations[id].width * size + 4, height: type.line * size * organizations[id].lines.length });

/**
 * Moves the symbols: by sector, with the sectors' names above them, or where every page has them.
 * @param {Lighting["places"]} places
 */
function stand(places) {
  standing = places ? places.map(([x, y]) => ({ x, y })) : organizations;
  dots.forEach((dot, id) => dot.setAttribute("transform", `translate(${standing[id].x} ${standing[id].y}) scale(${type.radius})`));
  blockGroup.replaceChildren(...(places ? sectors.map(({ lines }, sector) => blockName(lines, standing.filter((_place, id) => organizations[id].sector === sector))) : []));
}

/** @type {(lines: readonly string[], places: readonly { x: number, y: number }[]) => SVGElement} */
function blockName(lines, places) {
  const xs = places.map(({ x }) => x), top = Math.min(...places.map(({ y }) => y)) - type.radius * type.ring;
  return makeSvg("g", { class: "block", transform: `translate(${(Math.min(...xs) + Math.max(...xs)) / 2} ${top - type.size}) scale(${BLOCK})` },
    makeSvg("text", {}, ...lines.map((line, k) => makeSvg("tspan", { x: 0, y: -type.line * (lines.length - 1 - k) }, line))));
}

/**
 * An organization in the middle of all it has lines with, or what a screen speaks of.
 * @param {MapView & Lighting} view
 */
export function light({ lit, named, size, bright, frame, places = null, chosen = -1 }) {
  stand(places);
  const inside = new Set(standing.flatMap((place, id) => (chosen < 0 || within(place, frame) ? [id] : [])));
  const all = threads.flatMap(([a, b], k) => (inside.has(a) && inside.has(b) ? [k] : [])), shown = new Set(bright ?? []);
  const faint = Boolean(bright || lit);
  threadGroup.replaceChildren(
    ...threadPaths(all.filter((k) => !shown.has(k)), faint ? "faint" : "", faint ? 1 : ink),
    ...threadPaths([...shown], "bright", shown.size < 80 ? 0.75 : 0.42));
  const kept = lit ? new Set(lit) : null;
  dots.forEach((dot, id) => {
    dot.classList.toggle("faint", Boolean(kept && !kept.has(id)));
    dot.querySelector(".halo")?.setAttribute("display", id === chosen ? "inline" : "none");
  });
  const drawn = dots.filter((_dot, id) => inside.has(id)), isKept = (/** @type {SVGElement} */ dot) => !dot.classList.contains("faint");
  dotGroup.replaceChildren(...drawn.filter((dot) => !isKept(dot)), ...drawn.filter(isKept));
  leaderGroup.replaceChildren(...(chosen < 0 ? [] : named.map((name) => plate(name, size))), ...named.filter(([, , , led]) => led).map((name) => leader(name, size)));
  nameGroup.replaceChildren(...named.map(([id, x, top]) => {
    labels[id].setAttribute("transform", `translate(${x} ${top}) scale(${size})`);
    labels[id].classList.toggle("strong", id === chosen);
    return labels[id];
  }));
  lookAt(frame);
}

/** @type {readonly number[]} */
let at = screens[0].frame;
let moving = 0;

/** @param {MapView["frame"]} to */
function lookAt(to) {
  cancelAnimationFrame(moving);
  const from = at, began = performance.now(), lasts = isCalm() ? 0 : 450;
  const step = (/** @type {number} */ now) => {
    const share = lasts ? Math.min(1, (now - began) / lasts) : 1;
    at = between(from, to, eased(share));
    drawing.setAttribute("viewBox", at.join(" "));
    if (share < 1) moving = requestAnimationFrame(step);
  };
  step(began);
}

/**
 * Draws the map where it stands in the page.
 * @param {(id: number) => void} choose what a click on an organization does
 */
export function startMap(choose) {
  dots.forEach((dot, id) => dot.addEventListener("click", () => choose(id)));
  drawing.append(threadGroup, leaderGroup, dotGroup, blockGroup, nameGroup);
}
