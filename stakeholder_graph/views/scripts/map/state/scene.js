/** The scene: which organizations and ties a state of the controls lets one see, and which of them are lit. */
import { compareNames } from "../../shared/names.js";
import { changesOf, endsOf } from "./changes.js";
import { countOf, touches } from "./network.js";

/** @import { Change } from "./changes.js" */
/** @import { StoryStep } from "../../page_data.js" */
/** @import { Arrangement, MapNetwork, Tie } from "./network.js" */
/** @typedef {{ other: number, tie: Tie }} Partner an organization at the other end of a tie */
/** @typedef {[number, number]} SectorPair */
/**
 * @typedef {object} State what the controls ask for; numbers of organizations, items and the like are -1 for none
 * @property {number} layer
 * @property {number} second another kind that is drawn with it
 * @property {number} wave
 * @property {number} least the weakest step of the scale that is drawn
 * @property {Set<number>} off sectors that are left out
 * @property {number} item
 * @property {number} chosen
 * @property {number} beside with whom the chosen one is compared
 * @property {number} steps how many ties away from the chosen one is lit
 * @property {number} cursor the organization or closed group that the arrow keys mean
 * @property {string} size what the size of symbols stands for
 * @property {"map" | "table"} view
 * @property {number} since the wave that changes are counted from
 * @property {Arrangement} arranged
 * @property {Set<number>} opened sectors that are opened into their members
 * @property {string} together what is drawn together
 * @property {number} group the only one of these that is drawn
 * @property {boolean} matrix whether the ties between sectors are open
 * @property {SectorPair | null} between two sectors whose ties are lit
 * @property {number} told the step of the story that is told
 * @property {boolean} how whether the explanation is unfolded
 */
/** @typedef {{ from: number, to: number, count: number, lit: boolean }} Counted connections of a large map that are counted only */
/** @typedef {{ lit: Set<number>, litTie: (tie: Tie) => boolean, both?: Set<number> }} Lit */
/**
 * @typedef {object} Scene
 * @property {Set<number>} shown
 * @property {Set<number>} lit
 * @property {(tie: Tie) => boolean} litTie
 * @property {Tie[]} visible ties of the wave
 * @property {Tie[]} gone ties of the earlier wave that the later one has not
 * @property {Tie[]} drawn these, and the ties of the second kind between others
 * @property {Map<Tie, Tie | null> | null} kinds for each tie that is drawn, where two kinds are, the tie of the second kind between the same two; null for none
 * @property {Map<Tie, Change> | null} changes
 * @property {Map<number, Partner[]>} partners
 * @property {Counted[]} counted
 * @property {Map<number, number>} beyond with how many that are counted only an organization is connected
 * @property {number} chosen
 * @property {number} beside
 * @property {Set<number>} both partners of both that are compared
 * @property {boolean} focused whether only a part is lit
 */

/**
 * @param {MapNetwork} network
 * @param {State} state
 * @returns {Scene}
 */
export function see(network, state) {
  const { organizations, ties, byName, nameOf } = network;
  const shown = new Set(byName.filter((id) => organizations[id].waves.includes(state.wave) && !state.off.has(organizations[id].sectorNumber)));
  // A tie of unknown strength is kept at every step: not known is not weak.
  const drawable = (/** @type {Tie} */ tie) => shown.has(tie.from) && shown.has(tie.to) && (tie.step < 0 || tie.step >= state.least);
  const visible = ties.filter((tie) => tie.layer === state.layer && tie.wave === state.wave && drawable(tie));
  const partners = new Map([...shown].map((id) => [id, /** @type {Partner[]} */ ([])]));
  for (const tie of visible) {
    partners.get(tie.from)?.push({ other: tie.to, tie });
    partners.get(tie.to)?.push({ other: tie.from, tie });
  }
  for (const list of partners.values()) {
    list.sort((p, q) => q.tie.step - p.tie.step || compareNames(nameOf(p.other), nameOf(q.other)));
  }
  // Ties of the earlier wave that are not there any more are drawn, and counted nowhere else.
  const changes = state.since >= 0 ? changesOf(network, state.layer, state.wave, state.since) : null;
  const gone = changes ? [...changes.keys()].filter((tie) => tie.wave === state.since && drawable(tie)) : [];
  const second = state.second >= 0 ? ties.filter((tie) => tie.layer === state.second && tie.wave === state.wave && shown.has(tie.from) && shown.has(tie.to)) : [];
  const kinds = state.second >= 0 ? kindsOf(network, visible, second) : null;
  const drawn = [...gone, ...visible, ...(kinds ? second.filter((tie) => kinds.has(tie)) : [])];
  const chosen = shown.has(state.chosen) ? state.chosen : -1;
  const beside = chosen >= 0 && state.beside !== chosen && shown.has(state.beside) ? state.beside : -1;
  const { lit, litTie, both } = beside >= 0 ? lightTwo(partners, chosen, beside)
    : chosen >= 0 ? lightOne(drawn, partners, chosen, state.steps)
      : state.between ? lightBetween(network, shown, visible, state.between)
        : state.told >= 0 && network.about.story[state.told] ? lightTold(network, shown, visible, network.about.story[state.told])
          : state.item >= 0 ? lightItem(network, shown, state) : { lit: shown, litTie: () => true, both: undefined };
  const counted = countedIn(network, state, shown, chosen), beyond = new Map();
  for (const { from, to, count } of counted) for (const end of new Set([from, to])) beyond.set(end, (beyond.get(end) ?? 0) + count);
  return { shown, lit, visible, drawn, gone, changes, kinds, partners, counted, beyond, chosen, beside, both: both ?? new Set(), litTie, focused: lit !== shown };
}

/**
 * The connections of a large map that are counted only, as far as they are shown.
 * @type {(network: MapNetwork, state: State, shown: Set<number>, chosen: number) => Counted[]}
 */
function countedIn(network, state, shown, chosen) {
  const { tallies, organizations } = network, { between } = state;
  const there = (/** @type {number} */ node) => (node < organizations.length ? shown.has(node) : !state.off.has(node - organizations.length));
  return tallies.filter((tally) => tally.layer === state.layer && tally.wave === state.wave && there(tally.from) && there(tally.to)).map((tally) => {
    const lit = chosen >= 0 ? touches(tally, chosen) : !between || joins(network, tally, between);
    return { from: tally.from, to: tally.to, count: countOf(tally, state.least), lit };
  }).filter(({ count }) => count);
}

/**
 * Two kinds of tie side by side: a tie of the first kind with that of the second, and those that only the second has.
 * @type {(network: MapNetwork, first: Tie[], second: Tie[]) => Map<Tie, Tie | null>}
 */
function kindsOf({ organizations }, first, second) {
  const ends = (/** @type {Tie} */ tie) => endsOf(tie, organizations.length);
  const others = new Map(second.map((tie) => [ends(tie), tie])), pairs = new Set(first.map(ends));
  const kinds = new Map(first.map((tie) => [tie, others.get(ends(tie)) ?? null]));
  for (const tie of second) if (!pairs.has(ends(tie))) kinds.set(tie, tie);
  return kinds;
}

/**
 * An organization, its partners as far as `steps`, and whom it was tied to before.
 * @type {(drawn: Tie[], partners: Map<number, Partner[]>, chosen: number, steps: number) => Lit}
 */
function lightOne(drawn, partners, chosen, steps) {
  const distance = within(chosen, steps, partners), lit = new Set(distance.keys());
  for (const tie of drawn) if (touches(tie, chosen)) lit.add(tie.from).add(tie.to);
  const nearest = (/** @type {Tie} */ tie) => Math.min(distance.get(tie.from) ?? Infinity, distance.get(tie.to) ?? Infinity);
  return { lit, litTie: (tie) => nearest(tie) < steps && lit.has(tie.from) && lit.has(tie.to) };
}

/**
 * Two organizations and the partners of either; `both` are the partners of both.
 * @type {(partners: Map<number, Partner[]>, chosen: number, beside: number) => Lit}
 */
function lightTwo(partners, chosen, beside) {
  const [one, other] = [chosen, beside].map((id) => new Set((partners.get(id) ?? []).map((partner) => partner.other)));
  const ends = new Set([chosen, beside]);
  const both = new Set([...one].filter((id) => other.has(id) && !ends.has(id)));
  return { lit: new Set([chosen, beside, ...one, ...other]), both, litTie: (tie) => ends.has(tie.from) || ends.has(tie.to) };
}

/**
 * Whether a tie joins two sectors, whichever way round.
 * @type {(network: MapNetwork, tie: { from: number, to: number }, pair: SectorPair) => boolean}
 */
export function joins({ sectorAt }, tie, [one, other]) {
  const [a, b] = [sectorAt(tie.from), sectorAt(tie.to)];
  return (a === one && b === other) || (a === other && b === one);
}

/**
 * The ties between two sectors, or inside one, and those whom they join.
 * @type {(network: MapNetwork, shown: Set<number>, visible: Tie[], pair: SectorPair) => Lit}
 */
function lightBetween(network, shown, visible, pair) {
  const crossing = new Set(visible.filter((tie) => joins(network, tie, pair)));
  const ends = [...crossing].flatMap((tie) => [tie.from, tie.to]);
  // Where there is none, those who could meet.
  const lit = ends.length ? ends : [...shown].filter((id) => pair.includes(network.organizations[id].sectorNumber));
  return { lit: new Set(lit), litTie: (tie) => crossing.has(tie) };
}

/**
 * What a step of the story speaks of.
 * @type {(network: MapNetwork, shown: Set<number>, visible: Tie[], step: StoryStep) => Lit}
 */
function lightTold({ organizations }, shown, visible, { organizations: named, lines }) {
  const own = new Set(named.filter((id) => shown.has(id)));
  if (lines === "none" && !own.size) return { lit: shown, litTie: () => true };
  const listed = typeof lines === "string" ? null : new Set(lines.map(([a, b]) => endsOf({ from: a, to: b }, organizations.length)));
  const within = (/** @type {Tie} */ tie) => organizations[tie.from].sectorNumber === organizations[tie.to].sectorNumber;
  const litTie = (/** @type {Tie} */ tie) => (listed ? listed.has(endsOf(tie, organizations.length))
    : lines === "among" ? own.has(tie.from) && own.has(tie.to) : lines === "within" ? within(tie) : lines === "across" && !within(tie));
  return { lit: own.size ? own : new Set(visible.filter(litTie).flatMap(({ from, to }) => [from, to])), litTie };
}

/**
 * Those who work on an item, and their ties among themselves.
 * @type {(network: MapNetwork, shown: Set<number>, state: State) => Lit}
 */
function lightItem({ organizations }, shown, { item, wave }) {
  const lit = new Set([...shown].filter((id) => organizations[id].items[wave].includes(item)));
  return { lit, litTie: (tie) => lit.has(tie.from) && lit.has(tie.to) };
}

/**
 * How many ties away each organization is, as far as `steps`.
 * @param {number} start
 * @param {number} steps
 * @param {Map<number, Partner[]>} partners
 */
export function within(start, steps, partners) {
  const distance = new Map([[start, 0]]);
  let edge = [start];
  for (let step = 1; step <= steps; step += 1) {
    const next = [];
    for (const id of edge) {
      for (const { other } of partners.get(id) ?? []) {
        if (!distance.has(other)) { distance.set(other, step); next.push(other); }
      }
    }
    edge = next;
  }
  return distance;
}
