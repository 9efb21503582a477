/** What is drawn together: clusters, teams or sectors, all at once only where their shapes leave each other room. */
import { _ } from "../../shared/messages.js";
import { about, items, organizations, sectors, type } from "../state/data.js";
import { scene, state } from "../state/state.js";
import { blocks, TINTS } from "./blocks.js";
import { boxOf } from "./boxes.js";
import { fadingHulls } from "../waves/fading.js";
import { gaps, holds, hullOf, outline } from "../geometry/hulls.js";
import { arranged } from "./stage.js";

/** @import { Polygon } from "../geometry/hulls.js" */
/** @typedef {{ name: string, members: number[], colour?: string }} Grouped */
/** @typedef {{ number: number, name: string, colour: string, members: number[] }} NumberedGroup */
/** @typedef {NumberedGroup & { pieces: Polygon[], path: string, shape: Path2D, passed: number[], around: string, tangle: number, block?: true }} Hull a block has one piece, its ground */

// Shapes are drawn one at a time where more than this share of the organizations is in several of them, lies in one
// without belonging to it, or stands apart from the rest of its group.
const FEW = 2, TANGLED = 0.15;
/** @type {{ hulls: Hull[], groups: Hull[], all: boolean, made: string }} `hulls` are drawn, `groups` can be chosen from */
export const together = { hulls: [], groups: [], all: true, made: "" };

/** @type {Record<string, { title: string, groups: () => Grouped[] }>} */
export const GROUPINGS = {
  clusters: { title: _("Clusters"), groups: () => about.clusters.map(({ name, members }) => ({ name, members })) },
  teams: { title: _("Teams"), groups: () => items.flatMap((item, k) => (item.kind === "team"
    ? [{ name: item.name, members: idsOf((organization) => organization.items[state.wave].includes(k)) }] : [])) },
  sectors: { title: _("Sectors"), groups: () => sectors.map((sector, k) => ({ name: sector.name, colour: sector.colour, members: idsOf(({ sectorNumber }) => sectorNumber === k) })) },
};

/** @param {(organization: typeof organizations[number]) => boolean} fits */
function idsOf(fits) {
  return organizations.filter(fits).map(({ id }) => id);
}

/**
 * The groups as they are shown, numbered as in the chooser.
 * @param {string} kind
 * @returns {NumberedGroup[]}
 */
function groupsOf(kind) {
  return GROUPINGS[kind].groups().map((group, k) => ({ number: k, colour: TINTS[k % TINTS.length], ...group, members: group.members.filter((id) => scene.shown.has(id)) }))
    .filter(({ members }) => members.length > 1);
}

/** @param {NumberedGroup} group */
function hullAround(group) {
  const own = new Set(group.members), strangers = [...scene.shown].filter((id) => !own.has(id));
  const { pieces, parts } = hullOf(group.members.map((id) => boxOf(organizations[id])), strangers.map((id) => [organizations[id].x, organizations[id].y]));
  const path = outline(pieces), hull = { ...group, pieces, path, shape: new Path2D(path) };
  const passed = strangers.filter((id) => rim.some(([right, down]) => covers(hull, organizations[id].x + right, organizations[id].y + down)));
  const tangle = parts - 1 + passed.filter((id) => covers(hull, organizations[id].x, organizations[id].y)).length;
  return { ...hull, passed, around: gaps(passed.map((id) => organizations[id]), type.radius * 1.7), tangle };
}

/** Shapes for what the state asks for; those of groups that are drawn, and of all to find out whether all can be. */
export function makeTogether() {
  if (arranged.moving) return;
  const made = [state.together, state.group, state.arranged, state.wave, arranged.flow, [...state.off].join()].join("|");
  if (made === together.made) return;
  together.made = made;
  together.groups = state.together ? groupsOf(state.together).map(hullAround) : [];
  const members = together.groups.flatMap((group) => group.members);
  const tangle = together.groups.reduce((sum, group) => sum + group.tangle, members.length - new Set(members).size);
  together.all = together.groups.length <= FEW || tangle <= TANGLED * scene.shown.size;
  const asked = together.groups.filter((group) => group.number === state.group);
  const largest = [...together.groups].sort((a, b) => b.members.length - a.members.length).slice(0, 1);
  together.hulls = !state.together ? blocks() : asked.length ? asked : together.all ? together.groups : largest;
}

// The middle of a symbol and the ends of it.
const rim = [[0, 0], [1, 0], [-1, 0], [0, 1], [0, -1]].map((end) => end.map((way) => way * type.radius));

/** @type {(group: { pieces: Polygon[] }, x: number, y: number) => boolean} */
export const covers = (group, x, y) => group.pieces.some((piece) => holds(piece, [x, y]));

/** @param {CanvasRenderingContext2D} ctx */
export function drawTogether(ctx) {
  if (arranged.moving) return;
  ctx.save();
  for (const [{ shape, around, colour }, ink] of fadingHulls(together.hulls)) {
    ctx.globalAlpha = (scene.focused ? 0.09 : 0.15) * ink;
    ctx.fillStyle = colour;
    ctx.save();
    if (around) ctx.clip(new Path2D(around), "evenodd");
    ctx.fill(shape);
    ctx.restore();
  }
  ctx.restore();
}
