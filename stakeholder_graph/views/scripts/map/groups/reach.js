/** Through whom the arrow keys go on a map that starts from groups. */

/** @import { Organization } from "../state/network.js" */

/**
 * While some groups are closed: those of the group of whoever is chosen, else of the group opened last, else all.
 * @param {readonly Organization[]} shown
 * @param {number} chosen the group of whoever is chosen, -1 for nobody
 * @param {Iterable<number>} opened groups, in the order in which they were opened
 */
export function inReach(shown, chosen, opened) {
  const group = chosen >= 0 ? chosen : [...opened].at(-1) ?? -1;
  const members = shown.filter(({ sectorNumber }) => sectorNumber === group);
  return members.length ? members : shown;
}
