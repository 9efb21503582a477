/**
 * Five organizations and seven ties, small enough to count by hand. Wave 0, closest first: A-B 3, A-C 1, C-D not known.
 * Wave 1: A-B 2, B-C 3, D-E 1 of the first kind, A-E of the second, which has no scale.
 */
import { prepared } from "../../../../stakeholder_graph/views/scripts/map/state/network.js";

/** @import { MapData, OrganizationNode, TieEdge } from "../../../../stakeholder_graph/views/scripts/page_data.js" */
/** @import { State } from "../../../../stakeholder_graph/views/scripts/map/state/scene.js" */

/** @type {(id: number, name: string, sector: string, waves?: number[], items?: number[][]) => OrganizationNode} */
const node = (id, name, sector, waves = [0, 1], items = [[], []]) =>
  ({ id, name, label: name, x: id, y: 0, places: { sector: [0, id] }, stands: { sector: ["Health", "Not stated", "Schools"].indexOf(sector) }, width: 10, sector, waves, items, about: [] });
/** @type {(from: number, to: number, wave: number, strength: number | null, more?: Partial<TieEdge>) => TieEdge} */
const tie = (from, to, wave, strength, more = {}) => ({ from, to, layer: 0, wave, strength, ...more });

/** @type {MapData} */
export const BLOCK = {
  organizations: [
    node(0, "Alder", "Health", [0, 1], [[0, 1], [0]]),
    node(1, "beech", "Schools", [0, 1], [[1], [0]]),
    node(2, "Élan", "Health"),
    node(3, "Ward 10", "Schools", [0, 1], [[], [1]]),
    node(4, "Ward 2", "Not stated", [1]),
  ],
  ties: [
    tie(0, 1, 0, 3), tie(2, 0, 0, 1, { named: "both" }), tie(2, 3, 0, null, { unsure: [1] }),
    tie(1, 0, 1, 2), tie(1, 2, 1, 3, { unsure: [0] }), tie(3, 4, 1, 1, { named: "both" }), tie(0, 4, 1, 1, { layer: 1 }),
  ],
  options: "{}",
  about: {
    partnership: "Small", sectors: ["Health", "Not stated", "Schools"].map((name) => ({ name, colour: "#000000", path: "" })), unstated: "Not stated",
    arrangements: [{ kind: "sector", title: "Sector", groups: ["Health", "Not stated", "Schools"], rest: false, several: false }],
    story: [{ finding: "mixing", words: "Sectors keep apart.", further: "", strength: false, layer: 0, arranged: "sector", organizations: [], lines: "across" },
      { finding: "groups", words: "Two work on reading.", further: "", strength: true, layer: 0, arranged: "", organizations: [0, 1], lines: "among" },
      { finding: "pairs", words: "Two pairs.", further: "", strength: false, layer: 0, arranged: "", organizations: [], lines: [[2, 1]] }],
    clusters: [], figures: [], verdicts: { 0: [[0, 2, "more"]] },
    layers: [{ name: "work", asks: "ties", steps: [{ value: 1, name: "some" }, { value: 2, name: "more" }, { value: 3, name: "most" }] }, { name: "trust", asks: "trust", steps: [] }],
    waves: ["2023", "2025"], namings: false, known: true, left_out: "", answers: [], items: [{ kind: "outcome", name: "Reading" }, { kind: "team", name: "Reading" }],
    words: {}, grouped: false, condensed: null, desk: true, sizes: ["Betweenness"], opening: { layer: 0, wave: 1, arranged: "ties" }, type: { family: "sans", size: 12, line: 14, radius: 9, below: 12 },
  },
};

export const network = prepared(BLOCK);

/** @type {State} */
export const OPENING = {
  layer: 0, second: -1, wave: 1, least: 0, off: new Set(), item: -1, chosen: -1, beside: -1, steps: 1, cursor: -1, size: "equal", view: "map", since: -1, told: -1,
  arranged: "ties", opened: new Set(), together: "", group: -1, matrix: false, between: null, how: false,
};

/** What the tie between two organizations of this network is called in assertions. */
export const pair = (/** @type {{ from: number, to: number }} */ { from, to }) => [from, to].sort().map((id) => "ABCDE"[id]).join("");
/** @type {(ids: Iterable<number>) => string} */
export const letters = (ids) => [...ids].sort().map((id) => "ABCDE"[id]).join("");
