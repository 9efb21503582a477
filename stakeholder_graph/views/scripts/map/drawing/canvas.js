/** The canvas: vis-network draws, zooms and finds what is under the pointer; positions are given and nothing moves. */
import { ACCENT } from "../../shared/colours.js";
import { byId } from "../../shared/elements.js";
import { options, organizations } from "../state/data.js";
import { choose, partnersOf, scene, stands, state } from "../state/state.js";
import {
  circleOf, drawGroupSymbol, drawGroupTitles, drawnGroups, endOfBundle, groupNode, groupOf, groups, placeGroupTitles,
} from "./groups.js";
import { lineLook } from "../looks/lines.js";
import { drawNames, names, placeNames } from "./names.js";
import { canvas, fillStage, measureSymbols, radiusAt, redraw, stage, viewOnScreen, visNetwork } from "./stage.js";
import { drawSymbol } from "./symbols.js";
import { drawThreads, makeThreads, strokeThread } from "./threads.js";
import { drawTitles, refreshTitles, takenByTitles } from "./titles.js";
import { drawTogether } from "./together.js";
import { frame, keepInReach, remember, rememberNow, revealCursor } from "./view.js";
import { DataSet, Network } from "./vis.js";
import { drawGoing, endFade, fade, keepDrawing } from "../waves/fade.js";

/** @import { State } from "../state/scene.js" */

const dots = new DataSet();

/** Hands the library what is to be drawn. */
export function syncCanvas() {
  measureSymbols();
  makeThreads();
  const standing = [...scene.shown].filter(stands).sort((a, b) => Number(scene.lit.has(a)) - Number(scene.lit.has(b)) || a - b);
  replace(dots, [...standing.map((id) => dotOf(organizations[id])), ...drawnGroups().map(({ k, x, y }) => ({ id: groupNode(k), x, y }))]);
}

const dotOf = (/** @type {{ id: number, x: number, y: number }} */ { id, x, y }) => ({ id, x, y });

/** @type {(set: typeof dots, entries: object[]) => void} */
function replace(set, entries) {
  set.clear();
  set.add(entries);
}

/**
 * @param {(group: number) => void} enter what a click on the symbol of a group does
 * @param {() => void} reshaped called when the window has another shape
 */
export function startCanvas(enter, reshaped) {
  const given = JSON.parse(options);
  given.nodes.ctxRenderer = (/** @type {{ ctx: CanvasRenderingContext2D, id: number }} */ { ctx, id }) => {
    if (id >= organizations.length) {
      const across = 2 * circleOf(groups.list[groupOf(id)]);
      return { drawNode: () => drawGroupSymbol(ctx, groupOf(id)), nodeDimensions: { width: across, height: across } };
    }
    const radius = radiusAt(id);
    return { drawNode: () => drawSymbol(ctx, id, radius), nodeDimensions: { width: radius * 2, height: radius * 2 } };
  };
  // Without anything on it yet: what the address asks for is drawn first, and once.
  const drawn = new Network(byId("canvas"), { nodes: dots, edges: new DataSet() }, given);
  canvas.network = drawn;
  drawn.on("beforeDrawing", (pen) => { drawTogether(pen); drawThreads(pen); drawGoing(pen); });
  const first = () => {
    if (!dots.length) return;
    performance.mark("first drawing");
    drawn.off("afterDrawing", first);
  };
  drawn.on("afterDrawing", first);
  drawn.on("afterDrawing", drawOver);
  drawn.on("click", ({ nodes }) => (nodes[0] >= organizations.length ? enter(groupOf(nodes[0])) : choose(nodes.length ? nodes[0] : -1)));
  drawn.on("hoverNode", ({ node }) => hover(node));
  drawn.on("blurNode", () => hover(-1));
  drawn.on("dragEnd", () => { canvas.home = false; rememberNow(); });
  drawn.on("zoom", () => { canvas.home = false; keepInReach(); remember(); });
  new ResizeObserver(() => { if (fillStage() && canvas.home) { reshaped(); frame(false); } }).observe(stage);
  // The element under the canvas has no keys of its own: the stage around it has.
  const own = document.querySelector("#canvas .vis-network");
  if (own instanceof HTMLElement) own.tabIndex = -1;
}

/**
 * Draws what lies over lines and symbols.
 * @param {CanvasRenderingContext2D} ctx
 */
function drawOver(ctx) {
  const scale = visNetwork().getScale();
  drawHovered(ctx);
  placeGroupTitles(scale);
  refreshTitles(scale);
  names.boxes = placeNames(scale, viewOnScreen(), takenByTitles());
  drawNames(ctx);
  drawTitles(ctx);
  drawGroupTitles(ctx);
  keepDrawing();
}

/** Organizations have other places: take them over as they are. */
export function moveDots() {
  const { nodes } = visNetwork().body;
  for (const id of [...scene.shown].filter(stands)) Object.assign(nodes[id], { x: organizations[id].x, y: organizations[id].y });
  redraw();
}

/** @param {number} id */
function hover(id) {
  canvas.hover = id;
  stage.classList.toggle("over", id >= 0);
  redraw();
}

/**
 * The lines of the organization under the pointer.
 * @param {CanvasRenderingContext2D} ctx
 */
function drawHovered(ctx) {
  if (!scene.shown.has(canvas.hover) || !stands(canvas.hover) || scene.chosen >= 0) return;
  const start = organizations[canvas.hover], partners = partnersOf(canvas.hover);
  ctx.save();
  ctx.strokeStyle = ACCENT;
  for (const { other, tie } of partners) {
    const { width, dashes } = lineLook(tie, true);
    ctx.setLineDash(dashes || []);
    ctx.lineWidth = width;
    const end = endOfBundle(stands(other) ? other : groupNode(organizations[other].sectorNumber));
    strokeThread(ctx, { from: start, to: end, bends: null });
  }
  ctx.setLineDash([]);
  ctx.lineWidth = 1.5;
  for (const { from, to } of scene.counted) if (from === canvas.hover) strokeThread(ctx, { from: start, to: endOfBundle(to), bends: null });
  for (const id of [canvas.hover, ...partners.map(({ other }) => other)].filter(stands)) drawSymbol(ctx, id, radiusAt(id));
  ctx.restore();
}

/**
 * A change of these shows another part of the map.
 * @type {readonly (keyof State)[]}
 */
const FRAMES = ["chosen", "beside", "steps", "between", "arranged", "together", "matrix", "view", "opened", "off", "item", "told"];

/** Sets and lists are compared by what is in them. @param {State[keyof State]} value */
const told = (value) => (value instanceof Set || Array.isArray(value) ? [...value].join() : value);

/**
 * Called last, once the panels have taken their room.
 * @param {State} before
 */
export function followOnCanvas(before) {
  if (state.view !== "map") return;
  endFade();
  syncCanvas();
  if (FRAMES.some((key) => told(state[key]) !== told(before[key]))) { frame(); return; }
  if (state.cursor !== before.cursor) revealCursor();
  if (state.wave !== before.wave) fade();
  redraw();
}
