/** Who has lines with whom, and how the lines of a map are drawn as few paths. */

/** @typedef {readonly [from: number, to: number, width: number]} Thread */

/**
 * The partners of each organization.
 * @param {number} count of organizations
 * @param {readonly Thread[]} threads
 */
export function partnersIn(count, threads) {
  /** @type {number[][]} */
  const partners = Array.from({ length: count }, () => []);
  for (const [a, b] of threads) { partners[a].push(b); partners[b].push(a); }
  return partners;
}

/**
 * Lines of one width as one path, so that thousands of them cost a handful of elements.
 * @param {readonly Thread[]} threads
 * @param {readonly { x: number, y: number }[]} places
 * @returns {Map<number, string>} paths by the width of their lines
 */
export function pathsByWidth(threads, places) {
  /** @type {Map<number, string>} */
  const paths = new Map();
  for (const [a, b, width] of threads) paths.set(width, `${paths.get(width) ?? ""}M${places[a].x} ${places[a].y}L${places[b].x} ${places[b].y}`);
  return paths;
}
