/** What comes, what goes and what stays from one drawing to the next, and how much ink each has on the way. */

/**
 * How much ink something has on the way.
 * @param {number} from nothing is 0
 * @param {number} to
 * @param {number} share of the way, from 0 to 1; at 1 the ink is what it is to be, exactly
 */
export const inkAt = (from, to, share) => (share >= 1 ? to : from + (to - from) * share);

/**
 * Two lists laid over each other. What the next one has otherwise goes as it was and comes as it is.
 * @template T
 * @param {readonly T[]} before
 * @param {readonly T[]} after
 * @param {number} share of the way, from 0 to 1
 * @param {(entry: T) => string | number} keyOf the same for what looks the same
 * @param {(entry: T) => number} inkOf how much ink an entry has in its own list
 * @returns {[T, number][]} each entry with its ink; what goes lies under what stays and comes
 */
export function mixed(before, after, share, keyOf, inkOf = () => 1) {
  if (share >= 1) return after.map((entry) => [entry, inkOf(entry)]);
  const then = new Map(before.map((entry) => [keyOf(entry), entry])), now = new Set(after.map(keyOf));
  const going = before.filter((entry) => !now.has(keyOf(entry)));
  return [
    ...going.map((entry) => /** @type {[T, number]} */ ([entry, inkAt(inkOf(entry), 0, share)])),
    ...after.map((entry) => { const same = then.get(keyOf(entry)); return /** @type {[T, number]} */ ([entry, inkAt(same === undefined ? 0 : inkOf(same), inkOf(entry), share)]); }),
  ];
}
