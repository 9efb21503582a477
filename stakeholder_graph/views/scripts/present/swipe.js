/** Swiping on a touch screen turns the screens. */

/** @typedef {{ x: number, y: number }} Point */

// So far, in pixels, and so much more sideways than up or down.
const FAR = 60, SIDEWAYS = 2;

/**
 * Where a swipe leads: 1 to the next screen, -1 to the one before, 0 for a tap or for scrolling.
 * @param {Point} from
 * @param {Point} to
 */
export function swiped(from, to) {
  const across = to.x - from.x, down = to.y - from.y;
  if (Math.abs(across) < FAR || Math.abs(across) < SIDEWAYS * Math.abs(down)) return 0;
  return across < 0 ? 1 : -1;
}

/**
 * @param {HTMLElement} stage
 * @param {(step: number) => void} turn
 */
export function startSwiping(stage, turn) {
  /** @type {Point | null} */
  let from = null;
  const at = (/** @type {Touch} */ { clientX, clientY }) => ({ x: clientX, y: clientY });
  stage.addEventListener("touchstart", ({ touches }) => { from = touches.length === 1 ? at(touches[0]) : null; }, { passive: true });
  stage.addEventListener("touchend", ({ changedTouches }) => {
    const step = from && changedTouches.length ? swiped(from, at(changedTouches[0])) : 0;
    from = null;
    if (step) turn(step);
  }, { passive: true });
}
