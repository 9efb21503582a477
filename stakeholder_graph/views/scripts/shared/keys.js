/** What keys have in common on all pages. */

/**
 * The place after another in a list that goes round.
 * @param {number} at where one is
 * @param {number} step
 * @param {number} length
 */
export const around = (at, step, length) => (at + step + length) % length;

/**
 * A number within limits.
 * @param {number} value
 * @param {number} low
 * @param {number} high
 */
export const clamp = (value, low, high) => Math.min(high, Math.max(low, value));

/**
 * Whether a key is pressed with one that makes it the browser's or the system's.
 * @param {KeyboardEvent} event
 */
export const isShortcut = (event) => event.altKey || event.ctrlKey || event.metaKey;
