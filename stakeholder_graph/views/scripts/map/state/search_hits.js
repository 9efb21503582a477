/** What the search has found: the map rings it, and the list beside the map shows it. */

/** @type {{ matches: number[], at: number }} `at` is the place in the list that the arrow keys mean */
export const search = { matches: [], at: -1 };
