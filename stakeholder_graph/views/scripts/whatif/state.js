/** What the page shows for a choice of who leaves: a departure that it has, the change it opened with, or a command. */

/** @typedef {[string, string, string, string]} ValueRow what is measured, the kind of tie, before, after */
/**
 * @typedef {object} Departure
 * @property {string} title
 * @property {string[]} said
 * @property {string[]} values in the order of the page's values
 * @property {number[]} alone
 * @property {number[]} cutOff
 */
/** @typedef {Departure & { made: [number, number][] }} Proposed an introduction, or all of them together */
/**
 * @typedef {object} Change what the page opens with
 * @property {string} title
 * @property {string[]} said
 * @property {ValueRow[]} values
 * @property {number[]} gone
 * @property {number[]} joined
 * @property {[number, number][]} made
 * @property {[number, number][]} ended
 * @property {number[]} alone
 * @property {number[]} cutOff
 */
/**
 * @typedef {object} DrawnMap
 * @property {[number, number]} size
 * @property {[number, number][]} points
 * @property {number | null} backbone
 * @property {number[]} newcomers who joins in the change that the page opens with
 * @property {[number, number][]} lines
 */
/**
 * @typedef {object} PageData
 * @property {string[]} names
 * @property {string} layer
 * @property {DrawnMap | null} map
 * @property {[string, string][]} values as it is: what is measured, and its value
 * @property {Record<string, Departure>} departures by number
 * @property {Proposed[]} introductions
 * @property {Change | null} change
 * @property {string} command
 * @property {string[]} quoted names as a terminal takes them
 * @property {string} layerQuoted the kind of tie likewise
 */
/**
 * @typedef {object} Shown
 * @property {string | null} title null where several are chosen, whose names make the title
 * @property {readonly string[]} said
 * @property {readonly ValueRow[]} values
 * @property {string} command blank where the page has the values
 * @property {readonly number[]} gone
 * @property {readonly number[]} joined
 * @property {readonly [number, number][]} made
 * @property {readonly [number, number][]} ended
 * @property {readonly number[]} alone
 * @property {readonly number[]} cutOff
 */

const NOBODY = { joined: [], made: [], ended: [], alone: [], cutOff: [] };

/**
 * What is shown while some are chosen.
 * @param {PageData} data
 * @param {readonly number[]} chosen who leaves, by number
 * @param {readonly number[]} [pairs] which introductions, by number
 * @returns {Shown}
 */
export function shownFor(data, chosen, pairs = []) {
  const before = data.values.map(([title, value]) => /** @type {ValueRow} */ ([title, data.layer, value, ""]));
  if (!chosen.length && !pairs.length) {
    return data.change ? { ...data.change, command: "" } : { ...NOBODY, title: "", said: [], values: before, command: "", gone: [] };
  }
  const held = chosen.length + pairs.length > 1 ? undefined : chosen.length ? data.departures[chosen[0]] : data.introductions[pairs[0]];
  const made = madeBy(data, pairs);
  if (!held) {
    const parted = data.map ? partedBy({ ...data.map, lines: data.map.lines.concat(made) }, chosen) : {};
    return { ...NOBODY, title: null, said: [], values: before, command: commandFor(data, chosen, made), gone: chosen, made, ...parted };
  }
  const values = before.map(([title, layer, value], k) => /** @type {ValueRow} */ ([title, layer, value, held.values[k]]));
  return { ...NOBODY, ...held, values, command: "", gone: chosen, made };
}

/**
 * The pairs of some introductions, each once.
 * @type {(data: PageData, pairs: readonly number[]) => [number, number][]}
 */
const madeBy = ({ introductions }, pairs) => [...new Map(pairs.flatMap((k) => introductions[k].made).map((pair) => [pair.join(), pair])).values()];

/**
 * The command that computes what the page has not.
 * @param {PageData} data
 * @param {readonly number[]} chosen
 * @param {readonly (readonly [number, number])[]} [made]
 */
export const commandFor = ({ command, quoted, layerQuoted }, chosen, made = []) => [
  command,
  ...chosen.map((number) => `--without ${quoted[number]}`),
  ...made.map((pair) => `--connect ${pair.map((end) => quoted[end]).join(" ")}`),
  ...(made.length ? [`--layer ${layerQuoted}`] : []),
].join(" ");

/**
 * Who of a map has no line left once some leave, and who loses the way to the largest group.
 * @param {Pick<DrawnMap, "points" | "lines">} map
 * @param {readonly number[]} gone
 * @returns {{ alone: number[], cutOff: number[] }}
 */
export function partedBy({ points, lines }, gone) {
  const left = lines.filter((line) => !line.some((end) => gone.includes(end)));
  const before = groupsOf(points.length, lines), after = groupsOf(points.length, left);
  const main = largest(before, new Set()), still = largest(after, new Set(gone));
  const parted = [...points.keys()].filter((k) => !gone.includes(k) && before[k] === main && after[k] !== still);
  const tied = new Set(left.flat()), had = new Set(lines.flat());
  return { alone: [...points.keys()].filter((k) => !gone.includes(k) && had.has(k) && !tied.has(k)), cutOff: parted.filter((k) => tied.has(k)) };
}

/**
 * To which group each of so many belongs, by the number of one of the group.
 * @type {(count: number, lines: readonly (readonly [number, number])[]) => number[]}
 */
function groupsOf(count, lines) {
  const group = Array.from({ length: count }, (_none, k) => k);
  const rootOf = (/** @type {number} */ k) => {
    let root = k;
    while (group[root] !== root) root = group[root];
    return root;
  };
  for (const [a, b] of lines) group[rootOf(a)] = rootOf(b);
  return group.map((_parent, k) => rootOf(k));
}

/** @type {(groups: readonly number[], without: ReadonlySet<number>) => number | undefined} */
function largest(groups, without) {
  /** @type {Map<number, number>} */
  const sizes = new Map();
  for (const [k, group] of groups.entries()) if (!without.has(k)) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return [...sizes].sort(([, one], [, other]) => other - one)[0]?.[0];
}
