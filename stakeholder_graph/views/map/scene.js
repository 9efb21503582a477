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
  const visible = ties.filter((tie) => tie.layer === state.layer && tie.wave === state.wave
    && shown.has(tie.from) && shown.has(tie.to) && (tie.step < 0 || tie.step >= state.least));
  const partners = new Map([...shown].map((id) => [id, []]));
  for (const tie of visible) {
    partners.get(tie.from).push({ other: tie.to, tie });
    partners.get(tie.to).push({ other: tie.from, tie });
  }
  for (const list of partners.values()) {
    list.sort((p, q) => q.tie.step - p.tie.step || collator.compare(nameOf(p.other), nameOf(q.other)));
  }
  const chosen = shown.has(state.chosen) ? state.chosen : -1;
  const distance = chosen < 0 ? null : within(chosen, state.steps, partners);
  const lit = distance ? new Set(distance.keys())
    : state.item < 0 ? shown
    : new Set([...shown].filter((id) => organizations[id].items[state.wave].includes(state.item)));
  const litTie = (tie) => (distance
    ? Math.min(distance.get(tie.from) ?? Infinity, distance.get(tie.to) ?? Infinity) < state.steps
    : lit.has(tie.from) && lit.has(tie.to));
  return { shown, lit, visible, partners, chosen, litTie, focused: lit !== shown };
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
