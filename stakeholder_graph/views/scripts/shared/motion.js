/** Motion: none for those who asked their system for less. */

/** Whether nothing should move. */
export const isCalm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/**
 * A share of the time as a share of the way: slow at both ends.
 * @param {number} share from 0 to 1
 */
export const eased = (share) => share * share * (3 - 2 * share);

/**
 * A list of numbers on its way to another.
 * @param {readonly number[]} from
 * @param {readonly number[]} to
 * @param {number} share of the way
 */
export const between = (from, to, share) => from.map((value, k) => value + (to[k] - value) * share);
