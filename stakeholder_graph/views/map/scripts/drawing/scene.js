// The scene: which organizations and ties a state of the controls lets one see, and which of them are lit.

const sharedItems = (a, b, wave) => {
  const theirs = new Set(organizations[b].items[wave]);
  return organizations[a].items[wave].filter((item) => theirs.has(item));
};

function see(state) {
  const shown = new Set(byName.filter((id) => {
    const one = organizations[id];
    return one.waves.includes(state.wave) && !state.off.has(one.sectorNumber);
  }));
  // A tie of unknown strength is kept at every step: not known is not weak.
  const drawable = (tie) => shown.has(tie.from) && shown.has(tie.to) && (tie.step < 0 || tie.step >= state.least);
  const visible = ties.filter((tie) => tie.layer === state.layer && tie.wave === state.wave && drawable(tie));
  const partners = new Map([...shown].map((id) => [id, []]));
  for (const tie of visible) {
    partners.get(tie.from).push({ other: tie.to, tie });
    partners.get(tie.to).push({ other: tie.from, tie });
  }
  for (const list of partners.values()) {
    list.sort((p, q) => q.tie.step - p.tie.step || collator.compare(nameOf(p.other), nameOf(q.other)));
  }
  // Ties of the earlier wave that are not there any more are drawn, and counted nowhere else.
  const changed = state.since >= 0 ? changes(state.layer, state.wave, state.since) : null;
  const gone = changed ? [...changed.keys()].filter((tie) => tie.wave === state.since && drawable(tie)) : [];
  const drawn = [...gone, ...visible];
  const chosen = shown.has(state.chosen) ? state.chosen : -1;
  const beside = chosen >= 0 && state.beside !== chosen && shown.has(state.beside) ? state.beside : -1;
  const focus = { shown, drawn, visible, partners, chosen, beside };
  const { lit, litTie, both } = beside >= 0 ? lightTwo(focus) : chosen >= 0 ? lightOne(focus, state.steps)
    : state.between ? lightBetween(focus, state.between) : state.item >= 0 ? lightItem(focus, state) : { lit: shown, litTie: () => true };
  return { shown, lit, visible, drawn, gone, changes: changed, partners, chosen, beside, both: both ?? new Set(), litTie, focused: lit !== shown };
}

const touches = (tie, id) => tie.from === id || tie.to === id;

// An organization, its partners as far as `steps`, and whom it was tied to before.
function lightOne({ drawn, partners, chosen }, steps) {
  const distance = within(chosen, steps, partners), lit = new Set(distance.keys());
  for (const tie of drawn) if (touches(tie, chosen)) lit.add(tie.from).add(tie.to);
  const nearest = (tie) => Math.min(distance.get(tie.from) ?? Infinity, distance.get(tie.to) ?? Infinity);
  return { lit, litTie: (tie) => nearest(tie) < steps && lit.has(tie.from) && lit.has(tie.to) };
}

// Two organizations and the partners of either; `both` are the partners of both.
function lightTwo({ partners, chosen, beside }) {
  const [one, other] = [chosen, beside].map((id) => new Set(partners.get(id).map((partner) => partner.other)));
  const ends = new Set([chosen, beside]);
  const both = new Set([...one].filter((id) => other.has(id) && !ends.has(id)));
  return { lit: new Set([chosen, beside, ...one, ...other]), both, litTie: (tie) => ends.has(tie.from) || ends.has(tie.to) };
}

const joins = (tie, [one, other]) => {
  const [a, b] = [organizations[tie.from].sectorNumber, organizations[tie.to].sectorNumber];
  return (a === one && b === other) || (a === other && b === one);
};

// The ties between two sectors, or inside one, and those whom they join.
function lightBetween({ shown, visible }, between) {
  const crossing = new Set(visible.filter((tie) => joins(tie, between)));
  const ends = [...crossing].flatMap((tie) => [tie.from, tie.to]);
  // Where there is none, those who could meet.
  const lit = ends.length ? ends : [...shown].filter((id) => between.includes(organizations[id].sectorNumber));
  return { lit: new Set(lit), litTie: (tie) => crossing.has(tie) };
}

function lightItem({ shown }, { item, wave }) {
  const lit = new Set([...shown].filter((id) => organizations[id].items[wave].includes(item)));
  return { lit, litTie: (tie) => lit.has(tie.from) && lit.has(tie.to) };
}

// How many ties away each organization is, as far as `steps`.
function within(start, steps, partners) {
  const distance = new Map([[start, 0]]);
  let edge = [start];
  for (let step = 1; step <= steps; step += 1) {
    const next = [];
    for (const id of edge) {
      for (const { other } of partners.get(id)) {
        if (!distance.has(other)) { distance.set(other, step); next.push(other); }
      }
    }
    edge = next;
  }
  return distance;
}
