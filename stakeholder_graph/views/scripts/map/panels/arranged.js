/** Two arrangements of the same organizations, by their ties and by sector; both are given, none is computed here. */
import { between, eased, isCalm } from "../../shared/motion.js";
import { moveDots, syncCanvas } from "../drawing/canvas.js";
import { arranged, canvas } from "../drawing/stage.js";
import { frame } from "../drawing/view.js";
import { about, organizations } from "../state/data.js";
import { state } from "../state/state.js";
import { showTogether } from "./together.js";

/** @import { State } from "../state/scene.js" */

const MOVE = 700;

/** @param {State} before */
export function followArrangement(before) {
  if (state.arranged === before.arranged) return;
  const from = organizations.map(({ x, y }) => [x, y]), to = organizations.map(({ places }) => places[state.arranged]);
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

/** @param {readonly (readonly number[])[]} places */
export const putOrganizations = (places) => places.forEach(([x, y], k) => Object.assign(organizations[k], { x, y }));
