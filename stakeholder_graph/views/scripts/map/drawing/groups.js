/** Groups: a large network starts from its sectors, each a symbol as large as it has members, which open into them. */
import { ACCENT, INK, LINE_COLOUR } from "../../shared/colours.js";
import { enlarge } from "../../shared/boxes.js";
import { inLines } from "../../shared/lines.js";
import { about, organizations, sectors, type, waves } from "../state/data.js";
import { isClosed, listedIn, scene, stands, state } from "../state/state.js";
import { groupLines } from "../groups/words.js";
import { apart } from "../geometry/apart.js";
import { boxAround } from "./boxes.js";
import { penOf } from "./pen.js";
import { canvas, stage } from "./stage.js";
import { answeredIn, drawAnswered } from "./answered.js";
import { outlines } from "./symbols.js";

/** @import { Box, NumberedBox } from "../../shared/boxes.js" */
/** @import { Sector } from "../../page_data.js" */
/** @import { Organization } from "../state/network.js" */
/**
 * @typedef {object} SectorGroup where a sector lies: in the middle of its block, with room for its title
 * @property {Sector} sector
 * @property {number} k its number
 * @property {Organization[]} members
 * @property {number[]} held how many of them each wave lists
 * @property {number} x
 * @property {number} y
 * @property {number} width
 * @property {number} room
 * @property {number} radius
 * @property {number} foot how far below the middle its symbol ends, in radii
 */
/** @typedef {NumberedBox & { lines: string[], strong: number, size: number, line: number, width: number }} GroupTitle `strong` lines are its name */
/** @typedef {{ id: string, from: number, to: number, count: number, lit: boolean, width: number, colour: string, ink: number }} Bundle */

/** How far a symbol reaches from its middle, in radii: a triangle's corners farther than a circle. */
const SYMBOL_REACH = 1.3;

/** How large titles of groups and hulls are on the screen. */
export const TITLE_SIZE = 15;

/** A window of fewer pixels has room for names of groups only. */
const NARROW = 600;

/** @type {{ list: SectorGroup[], boxes: GroupTitle[] }} */
export const groups = { list: [], boxes: [] };

/** The library's node of a closed group; those of organizations come before. @param {number} k */
export const groupNode = (k) => organizations.length + k;
/** @param {number} node */
export const groupOf = (node) => node - organizations.length;

/** Finds out where each group lies. */
export function makeGroups() {
  groups.list = sectors.map((sector, k) => {
    const members = organizations.filter((organization) => organization.sectorNumber === k), counted = about.condensed?.groups[k];
    const held = waves.map((_name, wave) => members.filter((organization) => organization.waves.includes(wave)).length);
    if (counted) return { sector, k, members, held, x: counted.x, y: counted.y, width: 2 * counted.radius, room: 0, radius: counted.radius, foot: 1 };
    const [[left, right], [top, bottom]] = [0, 1].map((axis) => endsOfList(members.map((organization) => organization.places.sector[axis])));
    const room = Math.min(right - left, bottom - top) + 80;
    return { sector, k, members, held, x: (left + right) / 2, y: (top + bottom) / 2, width: right - left + 120, room, radius: 0, foot: 1 };
  });
  if (about.condensed) return;
  const unit = Math.min(...groups.list.map(({ members, room }) => 0.22 * room / Math.sqrt(members.length)));
  for (const group of groups.list) group.radius = unit * Math.sqrt(group.members.length);
}

// There may be more numbers than a call takes arguments.
const endsOfList = (/** @type {number[]} */ list) => [list.reduce((a, b) => Math.min(a, b)), list.reduce((a, b) => Math.max(a, b))];

export const closedGroups = () => (about.grouped ? groups.list.filter(({ k }) => isClosed(k) && !state.off.has(k) && listedIn(k) > 0) : []);

/** How many of a group the page counts only, in this wave. @param {SectorGroup} group */
export const countedIn = ({ k, held }) => (about.condensed ? listedIn(k) - held[state.wave] : 0);

/** The groups that have a symbol: the closed ones, and those opened ones of which some are counted only. */
export const drawnGroups = () => (about.grouped ? groups.list.filter((group) => !state.off.has(group.k) && (isClosed(group.k) ? listedIn(group.k) > 0 : countedIn(group) > 0)) : []);

/** For how many organizations the symbol of a group stands. @param {SectorGroup} group */
export const standsFor = (group) => (isClosed(group.k) ? listedIn(group.k) : countedIn(group));

/** The radius of its symbol, which shrinks by those that stand beside it. @param {SectorGroup} group */
export const circleOf = (group) => group.radius * Math.sqrt(standsFor(group) / Math.max(1, about.condensed ? Math.max(...about.condensed.groups[group.k].listed) : standsFor(group)));

/** @param {SectorGroup} group */
export const isGroupLit = ({ k, members }) => !scene.focused || members.some(({ id }) => scene.lit.has(id) && !stands(id)) || scene.counted.some(({ from, to, lit }) => lit && (from === groupNode(k) || to === groupNode(k)));

/** Connections that end in the symbol of a group, one line for all between the same two ends. */
export function bundles() {
  /** @type {Map<string, Bundle>} */
  const bundled = new Map(), symbols = new Set(drawnGroups().map(({ k }) => k));
  if (!about.grouped) return [];
  // While nothing is chosen, what leaves an open group leaves it from its symbol: lines of hundreds would hide all else.
  const endOf = (/** @type {number} */ node, /** @type {boolean} */ lit) => (node >= organizations.length ? node
    : stands(node) && !(about.condensed && !(scene.focused && lit) && symbols.has(organizations[node].sectorNumber)) ? node : groupNode(organizations[node].sectorNumber));
  const add = (/** @type {{ from: number, to: number }} */ tie, /** @type {number} */ count, /** @type {boolean} */ lit) => {
    const [from, to] = [endOf(tie.from, lit), endOf(tie.to, lit)].sort((a, b) => a - b);
    if (from === to || to < organizations.length) return;
    const key = `${from} ${to}`, bundle = bundled.get(key) ?? { id: `bundle ${key}`, from, to, count: 0, lit: false, width: 0, colour: LINE_COLOUR, ink: 0 };
    bundle.count += count;
    bundle.lit ||= lit;
    bundled.set(key, bundle);
  };
  for (const tie of scene.drawn) if (!stands(tie.from) || !stands(tie.to)) add(tie, 1, scene.litTie(tie));
  for (const counted of scene.counted) add(counted, counted.count, counted.lit);
  const between = [...bundled.values()].filter(({ from }) => from >= organizations.length);
  const most = Math.max(1, ...between.map(({ count }) => count)), broad = Math.min(...groups.list.map(({ radius }) => radius)) * 0.4;
  const widest = about.condensed ? Math.max(...groups.list.map(({ radius }) => radius)) * 0.3 : broad;
  for (const bundle of bundled.values()) {
    bundle.width = bundle.from >= organizations.length ? Math.max(1.5, widest * bundle.count / most) : 1.5;
    bundle.ink = !scene.focused ? (bundle.from >= organizations.length ? 0.45 : 0.2) : bundle.lit ? 0.6 : 0.045;
    bundle.colour = scene.focused && bundle.lit ? ACCENT : LINE_COLOUR;
  }
  return [...bundled.values()];
}

/** The end of a bundle. @param {number} node */
export const endOfBundle = (node) => (node >= organizations.length ? groups.list[groupOf(node)] : organizations[node]);

/** @type {(ctx: CanvasRenderingContext2D, k: number) => void} */
export function drawGroupSymbol(ctx, k) {
  const group = groups.list[k], { sector, x, y } = group, radius = circleOf(group), ringed = state.cursor === groupNode(k) || canvas.hover === groupNode(k);
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(radius, radius);
  ctx.lineJoin = "round";
  ctx.fillStyle = "#fff";
  ctx.fill(outlines[k]);
  ctx.globalAlpha = isGroupLit(group) ? 1 : 0.15;
  ctx.fillStyle = sector.colour;
  ctx.strokeStyle = ringed ? ACCENT : INK;
  ctx.lineWidth = ringed ? 0.14 : 0.04;
  ctx.fill(outlines[k]);
  drawAnswered(ctx, outlines[k], answeredIn(group), sector.colour);
  ctx.stroke(outlines[k]);
  ctx.restore();
}

/**
 * The title of a group under its symbol, no wider than its block.
 * @param {SectorGroup} group
 * @param {number} scale
 * @param {boolean} brief whether it is the name alone
 * @returns {GroupTitle}
 */
export function groupTitle(group, scale, brief = false) {
  const size = TITLE_SIZE / scale, line = size * 1.2, limit = Math.max(group.width, (about.condensed ? 180 : 60) / scale);
  const pen = penOf(TITLE_SIZE, "bold"), wide = (/** @type {string} */ text) => pen.measureText(text).width / scale;
  const { name, further } = groupLines(group.k, standsFor(group));
  const lines = inLines(name.split(/\s+/), (text) => wide(text) <= limit);
  lines.splice(3);
  const strong = lines.length;
  if (!brief) lines.push(...further);
  const width = Math.min(limit, Math.max(...lines.map(wide)));
  const top = group.y + circleOf(group) * group.foot + size * 0.4;
  return { id: groupNode(group.k), lines, strong, size, line, width, left: group.x - width / 2, right: group.x + width / 2, top, bottom: top + line * lines.length };
}

/** Its name over its symbol. @type {(group: SectorGroup, title: GroupTitle) => GroupTitle} */
function turnedUp(group, title) {
  const bottom = group.y - circleOf(group) * SYMBOL_REACH;
  return { ...title, top: bottom - (title.bottom - title.top), bottom };
}

/**
 * Titles of the groups on the map, of the one that is pointed at and of large ones first. Where another is in the way a
 * group has its name alone, then over its symbol, then none: better no name than two that nobody can read.
 * @param {number} scale
 */
export function placeGroupTitles(scale) {
  const pointed = (/** @type {SectorGroup} */ { k }) => Number([state.cursor, canvas.hover].includes(groupNode(k)));
  const order = drawnGroups().sort((a, b) => pointed(b) - pointed(a) || standsFor(b) - standsFor(a) || a.k - b.k);
  groups.boxes = apart(order.map((group) => {
    const name = groupTitle(group, scale, true);
    return [...(stage.clientWidth < NARROW ? [] : [groupTitle(group, scale)]), name, turnedUp(group, name)];
  }), groupBoxes());
}

/** Symbols of groups as boxes that names keep clear of. */
export const groupBoxes = () => drawnGroups().map((group) => {
  const { k, x, y } = group, reach = circleOf(group) * (about.condensed ? 1.05 : 1.3);
  return { id: groupNode(k), left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
});

/** @param {CanvasRenderingContext2D} ctx */
export function drawGroupTitles(ctx) {
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.strokeStyle = "rgba(255,255,255,.92)";
  ctx.fillStyle = INK;
  for (const { lines, strong, left, right, top, line, size, width } of groups.boxes) {
    ctx.lineWidth = size * 0.3;
    lines.forEach((text, k) => {
      ctx.font = `${k < strong ? "bold " : ""}${size}px ${type.family}`;
      ctx.strokeText(text, (left + right) / 2, top + line * (k + 0.5), width);
      ctx.fillText(text, (left + right) / 2, top + line * (k + 0.5), width);
    });
  }
}

/** What is looked at while nobody is chosen: the group opened last, or all. */
export function idsInView() {
  const last = [...state.opened].at(-1);
  const all = organizations.filter(({ sectorNumber }) => !state.off.has(sectorNumber)).map(({ id }) => id);
  return closedGroups().length && last !== undefined ? all.filter((id) => organizations[id].sectorNumber === last) : all;
}

/**
 * The box of what is looked at while nothing is chosen: those of the group opened last who are drawn, or all. What would
 * be seen of other groups beside them would be cut off.
 * @param {number} width of the window in pixels
 * @param {number} height
 */
export function boxInView(width, height) {
  const ids = idsInView();
  if (!about.condensed) return boxAround(ids);
  const last = [...state.opened].filter((k) => !state.off.has(k)).at(-1);
  const drawn = ids.filter((id) => scene.shown.has(id));
  return last !== undefined && drawn.length ? boxAround(drawn) : boxWithGroups([], drawnGroups(), width, height);
}

/**
 * The box around organizations and symbols of groups with their titles, on a window so large.
 * @type {(ids: number[], symbols: SectorGroup[], width: number, height: number) => Box}
 */
export function boxWithGroups(ids, symbols, width, height) {
  const around = ids.length || !symbols.length ? boxAround(ids) : { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  enlarge(around, symbols.map((group) => {
    const { x, y } = group, reach = circleOf(group) * SYMBOL_REACH;
    return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
  }));
  const box = { ...around };
  // Titles stand below, and the smaller the map the more room of it they take.
  for (let k = 0; k < 3; k += 1) {
    const scale = Math.min(width / (box.right - box.left), height / (box.bottom - box.top), 2);
    Object.assign(box, around);
    enlarge(box, symbols.map((group) => groupTitle(group, scale, width < NARROW)));
  }
  return box;
}
