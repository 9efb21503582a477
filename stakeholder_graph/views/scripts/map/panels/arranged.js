/** Arrangements of the same organizations: places are given, and whole blocks of them go where the window has room. */
import { enlarge } from "../../shared/boxes.js";
import { between, eased, isCalm } from "../../shared/motion.js";
import { boxOf } from "../drawing/boxes.js";
import { moveDots, syncCanvas } from "../drawing/canvas.js";
import { flow } from "../geometry/flow.js";
import { arranged, canvas, stage } from "../drawing/stage.js";
import { frame } from "../drawing/view.js";
import { about, organizations } from "../state/data.js";
import { state } from "../state/state.js";
import { showTogether } from "./together.js";

/** @import { Box } from "../../shared/boxes.js" */
/** @import { State } from "../state/scene.js" */

const MOVE = 700;

/** @param {State} before */
export function followArrangement(before) {
  if (state.arranged === before.arranged) return;
  const from = organizations.map(({ x, y }) => [x, y]), to = placesOf(state.arranged);
  cancelAnimationFrame(arranged.moving);
  arranged.moving = 0;
  if (isCalm() || about.grouped || !canvas.open || state.view !== "map") { putOrganizations(to); return; }
  const start = performance.now();
  const step = (/** @type {number} */ time) => {
    const share = Math.max(0, Math.min(1, (time - start) / MOVE));
    putOrganizations(share === 1 ? to : from.map((place, k) => between(place, to[k], eased(share))));
    arranged.moving = share < 1 ? requestAnimationFrame(step) : 0;
    moveDots();
    if (arranged.moving) return;
    showTogether();
    syncCanvas();
    frame();
  };
  arranged.moving = requestAnimationFrame(step);
}

/**
 * Where organizations stand in an arrangement, in a window as it is.
 * @param {string} kind
 * @returns {readonly (readonly [number, number])[]}
 */
export function placesOf(kind) {
  const given = organizations.map(({ places }) => places[kind]);
  if (kind === "ties" || about.grouped) return given;
  /** @type {Box[]} */
  const blocks = [];
  organizations.forEach(({ stands, width, label }, id) => {
    const [x, y] = given[id], box = boxOf({ ...organizations[id], x, y, width, label }), block = blocks[stands[kind]];
    if (block) enlarge(block, [box]);
    else blocks[stands[kind]] = box;
  });
  // A group of nobody has no block.
  const numbers = [...blocks.keys()].filter((k) => blocks[k]), steps = flow(numbers.map((k) => blocks[k]), { width: stage.clientWidth, height: stage.clientHeight });
  const stepOf = new Map(numbers.map((k, at) => [k, steps[at]]));
  arranged.flow = steps.map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`).join();
  return given.map(([x, y], id) => { const step = stepOf.get(organizations[id].stands[kind]) ?? { x: 0, y: 0 }; return [x + step.x, y + step.y]; });
}

/** Once the window has another shape: at once, nothing moves there. */
export function flowAnew() {
  const before = arranged.flow;
  const places = placesOf(state.arranged);
  if (before === arranged.flow || arranged.moving) return;
  putOrganizations(places);
  showTogether();
  syncCanvas();
}

/** @param {readonly (readonly number[])[]} places */
export const putOrganizations = (places) => places.forEach(([x, y], k) => Object.assign(organizations[k], { x, y }));
