/**
 * From one wave to the next: nothing moves; what comes and what goes fades, every line alike, whatever became of it. The
 * state, the lists of what is drawn and pictures are those of the next wave at once: only the canvas takes its time.
 */
import { eased, isCalm } from "../../shared/motion.js";
import { organizations } from "../state/data.js";
import { scene, stands } from "../state/state.js";
import { BLANK, fading } from "./fading.js";
import { names } from "../drawing/names.js";
import { arranged, canvas, radiusAt, redraw } from "../drawing/stage.js";
import { drawSymbol, isSilent } from "../drawing/symbols.js";
import { threads } from "../drawing/threads.js";
import { titles } from "../drawing/titles.js";
import { together } from "../drawing/together.js";

const FADE = 500;

/** What was drawn last, and what that was before a change was followed: while it is, the library may draw already. */
const drawn = { last: BLANK, held: BLANK };

/** Keeps what is drawn now: by the next change the lists it came from are others. */
export function keepDrawing() {
  const dots = [...scene.shown].filter(stands).map((id) => ({ id, radius: radiusAt(id), lit: scene.lit.has(id), silent: isSilent(organizations[id]) }));
  drawn.last = { threads: [...threads], dots, names: names.boxes, titles: titles.boxes, hulls: together.hulls };
}

/** Called first after each change. */
export const holdDrawing = () => { drawn.held = drawn.last; };

/** Shows at once what is to be seen. */
export function endFade() {
  cancelAnimationFrame(fading.moving);
  Object.assign(fading, { moving: 0, share: 1, before: BLANK, going: [], coming: new Set() });
}

/** Fades from what was drawn before the change to what is to be drawn now. */
export function fade() {
  endFade();
  if (isCalm() || !canvas.open || arranged.moving) return;
  const then = new Set(drawn.held.dots.map(({ id }) => id)), now = new Set([...scene.shown].filter(stands));
  Object.assign(fading, {
    share: 0, before: drawn.held, going: drawn.held.dots.filter(({ id }) => !now.has(id)), coming: new Set([...now].filter((id) => !then.has(id))),
  });
  const start = performance.now();
  const step = (/** @type {number} */ time) => {
    const share = Math.max(0, Math.min(1, (time - start) / FADE));
    if (share === 1) endFade();
    else Object.assign(fading, { share: eased(share), moving: requestAnimationFrame(step) });
    redraw();
  };
  fading.moving = requestAnimationFrame(step);
}

/** The symbols of those who go. @param {CanvasRenderingContext2D} pen */
export function drawGoing(pen) {
  for (const dot of fading.going) drawSymbol(pen, dot.id, dot.radius, dot);
}
