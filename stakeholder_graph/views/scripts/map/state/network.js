/** What the page knows: organizations and ties as the network's model has them, and the lists they point into. */
import { _ } from "../../shared/messages.js";
import { compareNames } from "../../shared/names.js";

/** @import { MapData, OrganizationNode, Sector, TieEdge } from "../../page_data.js" */
/** @typedef {Omit<OrganizationNode, "label" | "scores"> & { label: string, sectorNumber: number, scores?: [string, number][] }} Organization */
/** @typedef {TieEdge & { id: number, step: number }} Tie a tie with the step of its scale, -1 where its strength is not known */
/** @typedef {{ from: number, to: number, layer: number, wave: number, counts: number[] }} Tally connections that are counted: of unknown strength first, then of each step */
/** @typedef {string} Arrangement "ties", or the kind of group that stands together */
/** @typedef {ReturnType<typeof prepared>} MapNetwork */

/**
 * The block of a map, made ready to be asked.
 * @param {MapData} block
 */
export function prepared({ organizations: nodes, ties: edges, options, about }) {
  const { sectors, waves, items } = about;
  // Where no kind of tie may be shown the map is of organizations alone.
  const tiesShown = about.layers.length > 0;
  const layers = tiesShown ? about.layers : [{ name: "", steps: [], asks: /** @type {const} */ ("ties") }];
  const sectorNumber = new Map(sectors.map((sector, k) => [sector.name, k]));
  /** @type {Organization[]} */
  const organizations = nodes.map((node) => ({
    ...node, label: node.label ?? node.name, sectorNumber: /** @type {number} */ (sectorNumber.get(node.sector)), places: { ...node.places, ties: [node.x, node.y] },
    scores: node.scores?.map(([title, value]) => [about.figures[title], value]),
  }));
  /** @type {Tie[]} */
  const ties = edges.map((tie, id) => ({ ...tie, id, step: stepOf(tie.strength, layers[tie.layer].steps) }));
  /** @type {Tally[]} */
  const tallies = (about.condensed?.tallies ?? []).map(([from, to, layer, wave, ...counts]) => ({ from, to, layer, wave, counts }));
  const byName = organizations.map(({ id }) => id)
    .sort((a, b) => compareNames(organizations[a].name, organizations[b].name) || a - b);
  // Where no sector is stated of anybody, nothing is said of sectors.
  const isStated = (/** @type {Sector} */ sector) => sector.name !== about.unstated;
  return {
    organizations, ties, tallies, options, about, sectors, waves, items, layers, tiesShown, sectorNumber, byName, isStated, bySector: sectors.some(isStated),
    nameOf: (/** @type {number} */ id) => organizations[id].name,
    /** The sector of a node; those of sectors follow those of organizations. */
    sectorAt: (/** @type {number} */ node) => (node < organizations.length ? organizations[node].sectorNumber : node - organizations.length),
    stepName: (/** @type {Tie} */ tie) => (tie.step < 0 ? _("strength not known") : layers[tie.layer].steps[tie.step].name),
    /** What two organizations both work on. @type {(a: number, b: number, wave: number) => number[]} */
    sharedItems: (a, b, wave) => {
      const theirs = new Set(organizations[b].items[wave]);
      return organizations[a].items[wave].filter((item) => theirs.has(item));
    },
  };
}

/**
 * The step of a scale that a strength reaches; -1 where the strength is not known.
 * @param {number | null} strength
 * @param {readonly { value: number }[]} steps the weakest first
 */
export function stepOf(strength, steps) {
  if (strength === null) return -1;
  let step = 0;
  while (step + 1 < steps.length && steps[step + 1].value <= strength) step += 1;
  return step;
}

/**
 * How many of the connections of a tally are drawn; one of unknown strength is at every step.
 * @param {Tally} tally
 * @param {number} least the weakest step that is drawn
 */
export const countOf = ({ counts }, least) => counts.reduce((sum, count, k) => (k === 0 || k > least ? sum + count : sum), 0);

/**
 * Whether a tie ends at an organization.
 * @param {{ from: number, to: number }} tie
 * @param {number} id
 */
export const touches = (tie, id) => tie.from === id || tie.to === id;
