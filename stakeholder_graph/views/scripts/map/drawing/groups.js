/** Groups: a large network starts from its sectors, each a symbol as large as it has members, which open into them. */
import { ACCENT, INK, LINE_COLOUR } from "../../shared/colours.js";
import { inLines } from "../../shared/lines.js";
import { about, organizations, sectors, type } from "../state/data.js";
import { isClosed, organizationsOf, scene, stands, state } from "../state/state.js";
import { penOf } from "./pen.js";
import { canvas } from "./stage.js";
import { outlines } from "./symbols.js";

/** @import { NumberedBox } from "../../shared/boxes.js" */
/** @import { Sector } from "../../page_data.js" */
/** @import { Organization } from "../state/network.js" */
/**
 * @typedef {object} SectorGroup where a sector lies: in the middle of its block, with room for its title
 * @property {Sector} sector
 * @property {number} k its number
 * @property {Organization[]} members
 * @property {number} x
 * @property {number} y
 * @property {number} width
 * @property {number} room
 * @property {number} radius
 * @property {number} foot how far below the middle its symbol ends, in radii
 */
/** @typedef {NumberedBox & { lines: string[], size: number, line: number, width: number }} GroupTitle */
/** @typedef {{ id: string, from: number, to: number, count: number, lit: boolean, width: number, colour: string, ink: number }} Bundle */

/** How large titles of groups and hulls are on the screen. */
export const TITLE_SIZE = 15;

/** @type {{ list: SectorGroup[], boxes: GroupTitle[] }} */
export const groups = { list: [], boxes: [] };

/** The library's node of a closed group; those of organizations come before. @param {number} k */
export const groupNode = (k) => organizations.length + k;
/** @param {number} node */
export const groupOf = (node) => node - organizations.length;

/** Finds out where each group lies. */
export function makeGroups() {
  groups.list = sectors.map((sector, k) => {
    const members = organizations.filter((organization) => organization.sectorNumber === k);
    const [[left, right], [top, bottom]] = [0, 1].map((axis) => endsOfList(members.map((organization) => organization.places.sector[axis])));
    const room = Math.min(right - left, bottom - top) + 80;
    return { sector, k, members, x: (left + right) / 2, y: (top + bottom) / 2, width: right - left + 120, room, radius: 0, foot: 1 };
  });
  const unit = Math.min(...groups.list.map(({ members, room }) => 0.22 * room / Math.sqrt(members.length)));
  for (const group of groups.list) group.radius = unit * Math.sqrt(group.members.length);
}

// There may be more numbers than a call takes arguments.
const endsOfList = (/** @type {number[]} */ list) => [list.reduce((a, b) => Math.min(a, b)), list.reduce((a, b) => Math.max(a, b))];

export const closedGroups = () => (about.grouped ? groups.list.filter(({ k, members }) => isClosed(k) && members.some(({ id }) => scene.shown.has(id))) : []);
/** @param {SectorGroup} group */
export const listedIn = ({ members }) => members.filter(({ id }) => scene.shown.has(id)).length;
/** @param {SectorGroup} group */
export const isGroupLit = ({ members }) => members.some(({ id }) => scene.lit.has(id));

/** Ties that end in a closed group, one line for all between the same two ends. */
export function bundles() {
  /** @type {Map<string, Bundle>} */
  const bundled = new Map();
  const endOf = (/** @type {number} */ id) => (stands(id) ? id : groupNode(organizations[id].sectorNumber));
  for (const tie of about.grouped ? scene.drawn : []) {
    const [from, to] = [endOf(tie.from), endOf(tie.to)].sort((a, b) => a - b);
    if (from === to || to < organizations.length) continue;
    const key = `${from} ${to}`, bundle = bundled.get(key) ?? { id: `bundle ${key}`, from, to, count: 0, lit: false, width: 0, colour: LINE_COLOUR, ink: 0 };
    bundle.count += 1;
    bundle.lit ||= scene.litTie(tie);
    bundled.set(key, bundle);
  }
  const between = [...bundled.values()].filter(({ from }) => from >= organizations.length);
  const most = Math.max(1, ...between.map(({ count }) => count)), broad = Math.min(...groups.list.map(({ radius }) => radius)) * 0.4;
  for (const bundle of bundled.values()) {
    bundle.width = bundle.from >= organizations.length ? Math.max(1.5, broad * bundle.count / most) : 1.5;
    bundle.ink = !scene.focused ? (bundle.from >= organizations.length ? 0.45 : 0.2) : bundle.lit ? 0.6 : 0.045;
    bundle.colour = scene.focused && bundle.lit ? ACCENT : LINE_COLOUR;
  }
  return [...bundled.values()];
}

/** The end of a bundle. @param {number} node */
export const endOfBundle = (node) => (node >= organizations.length ? groups.list[groupOf(node)] : organizations[node]);

/** @type {(ctx: CanvasRenderingContext2D, k: number) => void} */
export function drawGroupSymbol(ctx, k) {
  const { sector, x, y, radius } = groups.list[k], ringed = state.cursor === groupNode(k) || canvas.hover === groupNode(k);
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(radius, radius);
  ctx.lineJoin = "round";
  ctx.globalAlpha = isGroupLit(groups.list[k]) ? 1 : 0.15;
  ctx.fillStyle = sector.colour;
  ctx.strokeStyle = ringed ? ACCENT : INK;
  ctx.lineWidth = ringed ? 0.14 : 0.04;
  ctx.fill(outlines[k]);
  ctx.stroke(outlines[k]);
  ctx.restore();
}

/**
 * The title of a closed group under its symbol, no wider than its block.
 * @param {SectorGroup} group
 * @param {number} scale
 * @returns {GroupTitle}
 */
export function groupTitle(group, scale) {
  const size = TITLE_SIZE / scale, line = size * 1.2, limit = Math.max(group.width, 60 / scale);
  const pen = penOf(TITLE_SIZE, "bold"), wide = (/** @type {string} */ text) => pen.measureText(text).width / scale;
  const lines = inLines(group.sector.name.split(/\s+/), (text) => wide(text) <= limit);
  lines.splice(3);
  lines.push(organizationsOf(listedIn(group)));
  const width = Math.min(limit, Math.max(...lines.map(wide)));
  const top = group.y + group.radius * group.foot + size * 0.4;
  return { id: groupNode(group.k), lines, size, line, width, left: group.x - width / 2, right: group.x + width / 2, top, bottom: top + line * lines.length };
}

/** @param {number} scale */
export function placeGroupTitles(scale) { groups.boxes = closedGroups().map((group) => groupTitle(group, scale)); }

/** Symbols of groups as boxes that names keep clear of. */
export const groupBoxes = () => closedGroups().map(({ k, x, y, radius }) => ({ id: groupNode(k), left: x - radius * 1.3, right: x + radius * 1.3, top: y - radius * 1.3, bottom: y + radius * 1.3 }));

/** @param {CanvasRenderingContext2D} ctx */
export function drawGroupTitles(ctx) {
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.strokeStyle = "rgba(255,255,255,.92)";
  ctx.fillStyle = INK;
  for (const { lines, left, right, top, line, size, width } of groups.boxes) {
    ctx.lineWidth = size * 0.3;
    lines.forEach((text, k) => {
      ctx.font = `${k < lines.length - 1 ? "bold " : ""}${size}px ${type.family}`;
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
