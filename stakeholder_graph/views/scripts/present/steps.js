/** Which step of the story comes next, and how long each takes. */

/** @typedef {{ minutes: number }} Lasting */

/**
 * The minute at which each step begins.
 * @param {readonly Lasting[]} steps
 */
export function starts(steps) {
  let minute = 0;
  return steps.map(({ minutes }) => {
    const start = minute;
    minute += minutes;
    return start;
  });
}

/**
 * A time as minutes and seconds.
 * @param {number} milliseconds
 */
export function asClock(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/**
 * Whether the time by which a step ends is over.
 * @param {readonly Lasting[]} steps
 * @param {number} at which step is shown
 * @param {number} elapsed since the meeting began, in milliseconds
 */
export const isLate = (steps, at, elapsed) => elapsed > (starts(steps)[at] + steps[at].minutes) * 60_000;
