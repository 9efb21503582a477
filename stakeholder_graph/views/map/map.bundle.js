// Written by python -m tools.scripts from views/scripts/map: change its modules, not this.
(() => {
  // stakeholder_graph/views/scripts/shared/colours.js
  var INK = "#16232e";
  var ACCENT = "#0b5cad";
  var LINE_COLOUR = "#5b6f82";
  var channels = (colour) => [1, 3, 5].map((k) => parseInt(colour.slice(k, k + 2), 16));
  var tint = (colour, share) => `rgb(${channels(colour).map((c) => Math.round(255 - (255 - c) * share)).join(",")})`;
  var shade = (colour, share = 0.5) => `rgb(${channels(colour).map((c) => Math.round(c * share)).join(",")})`;

  // stakeholder_graph/views/scripts/shared/elements.js
  function byId(id, kind) {
    const element = document.getElementById(id);
    if (!element || kind && !(element instanceof kind)) throw new TypeError(`There is no ${kind?.name ?? "element"} #${id}`);
    return (
      /** @type {T} */
      /** @type {unknown} */
      element
    );
  }
  function make(tag2, attributes = {}, ...children) {
    const element = document.createElement(tag2);
    for (const [name2, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener(name2.slice(2), value);
      else if (value !== false && value !== null && value !== void 0) element.setAttribute(name2, value === true ? "" : String(value));
    }
    element.append(...children.filter((child) => child !== null));
    return element;
  }
  function makeSvg(tag2, values, ...children) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag2);
    for (const [name2, value] of Object.entries(values)) element.setAttribute(name2, String(value));
    element.append(...children);
    return element;
  }
  function swatch(sector, size) {
    const across = size === void 0 ? {} : { width: size, height: size };
    return makeSvg(
      "svg",
      { class: "swatch", ...across, viewBox: "-1.8 -1.8 3.6 3.6", "aria-hidden": "true" },
      makeSvg("path", { d: sector.path, fill: sector.colour, stroke: INK, "stroke-width": 0.22, "stroke-linejoin": "round" })
    );
  }

  // stakeholder_graph/views/scripts/shared/page_block.js
  function blockOf(id) {
    const text2 = globalThis.document?.getElementById(id)?.textContent;
    return text2 ? JSON.parse(text2) : void 0;
  }

  // stakeholder_graph/views/scripts/shared/messages.js
  function translator(language, texts) {
    const rules = new Intl.PluralRules(language);
    const written2 = (value) => typeof value === "number" ? value.toLocaleString(language) : String(value);
    const filled = (text2, fields) => text2.replace(/\{(\w+)\}/g, (gap, name2) => Object.hasOwn(fields, name2) ? written2(fields[name2]) : gap);
    const translated = (text2) => {
      const known = Object.hasOwn(texts, text2) ? texts[text2] : text2;
      return typeof known === "string" ? known : text2;
    };
    const formed = (one, many, count) => {
      const known = Object.hasOwn(texts, one) ? texts[one] : void 0;
      const forms = typeof known === "object" ? known : (
        /** @type {Record<string, string>} */
        { one, other: many }
      );
      return forms[rules.select(count)] ?? forms.other ?? many;
    };
    return {
      _: (text2, fields = {}) => filled(translated(text2), fields),
      _n: (one, many, count, fields = {}) => filled(formed(one, many, count), { count, ...fields })
    };
  }
  var LANGUAGE = globalThis.document?.documentElement.lang || "en";
  var { _, _n } = translator(
    LANGUAGE,
    /** @type {Translations} */
    blockOf("texts") ?? {}
  );

  // stakeholder_graph/views/scripts/shared/names.js
  var collator = new Intl.Collator(LANGUAGE, { sensitivity: "base", numeric: true });
  var compareNames = collator.compare;
  var folded = (text2) => text2.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  function findByName(text2, candidates, nameOf2) {
    const words = folded(text2).split(/\s+/).filter(Boolean);
    if (!words.length) return [];
    const hits = candidates.filter((candidate) => words.every((word) => folded(nameOf2(candidate)).includes(word)));
    const starts = (candidate) => folded(nameOf2(candidate)).startsWith(words[0]);
    return [...hits.filter(starts), ...hits.filter((candidate) => !starts(candidate))];
  }
  var slug = (words) => folded(words).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  var capital = (text2) => text2.charAt(0).toUpperCase() + text2.slice(1);

  // stakeholder_graph/views/scripts/map/state/network.js
  function prepared({ organizations: nodes, ties: edges, options: options2, about: about2 }) {
    const { sectors: sectors2, waves: waves2, items: items2 } = about2;
    const tiesShown2 = about2.layers.length > 0;
    const layers2 = tiesShown2 ? about2.layers : [{ name: "", steps: [], asks: (
      /** @type {const} */
      "ties"
    ) }];
    const sectorNumber2 = new Map(sectors2.map((sector, k) => [sector.name, k]));
    const organizations2 = nodes.map((node) => ({
      ...node,
      label: node.label ?? node.name,
      sectorNumber: (
        /** @type {number} */
        sectorNumber2.get(node.sector)
      ),
      places: { ...node.places, ties: [node.x, node.y] },
      scores: node.scores?.map(([title, value]) => [about2.figures[title], value])
    }));
    const ties2 = edges.map((tie, id) => ({ ...tie, id, step: stepOf(tie.strength, layers2[tie.layer].steps) }));
    const tallies = (about2.condensed?.tallies ?? []).map(([from, to, layer, wave, ...counts]) => ({ from, to, layer, wave, counts }));
    const byName2 = organizations2.map(({ id }) => id).sort((a, b) => compareNames(organizations2[a].name, organizations2[b].name) || a - b);
    const isStated2 = (sector) => sector.name !== about2.unstated;
    return {
      organizations: organizations2,
      ties: ties2,
      tallies,
      options: options2,
      about: about2,
      sectors: sectors2,
      waves: waves2,
      items: items2,
      layers: layers2,
      tiesShown: tiesShown2,
      sectorNumber: sectorNumber2,
      byName: byName2,
      isStated: isStated2,
      bySector: sectors2.some(isStated2),
      nameOf: (id) => organizations2[id].name,
      /** The sector of a node; those of sectors follow those of organizations. */
      sectorAt: (node) => node < organizations2.length ? organizations2[node].sectorNumber : node - organizations2.length,
      stepName: (tie) => tie.step < 0 ? _("strength not known") : layers2[tie.layer].steps[tie.step].name,
      /** What two organizations both work on. @type {(a: number, b: number, wave: number) => number[]} */
      sharedItems: (a, b, wave) => {
        const theirs = new Set(organizations2[b].items[wave]);
        return organizations2[a].items[wave].filter((item) => theirs.has(item));
      }
    };
  }
  function stepOf(strength, steps) {
    if (strength === null) return -1;
    let step = 0;
    while (step + 1 < steps.length && steps[step + 1].value <= strength) step += 1;
    return step;
  }
  var countOf = ({ counts }, least) => counts.reduce((sum, count, k) => k === 0 || k > least ? sum + count : sum, 0);
  var touches = (tie, id) => tie.from === id || tie.to === id;

  // stakeholder_graph/views/scripts/map/state/data.js
  var network = prepared(
    /** @type {MapData} */
    blockOf("data")
  );
  var {
    organizations,
    ties,
    options,
    about,
    sectors,
    waves,
    items,
    layers,
    tiesShown,
    sectorNumber,
    byName,
    isStated,
    bySector,
    nameOf,
    stepName,
    sharedItems,
    sectorAt
  } = network;
  var type = about.type;

  // stakeholder_graph/views/scripts/map/state/changes.js
  var CHANGES = ["gained", "newly", "kept", "ended", "unnamed", "now", "then"];
  var endsOf = (tie, among) => Math.min(tie.from, tie.to) * among + Math.max(tie.from, tie.to);
  var knowsAnswers = ({ about: about2 }) => about2.desk && about2.known;
  function changesOf(network2, layer, wave, since) {
    const ends = (tie) => endsOf(tie, network2.organizations.length);
    const [now, then] = [wave, since].map((k) => new Map(network2.ties.filter((tie) => tie.layer === layer && tie.wave === k).map((tie) => [ends(tie), tie])));
    const changes = /* @__PURE__ */ new Map();
    for (const [pair, tie] of now) changes.set(tie, then.has(pair) ? "kept" : became(tie, since, ["gained", "newly", "now"]));
    for (const [pair, tie] of then) if (!now.has(pair)) changes.set(tie, became(tie, wave, ["ended", "unnamed", "then"]));
    return changes;
  }
  function became(tie, other, [both, one, unknown]) {
    if (tie.named === "unknown" || tie.unsure?.includes(other)) return unknown;
    return tie.named === "both" ? both : one;
  }

  // stakeholder_graph/views/scripts/map/state/scene.js
  function see(network2, state2) {
    const { organizations: organizations2, ties: ties2, byName: byName2, nameOf: nameOf2 } = network2;
    const shown = new Set(byName2.filter((id) => organizations2[id].waves.includes(state2.wave) && !state2.off.has(organizations2[id].sectorNumber)));
    const drawable = (tie) => shown.has(tie.from) && shown.has(tie.to) && (tie.step < 0 || tie.step >= state2.least);
    const visible = ties2.filter((tie) => tie.layer === state2.layer && tie.wave === state2.wave && drawable(tie));
    const partners = new Map([...shown].map((id) => [
      id,
      /** @type {Partner[]} */
      []
    ]));
    for (const tie of visible) {
      partners.get(tie.from)?.push({ other: tie.to, tie });
      partners.get(tie.to)?.push({ other: tie.from, tie });
    }
    for (const list2 of partners.values()) {
      list2.sort((p, q) => q.tie.step - p.tie.step || compareNames(nameOf2(p.other), nameOf2(q.other)));
    }
    const changes = state2.since >= 0 ? changesOf(network2, state2.layer, state2.wave, state2.since) : null;
    const gone = changes ? [...changes.keys()].filter((tie) => tie.wave === state2.since && drawable(tie)) : [];
    const second = state2.second >= 0 ? ties2.filter((tie) => tie.layer === state2.second && tie.wave === state2.wave && shown.has(tie.from) && shown.has(tie.to)) : [];
    const kinds = state2.second >= 0 ? kindsOf(network2, visible, second) : null;
    const drawn2 = [...gone, ...visible, ...kinds ? second.filter((tie) => kinds.has(tie)) : []];
    const chosen = shown.has(state2.chosen) ? state2.chosen : -1;
    const beside2 = chosen >= 0 && state2.beside !== chosen && shown.has(state2.beside) ? state2.beside : -1;
    const { lit, litTie, both } = beside2 >= 0 ? lightTwo(partners, chosen, beside2) : chosen >= 0 ? lightOne(drawn2, partners, chosen, state2.steps) : state2.between ? lightBetween(network2, shown, visible, state2.between) : state2.told >= 0 && network2.about.story[state2.told] ? lightTold(network2, shown, visible, network2.about.story[state2.told]) : state2.item >= 0 ? lightItem(network2, shown, state2) : { lit: shown, litTie: () => true, both: void 0 };
    const counted3 = countedIn(network2, state2, shown, chosen), beyond = /* @__PURE__ */ new Map();
    for (const { from, to, count } of counted3) for (const end of /* @__PURE__ */ new Set([from, to])) beyond.set(end, (beyond.get(end) ?? 0) + count);
    return { shown, lit, visible, drawn: drawn2, gone, changes, kinds, partners, counted: counted3, beyond, chosen, beside: beside2, both: both ?? /* @__PURE__ */ new Set(), litTie, focused: lit !== shown };
  }
  function countedIn(network2, state2, shown, chosen) {
    const { tallies, organizations: organizations2 } = network2, { between: between2 } = state2;
    const there = (node) => node < organizations2.length ? shown.has(node) : !state2.off.has(node - organizations2.length);
    return tallies.filter((tally) => tally.layer === state2.layer && tally.wave === state2.wave && there(tally.from) && there(tally.to)).map((tally) => {
      const lit = chosen >= 0 ? touches(tally, chosen) : !between2 || joins(network2, tally, between2);
      return { from: tally.from, to: tally.to, count: countOf(tally, state2.least), lit };
    }).filter(({ count }) => count);
  }
  function kindsOf({ organizations: organizations2 }, first, second) {
    const ends = (tie) => endsOf(tie, organizations2.length);
    const others = new Map(second.map((tie) => [ends(tie), tie])), pairs = new Set(first.map(ends));
    const kinds = new Map(first.map((tie) => [tie, others.get(ends(tie)) ?? null]));
    for (const tie of second) if (!pairs.has(ends(tie))) kinds.set(tie, tie);
    return kinds;
  }
  function lightOne(drawn2, partners, chosen, steps) {
    const distance = within(chosen, steps, partners), lit = new Set(distance.keys());
    for (const tie of drawn2) if (touches(tie, chosen)) lit.add(tie.from).add(tie.to);
    const nearest = (tie) => Math.min(distance.get(tie.from) ?? Infinity, distance.get(tie.to) ?? Infinity);
    return { lit, litTie: (tie) => nearest(tie) < steps && lit.has(tie.from) && lit.has(tie.to) };
  }
  function lightTwo(partners, chosen, beside2) {
    const [one, other] = [chosen, beside2].map((id) => new Set((partners.get(id) ?? []).map((partner) => partner.other)));
    const ends = /* @__PURE__ */ new Set([chosen, beside2]);
    const both = new Set([...one].filter((id) => other.has(id) && !ends.has(id)));
    return { lit: /* @__PURE__ */ new Set([chosen, beside2, ...one, ...other]), both, litTie: (tie) => ends.has(tie.from) || ends.has(tie.to) };
  }
  function joins({ sectorAt: sectorAt2 }, tie, [one, other]) {
    const [a, b] = [sectorAt2(tie.from), sectorAt2(tie.to)];
    return a === one && b === other || a === other && b === one;
  }
  function lightBetween(network2, shown, visible, pair) {
    const crossing = new Set(visible.filter((tie) => joins(network2, tie, pair)));
    const ends = [...crossing].flatMap((tie) => [tie.from, tie.to]);
    const lit = ends.length ? ends : [...shown].filter((id) => pair.includes(network2.organizations[id].sectorNumber));
    return { lit: new Set(lit), litTie: (tie) => crossing.has(tie) };
  }
  function lightTold({ organizations: organizations2 }, shown, visible, { organizations: named, lines }) {
    const own2 = new Set(named.filter((id) => shown.has(id)));
    if (lines === "none" && !own2.size) return { lit: shown, litTie: () => true };
    const listed = typeof lines === "string" ? null : new Set(lines.map(([a, b]) => endsOf({ from: a, to: b }, organizations2.length)));
    const within2 = (tie) => organizations2[tie.from].sectorNumber === organizations2[tie.to].sectorNumber;
    const litTie = (tie) => listed ? listed.has(endsOf(tie, organizations2.length)) : lines === "among" ? own2.has(tie.from) && own2.has(tie.to) : lines === "within" ? within2(tie) : lines === "across" && !within2(tie);
    return { lit: own2.size ? own2 : new Set(visible.filter(litTie).flatMap(({ from, to }) => [from, to])), litTie };
  }
  function lightItem({ organizations: organizations2 }, shown, { item, wave }) {
    const lit = new Set([...shown].filter((id) => organizations2[id].items[wave].includes(item)));
    return { lit, litTie: (tie) => lit.has(tie.from) && lit.has(tie.to) };
  }
  function within(start, steps, partners) {
    const distance = /* @__PURE__ */ new Map([[start, 0]]);
    let edge = [start];
    for (let step = 1; step <= steps; step += 1) {
      const next = [];
      for (const id of edge) {
        for (const { other } of partners.get(id) ?? []) {
          if (!distance.has(other)) {
            distance.set(other, step);
            next.push(other);
          }
        }
      }
      edge = next;
    }
    return distance;
  }

  // stakeholder_graph/views/scripts/map/state/state.js
  var opening = {
    layer: about.opening.layer,
    second: -1,
    wave: about.opening.wave,
    least: 0,
    off: /* @__PURE__ */ new Set(),
    item: -1,
    chosen: -1,
    beside: -1,
    steps: 1,
    cursor: -1,
    size: "equal",
    view: "map",
    since: -1,
    arranged: about.opening.arranged,
    opened: /* @__PURE__ */ new Set(),
    together: "",
    group: -1,
    matrix: false,
    between: null,
    told: -1,
    how: false
  };
  var state = { ...opening };
  var scene = see(network, state);
  var watchers = [];
  function watch(watcher) {
    watchers.push(watcher);
  }
  function change(patch) {
    const before = state;
    state = { ...state, ...patch };
    if (!("cursor" in patch)) state.cursor = -1;
    if (state.layer !== before.layer) state.least = Math.min(state.least, Math.max(0, layers[state.layer].steps.length - 1));
    if (state.since >= state.wave || !knowsAnswers(network)) state.since = -1;
    if (state.second === state.layer || state.since >= 0 && patch.second === void 0) state.second = -1;
    if (state.second >= 0) state.since = -1;
    if (about.condensed) Object.assign(state, { second: -1, item: -1, beside: -1, steps: 1 });
    scene = see(network, state);
    if (scene.chosen < 0) state.chosen = -1;
    if (scene.beside < 0) state.beside = -1;
    for (const id of [state.chosen, state.beside]) if (id >= 0 && !stands(id)) state.opened = /* @__PURE__ */ new Set([...state.opened, organizations[id].sectorNumber]);
    for (const watcher of watchers) {
      try {
        watcher(before);
      } catch (error) {
        reportError(error);
      }
    }
  }
  var choose = (id) => change({ chosen: id, beside: -1 });
  var partnersOf = (id) => scene.partners.get(id) ?? [];
  var partnerCount = (id) => partnersOf(id).length + (scene.beyond.get(id) ?? 0);
  var tieCount = () => scene.counted.reduce((sum, { count }) => sum + count, scene.visible.length);
  var listedIn = (k) => about.condensed?.groups[k].listed[state.wave] ?? organizations.filter(({ sectorNumber: sectorNumber2, waves: waves2 }) => sectorNumber2 === k && waves2.includes(state.wave)).length;
  var organizationCount = () => about.condensed ? about.condensed.groups.reduce((sum, _group, k) => sum + (state.off.has(k) ? 0 : listedIn(k)), 0) : scene.shown.size;
  var isClosed = (sector) => about.grouped && state.arranged === "sector" && !state.opened.has(sector);
  var stands = (id) => !isClosed(organizations[id].sectorNumber);
  var judging = () => tiesShown && layers[state.layer].asks !== "ties";
  var organizationsOf = (count) => _n("{count} organization", "{count} organizations", count);
  var pairsOf = (count) => judging() ? _n("{count} pair judged", "{count} pairs judged", count) : _n("{count} connection", "{count} connections", count);
  function say(text2) {
    byId("said").textContent = text2;
  }

  // stakeholder_graph/views/scripts/shared/keys.js
  var around = (at, step, length) => (at + step + length) % length;
  var clamp = (value, low, high) => Math.min(high, Math.max(low, value));
  var isShortcut = (event) => event.altKey || event.ctrlKey || event.metaKey;

  // stakeholder_graph/views/scripts/shared/boxes.js
  var everywhere = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };
  var inside = (place, box) => place.x > box.left && place.x < box.right && place.y > box.top && place.y < box.bottom;
  function enlarge(box, others) {
    for (const { left, right, top, bottom } of others) {
      Object.assign(box, { left: Math.min(box.left, left), right: Math.max(box.right, right), top: Math.min(box.top, top), bottom: Math.max(box.bottom, bottom) });
    }
  }
  var Grid = class {
    /** @param {number} cell how wide and high a cell is */
    constructor(cell) {
      this.cell = cell;
      this.cells = /* @__PURE__ */ new Map();
    }
    /** @param {Box} box */
    *touched(box) {
      for (let x = Math.floor(box.left / this.cell); x <= Math.floor(box.right / this.cell); x += 1) {
        for (let y = Math.floor(box.top / this.cell); y <= Math.floor(box.bottom / this.cell); y += 1) yield `${x},${y}`;
      }
    }
    /** @param {NumberedBox} box */
    add(box) {
      for (const key of this.touched(box)) {
        const cell = this.cells.get(key);
        if (cell) cell.push(box);
        else this.cells.set(key, [box]);
      }
    }
    /**
     * Whether a box lies on any that was added under another number.
     * @param {NumberedBox} box
     */
    hits(box) {
      for (const key of this.touched(box)) {
        for (const other of this.cells.get(key) ?? []) {
          if (other.id !== box.id && box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom) return true;
        }
      }
      return false;
    }
  };

  // stakeholder_graph/views/scripts/shared/lines.js
  function inLines(words, fits) {
    const lines = [];
    for (const word of words) {
      const joined = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
      if (lines.length && fits(joined)) lines[lines.length - 1] = joined;
      else lines.push(word);
    }
    return lines;
  }
  var wrapped = (text2, pen, width) => inLines(text2.split(/\s+/), (line) => pen.measureText(line).width <= width);

  // stakeholder_graph/views/scripts/map/state/mixing.js
  var counted = { of: null, counts: [] };
  function mixing() {
    if (counted.of !== scene) Object.assign(counted, { of: scene, counts: mixed() });
    return counted.counts;
  }
  function mixed() {
    const drawn2 = scene.visible.map((tie) => [organizations[tie.from].sectorNumber, organizations[tie.to].sectorNumber, 1]);
    return countPairs([...drawn2, ...scene.counted.map(({ from, to, count }) => [sectorAt(from), sectorAt(to), count])], sectors.length);
  }
  function countPairs(pairs, among) {
    const counts = Array.from({ length: among }, () => Array.from({ length: among }, () => 0));
    for (const [a, b, times = 1] of pairs) {
      counts[a][b] += times;
      if (a !== b) counts[b][a] += times;
    }
    return counts;
  }
  var sectorsShown = () => [...sectors.keys()].filter((k) => !state.off.has(k) && listedIn(k) > 0);
  var judged = (one, other) => (state.wave === opening.wave ? about.verdicts[state.layer] ?? [] : []).find(([from, to]) => from === one && to === other)?.[2];
  var pairWords = (one, other, count) => one === other ? _("Within {sector}: {ties}", { sector: sectors[one].name, ties: pairsOf(count) }) : _("{one} and {other}: {ties}", { one: sectors[one].name, other: sectors[other].name, ties: pairsOf(count) });

  // stakeholder_graph/views/scripts/map/groups/words.js
  var answeredOf = (k) => about.condensed?.groups[k].answered?.[state.wave];
  function answeredWords(k) {
    const answered = answeredOf(k);
    return answered === void 0 || answered === listedIn(k) ? "" : _n("{count} has answered", "{count} have answered", answered);
  }
  var isKnownWithin = (k) => tiesShown && answeredOf(k) !== 0;
  function tiesOfGroup(k) {
    const counts = mixing()[k];
    return { within: counts[k], across: counts.reduce((sum, count, other) => other === k ? sum : sum + count, 0) };
  }
  function groupLines(k, count) {
    const { name: name2 } = sectors[k], open = !isClosed(k);
    if (!about.condensed) return { name: name2, further: [organizationsOf(count)] };
    if (open) return { name: _("Others of {sector}", { sector: name2 }), further: [organizationsOf(count)] };
    return { name: name2, further: [organizationsOf(count), answeredWords(k), isKnownWithin(k) ? _("{ties} within", { ties: pairsOf(tiesOfGroup(k).within) }) : ""].filter(Boolean) };
  }
  function groupWords(k) {
    const count = organizationsOf(listedIn(k));
    if (!about.condensed) return count;
    const { within: within2, across } = tiesOfGroup(k);
    const inside2 = isKnownWithin(k) ? _("{ties} within it", { ties: pairsOf(within2) }) : "";
    return [count, answeredWords(k), inside2, tiesShown ? _("{ties} with others", { ties: pairsOf(across) }) : ""].filter(Boolean).join(", ");
  }
  function pairsWithin(k) {
    const n = listedIn(k), silent = n - (answeredOf(k) ?? n);
    return { known: (n * (n - 1) - silent * (silent - 1)) / 2, unknown: silent * (silent - 1) / 2 };
  }
  var ofThousand = (count, all) => (1e3 * count / all).toLocaleString(LANGUAGE, { maximumSignificantDigits: 2 });
  function drawnWords(drawn2, counted3) {
    if (!counted3) return "";
    const fields = { drawn: drawn2, counted: counted3 };
    return scene.visible.length || scene.counted.length ? _n("Drawn is the {drawn} that has the most connections; {counted} more are counted only.", "Drawn are the {drawn} that have the most connections; {counted} more are counted only.", drawn2, fields) : _n("Drawn is the first by name; {counted} more are counted only.", "Drawn are the first {drawn} by name; {counted} more are counted only.", drawn2, fields);
  }
  function condensedSaid() {
    if (!about.condensed) return "";
    const held = organizations.filter(({ id }) => scene.shown.has(id)).length, counted3 = organizationCount() - held;
    if (!counted3) return "";
    return [
      _("This network is too large to draw all of it."),
      tiesShown ? _("A group opens into those of its members that have the most connections, {held} in all; {counted} more are counted with their group, and so are their connections.", { held, counted: counted3 }) : _("A group opens into the first of its members by name, {held} in all; {counted} more are counted with their group.", { held, counted: counted3 }),
      about.condensed.kind === "connections" ? _("There are no sectors to go by, so groups are organizations with many connections among each other.") : ""
    ].filter(Boolean).join(" ");
  }

  // stakeholder_graph/views/scripts/map/geometry/apart.js
  var meet = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  function apart(asked, kept) {
    const placed = [];
    for (const boxes of asked) {
      const free = boxes.find((box) => ![...kept, ...placed].some((other) => other.id !== box.id && meet(box, other)));
      if (free) placed.push(free);
    }
    return placed;
  }
  var moveToShow = (box, view) => ({
    x: Math.min(box.left - view.left, Math.max(0, box.right - view.right)),
    y: Math.min(box.top - view.top, Math.max(0, box.bottom - view.bottom))
  });

  // stakeholder_graph/views/scripts/map/drawing/boxes.js
  var PAD = 9;
  function boxOf({ x, y, width, label }) {
    const half = Math.max(width / 2, type.radius * 1.7) + PAD, lines = label.split("\n").length;
    return { left: x - half, right: x + half, top: y - type.radius * 1.7 - PAD, bottom: y + type.below + type.line * lines + PAD };
  }
  function boxAround(ids) {
    const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    for (const id of ids) {
      const { x, y, width, label } = organizations[id], half = Math.max(width / 2, type.radius * 1.7);
      box.left = Math.min(box.left, x - half);
      box.right = Math.max(box.right, x + half);
      box.top = Math.min(box.top, y - type.radius * 1.7);
      box.bottom = Math.max(box.bottom, y + type.below + type.line * label.split("\n").length + 2);
    }
    return box.left < box.right ? box : { left: -300, right: 300, top: -200, bottom: 200 };
  }

  // stakeholder_graph/views/scripts/map/drawing/pen.js
  var context = document.createElement("canvas").getContext("2d");
  function penOf(size = type.size, weight = "normal") {
    if (!context) throw new Error("This browser draws no canvas.");
    context.font = `${weight} ${size}px ${type.family}`;
    return context;
  }
  var fontsReady = Promise.all(["normal", "bold"].map((weight) => document.fonts.load(`${weight} ${type.size}px ${type.family}`)));

  // stakeholder_graph/views/scripts/map/drawing/stage.js
  var canvas = { network: null, hover: -1, home: true, open: false, size: "", lowest: Infinity };
  var arranged = { moving: 0, flow: "" };
  var stage = byId("stage");
  function visNetwork() {
    if (!canvas.network) throw new Error("The map is not drawn yet.");
    return canvas.network;
  }
  var redraw = () => canvas.network?.redraw();
  var radii = /* @__PURE__ */ new Map();
  function measureSymbols() {
    radii.clear();
    largest.value = mostOfSize();
    for (const id of scene.shown) radii.set(id, radiusOf(id));
  }
  var radiusAt = (id, scale = canvas.network ? canvas.network.getScale() : 1) => Math.max(radii.get(id) ?? type.radius, 4 / scale);
  function radiusOf(id) {
    return state.size === "equal" ? type.radius : radiusFor(sizeValue(id), largest.value);
  }
  var largest = { value: 1e-9 };
  var mostOfSize = () => [...scene.shown].reduce((most, id) => Math.max(most, sizeValue(id)), 1e-9);
  function radiusFor(value, most) {
    const [low, high] = [type.radius * 0.6, type.radius * 1.5];
    return Math.sqrt(low * low + (high * high - low * low) * Math.max(0, value) / most);
  }
  function sizeValue(id) {
    if (state.size === "ties") return partnerCount(id);
    return organizations[id].scores?.find(([title]) => title === state.size)?.[1] ?? 0;
  }
  function viewOnScreen() {
    const middle = visNetwork().getViewPosition(), scale = visNetwork().getScale();
    const [w, h] = [stage.clientWidth / scale / 2, stage.clientHeight / scale / 2];
    return { left: middle.x - w, right: middle.x + w, top: middle.y - h, bottom: middle.y + h };
  }
  function whereabouts() {
    const { x, y } = visNetwork().getViewPosition();
    return [Math.round(x), Math.round(y), visNetwork().getScale().toFixed(3)].join();
  }
  function fillStage() {
    const size = `${stage.clientWidth} x ${stage.clientHeight}`;
    if (!stage.clientWidth || size === canvas.size) return false;
    canvas.size = size;
    visNetwork().setSize("100%", "100%");
    redraw();
    return true;
  }

  // stakeholder_graph/views/scripts/map/drawing/answered.js
  function answeredIn({ k }) {
    const counted3 = about.condensed?.groups[k];
    return counted3?.answered && counted3.listed[state.wave] ? counted3.answered[state.wave] / counted3.listed[state.wave] : 1;
  }
  var endOf = (share) => -Math.PI / 2 + 2 * Math.PI * (1 - share);
  function drawAnswered(ctx, outline2, share, colour) {
    if (share >= 1) return;
    ctx.save();
    ctx.clip(outline2);
    ctx.beginPath();
    ctx.moveTo(0, 0);
    ctx.arc(0, 0, 3, -Math.PI / 2, endOf(share));
    ctx.closePath();
    ctx.fillStyle = tint(colour, 0.16);
    ctx.fill();
    ctx.restore();
  }
  function palePath(share) {
    if (share >= 1) return "";
    const end = endOf(share), x = Math.cos(end).toFixed(4), y = Math.sin(end).toFixed(4);
    return share <= 0 ? "M0 -1A1 1 0 1 1 0 1A1 1 0 1 1 0 -1Z" : `M0 0L0 -1A1 1 0 ${share < 0.5 ? 1 : 0} 1 ${x} ${y}Z`;
  }

  // stakeholder_graph/views/scripts/map/state/search_hits.js
  var search = { matches: [], at: -1 };

  // stakeholder_graph/views/scripts/map/geometry/fades.js
  var inkAt = (from, to, share) => share >= 1 ? to : from + (to - from) * share;
  function mixed2(before, after, share, keyOf2, inkOf = () => 1) {
    if (share >= 1) return after.map((entry) => [entry, inkOf(entry)]);
    const then = new Map(before.map((entry) => [keyOf2(entry), entry])), now = new Set(after.map(keyOf2));
    const going = before.filter((entry) => !now.has(keyOf2(entry)));
    return [
      ...going.map((entry) => (
        /** @type {[T, number]} */
        [entry, inkAt(inkOf(entry), 0, share)]
      )),
      ...after.map((entry) => {
        const same = then.get(keyOf2(entry));
        return (
          /** @type {[T, number]} */
          [entry, inkAt(same === void 0 ? 0 : inkOf(same), inkOf(entry), share)]
        );
      })
    ];
  }

  // stakeholder_graph/views/scripts/map/waves/fading.js
  var BLANK = { threads: [], dots: [], names: [], titles: [], hulls: [] };
  var fading = { moving: 0, share: 1, before: BLANK, going: [], coming: /* @__PURE__ */ new Set() };
  var presence = (id) => fading.coming.has(id) ? fading.share : 1;
  var fadingThreads = (now) => mixed2(fading.before.threads, now, fading.share, ({ key }) => key, ({ ink }) => ink);
  var fadingNames = (now) => mixed2(fading.before.names, now, fading.share, ({ id, top }) => `${id} ${Math.round(top)}`);
  var fadingTitles = (now) => mixed2(fading.before.titles, now, fading.share, ({ group, left, top }) => `${group.name} ${Math.round(left)} ${Math.round(top)}`);
  var fadingHulls = (now) => mixed2(fading.before.hulls, now, fading.share, ({ name: name2, path, around: around4 }) => `${name2} ${path} ${around4}`);

  // stakeholder_graph/views/scripts/map/drawing/symbols.js
  var outlines = sectors.map((sector) => new Path2D(sector.path));
  var isRinged = (id) => id === state.cursor || scene.both.has(id) || search.matches.includes(id);
  var isSilent = (organization) => Boolean(organization.silent?.includes(state.wave));
  function drawSymbol(ctx, id, radius, going = null) {
    const organization = organizations[id], outline2 = outlines[organization.sectorNumber];
    const colour = sectors[organization.sectorNumber].colour, silent = going?.silent ?? isSilent(organization);
    const there = going ? 1 - fading.share : presence(id), ink = there * (going?.lit ?? scene.lit.has(id) ? 1 : 0.15);
    ctx.save();
    ctx.translate(organization.x, organization.y);
    const asked = id === scene.chosen || id === scene.beside;
    if (asked || isRinged(id)) {
      ctx.beginPath();
      ctx.arc(0, 0, radius * 1.95, 0, 2 * Math.PI);
      ctx.fillStyle = asked ? "rgba(11,92,173,.22)" : "rgba(11,92,173,.1)";
      ctx.fill();
      ctx.lineWidth = 2;
      ctx.strokeStyle = ACCENT;
      ctx.stroke();
    }
    ctx.scale(radius, radius);
    ctx.lineJoin = "round";
    ctx.strokeStyle = INK;
    if (organization.backbone) {
      ctx.globalAlpha = ink;
      ctx.beginPath();
      ctx.arc(0, 0, 1.62, 0, 2 * Math.PI);
      ctx.fillStyle = "#fff";
      ctx.fill();
      ctx.lineWidth = 1.5 / radius;
      ctx.stroke();
    }
    ctx.globalAlpha = there;
    ctx.fillStyle = "#fff";
    ctx.fill(outline2);
    ctx.globalAlpha = ink;
    ctx.fillStyle = silent ? tint(colour, 0.16) : colour;
    ctx.fill(outline2);
    ctx.lineWidth = 1.6 / radius;
    if (silent) ctx.setLineDash([0.34, 0.26]);
    ctx.stroke(outline2);
    ctx.restore();
  }

  // stakeholder_graph/views/scripts/map/drawing/groups.js
  var SYMBOL_REACH = 1.3;
  var TITLE_SIZE = 15;
  var NARROW = 600;
  var groups = { list: [], boxes: [] };
  var groupNode = (k) => organizations.length + k;
  var groupOf = (node) => node - organizations.length;
  function makeGroups() {
    groups.list = sectors.map((sector, k) => {
      const members = organizations.filter((organization) => organization.sectorNumber === k), counted3 = about.condensed?.groups[k];
      const held = waves.map((_name, wave) => members.filter((organization) => organization.waves.includes(wave)).length);
      if (counted3) return { sector, k, members, held, x: counted3.x, y: counted3.y, width: 2 * counted3.radius, room: 0, radius: counted3.radius, foot: 1 };
      const [[left, right], [top, bottom]] = [0, 1].map((axis) => endsOfList(members.map((organization) => organization.places.sector[axis])));
      const room = Math.min(right - left, bottom - top) + 80;
      return { sector, k, members, held, x: (left + right) / 2, y: (top + bottom) / 2, width: right - left + 120, room, radius: 0, foot: 1 };
    });
    if (about.condensed) return;
    const unit = Math.min(...groups.list.map(({ members, room }) => 0.22 * room / Math.sqrt(members.length)));
    for (const group of groups.list) group.radius = unit * Math.sqrt(group.members.length);
  }
  var endsOfList = (list2) => [list2.reduce((a, b) => Math.min(a, b)), list2.reduce((a, b) => Math.max(a, b))];
  var closedGroups = () => about.grouped ? groups.list.filter(({ k }) => isClosed(k) && !state.off.has(k) && listedIn(k) > 0) : [];
  var countedIn2 = ({ k, held }) => about.condensed ? listedIn(k) - held[state.wave] : 0;
  var drawnGroups = () => about.grouped ? groups.list.filter((group) => !state.off.has(group.k) && (isClosed(group.k) ? listedIn(group.k) > 0 : countedIn2(group) > 0)) : [];
  var standsFor = (group) => isClosed(group.k) ? listedIn(group.k) : countedIn2(group);
  var circleOf = (group) => group.radius * Math.sqrt(standsFor(group) / Math.max(1, about.condensed ? Math.max(...about.condensed.groups[group.k].listed) : standsFor(group)));
  var isGroupLit = ({ k, members }) => !scene.focused || members.some(({ id }) => scene.lit.has(id) && !stands(id)) || scene.counted.some(({ from, to, lit }) => lit && (from === groupNode(k) || to === groupNode(k)));
  function bundles() {
    const bundled2 = /* @__PURE__ */ new Map(), symbols = new Set(drawnGroups().map(({ k }) => k));
    if (!about.grouped) return [];
    const endOf2 = (node, lit) => node >= organizations.length ? node : stands(node) && !(about.condensed && !(scene.focused && lit) && symbols.has(organizations[node].sectorNumber)) ? node : groupNode(organizations[node].sectorNumber);
    const add = (tie, count, lit) => {
      const [from, to] = [endOf2(tie.from, lit), endOf2(tie.to, lit)].sort((a, b) => a - b);
      if (from === to || to < organizations.length) return;
      const key = `${from} ${to}`, bundle = bundled2.get(key) ?? { id: `bundle ${key}`, from, to, count: 0, lit: false, width: 0, colour: LINE_COLOUR, ink: 0 };
      bundle.count += count;
      bundle.lit ||= lit;
      bundled2.set(key, bundle);
    };
    for (const tie of scene.drawn) if (!stands(tie.from) || !stands(tie.to)) add(tie, 1, scene.litTie(tie));
    for (const counted3 of scene.counted) add(counted3, counted3.count, counted3.lit);
    const between2 = [...bundled2.values()].filter(({ from }) => from >= organizations.length);
    const most = Math.max(1, ...between2.map(({ count }) => count)), broad = Math.min(...groups.list.map(({ radius }) => radius)) * 0.4;
    const widest = about.condensed ? Math.max(...groups.list.map(({ radius }) => radius)) * 0.3 : broad;
    for (const bundle of bundled2.values()) {
      bundle.width = bundle.from >= organizations.length ? Math.max(1.5, widest * bundle.count / most) : 1.5;
      bundle.ink = !scene.focused ? bundle.from >= organizations.length ? 0.45 : 0.2 : bundle.lit ? 0.6 : 0.045;
      bundle.colour = scene.focused && bundle.lit ? ACCENT : LINE_COLOUR;
    }
    return [...bundled2.values()];
  }
  var endOfBundle = (node) => node >= organizations.length ? groups.list[groupOf(node)] : organizations[node];
  function drawGroupSymbol(ctx, k) {
    const group = groups.list[k], { sector, x, y } = group, radius = circleOf(group), ringed = state.cursor === groupNode(k) || canvas.hover === groupNode(k);
    ctx.save();
    ctx.translate(x, y);
    ctx.scale(radius, radius);
    ctx.lineJoin = "round";
    ctx.fillStyle = "#fff";
    ctx.fill(outlines[k]);
    ctx.globalAlpha = isGroupLit(group) ? 1 : 0.15;
    ctx.fillStyle = sector.colour;
    ctx.strokeStyle = ringed ? ACCENT : INK;
    ctx.lineWidth = ringed ? 0.14 : 0.04;
    ctx.fill(outlines[k]);
    drawAnswered(ctx, outlines[k], answeredIn(group), sector.colour);
    ctx.stroke(outlines[k]);
    ctx.restore();
  }
  function groupTitle(group, scale, brief = false) {
    const size = TITLE_SIZE / scale, line = size * 1.2, limit = Math.max(group.width, (about.condensed ? 180 : 60) / scale);
    const pen = penOf(TITLE_SIZE, "bold"), wide = (text2) => pen.measureText(text2).width / scale;
    const { name: name2, further } = groupLines(group.k, standsFor(group));
    const lines = inLines(name2.split(/\s+/), (text2) => wide(text2) <= limit);
    lines.splice(3);
    const strong = lines.length;
    if (!brief) lines.push(...further);
    const width = Math.min(limit, Math.max(...lines.map(wide)));
    const top = group.y + circleOf(group) * group.foot + size * 0.4;
    return { id: groupNode(group.k), lines, strong, size, line, width, left: group.x - width / 2, right: group.x + width / 2, top, bottom: top + line * lines.length };
  }
  function turnedUp(group, title) {
    const bottom = group.y - circleOf(group) * SYMBOL_REACH;
    return { ...title, top: bottom - (title.bottom - title.top), bottom };
  }
  function placeGroupTitles(scale) {
    const pointed = ({ k }) => Number([state.cursor, canvas.hover].includes(groupNode(k)));
    const order2 = drawnGroups().sort((a, b) => pointed(b) - pointed(a) || standsFor(b) - standsFor(a) || a.k - b.k);
    groups.boxes = apart(order2.map((group) => {
      const name2 = groupTitle(group, scale, true);
      return [...stage.clientWidth < NARROW ? [] : [groupTitle(group, scale)], name2, turnedUp(group, name2)];
    }), groupBoxes());
  }
  var groupBoxes = () => drawnGroups().map((group) => {
    const { k, x, y } = group, reach = circleOf(group) * (about.condensed ? 1.05 : 1.3);
    return { id: groupNode(k), left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
  });
  function drawGroupTitles(ctx) {
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    ctx.strokeStyle = "rgba(255,255,255,.92)";
    ctx.fillStyle = INK;
    for (const { lines, strong, left, right, top, line, size, width } of groups.boxes) {
      ctx.lineWidth = size * 0.3;
      lines.forEach((text2, k) => {
        ctx.font = `${k < strong ? "bold " : ""}${size}px ${type.family}`;
        ctx.strokeText(text2, (left + right) / 2, top + line * (k + 0.5), width);
        ctx.fillText(text2, (left + right) / 2, top + line * (k + 0.5), width);
      });
    }
  }
  function idsInView() {
    const last = [...state.opened].at(-1);
    const all = organizations.filter(({ sectorNumber: sectorNumber2 }) => !state.off.has(sectorNumber2)).map(({ id }) => id);
    return closedGroups().length && last !== void 0 ? all.filter((id) => organizations[id].sectorNumber === last) : all;
  }
  function boxInView(width, height) {
    const ids = idsInView();
    if (!about.condensed) return boxAround(ids);
    const last = [...state.opened].filter((k) => !state.off.has(k)).at(-1);
    const drawn2 = ids.filter((id) => scene.shown.has(id));
    return last !== void 0 && drawn2.length ? boxAround(drawn2) : boxWithGroups([], drawnGroups(), width, height);
  }
  function boxWithGroups(ids, symbols, width, height) {
    const around4 = ids.length || !symbols.length ? boxAround(ids) : { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    enlarge(around4, symbols.map((group) => {
      const { x, y } = group, reach = circleOf(group) * SYMBOL_REACH;
      return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
    }));
    const box = { ...around4 };
    for (let k = 0; k < 3; k += 1) {
      const scale = Math.min(width / (box.right - box.left), height / (box.bottom - box.top), 2);
      Object.assign(box, around4);
      enlarge(box, symbols.map((group) => groupTitle(group, scale, width < NARROW)));
    }
    return box;
  }

  // stakeholder_graph/views/scripts/map/geometry/hulls.js
  var REACH = 300;
  var AROUND = 30;
  var ROUNDED = 20;
  var NECK = 15;
  function rounded({ left, right, top, bottom }) {
    const r = Math.min(ROUNDED, (right - left) / 2, (bottom - top) / 2);
    const points = [];
    for (const [x, y, turn] of [[right - r, bottom - r, 0], [left + r, bottom - r, 1], [left + r, top + r, 2], [right - r, top + r, 3]]) {
      for (let k = 0; k <= 3; k += 1) {
        const angle = Math.PI / 2 * (turn + k / 3);
        points.push([x + r * Math.cos(angle), y + r * Math.sin(angle)]);
      }
    }
    return points;
  }
  var cross = ([ax, ay], [bx, by], [cx, cy]) => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  function convex(points) {
    const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const half = (list2) => list2.reduce(
      (chain, point) => {
        while (chain.length > 1 && cross(chain[chain.length - 2], chain[chain.length - 1], point) <= 0) chain.pop();
        chain.push(point);
        return chain;
      },
      /** @type {Point[]} */
      []
    ).slice(0, -1);
    const polygon = [...half(sorted), ...half(sorted.reverse())];
    const [xs, ys] = [0, 1].map((axis) => points.map((point) => point[axis]));
    return { points: polygon, box: { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) } };
  }
  var holds = ({ points, box }, place) => inside({ x: place[0], y: place[1] }, box) && points.every((point, k) => cross(point, points[(k + 1) % points.length], place) >= 0);
  function passed(points, [ax, ay], [bx, by]) {
    const [left, right, top, bottom] = [Math.min(ax, bx) - AROUND, Math.max(ax, bx) + AROUND, Math.min(ay, by) - AROUND, Math.max(ay, by) + AROUND];
    let count = 0;
    for (const point of points) {
      if (point[0] > left && point[0] < right && point[1] > top && point[1] < bottom && away(point, [ax, ay], [bx, by]) < AROUND) count += 1;
    }
    return count;
  }
  function away([px, py], [ax, ay], [bx, by]) {
    const [dx, dy] = [bx - ax, by - ay], length = dx * dx + dy * dy || 1;
    const share = clamp(((px - ax) * dx + (py - ay) * dy) / length, 0, 1);
    return Math.hypot(px - ax - share * dx, py - ay - share * dy);
  }
  function hullOf(boxes, others) {
    const middles = boxes.map((box) => (
      /** @type {Point} */
      [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
    ));
    const rims = boxes.map(rounded);
    const passes = (a, b) => passed(others, middles[a], middles[b]);
    const links = shortestWay(middles, passes), pieces = rims.map(convex);
    const join = (...list2) => convex(list2.flatMap((k) => rims[k]));
    const neck = ([x, y]) => rounded({ left: x - NECK, right: x + NECK, top: y - NECK, bottom: y + NECK });
    for (const [a, b] of links) pieces.push(convex([...neck(middles[a]), ...neck(middles[b])]));
    const near = middles.map(() => (
      /** @type {Set<number>} */
      /* @__PURE__ */ new Set()
    ));
    for (let a = 0; a < boxes.length; a += 1) {
      for (let b = 0; b < a; b += 1) {
        const [p, q] = [middles[a], middles[b]], length = Math.hypot(p[0] - q[0], p[1] - q[1]);
        if (length > REACH) continue;
        const centre = [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2];
        const close = (point) => Math.hypot(point[0] - centre[0], point[1] - centre[1]) < length * 0.42;
        if (middles.some((point, k) => k !== a && k !== b && close(point))) continue;
        const piece = join(a, b);
        if (others.some((point) => holds(piece, point))) continue;
        near[a].add(b);
        near[b].add(a);
        pieces.push(piece);
        for (const c of near[b]) {
          if (c >= a || !near[a].has(c)) continue;
          const filled = join(a, b, c);
          if (!others.some((point) => holds(filled, point))) pieces.push(filled);
        }
      }
    }
    return { pieces, parts: parts(near) };
  }
  function parts(near) {
    const left = new Set(near.keys());
    let count = 0;
    for (const start of near.keys()) {
      if (!left.delete(start)) continue;
      count += 1;
      const edge = [start];
      for (let at = edge.pop(); at !== void 0; at = edge.pop()) {
        for (const next of near[at]) if (left.delete(next)) edge.push(next);
      }
    }
    return count;
  }
  function shortestWay(points, passes) {
    const links = [];
    const best = points.map(() => ({ cost: Infinity, to: -1 })), left = new Set(points.keys());
    let at = 0;
    left.delete(0);
    while (left.size) {
      let next = -1;
      for (const k of left) {
        const length = Math.hypot(points[k][0] - points[at][0], points[k][1] - points[at][1]);
        if (length < best[k].cost) {
          const cost = length * (1 + 0.6 * passes(k, at));
          if (cost < best[k].cost) best[k] = { cost, to: at };
        }
        if (next < 0 || best[k].cost < best[next].cost) next = k;
      }
      links.push([next, best[next].to]);
      left.delete(next);
      at = next;
    }
    return links;
  }
  function hullOfBox(box) {
    const pieces = [convex(rounded(box))], path = outline(pieces);
    return { pieces, path, shape: new Path2D(path) };
  }
  var FAR = 99999;
  var gaps = (places, gap) => [
    `M${-FAR} ${-FAR}H${FAR}V${FAR}H${-FAR}Z`,
    ...places.map(({ x, y }) => `M${x - gap} ${y}a${gap} ${gap} 0 1 0 ${2 * gap} 0a${gap} ${gap} 0 1 0 ${-2 * gap} 0Z`)
  ].join("");
  var outline = (pieces) => pieces.map(({ points }) => `M${points.map(([x, y]) => `${Math.round(x)} ${Math.round(y)}`).join("L")}Z`).join("");

  // stakeholder_graph/views/scripts/map/drawing/blocks.js
  var TINTS = ["#6a51a3", "#1b7a5a", "#b3541e", "#2171b5", "#a03a76", "#6b6a15", "#3f4a55", "#8c2d04"];
  var way = () => about.arrangements.find(({ kind }) => kind === state.arranged);
  var grouping = () => way()?.kind ?? (about.arrangements[0]?.kind === "sector" ? "sector" : "");
  var groupNumber = (id) => organizations[id].stands[grouping()] ?? -1;
  var groupColour = (group) => grouping() === "sector" ? sectors[group].colour : isRest(group) ? "#5b6f82" : TINTS[group % TINTS.length];
  var isRest = (group) => state.arranged !== "sector" && group === (way()?.groups.length ?? 0) - 1 && (way()?.rest ?? false);
  var lineColour = (group) => shade(groupColour(group), 0.72);
  function blocks() {
    const arrangement = way();
    if (!arrangement || about.grouped) return [];
    return arrangement.groups.map((name2, k) => {
      const members = [...scene.shown].filter((id) => stands(id) && organizations[id].stands[arrangement.kind] === k);
      return { number: k, name: name2, colour: groupColour(k), members };
    }).filter(({ members }) => members.length).map((group) => ({ ...group, ...hullOfBox(around2(group.members)), passed: [], around: "", tangle: 0, block: (
      /** @type {const} */
      true
    ) }));
  }
  function around2(members) {
    const boxes = members.map((id) => boxOf(organizations[id]));
    return {
      left: Math.min(...boxes.map(({ left }) => left)),
      right: Math.max(...boxes.map(({ right }) => right)),
      top: Math.min(...boxes.map(({ top }) => top)),
      bottom: Math.max(...boxes.map(({ bottom }) => bottom))
    };
  }

  // stakeholder_graph/views/scripts/map/state/change_words.js
  var yearly = waves.every((wave) => /^\d{4}$/.test(wave));
  function changeName(change2) {
    const [now, then] = [waves[state.wave], waves[state.since]];
    return {
      gained: _("gained"),
      newly: _("newly named by one side"),
      kept: _("kept"),
      ended: _("ended"),
      unnamed: _("no longer named by one side"),
      now: knownIn(now, then),
      then: knownIn(then, now)
    }[change2];
  }
  var knownIn = (wave, other) => _("in {wave}, not known in {other}", { wave, other });
  function changeCounts() {
    const counts = new Map(CHANGES.map((change2) => [change2, 0]));
    for (const tie of scene.drawn) {
      const change2 = scene.changes?.get(tie);
      if (change2) counts.set(change2, (counts.get(change2) ?? 0) + 1);
    }
    return counts;
  }
  function changeWords() {
    const counts = changeCounts(), [gained, newly, kept, ended, unnamed, now, then] = CHANGES.map((change2) => counts.get(change2) ?? 0);
    const fields = { gained, newly, kept, ended, unnamed, since: waves[state.since] }, unsure = now + then;
    const words = judging() ? _("Pairs judged since {since}: {gained} gained, {newly} newly judged by one side, {kept} kept, {ended} ended, {unnamed} no longer judged by one side.", fields) : _("Connections since {since}: {gained} gained, {newly} newly named by one side, {kept} kept, {ended} ended, {unnamed} no longer named by one side.", fields);
    const doubt = !unsure ? "" : yearly ? _n("{count} more is known in one of the two years only: not both sides answered about each other both times.", "{count} more are known in one of the two years only: not both sides answered about each other both times.", unsure) : _n("{count} more is known in one of the two surveys only: not both sides answered about each other both times.", "{count} more are known in one of the two surveys only: not both sides answered about each other both times.", unsure);
    return [words, doubt].filter(Boolean).join(" ");
  }

  // stakeholder_graph/views/scripts/map/looks/change_looks.js
  var CHANGE_LOOKS = {
    gained: { width: 2.8, dashes: false, colour: "#00724f", ink: 0.8 },
    newly: { width: 1.8, dashes: false, colour: "#00724f", ink: 0.6 },
    kept: { width: 1.1, dashes: false, colour: "#5b6f82", ink: 0.38 },
    ended: { width: 2.2, dashes: [10, 6], colour: "#a83c00", ink: 0.8 },
    unnamed: { width: 1.6, dashes: [6, 6], colour: "#a83c00", ink: 0.6 },
    now: { width: 1.4, dashes: [1.5, 4], colour: "#00724f", ink: 0.5 },
    then: { width: 1.4, dashes: [6, 4, 1.5, 4], colour: "#a83c00", ink: 0.42 }
  };
  var changeLook = (change2) => CHANGE_LOOKS[change2];
  function changeKey() {
    const counts = changeCounts();
    return CHANGES.filter((change2) => counts.get(change2)).map((change2) => {
      const { width, dashes, colour, ink } = changeLook(change2);
      const look = { d: "M1 7h40", stroke: colour, "stroke-width": width, "stroke-opacity": ink, "stroke-dasharray": dashes ? dashes.join(" ") : "none" };
      const svg = makeSvg("svg", { width: 42, height: 14, "aria-hidden": "true" }, makeSvg("path", look));
      return make("li", { class: "change" }, svg, ` ${changeName(change2)}`);
    });
  }

  // stakeholder_graph/views/scripts/map/looks/kind_looks.js
  var LOOKS = { both: { colour: "#0b5cad", ink: 0.75 }, first: { colour: "#5b6f82", ink: 0.4 }, second: { colour: "#b3541e", ink: 0.55 } };
  var kindsOf2 = (tie) => {
    const other = scene.kinds?.get(tie);
    return other === tie ? "second" : other ? "both" : "first";
  };
  var kindLook = (tie) => LOOKS[kindsOf2(tie)];
  function kindCounts() {
    const counts = { both: 0, first: 0, second: 0 };
    for (const tie of scene.kinds?.keys() ?? []) counts[kindsOf2(tie)] += 1;
    return counts;
  }
  function kindNames() {
    const [first, second] = [layers[state.layer].name, layers[state.second].name];
    return { both: _("{first} and {second}", { first, second }), first: _("{kind} only", { kind: first }), second: _("{kind} only", { kind: second }) };
  }
  function kindKey() {
    const names2 = kindNames();
    return (
      /** @type {const} */
      ["both", "first", "second"].map((kinds) => make(
        "li",
        { class: "kinds" },
        makeSvg("svg", { width: 42, height: 14, "aria-hidden": "true" }, makeSvg("path", { d: "M1 7h40", stroke: LOOKS[kinds].colour, "stroke-width": 3, "stroke-opacity": LOOKS[kinds].ink })),
        ` ${names2[kinds]}`
      ))
    );
  }

  // stakeholder_graph/views/scripts/map/looks/lines.js
  function lineLook(tie, lit) {
    const became2 = scene.changes?.get(tie), plain = became2 ? changeLook(became2) : scene.kinds ? ofKinds(tie) : plainLook(tie);
    if (!scene.focused) return plain;
    if (!lit) return { ...plain, colour: LINE_COLOUR, ink: 0.045 };
    return { ...plain, colour: scene.changes || scene.kinds ? plain.colour : isAccented(tie) ? ACCENT : LINE_COLOUR, ink: isFarther(tie) ? 0.3 : 0.75 };
  }
  function ofKinds(tie) {
    const plain = plainLook(tie), { colour, ink } = kindLook(tie);
    return { ...plain, colour, ink: groupNumber(tie.from) === groupNumber(tie.to) ? ink : ink * 0.4 };
  }
  var isFarther = (tie) => scene.chosen >= 0 && scene.beside < 0 && !touches(tie, scene.chosen);
  var isAccented = (tie) => scene.beside < 0 ? !isFarther(tie) : scene.both.has(tie.from) || scene.both.has(tie.to) || touches(tie, scene.chosen) && touches(tie, scene.beside);
  function plainLook(tie) {
    const steps = Math.max(1, layers[tie.layer].steps.length - 1);
    const width = tie.step < 0 ? 1.2 : 1.2 + 2.3 * tie.step / steps;
    const dashes = tie.named === "one" ? [7, 5] : tie.named === "unknown" ? [2, 3.5] : (
      /** @type {const} */
      false
    );
    const crowd = scene.visible.length, group = groupNumber(tie.from), across = group !== groupNumber(tie.to);
    const ink = (crowd < 80 ? 0.7 : crowd < 200 ? 0.5 : crowd < 600 ? 0.38 : 0.26) * (dashes ? 0.85 : 1);
    if (group < 0) return { width, dashes, colour: LINE_COLOUR, ink };
    return across ? { width: width * 0.8, dashes, colour: LINE_COLOUR, ink: ink * 0.5 } : { width: width * 1.15, dashes, colour: lineColour(group), ink: Math.min(0.85, ink * 2) };
  }

  // stakeholder_graph/views/scripts/map/drawing/names.js
  var SMALLEST = 10;
  var LARGEST = 20;
  var GAP = about.condensed ? 0.3 : 0;
  var OVER_SYMBOLS = 12;
  var names = { boxes: [] };
  function placeNames(scale, view, taken) {
    const size = Math.min(Math.max(type.size * scale, SMALLEST), LARGEST) / scale;
    const grow = size / type.size;
    const asked = new Set([scene.chosen, scene.beside, state.cursor, canvas.hover, ...search.matches].filter((id) => scene.shown.has(id) && stands(id)));
    const order2 = [...scene.lit].filter((id) => !asked.has(id) && stands(id) && inside(organizations[id], view)).sort((a, b) => partnerCount(b) - partnerCount(a) || a - b);
    const grid = new Grid(90 * grow), symbols = new Grid(90 * grow);
    for (const id of [...scene.lit].filter(stands)) {
      const { x, y } = organizations[id], r = radiusAt(id, scale) * 0.9;
      symbols.add({ id, left: x - r, right: x + r, top: y - r, bottom: y + r });
    }
    for (const box of taken) grid.add(box);
    let over = about.condensed ? OVER_SYMBOLS : 0;
    const boxes = [];
    for (const id of [...asked, ...order2]) {
      const { x, y, width, label, backbone } = organizations[id], lines = label.split("\n"), line = type.line * grow;
      const top = y + radiusAt(id, scale) + (type.below - type.radius) * Math.min(1, grow) * (backbone ? 1.8 : 1);
      const box = { id, lines, size, line, strong: asked.has(id), left: x - width * grow / 2, right: x + width * grow / 2, top, bottom: top + line * lines.length };
      const cut = box.left < view.left || box.right > view.right || box.bottom > view.bottom;
      const apart2 = { ...box, left: box.left - size * GAP, right: box.right + size * GAP };
      if (!box.strong && (cut || grid.hits(apart2) || over <= 0 && symbols.hits(box))) continue;
      over -= 1;
      grid.add(box);
      boxes.push(box);
    }
    return boxes;
  }
  function drawNames(ctx) {
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    ctx.strokeStyle = "rgba(255,255,255,.92)";
    ctx.fillStyle = INK;
    for (const [box, ink] of fadingNames(names.boxes)) {
      ctx.globalAlpha = ink;
      const x = (box.left + box.right) / 2, width = box.right - box.left;
      ctx.font = `${box.strong ? "bold " : ""}${box.size}px ${type.family}`;
      ctx.lineWidth = box.size * 0.3;
      const limit = box.strong ? width * 1.12 : width;
      box.lines.forEach((text2, k) => ctx.strokeText(text2, x, box.top + box.line * (k + 0.5), limit));
      box.lines.forEach((text2, k) => ctx.fillText(text2, x, box.top + box.line * (k + 0.5), limit));
    }
    ctx.globalAlpha = 1;
  }

  // stakeholder_graph/views/scripts/map/geometry/curves.js
  var LEAN = 0.62;
  var BOW = 0.12;
  var ROUND = 0.24;
  var leaning = (from, to) => ({ x: from.x + LEAN * (to.x - from.x), y: from.y + LEAN * (to.y - from.y) });
  var bundled = (a, b, middleOfA, middleOfB) => [leaning(a, middleOfA), leaning(b, middleOfB)];
  function bowed(a, b, much = BOW) {
    const bow = { x: (a.x + b.x) / 2 - much * (b.y - a.y), y: (a.y + b.y) / 2 + much * (b.x - a.x) };
    return [leaning(a, bow), leaning(b, bow)];
  }

  // stakeholder_graph/views/scripts/map/drawing/threads.js
  var MOST_CURVED = 1e3;
  var threads = (
    /** @type {Thread[]} */
    []
  );
  function makeThreads() {
    const middles = middlesOf(), curved = scene.drawn.length <= MOST_CURVED;
    const ties2 = scene.drawn.filter((tie) => stands(tie.from) && stands(tie.to)).map((tie) => {
      const lit = scene.litTie(tie), [from, to] = [organizations[tie.from], organizations[tie.to]];
      const look = lineLook(tie, lit), key = keyOf(endsOf(tie, organizations.length), look);
      return { ...look, from, to, bends: curved ? bendsOf(tie, middles) : null, lit, key };
    });
    const ofGroups = bundles().map(({ id, from, to, width, colour, ink, lit }) => {
      const look = { width, dashes: (
        /** @type {const} */
        false
      ), colour, ink };
      return { ...look, from: endOfBundle(from), to: endOfBundle(to), bends: null, lit, key: keyOf(id, look) };
    });
    threads.length = 0;
    for (const thread of [...ties2, ...ofGroups].sort((a, b) => Number(a.lit) - Number(b.lit) || a.width - b.width)) threads.push(thread);
  }
  var keyOf = (ends, { width, dashes, colour }) => [ends, width, dashes, colour].join(" ");
  function middlesOf() {
    return new Map(blocks().map(({ number, pieces: [{ box }] }) => [number, { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }]));
  }
  function bendsOf(tie, middles) {
    const ends = (
      /** @type {const} */
      [tie.from, tie.to]
    ), [one, other] = ends.map(groupNumber);
    if (one < 0 || one === other && !way()) return null;
    const [a, b] = ends.map((id) => organizations[id]), [p, q] = [middles.get(one), middles.get(other)];
    if (!way() || !p || !q) return bowed(a, b);
    return one === other ? bowed(a, b, ROUND) : bundled(a, b, p, q);
  }
  function strokeThread(pen, { from, to, bends }) {
    pen.beginPath();
    pen.moveTo(from.x, from.y);
    if (bends && !arranged.moving) pen.bezierCurveTo(bends[0].x, bends[0].y, bends[1].x, bends[1].y, to.x, to.y);
    else pen.lineTo(to.x, to.y);
    pen.stroke();
  }
  function drawThreads(pen) {
    pen.save();
    pen.lineCap = "butt";
    let dashed = "";
    for (const [thread, ink] of fadingThreads(threads)) {
      pen.strokeStyle = thread.colour;
      pen.globalAlpha = ink;
      pen.lineWidth = about.condensed && thread.lit ? Math.max(thread.width, 1 / visNetwork().getScale()) : thread.width;
      const dashes = thread.dashes || [], key = dashes.join();
      if (key !== dashed) {
        pen.setLineDash(dashes);
        dashed = key;
      }
      strokeThread(pen, thread);
    }
    pen.restore();
  }

  // stakeholder_graph/views/scripts/map/drawing/together.js
  var FEW = 2;
  var TANGLED = 0.15;
  var together = { hulls: [], groups: [], all: true, made: "" };
  var GROUPINGS = {
    clusters: { title: _("Clusters"), groups: () => about.clusters.map(({ name: name2, members }) => ({ name: name2, members })) },
    teams: { title: _("Teams"), groups: () => items.flatMap((item, k) => item.kind === "team" ? [{ name: item.name, members: idsOf((organization) => organization.items[state.wave].includes(k)) }] : []) },
    sectors: { title: _("Sectors"), groups: () => sectors.map((sector, k) => ({ name: sector.name, colour: sector.colour, members: idsOf(({ sectorNumber: sectorNumber2 }) => sectorNumber2 === k) })) }
  };
  function idsOf(fits) {
    return organizations.filter(fits).map(({ id }) => id);
  }
  function groupsOf(kind) {
    return GROUPINGS[kind].groups().map((group, k) => ({ number: k, colour: TINTS[k % TINTS.length], ...group, members: group.members.filter((id) => scene.shown.has(id)) })).filter(({ members }) => members.length > 1);
  }
  function hullAround(group) {
    const own2 = new Set(group.members), strangers = [...scene.shown].filter((id) => !own2.has(id));
    const { pieces, parts: parts2 } = hullOf(group.members.map((id) => boxOf(organizations[id])), strangers.map((id) => [organizations[id].x, organizations[id].y]));
    const path = outline(pieces), hull = { ...group, pieces, path, shape: new Path2D(path) };
    const passed2 = strangers.filter((id) => rim.some(([right, down]) => covers(hull, organizations[id].x + right, organizations[id].y + down)));
    const tangle = parts2 - 1 + passed2.filter((id) => covers(hull, organizations[id].x, organizations[id].y)).length;
    return { ...hull, passed: passed2, around: gaps(passed2.map((id) => organizations[id]), type.radius * 1.7), tangle };
  }
  function makeTogether() {
    if (arranged.moving) return;
    const made = [state.together, state.group, state.arranged, state.wave, arranged.flow, [...state.off].join()].join("|");
    if (made === together.made) return;
    together.made = made;
    together.groups = state.together ? groupsOf(state.together).map(hullAround) : [];
    const members = together.groups.flatMap((group) => group.members);
    const tangle = together.groups.reduce((sum, group) => sum + group.tangle, members.length - new Set(members).size);
    together.all = together.groups.length <= FEW || tangle <= TANGLED * scene.shown.size;
    const asked = together.groups.filter((group) => group.number === state.group);
    const largest2 = [...together.groups].sort((a, b) => b.members.length - a.members.length).slice(0, 1);
    together.hulls = !state.together ? blocks() : asked.length ? asked : together.all ? together.groups : largest2;
  }
  var rim = [[0, 0], [1, 0], [-1, 0], [0, 1], [0, -1]].map((end) => end.map((way2) => way2 * type.radius));
  var covers = (group, x, y) => group.pieces.some((piece) => holds(piece, [x, y]));
  function drawTogether(ctx) {
    if (arranged.moving) return;
    ctx.save();
    for (const [{ shape, around: around4, colour }, ink] of fadingHulls(together.hulls)) {
      ctx.globalAlpha = (scene.focused ? 0.09 : 0.15) * ink;
      ctx.fillStyle = colour;
      ctx.save();
      if (around4) ctx.clip(new Path2D(around4), "evenodd");
      ctx.fill(shape);
      ctx.restore();
    }
    ctx.restore();
  }

  // stakeholder_graph/views/scripts/map/drawing/titles.js
  var titles = { boxes: [], made: "" };
  var BROAD = 190;
  var LARGEST_TITLE = 24;
  var SMALL_TITLE = 13;
  var SMALLEST_TITLE = 11;
  function titleLines(name2, size, broad) {
    const pen = penOf(size, "bold"), wide = (text2) => pen.measureText(text2).width;
    const parts2 = name2.split(/(?<=,)\s+/).flatMap((part) => wide(part) > broad ? part.split(/\s+/) : [part]);
    const lines = inLines(parts2, (line) => wide(line) <= broad);
    return { lines, width: Math.max(...lines.map(wide)) };
  }
  function above({ pieces: [{ box }] }, width, height) {
    return [(box.left + box.right - width) / 2, box.left, box.right - width].map((x) => [x, box.top - height]);
  }
  function beside(group, width, height) {
    const boxes = group.members.map((id) => boxOf(organizations[id])), { top, middle } = topOf(boxes);
    const places = [];
    for (const box of boxes) {
      for (const x of [box.left, (box.left + box.right - width) / 2, box.right - width]) {
        for (const y of [box.top - height, box.bottom]) places.push([x, y]);
      }
      for (const x of [box.left - width, box.right]) places.push([x, (box.top + box.bottom - height) / 2]);
    }
    const cost = ([x, y]) => Math.hypot(x + width / 2 - middle, 2 * (y + height - top));
    return places.sort((a, b) => cost(a) - cost(b));
  }
  var topOf = (boxes) => ({ top: Math.min(...boxes.map((box) => box.top)), middle: boxes.reduce((sum, box) => sum + box.left + box.right, 0) / boxes.length / 2 });
  function* spots(group, width, height) {
    yield* beside(group, width, height);
    const { top, middle } = topOf(group.members.map((id) => boxOf(organizations[id])));
    for (let up = height; ; up += height / 2) yield [middle - width / 2, top - up];
  }
  function placeTitles(scale, named) {
    const grow = 1 / scale, taken = new Grid(120 * grow), names2 = new Grid(120 * grow);
    const placed = [];
    for (const id of scene.shown) {
      const { x, y } = organizations[id], r = radiusAt(id, scale) * 1.3;
      taken.add({ id, left: x - r, right: x + r, top: y - r, bottom: y + r });
    }
    for (const box of named) names2.add({ ...box, id: -1 });
    for (const group of [...together.hulls].sort((a, b) => b.members.length - a.members.length)) {
      const size = group.block ? clamp(type.size * scale * 1.15, TITLE_SIZE, LARGEST_TITLE) : TITLE_SIZE;
      const broad = group.block ? Math.max(BROAD * 0.6, (group.pieces[0].box.right - group.pieces[0].box.left) * scale) : BROAD;
      const others = together.hulls.filter((other) => other !== group);
      const smaller = group.block ? [SMALL_TITLE, SMALLEST_TITLE] : [];
      const tries = [...[size, ...smaller].map((letters) => ({ letters, first: false })), ...smaller.map((letters) => ({ letters, first: true }))];
      for (const { letters, first } of tries) {
        const { lines, width } = titleLines(group.name, letters, broad), line = (letters + 3) * grow;
        const [wide, high] = [(width + 10) * grow, line * lines.length + 4 * grow];
        const free = placeFor(group, wide, high, (box2) => !taken.hits({ ...box2, id: -2 - placed.length }) && (first || !names2.hits({ ...box2, id: -2 })) && !others.some((other) => covers(other, box2.left + wide / 2, box2.top + high / 2)));
        if (!free) continue;
        const box = { ...free, id: -2 - placed.length };
        taken.add(box);
        placed.push({ ...box, group, lines, line, size: letters * grow });
        break;
      }
    }
    return placed;
  }
  function placeFor(group, wide, high, isFree) {
    for (const [left, top] of group.block ? above(group, wide, high) : spots(group, wide, high)) {
      const box = { left, right: left + wide, top, bottom: top + high };
      if (isFree(box)) return box;
    }
    return void 0;
  }
  function refreshTitles(scale) {
    const made = arranged.moving ? "" : [together.made, state.group, scale, state.chosen, state.beside, scene.lit.size, stage.clientWidth].join("|");
    if (made === titles.made) return;
    titles.made = made;
    titles.boxes = [];
    if (!made || !together.hulls.length) return;
    titles.boxes = placeTitles(scale, placeNames(scale, everywhere, [...groups.boxes, ...groupBoxes()]));
  }
  var takenByTitles = () => [...titles.boxes, ...groups.boxes, ...groupBoxes()];
  function drawTitles(ctx) {
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    for (const [{ left, right, top, bottom, lines, line, size, group }, ink] of fadingTitles(titles.boxes)) {
      ctx.globalAlpha = ink;
      const x = (left + right) / 2, first = (top + bottom - line * (lines.length - 1)) / 2;
      ctx.font = `bold ${size}px ${type.family}`;
      ctx.lineWidth = size * 0.3;
      ctx.strokeStyle = "#fff";
      ctx.fillStyle = shade(group.colour);
      lines.forEach((text2, k) => {
        ctx.strokeText(text2, x, first + line * k);
        ctx.fillText(text2, x, first + line * k);
      });
    }
    ctx.globalAlpha = 1;
  }

  // stakeholder_graph/views/scripts/shared/motion.js
  var isCalm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  var eased = (share) => share * share * (3 - 2 * share);
  var between = (from, to, share) => from.map((value, k) => value + (to[k] - value) * share);

  // stakeholder_graph/views/scripts/map/state/address.js
  function addressOf({ about: about2, layers: layers2, waves: waves2, sectors: sectors2, items: items2, nameOf: nameOf2 }, state2, opening2, at) {
    const parts2 = new URLSearchParams();
    if (state2.layer !== opening2.layer) parts2.set("layer", layers2[state2.layer].name);
    if (state2.second >= 0) parts2.set("second", layers2[state2.second].name);
    if (state2.wave !== opening2.wave) parts2.set("wave", waves2[state2.wave]);
    if (state2.since >= 0) parts2.set("since", waves2[state2.since]);
    if (state2.least) parts2.set("least", String(state2.least));
    for (const k of state2.off) parts2.append("without", sectors2[k].name);
    if (state2.item >= 0) {
      parts2.set("kind", items2[state2.item].kind);
      parts2.set("item", items2[state2.item].name);
    }
    if (state2.arranged !== opening2.arranged) parts2.set("arranged", state2.arranged);
    for (const k of state2.opened) parts2.append("open", sectors2[k].name);
    if (state2.together !== opening2.together) parts2.set("together", state2.together);
    if (state2.group >= 0) parts2.set("group", String(state2.group + 1));
    if (state2.size !== opening2.size) parts2.set("size", state2.size);
    if (state2.chosen >= 0) parts2.set("organization", nameOf2(state2.chosen));
    if (state2.beside >= 0) parts2.set("beside", nameOf2(state2.beside));
    if (state2.steps > 1) parts2.set("steps", String(state2.steps));
    if (state2.matrix) parts2.set("matrix", "open");
    for (const k of state2.between ?? []) parts2.append("between", sectors2[k].name);
    if (state2.told >= 0) parts2.set("finding", about2.story[state2.told].finding);
    if (state2.how) parts2.set("how", "open");
    if (state2.view !== "map") parts2.set("view", state2.view);
    if (at) parts2.set("at", at);
    return parts2.toString();
  }
  function stateOf({ layers: layers2, waves: waves2, sectorNumber: sectorNumber2, items: items2, organizations: organizations2, about: about2 }, text2, opening2, offered) {
    const parts2 = new URLSearchParams(text2), said = (key) => parts2.get(key);
    const layer = placeOf(layers2.map(({ name: name2 }) => name2), said("layer")) ?? opening2.layer;
    const sectorsIn = (key) => parts2.getAll(key).map((name2) => sectorNumber2.get(name2)).filter((k) => k !== void 0);
    const names2 = organizations2.map(({ name: name2 }) => name2), between2 = sectorsIn("between");
    return {
      layer,
      told: placeOf(about2.story.map(({ finding }) => finding), said("finding")) ?? -1,
      second: placeOf(layers2.map(({ name: name2 }) => name2), said("second")) ?? -1,
      wave: placeOf(waves2, said("wave")) ?? opening2.wave,
      since: placeOf(waves2, said("since")) ?? -1,
      least: Math.max(0, Math.min(Number.parseInt(said("least") ?? "", 10) || 0, layers2[layer].steps.length - 1)),
      off: new Set(sectorsIn("without")),
      item: items2.findIndex((item) => item.name === said("item") && (!said("kind") || item.kind === said("kind"))),
      arranged: oneOf(offered.arranged, said("arranged"), oneOf(offered.arranged, about2.story.find(({ finding }) => finding === said("finding"))?.arranged ?? null, opening2.arranged)),
      opened: new Set(sectorsIn("open")),
      together: oneOf(offered.together, said("together"), opening2.together),
      group: (Number.parseInt(said("group") ?? "", 10) || 0) - 1,
      size: oneOf(about2.desk ? ["ties", ...about2.sizes] : [], said("size"), "equal"),
      chosen: placeOf(names2, said("organization") ?? said("org")) ?? -1,
      beside: placeOf(names2, said("beside")) ?? -1,
      steps: said("steps") === "2" ? 2 : 1,
      matrix: said("matrix") === "open",
      between: between2.length === 2 ? [between2[0], between2[1]] : null,
      how: said("how") === "open",
      view: said("view") === "table" ? "table" : "map"
    };
  }
  function placeOf(list2, name2) {
    const k = name2 === null ? -1 : list2.indexOf(name2);
    return k >= 0 ? k : null;
  }
  var oneOf = (words, text2, usual) => text2 !== null && words.includes(text2) ? text2 : usual;

  // stakeholder_graph/views/scripts/map/drawing/view.js
  var CLOSEST = 4;
  var WORTH = 1.25;
  function frame(moving = true) {
    canvas.home = true;
    fillStage();
    const margin = 14, most = 2.4, above2 = takenAbove(), window2 = [stage.clientWidth - 2 * margin, stage.clientHeight - above2 - 2 * margin];
    const asked = scene.chosen >= 0 || state.between || state.item >= 0 || state.told >= 0 ? [...scene.lit].filter(stands) : [];
    const whole = boxInView(window2[0], window2[1]);
    const fits = (shown = box) => Math.min(window2[0] / (shown.right - shown.left), window2[1] / (shown.bottom - shown.top), most);
    let box = about.condensed && scene.focused ? boxWithGroups(asked, drawnGroups().filter(isGroupLit), window2[0], window2[1]) : asked.length ? boxAround(asked) : whole;
    if (!about.condensed && fits() < WORTH * fits(whole)) box = whole;
    const closeUp = box !== whole;
    if (!closeUp) enlarge(box, together.hulls.flatMap(({ pieces }) => pieces.map((piece) => piece.box)));
    let scale = fits();
    if (together.hulls.length && !arranged.moving) {
      for (let k = 0; k < 2; k += 1) {
        const titles3 = placeTitles(scale, [...scene.lit].map((id) => boxOf(organizations[id])));
        enlarge(box, titles3.filter(({ group }) => !closeUp || group.members.some((id) => scene.lit.has(id))));
        scale = fits();
      }
    }
    canvas.lowest = Math.min(canvas.lowest, scale / 2);
    const position = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 - above2 / 2 / scale };
    const animation = moving && !about.condensed && !isCalm() ? { duration: 450, easingFunction: "easeInOutQuad" } : (
      /** @type {const} */
      false
    );
    visNetwork().moveTo({ position, scale: Math.max(scale, 0.02), animation });
  }
  function revealCursor() {
    if (state.cursor < 0) return;
    const node = state.cursor < organizations.length && !stands(state.cursor) ? groupNode(organizations[state.cursor].sectorNumber) : state.cursor;
    const view = viewOnScreen(), middle = visNetwork().getViewPosition(), scale = visNetwork().getScale();
    const box = node < organizations.length ? boxAround([node]) : boxWithGroups([], [groups.list[groupOf(node)]], stage.clientWidth, stage.clientHeight);
    const { x, y } = moveToShow(box, { ...view, top: view.top + takenAbove() / scale });
    if (x || y) visNetwork().moveTo({ position: { x: middle.x + x, y: middle.y + y }, animation: false });
  }
  function takenAbove() {
    if (byId("reset").hidden) return 0;
    return Math.max(byId("chosen-so-far").getBoundingClientRect().bottom - stage.getBoundingClientRect().top, 0);
  }
  function zoom(factor) {
    canvas.home = false;
    visNetwork().moveTo({ scale: visNetwork().getScale() * factor, animation: isCalm() ? false : { duration: 200 } });
    remember();
  }
  function goTo(text2) {
    const [x, y, scale] = (text2 ?? "").split(",").map(Number);
    if (![x, y, scale].every(Number.isFinite) || scale <= 0) return;
    canvas.home = false;
    visNetwork().moveTo({ position: { x, y }, scale: clamp(scale, canvas.lowest, CLOSEST) });
  }
  var written = { said: "", slider: "", time: 0 };
  var PAUSE = 1e3;
  var SLIDERS = ["least", "wave"];
  function rememberNow() {
    const said = addressOf(network, state, opening, null), address = `#${canvas.home ? said : addressOf(network, state, opening, whereabouts())}`;
    const changed = differing(said, written.said), slider = changed.length === 1 && SLIDERS.includes(changed[0]) ? changed[0] : "", now = performance.now();
    const moving = slider !== "" && slider === written.slider && now - written.time < PAUSE;
    if (said === written.said || moving) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    Object.assign(written, { said, ...changed.length ? { slider, time: now } : {} });
  }
  function followed() {
    written.said = addressOf(network, state, opening, null);
    written.slider = "";
    rememberNow();
  }
  function differing(one, other) {
    const [a, b] = [one, other].map((text2) => new URLSearchParams(text2));
    return [.../* @__PURE__ */ new Set([...a.keys(), ...b.keys()])].filter((key) => a.getAll(key).join() !== b.getAll(key).join());
  }
  var pause;
  function remember() {
    clearTimeout(pause);
    pause = setTimeout(rememberNow, 250);
  }
  function keepInReach() {
    const scale = visNetwork().getScale(), kept = clamp(scale, canvas.lowest, CLOSEST);
    if (kept !== scale) visNetwork().moveTo({ scale: kept });
  }

  // stakeholder_graph/views/scripts/map/drawing/vis.js
  var { Network, DataSet } = (
    /** @type {{ vis: VisLibrary }} */
    /** @type {unknown} */
    globalThis.vis
  );

  // stakeholder_graph/views/scripts/map/waves/fade.js
  var FADE = 500;
  var drawn = { last: BLANK, held: BLANK };
  function keepDrawing() {
    const dots2 = [...scene.shown].filter(stands).map((id) => ({ id, radius: radiusAt(id), lit: scene.lit.has(id), silent: isSilent(organizations[id]) }));
    drawn.last = { threads: [...threads], dots: dots2, names: names.boxes, titles: titles.boxes, hulls: together.hulls };
  }
  var holdDrawing = () => {
    drawn.held = drawn.last;
  };
  function endFade() {
    cancelAnimationFrame(fading.moving);
    Object.assign(fading, { moving: 0, share: 1, before: BLANK, going: [], coming: /* @__PURE__ */ new Set() });
  }
  function fade() {
    endFade();
    if (isCalm() || !canvas.open || arranged.moving) return;
    const then = new Set(drawn.held.dots.map(({ id }) => id)), now = new Set([...scene.shown].filter(stands));
    Object.assign(fading, {
      share: 0,
      before: drawn.held,
      going: drawn.held.dots.filter(({ id }) => !now.has(id)),
      coming: new Set([...now].filter((id) => !then.has(id)))
    });
    const start = performance.now();
    const step = (time) => {
      const share = Math.max(0, Math.min(1, (time - start) / FADE));
      if (share === 1) endFade();
      else Object.assign(fading, { share: eased(share), moving: requestAnimationFrame(step) });
      redraw();
    };
    fading.moving = requestAnimationFrame(step);
  }
  function drawGoing(pen) {
    for (const dot of fading.going) drawSymbol(pen, dot.id, dot.radius, dot);
  }

  // stakeholder_graph/views/scripts/map/drawing/canvas.js
  var dots = new DataSet();
  function syncCanvas() {
    measureSymbols();
    makeThreads();
    const standing = [...scene.shown].filter(stands).sort((a, b) => Number(scene.lit.has(a)) - Number(scene.lit.has(b)) || a - b);
    replace(dots, [...standing.map((id) => dotOf(organizations[id])), ...drawnGroups().map(({ k, x, y }) => ({ id: groupNode(k), x, y }))]);
  }
  var dotOf = ({ id, x, y }) => ({ id, x, y });
  function replace(set, entries) {
    set.clear();
    set.add(entries);
  }
  function startCanvas(enter, reshaped) {
    const given = JSON.parse(options);
    given.nodes.ctxRenderer = ({ ctx, id }) => {
      if (id >= organizations.length) {
        const across = 2 * circleOf(groups.list[groupOf(id)]);
        return { drawNode: () => drawGroupSymbol(ctx, groupOf(id)), nodeDimensions: { width: across, height: across } };
      }
      const radius = radiusAt(id);
      return { drawNode: () => drawSymbol(ctx, id, radius), nodeDimensions: { width: radius * 2, height: radius * 2 } };
    };
    const drawn2 = new Network(byId("canvas"), { nodes: dots, edges: new DataSet() }, given);
    canvas.network = drawn2;
    drawn2.on("beforeDrawing", (pen) => {
      drawTogether(pen);
      drawThreads(pen);
      drawGoing(pen);
    });
    const first = () => {
      if (!dots.length) return;
      performance.mark("first drawing");
      drawn2.off("afterDrawing", first);
    };
    drawn2.on("afterDrawing", first);
    drawn2.on("afterDrawing", drawOver);
    drawn2.on("click", ({ nodes }) => nodes[0] >= organizations.length ? enter(groupOf(nodes[0])) : choose(nodes.length ? nodes[0] : -1));
    drawn2.on("hoverNode", ({ node }) => hover(node));
    drawn2.on("blurNode", () => hover(-1));
    drawn2.on("dragEnd", () => {
      canvas.home = false;
      rememberNow();
    });
    drawn2.on("zoom", () => {
      canvas.home = false;
      keepInReach();
      remember();
    });
    new ResizeObserver(() => {
      if (fillStage() && canvas.home) {
        reshaped();
        frame(false);
      }
    }).observe(stage);
    const own2 = document.querySelector("#canvas .vis-network");
    if (own2 instanceof HTMLElement) own2.tabIndex = -1;
  }
  function drawOver(ctx) {
    const scale = visNetwork().getScale();
    drawHovered(ctx);
    placeGroupTitles(scale);
    refreshTitles(scale);
    names.boxes = placeNames(scale, viewOnScreen(), takenByTitles());
    drawNames(ctx);
    drawTitles(ctx);
    drawGroupTitles(ctx);
    keepDrawing();
  }
  function moveDots() {
    const { nodes } = visNetwork().body;
    for (const id of [...scene.shown].filter(stands)) Object.assign(nodes[id], { x: organizations[id].x, y: organizations[id].y });
    redraw();
  }
  function hover(id) {
    canvas.hover = id;
    stage.classList.toggle("over", id >= 0);
    redraw();
  }
  function drawHovered(ctx) {
    if (!scene.shown.has(canvas.hover) || !stands(canvas.hover) || scene.chosen >= 0) return;
    const start = organizations[canvas.hover], partners = partnersOf(canvas.hover);
    ctx.save();
    ctx.strokeStyle = ACCENT;
    for (const { other, tie } of partners) {
      const { width, dashes } = lineLook(tie, true);
      ctx.setLineDash(dashes || []);
      ctx.lineWidth = width;
      const end = endOfBundle(stands(other) ? other : groupNode(organizations[other].sectorNumber));
      strokeThread(ctx, { from: start, to: end, bends: null });
    }
    ctx.setLineDash([]);
    ctx.lineWidth = 1.5;
    for (const { from, to } of scene.counted) if (from === canvas.hover) strokeThread(ctx, { from: start, to: endOfBundle(to), bends: null });
    for (const id of [canvas.hover, ...partners.map(({ other }) => other)].filter(stands)) drawSymbol(ctx, id, radiusAt(id));
    ctx.restore();
  }
  var FRAMES = ["chosen", "beside", "steps", "between", "arranged", "together", "matrix", "view", "opened", "off", "item", "told"];
  var told = (value) => value instanceof Set || Array.isArray(value) ? [...value].join() : value;
  function followOnCanvas(before) {
    if (state.view !== "map") return;
    endFade();
    syncCanvas();
    if (FRAMES.some((key) => told(state[key]) !== told(before[key]))) {
      frame();
      return;
    }
    if (state.cursor !== before.cursor) revealCursor();
    if (state.wave !== before.wave) fade();
    redraw();
  }

  // stakeholder_graph/views/scripts/map/geometry/flow.js
  var ACROSS = 40;
  var DOWN = 76;
  var WORTH2 = 1.12;
  function flow(blocks2, { width, height }) {
    const still = blocks2.map(() => ({ x: 0, y: 0 }));
    if (blocks2.length < 2 || !width || !height) return still;
    const fits = (steps) => {
      const whole = around3(blocks2, steps);
      return Math.min(width / (whole.right - whole.left), height / (whole.bottom - whole.top));
    };
    const order2 = [...blocks2.keys()].sort((a, b) => Math.round((blocks2[a].top - blocks2[b].top) / DOWN) || blocks2[a].left - blocks2[b].left);
    const broadest = Math.max(...blocks2.map(({ left, right }) => right - left)), all = blocks2.reduce((sum, { left, right }) => sum + right - left + ACROSS, 0);
    let best = still, scale = fits(still) * WORTH2;
    for (let k = 0; k <= 24; k += 1) {
      const steps = inRows(blocks2, order2, broadest + (all - broadest) * (k / 24) ** 2), now = fits(steps);
      if (now > scale) [best, scale] = [steps, now];
    }
    return best;
  }
  function inRows(blocks2, order2, limit) {
    const rows = [];
    let used = Infinity;
    for (const k of order2) {
      const wide = blocks2[k].right - blocks2[k].left;
      if (used + wide > limit) {
        rows.push([]);
        used = 0;
      }
      rows[rows.length - 1].push(k);
      used += wide + ACROSS;
    }
    const steps = blocks2.map(() => ({ x: 0, y: 0 }));
    let top = 0;
    for (const row of rows) {
      let left = -(row.reduce((sum, k) => sum + blocks2[k].right - blocks2[k].left + ACROSS, 0) - ACROSS) / 2, high = 0;
      for (const k of row) {
        steps[k] = { x: left - blocks2[k].left, y: top - blocks2[k].top };
        left += blocks2[k].right - blocks2[k].left + ACROSS;
        high = Math.max(high, blocks2[k].bottom - blocks2[k].top);
      }
      top += high + DOWN;
    }
    return steps;
  }
  function around3(blocks2, steps) {
    const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    enlarge(box, blocks2.map(({ left, right, top, bottom }, k) => ({ left: left + steps[k].x, right: right + steps[k].x, top: top + steps[k].y - DOWN / 2, bottom: bottom + steps[k].y })));
    return box;
  }

  // stakeholder_graph/views/scripts/map/panels/choosers.js
  var select = (id) => byId(id, HTMLSelectElement);
  var input = (id) => byId(id, HTMLInputElement);
  var button = (id) => byId(id, HTMLButtonElement);
  function onChoice(id, act, event = "change") {
    byId(id).addEventListener(event, ({ target }) => {
      if (target instanceof HTMLSelectElement || target instanceof HTMLInputElement) act(target.value);
    });
  }
  function fill(id, entries, useful) {
    select(id).replaceChildren(...entries.map(([value, text2]) => make("option", { value }, text2)));
    byId(`${id}-control`).hidden = !useful;
  }

  // stakeholder_graph/views/scripts/map/panels/together.js
  function startTogether() {
    const useful = Object.keys(GROUPINGS).filter((kind) => !about.grouped && GROUPINGS[kind].groups().length > 1);
    fill("together", [["", _("Nothing")], ...useful.map((kind) => (
      /** @type {const} */
      [kind, GROUPINGS[kind].title]
    ))], useful.length > 0);
    onChoice("together", (value) => change({ together: value, group: -1 }));
    onChoice("group", (value) => change({ group: Number(value) }));
    const ways = about.arrangements.map(({ kind, title }) => (
      /** @type {const} */
      [kind, title]
    ));
    fill("arranged", [...tiesShown && !about.condensed ? [
      /** @type {const} */
      ["ties", _("Connections")]
    ] : [], ...ways], ways.length + Number(tiesShown && !about.condensed) > 1);
    onChoice("arranged", (arranged2) => change({ arranged: arranged2, together: "", group: -1 }));
  }
  function showTogether() {
    makeTogether();
    select("arranged").value = state.arranged;
    select("together").value = state.together;
    const entries = together.groups.map(({ number, name: name2, members }) => (
      /** @type {const} */
      [number, `${name2} (${members.length})`]
    ));
    fill("group", [...together.all ? [
      /** @type {const} */
      [-1, _("All at once")]
    ] : [], ...entries], together.groups.length > 1);
    byId("group-note").textContent = together.all || together.groups.length < 2 ? "" : _("They run through each other: one is drawn at a time.");
    select("group").value = String(together.hulls.length === 1 ? together.hulls[0].number : -1);
  }

  // stakeholder_graph/views/scripts/map/panels/arranged.js
  var MOVE = 700;
  function followArrangement(before) {
    if (state.arranged === before.arranged) return;
    const from = organizations.map(({ x, y }) => [x, y]), to = placesOf(state.arranged);
    cancelAnimationFrame(arranged.moving);
    arranged.moving = 0;
    if (isCalm() || about.grouped || !canvas.open || state.view !== "map") {
      putOrganizations(to);
      return;
    }
    const start = performance.now();
    const step = (time) => {
      const share = Math.max(0, Math.min(1, (time - start) / MOVE));
      putOrganizations(share === 1 ? to : from.map((place, k) => between(place, to[k], eased(share))));
      arranged.moving = share < 1 ? requestAnimationFrame(step) : 0;
      moveDots();
      if (arranged.moving) return;
      showTogether();
      syncCanvas();
      frame();
    };
    arranged.moving = requestAnimationFrame(step);
  }
  function placesOf(kind) {
    const given = organizations.map(({ places }) => places[kind]);
    if (kind === "ties" || about.grouped) return given;
    const blocks2 = [];
    organizations.forEach(({ stands: stands2, width, label }, id) => {
      const [x, y] = given[id], box = boxOf({ ...organizations[id], x, y, width, label }), block = blocks2[stands2[kind]];
      if (block) enlarge(block, [box]);
      else blocks2[stands2[kind]] = box;
    });
    const numbers = [...blocks2.keys()].filter((k) => blocks2[k]), steps = flow(numbers.map((k) => blocks2[k]), { width: stage.clientWidth, height: stage.clientHeight });
    const stepOf2 = new Map(numbers.map((k, at) => [k, steps[at]]));
    arranged.flow = steps.map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`).join();
    return given.map(([x, y], id) => {
      const step = stepOf2.get(organizations[id].stands[kind]) ?? { x: 0, y: 0 };
      return [x + step.x, y + step.y];
    });
  }
  function flowAnew() {
    const before = arranged.flow;
    const places = placesOf(state.arranged);
    if (before === arranged.flow || arranged.moving) return;
    putOrganizations(places);
    showTogether();
    syncCanvas();
  }
  var putOrganizations = (places) => places.forEach(([x, y], k) => Object.assign(organizations[k], { x, y }));

  // stakeholder_graph/views/scripts/map/state/departures.js
  function departures({ about: about2, items: items2, layers: layers2, nameOf: nameOf2, sectors: sectors2, waves: waves2 }, state2, opening2, groupings) {
    const list2 = [];
    const add = (departs, key, words, undo) => {
      if (departs) list2.push({ key, words: words(), undo });
    };
    const arrangedByStory = state2.told >= 0 && state2.arranged === about2.story[state2.told].arranged;
    add(state2.chosen >= 0, "chosen", () => nameOf2(state2.chosen), { chosen: -1, beside: -1, steps: opening2.steps });
    add(state2.beside >= 0, "beside", () => _("Compared with {organization}", { organization: nameOf2(state2.beside) }), { beside: -1 });
    add(state2.told >= 0, "told", () => _("Finding {number}", { number: state2.told + 1 }), { told: -1, ...arrangedByStory ? { arranged: opening2.arranged } : {} });
    add(state2.between !== null, "between", () => state2.between?.map((k) => sectors2[k].name).join(" – ") ?? "", { between: null });
    add(state2.item >= 0, "item", () => _("Working on {item}", { item: items2[state2.item].name }), { item: -1 });
    list2.push(...ofSectors(sectors2.map(({ name: name2 }) => name2), state2.off));
    add(state2.layer !== opening2.layer, "layer", () => capital(layers2[state2.layer].name), { layer: opening2.layer, second: -1, least: 0 });
    add(state2.second >= 0, "second", () => _("And {kind}", { kind: layers2[state2.second].name }), { second: -1 });
    add(state2.least > 0, "least", () => _("At least {step}", { step: layers2[state2.layer].steps[state2.least]?.name ?? "" }), { least: 0 });
    add(state2.wave !== opening2.wave, "wave", () => _("Survey of {wave}", { wave: waves2[state2.wave] }), { wave: opening2.wave, since: -1 });
    add(state2.since >= 0, "since", () => _("Changes since {wave}", { wave: waves2[state2.since] }), { since: -1 });
    add(state2.arranged !== opening2.arranged && !arrangedByStory, "arranged", () => _("Arranged by: {what}", { what: wayName(about2.arrangements, state2.arranged) }), { arranged: opening2.arranged });
    add(state2.together !== opening2.together, "together", () => _("Together: {what}", { what: groupings[state2.together] ?? _("Nothing") }), { together: opening2.together, group: -1 });
    add(state2.size !== opening2.size, "size", () => _("Size: {what}", { what: state2.size === "ties" ? _("Number of connections") : state2.size }), { size: opening2.size });
    for (const k of state2.opened) add(true, `opened-${k}`, () => _("Open: {sector}", { sector: sectors2[k].name }), { opened: new Set([...state2.opened].filter((other) => other !== k)) });
    return list2;
  }
  var wayName = (ways, arranged2) => ways.find(({ kind }) => kind === arranged2)?.title ?? _("Connections");
  function ofSectors(names2, off) {
    const left = names2.filter((_name, k) => !off.has(k));
    if (off.size > 1 && left.length && left.length <= 2) return [{ key: "off", words: _("Only {sectors}", { sectors: left.join(", ") }), undo: { off: /* @__PURE__ */ new Set() } }];
    return [...off].sort((a, b) => a - b).map((k) => ({ key: `off-${k}`, words: _("Without {sector}", { sector: names2[k] }), undo: { off: new Set([...off].filter((other) => other !== k)) } }));
  }

  // stakeholder_graph/views/scripts/map/panels/search.js
  var SEEN_AT_ONCE = 8;
  var MOST_FOUND = 60;
  var findBox = byId("find", HTMLInputElement);
  var foundList = byId("found");
  var findOrganizations = (text2) => findByName(text2, byName.filter((id) => scene.shown.has(id)), nameOf);
  function showFound() {
    search.matches = findOrganizations(findBox.value);
    search.at = Math.min(search.at, search.matches.length - 1, MOST_FOUND - 1);
    const first = search.matches.slice(0, MOST_FOUND), more = search.matches.length - first.length;
    foundList.replaceChildren(...first.map((id, k) => make(
      "li",
      { role: "option", id: `found-${k}`, "data-at": k, "aria-selected": String(k === search.at), onclick: () => takeFound(id) },
      swatch(sectors[organizations[id].sectorNumber], 16),
      " ",
      nameOf(id)
    )));
    const foot = more ? _("and {count} more: type on", { count: more }) : first.length > SEEN_AT_ONCE ? _("{count} found", { count: first.length }) : !first.length && about.condensed && findBox.value.trim() ? _("Not among those who are drawn: this map counts the others only.") : "";
    if (foot) foundList.append(make("li", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, foot));
    foundList.hidden = !first.length && !foot;
    findBox.setAttribute("aria-expanded", String(!foundList.hidden));
    if (search.at >= 0) {
      findBox.setAttribute("aria-activedescendant", `found-${search.at}`);
      byId(`found-${search.at}`).scrollIntoView({ block: "nearest" });
    } else findBox.removeAttribute("aria-activedescendant");
    if (findBox.value.trim()) say(_n("{count} organization found", "{count} organizations found", search.matches.length));
    redraw();
  }
  function takeFound(id) {
    closeSearch();
    choose(id);
  }
  var clearSearch = () => {
    if (findBox.value) closeSearch();
  };
  function closeSearch() {
    findBox.value = "";
    search.at = -1;
    showFound();
  }
  function startSearch() {
    findBox.addEventListener("input", () => {
      search.at = -1;
      showFound();
    });
    foundList.addEventListener("mousedown", (event) => event.preventDefault());
    findBox.addEventListener("blur", () => {
      foundList.hidden = true;
      findBox.setAttribute("aria-expanded", "false");
    });
    findBox.addEventListener("focus", showFound);
    findBox.addEventListener("keydown", (event) => {
      const last = Math.min(search.matches.length, MOST_FOUND) - 1;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        const step = event.key === "ArrowDown" ? 1 : -1;
        search.at = last < 0 ? -1 : clamp(search.at + step, 0, last);
        showFound();
      } else if (event.key === "Enter" && search.matches.length) {
        takeFound(search.matches[Math.max(0, search.at)]);
      } else if (event.key === "Escape" && findBox.value) {
        event.stopPropagation();
        closeSearch();
      }
    });
  }

  // stakeholder_graph/views/scripts/map/panels/chips.js
  var bar = byId("chips");
  var reset = byId("reset");
  var titles2 = Object.fromEntries(Object.entries(GROUPINGS).map(([kind, { title }]) => [kind, title]));
  function startChips() {
    reset.addEventListener("click", showEverything);
    const more = byId("more");
    more.addEventListener("click", () => {
      const open = more.getAttribute("aria-expanded") !== "true";
      more.setAttribute("aria-expanded", String(open));
      byId("also").classList.toggle("open", open);
    });
  }
  function showEverything() {
    change({ ...opening, view: state.view, how: state.how });
    clearSearch();
    if (state.view === "map") frame();
    say(_("Everything is shown."));
  }
  function showChips() {
    const list2 = departures(network, state, opening, titles2), focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.chip : void 0;
    bar.replaceChildren(...list2.map(({ key, words, undo }) => make(
      "li",
      {},
      make("button", { type: "button", "data-chip": key, "aria-label": _("Undo: {choice}", { choice: words }), onclick: () => change(undo) }, make("span", {}, words), make("b", { "aria-hidden": "true" }, "×"))
    )));
    reset.hidden = !list2.length && !state.matrix;
    byId("chosen-so-far").hidden = reset.hidden && SLIDERS.every((id) => byId(`${id}-control`).hidden);
    byId("nothing-chosen").hidden = !reset.hidden;
    if (focused === void 0 || document.activeElement !== document.body) return;
    const next = bar.querySelector("button");
    if (next) next.focus();
    else byId("stage").focus();
  }

  // stakeholder_graph/views/scripts/map/words/point.js
  function pointSaid() {
    if (!tiesShown || judging() || scene.beside >= 0 || state.between || state.told >= 0) return "";
    if (scene.chosen >= 0) {
      return _n("{organization} works with {count} of {others} others.", "{organization} works with {count} of {others} others.", partnerCount(scene.chosen), { organization: nameOf(scene.chosen), others: organizationCount() - 1 });
    }
    return state.item >= 0 ? itemSaid() : scene.kinds ? kindsSaid() : sharesSaid();
  }
  function itemSaid() {
    const count = scene.lit.size, pairs = count * (count - 1) / 2, item = items[state.item].name;
    const who = _n("{count} organization: {item}.", "{count} organizations: {item}.", count, { item });
    if (pairs < 1) return who;
    const connected = scene.visible.filter((tie) => scene.litTie(tie)).length;
    return `${who} ${_n("{count} of their {pairs} pairs is connected.", "{count} of their {pairs} pairs are connected.", connected, { pairs })}`;
  }
  function kindsSaid() {
    const { both, first, second } = kindCounts(), names2 = kindNames();
    return [[names2.both, both], [names2.first, first], [names2.second, second]].map(([kinds, count]) => _("{kinds}: {count}", { kinds, count })).join(" · ");
  }
  function sharesSaid() {
    const all = tieCount();
    if (!all || about.condensed?.kind === "connections" || !about.condensed && groupNumber(scene.visible[0].from) < 0) return "";
    const within2 = about.condensed ? mixing().reduce((sum, counts, k) => sum + counts[k], 0) : scene.visible.filter(({ from, to }) => groupNumber(from) === groupNumber(to)).length;
    const fields = { within: within2, all, share: Math.round(100 * within2 / all), group: way()?.title.toLowerCase() ?? "" };
    return way() ? _("{within} of {all} connections ({share} %) stay within one {group}, each counted once even if both sides name it.", fields) : _("{within} of {all} connections ({share} %) stay within one sector, each counted once even if both sides name it.", fields);
  }

  // stakeholder_graph/views/scripts/map/words/notes.js
  function counted2() {
    const parts2 = [organizationsOf(organizationCount())];
    if (tiesShown) parts2.push(pairsOf(tieCount()), layers[state.layer].name);
    if (waves.length > 1 || waves[0] !== "1") parts2.push(waves[state.wave]);
    return [...parts2, about.answers[state.wave].short].filter(Boolean).join(" · ");
  }
  var lineAboutIt = () => [counted2(), document.querySelector(".banner")?.textContent?.trim()].filter(Boolean).join(" · ");
  var notes = () => [pointSaid(), condensedSaid(), arrangedSaid(), about.answers[state.wave].said, closerSaid(), passedSaid(), about.left_out].filter(Boolean);
  var closerSaid = () => layers[state.layer].steps.length < 2 || scene.changes ? "" : judging() ? _("Where both judged each other the higher answer is shown.") : _("Where two partners answered differently the closer answer is shown.");
  var STANDING = {
    sector: _("Organizations of one sector stand together, each on the side of its partners."),
    outcome: _("Organizations that name the same outcome stand together."),
    cluster: _("Organizations of one cluster name the same outcomes; they stand together."),
    team: _("Organizations on the same team stand together."),
    place: _("Organizations of the same place stand together.")
  };
  function arrangedSaid() {
    if (about.condensed) return "";
    const arrangement = way(), standing = arrangement ? STANDING[arrangement.kind] : tiesShown ? "" : _("They stand in the order of their names.");
    const several = arrangement?.several ? _("An organization in several groups stands with the one whose members it knows best.") : "";
    const lines = tiesShown && !scene.changes && scene.visible.some(({ from }) => groupNumber(from) >= 0) ? arrangement && arrangement.kind !== "sector" ? _("A coloured line stays within a group; a faint one runs across.") : _("A coloured line stays within a sector; a faint one runs across.") : "";
    return [standing, several, lines].filter(Boolean).join(" ");
  }
  var passedSaid = () => together.hulls.some((group) => group.passed.length) ? _("A coloured band joins the members of a group; where it passes others, it leaves a gap around their symbols.") : "";
  function heading() {
    const [one, other] = [scene.chosen, scene.beside].map((id) => id < 0 ? "" : nameOf(id));
    const what = scene.beside >= 0 ? tiesShown ? _("{one} and {other}, and whom each works with", { one, other }) : _("{one} and {other}", { one, other }) : scene.chosen >= 0 ? tiesShown ? whomWith(scene.chosen) : one : state.between ? pairWords(...state.between, mixing()[state.between[0]][state.between[1]]) : state.told >= 0 ? about.story[state.told].words : state.item >= 0 ? _("Who works on {item}", { item: items[state.item].name }) : "";
    const without = sectors.filter((_sector, k) => state.off.has(k)).map(({ name: name2 }) => name2);
    const least = state.least ? _("only connections of at least: {step}", { step: layers[state.layer].steps[state.least].name }) : "";
    return [what, without.length ? _("without {sectors}", { sectors: without.join(", ") }) : "", least].filter(Boolean).map((part, k) => k ? part : capital(part)).join(" · ");
  }
  function whomWith(id) {
    const organization = nameOf(id);
    if (!partnersOf(id).length) return _("{organization}: no connections reported yet", { organization });
    return state.steps > 1 ? _("{organization}, whom it works with, and whom they work with", { organization }) : _("{organization} and whom it works with", { organization });
  }

  // stakeholder_graph/views/scripts/map/panels/parts.js
  var KINDS = { outcome: _("Outcomes"), indicator: _("Indicators"), activity: _("Activities"), team: _("Teams"), meeting: _("Meetings"), asset: _("Can offer"), need: _("Needs") };
  var kindName = (kind) => KINDS[kind] ?? capital(kind);
  function byKind(numbers) {
    const kinds = /* @__PURE__ */ new Map();
    for (const item of numbers) kinds.set(items[item].kind, [...kinds.get(items[item].kind) ?? [], item]);
    return kinds;
  }
  function namedBy(id, tie) {
    if (!tie.named) return "";
    const words = (
      /** @type {DeskWords} */
      about.words
    ), said = words[judging() ? "judged" : "named"];
    if (tie.named === "both") return said.both;
    return (tie.named === "one" ? said.one : words.unknown)[tie.from === id ? "out" : "in"];
  }
  var threeDigits = (value) => value.toLocaleString(LANGUAGE, { maximumSignificantDigits: 3 });
  var list = (title, pairs) => make("div", {}, make("h3", {}, title), make("dl", {}, ...pairs.flatMap(([key, value]) => [make("dt", {}, key), make("dd", {}, value)])));
  var tags = (numbers) => numbers.length ? make("ul", { class: "tags" }, ...numbers.map((item) => make("li", {}, items[item].name))) : "";
  var organizationButton = (id, attributes) => make(
    "button",
    { type: "button", class: "partner", ...attributes, onclick: () => choose(id) },
    swatch(sectors[organizations[id].sectorNumber], 16),
    make("span", {}, nameOf(id))
  );
  var closeButton = (label, onclick) => make("button", { type: "button", class: "close", "aria-label": label, onclick }, "×");

  // stakeholder_graph/views/scripts/map/looks/size_key.js
  function sizeKey() {
    const most = mostOfSize(), half = state.size === "ties" ? Math.round(most / 2) : most / 2;
    const values = [.../* @__PURE__ */ new Set([0, half, most])];
    let x = 0;
    const circles = values.map((value) => {
      const r = radiusFor(value, most), circle = makeSvg("circle", { cx: x + r + 1, cy: 15, r, fill: "#fff", stroke: INK, "stroke-width": 1.6 });
      x += 2 * r + 6;
      return circle;
    });
    const title = state.size === "ties" ? _("number of connections") : state.size;
    return make(
      "li",
      { class: "size" },
      makeSvg("svg", { width: Math.ceil(x), height: 30, "aria-hidden": "true" }, ...circles),
      ` ${_("{what}: {values}", { what: title, values: values.map(threeDigits).join(" · ") })}`
    );
  }

  // stakeholder_graph/views/scripts/map/words/summary.js
  function summary() {
    const shown = byName.filter((id) => scene.shown.has(id));
    const alone = about.condensed ? 0 : shown.filter((id) => !partnerCount(id)).length;
    const stated = new Set(shown.map((id) => organizations[id].sectorNumber).filter((k) => isStated(sectors[k]))).size;
    const parts2 = [stated ? _("{organizations} in {sectors}.", { organizations: organizationsOf(organizationCount()), sectors: _n("{count} sector", "{count} sectors", stated) }) : _("{organizations}.", { organizations: organizationsOf(organizationCount()) })];
    const { said: answered } = about.answers[state.wave];
    if (!tiesShown) return [...parts2, answered, condensedSaid()].filter(Boolean).join(" ");
    parts2.push(_("{ties}.", { ties: pairsOf(tieCount()) }));
    if (alone) parts2.push(_n("{count} has no connections reported yet.", "{count} have no connections reported yet.", alone));
    parts2.push(...[answered, condensedSaid()].filter(Boolean));
    if (about.desk) {
      const most = [...shown].sort((a, b) => partnerCount(b) - partnerCount(a)).slice(0, 3).filter(partnerCount);
      if (most.length) parts2.push(_("Most connections: {organizations}.", { organizations: most.map((id) => `${nameOf(id)} (${partnerCount(id)})`).join(", ") }));
    }
    if (scene.changes) parts2.push(changeWords());
    if (together.hulls.length) parts2.push(_("Drawn together: {groups}.", { groups: together.hulls.map(({ name: name2, members }) => `${name2} (${members.length})`).join(", ") }));
    if (scene.beside >= 0) parts2.push(_n("{one} and {other} are compared: {count} partner of both.", "{one} and {other} are compared: {count} partners of both.", scene.both.size, { one: nameOf(scene.chosen), other: nameOf(scene.beside) }));
    else if (scene.chosen >= 0) parts2.push(_("{organization} is chosen and works with {count}.", { organization: nameOf(scene.chosen), count: partnerCount(scene.chosen) }));
    return parts2.join(" ");
  }

  // stakeholder_graph/views/scripts/map/panels/controls.js
  var how = byId("how", HTMLDetailsElement);
  function startControls() {
    byId("sectors").append(...sectors.map(sectorRow));
    fill("layer", layers.map((layer, k) => [k, capital(layer.name)]), layers.length > 1);
    fillItems();
    onChoice("second", (value) => change({ second: Number(value), since: -1 }));
    fill("size", [["equal", _("All equal")], ["ties", _("Number of connections")], ...about.sizes.map((title) => (
      /** @type {const} */
      [title, title]
    ))], about.desk);
    input("wave").max = String(waves.length - 1);
    byId("wave-control").hidden = waves.length < 2;
    onChoice("layer", (value) => change({ layer: Number(value) }));
    onChoice("least", (value) => change({ least: Number(value) }), "input");
    onChoice("wave", (value) => change({ wave: Number(value) }), "input");
    onChoice("since", (value) => change({ since: Number(value), second: -1 }));
    onChoice("item", (value) => change({ item: Number(value), chosen: -1, between: null }));
    onChoice("size", (value) => change({ size: value }));
    byId("matrix").addEventListener("click", () => change(state.matrix ? { matrix: false, between: null } : { matrix: true, chosen: -1 }));
    byId("matrix-control").hidden = !tiesShown || sectors.length < 2;
    how.addEventListener("toggle", () => {
      if (how.open !== state.how) change({ how: how.open });
    });
    byId("closer").addEventListener("click", () => zoom(1.35));
    byId("farther").addEventListener("click", () => zoom(1 / 1.35));
    byId("whole").addEventListener("click", () => {
      if (scene.chosen >= 0) choose(-1);
      else frame();
    });
  }
  function sectorRow(sector, k) {
    const box = make("input", { type: "checkbox", id: `sector-${k}`, onchange: () => {
      const off = new Set(state.off);
      if (box.checked) off.delete(k);
      else off.add(k);
      change({ off });
    } });
    const only = make("button", { type: "button", class: "only", "aria-label": _("Show {sector} only", { sector: sector.name }), onclick: () => {
      change({ off: new Set([...sectors.keys()].filter((other) => other !== k)) });
    } }, _("only"));
    return make(
      "div",
      { class: "row" },
      make("label", { for: `sector-${k}` }, box, swatch(sector, 20), make("span", { class: "name" }, sector.name)),
      only,
      make("span", { class: "count", id: `count-${k}` })
    );
  }
  function fillItems() {
    const kinds = [...byKind([...items.keys()])];
    select("item").replaceChildren(
      make("option", { value: -1 }, _("Anything")),
      ...kinds.map(([kind, numbers]) => make("optgroup", { label: kindName(kind) }, ...numbers.map((k) => make("option", { value: k }, items[k].name))))
    );
    byId("item-control").hidden = !items.length || about.condensed !== null;
  }
  function showControls() {
    const steps = layers[state.layer].steps;
    sectors.forEach((_sector, k) => {
      input(`sector-${k}`).checked = !state.off.has(k);
      const all = listedIn(k), lit = organizations.filter(({ id, sectorNumber: sectorNumber2 }) => sectorNumber2 === k && scene.lit.has(id)).length;
      byId(`count-${k}`).textContent = scene.focused && !state.off.has(k) && !about.condensed ? _("{count} of {all}", { count: lit, all }) : String(all);
    });
    select("layer").value = String(state.layer);
    const others = layers.flatMap(({ name: name2 }, k) => k === state.layer ? [] : [
      /** @type {const} */
      [k, capital(name2)]
    ]);
    fill("second", [[-1, _("None")], ...others], others.length > 0 && !about.condensed);
    select("second").value = String(state.second);
    byId("least-control").hidden = steps.length < 2;
    input("least").max = String(Math.max(0, steps.length - 1));
    input("least").value = String(state.least);
    const least = state.least ? steps[state.least].name : _("any strength");
    byId("least-name").textContent = least;
    byId("least").setAttribute("aria-valuetext", least);
    input("wave").value = String(state.wave);
    byId("wave-name").textContent = waves[state.wave];
    byId("wave").setAttribute("aria-valuetext", waves[state.wave]);
    const earlier = waves.slice(0, state.wave).map((wave, k) => (
      /** @type {const} */
      [k, _("Since {wave}", { wave })]
    ));
    fill("since", [[-1, _("Not shown")], ...earlier], tiesShown && earlier.length > 0 && knowsAnswers(network));
    select("since").value = String(state.since);
    byId("changed").textContent = scene.changes ? changeWords() : "";
    byId("matrix").setAttribute("aria-expanded", String(state.matrix));
    how.open = state.how;
    select("item").value = String(state.item);
    select("size").value = state.size;
    showKey();
    byId("count").textContent = counted2();
    byId("point").textContent = pointSaid();
    byId("held").textContent = condensedSaid();
    byId("answers").textContent = about.answers[state.wave].said;
    byId("arranged-said").textContent = arrangedSaid();
    byId("closer-said").textContent = closerSaid();
    byId("passed-said").textContent = passedSaid();
    byId("summary").textContent = summary();
  }
  function showKey() {
    const { steps, asks } = layers[state.layer], drawn2 = scene.drawn.length > 0;
    const said = {
      naming: !judging(),
      judging: judging(),
      trust: asks === "trust",
      value: asks === "value",
      plain: drawn2 && !scene.changes,
      levels: steps.length > 1,
      alike: steps.length < 2,
      changes: drawn2 && Boolean(scene.changes),
      ties: drawn2 && state.arranged === "ties"
    };
    for (
      const entry of
      /** @type {NodeListOf<HTMLElement>} */
      document.querySelectorAll("main [data-when]")
    ) entry.hidden = !said[entry.dataset.when ?? ""];
    for (const old of document.querySelectorAll("#key .change, #key .kinds, #key .size")) old.remove();
    if (scene.changes) byId("key").prepend(...changeKey());
    if (scene.kinds) byId("key").prepend(...kindKey());
    if (state.size !== "equal") byId("key").append(sizeKey());
    byId("key-note").textContent = about.left_out;
    byId("key-backbone").hidden = !organizations.some(({ backbone }) => backbone);
    const named = judging() ? { both: _("judged by both"), one: _("judged by one side only") } : { both: _("named by both"), one: _("named by one side only") };
    for (
      const words of
      /** @type {NodeListOf<HTMLElement>} */
      document.querySelectorAll("#key .named")
    ) words.textContent = words.dataset.by === "both" ? named.both : named.one;
    if (tiesShown) byId("key-strength").textContent = steps.length > 1 ? _("{weakest} to {strongest}", { weakest: steps[0].name, strongest: steps[steps.length - 1].name }) : _("a connection");
  }

  // stakeholder_graph/views/scripts/map/groups/opening.js
  var opens = (k) => change({ opened: /* @__PURE__ */ new Set([...state.opened, k]), chosen: -1, cursor: -1 });
  var closes = (k) => change({ opened: new Set([...state.opened].filter((other) => other !== k)), chosen: -1, cursor: -1 });
  var entered = { group: -1 };
  function nextGroup(step) {
    const list2 = drawnGroups(), at = list2.findIndex(({ k }) => groupNode(k) === state.cursor);
    const group = list2[around(at < 0 && step < 0 ? 0 : at, step, list2.length)];
    change({ cursor: groupNode(group.k) });
    say(isClosed(group.k) ? _("{sector}: {organizations}. Enter opens the group.", { sector: group.sector.name, organizations: groupWords(group.k) }) : countedSaid(group.k));
  }
  function enterGroup(k) {
    if (!isClosed(k)) {
      change({ cursor: groupNode(k) });
      say(countedSaid(k));
      return;
    }
    opens(k);
    entered.group = k;
    const { members } = groups.list[k], drawn2 = members.filter(({ id }) => scene.shown.has(id)).length;
    say([_("{sector} is open: {organizations}. Escape closes it.", { sector: sectors[k].name, organizations: organizationsOf(listedIn(k)) }), drawnWords(drawn2, countedIn2(groups.list[k]))].filter(Boolean).join(" "));
  }
  var countedSaid = (k) => _("Others of {sector}: {organizations}, counted only.", { sector: sectors[k].name, organizations: organizationsOf(standsFor(groups.list[k])) });
  var groupRows = (columns2) => drawnGroups().filter(isGroupLit).map((group) => {
    const { k, sector } = group, closed = isClosed(k);
    const open = make("button", { type: "button", class: "link", "aria-expanded": "false", onclick: () => enterGroup(k) }, _("Open {sector}", { sector: sector.name }));
    return make(
      "tr",
      {},
      make("th", { scope: "row" }, closed ? open : _("Others of {sector}", { sector: sector.name })),
      make("td", { colspan: columns2 - 1 }, swatch(sector, 16), " ", closed ? groupWords(k) : _("{organizations}, counted only", { organizations: organizationsOf(standsFor(group)) }))
    );
  });
  function startGroups() {
    if (!about.grouped) return;
    makeGroups();
    document.querySelectorAll("#sectors .row").forEach((row, k) => {
      const symbol = row.querySelector(".swatch path");
      if (symbol instanceof SVGGraphicsElement) groups.list[k].foot = symbol.getBBox().y + symbol.getBBox().height;
      row.append(
        make("button", { type: "button", class: "opens", id: `opens-${k}`, onclick: () => isClosed(k) ? enterGroup(k) : closes(k) })
      );
    });
    byId("sectors").append(make(
      "div",
      { class: "open-all" },
      make("button", { type: "button", id: "open-all", onclick: () => change({ opened: new Set(sectors.keys()), chosen: -1 }) }, _("Open all")),
      make("button", { type: "button", id: "close-all", onclick: () => change({ opened: /* @__PURE__ */ new Set(), chosen: -1 }) }, _("Close all"))
    ));
    byId("key").prepend(make("li", { id: "key-group" }, swatch(sectors[0], 22), " ", about.condensed?.kind === "connections" ? _("a group, as large as it has members: choose it to open it") : _("a sector, as large as it has members: choose it to open it")));
    if (about.condensed?.groups.some(({ answered }) => answered)) byId("key").append(make("li", { id: "key-answered" }, paleSample(), " ", _("the pale part has not answered yet")));
    byId("with-keys").append(" ", _("While no organization is chosen, left and right arrows go through the groups, Enter opens one, Escape closes all."));
  }
  var paleSample = () => makeSvg(
    "svg",
    { width: 22, height: 22, viewBox: "-11 -11 22 22", "aria-hidden": "true" },
    makeSvg("circle", { r: 8, fill: sectors[0].colour, stroke: INK, "stroke-width": 1.2 }),
    makeSvg("path", { d: palePath(0.75), transform: "scale(8)", fill: tint(sectors[0].colour, 0.16) })
  );
  function showGroups() {
    if (!about.grouped) return;
    const bySector2 = state.arranged === "sector", closed = closedGroups().length;
    groups.list.forEach(({ k, sector }) => {
      const opener = button(`opens-${k}`), open = !isClosed(k);
      opener.hidden = !bySector2;
      opener.textContent = (open ? _("Close") : _("Open")).toLowerCase();
      opener.setAttribute("aria-expanded", String(open));
      opener.setAttribute("aria-label", open ? _("Close {sector}", { sector: sector.name }) : _("Open {sector}", { sector: sector.name }));
    });
    button("open-all").hidden = button("close-all").hidden = !bySector2;
    button("open-all").disabled = !closed;
    button("close-all").disabled = !state.opened.size;
    byId("key-group").hidden = !closed;
    const answered = document.getElementById("key-answered");
    if (answered) answered.hidden = !closed;
  }

  // stakeholder_graph/views/scripts/map/groups/reach.js
  function inReach(shown, chosen, opened) {
    const group = chosen >= 0 ? chosen : [...opened].at(-1) ?? -1;
    const members = shown.filter(({ sectorNumber: sectorNumber2 }) => sectorNumber2 === group);
    return members.length ? members : shown;
  }

  // stakeholder_graph/views/scripts/map/panels/compare.js
  function compareContent() {
    const pair = [scene.chosen, scene.beside], [one, other] = pair.map((id) => organizations[id]);
    const theirs = pair.map((id) => new Set(partnersOf(id).map((partner) => partner.other)));
    const only = pair.map((_id, k) => byName.filter((id) => theirs[k].has(id) && !theirs[1 - k].has(id) && !pair.includes(id)));
    const both = byName.filter((id) => scene.both.has(id));
    const between2 = partnersOf(one.id).find((partner) => partner.other === other.id)?.tie;
    const content = [
      closeButton(_("Stop comparing"), () => {
        change({ beside: -1 });
        stage.focus();
      }),
      make("h2", {}, _("Side by side")),
      sideBySide(pair.map((id) => make(
        "div",
        { class: "head" },
        make("button", { type: "button", class: "partner", "data-key": `open-${id}`, onclick: () => choose(id) }, swatch(sectors[organizations[id].sectorNumber], 20), make("b", {}, nameOf(id))),
        bySector ? make("p", { class: "muted" }, organizations[id].sector) : null
      )))
    ];
    if (tiesShown) {
      const notes2 = between2 ? [layers[between2.layer].steps.length ? stepName(between2) : _("yes"), namedBy(one.id, between2)].filter(Boolean).join(" · ") : _("none is drawn");
      content.push(
        make("p", { class: "between" }, make("b", {}, _("Connection between them:"), " "), notes2),
        make("h3", {}, _("Partners of both: {count}", { count: both.length })),
        both.length ? nameList(both, "ringed") : make("p", { class: "muted" }, _("None.")),
        make("h3", {}, _("Partners of one only")),
        sideBySide(only.map((ids, k) => make("div", {}, make("p", { class: "muted" }, ofTheirs(ids.length, theirs[k].size, between2)), nameList(ids))))
      );
    }
    const mine = pair.map((id) => organizations[id].items[state.wave]);
    for (const [kind, numbers] of byKind([...new Set(mine.flat())].sort((a, b) => a - b))) {
      const shared = numbers.filter((item) => mine.every((list2) => list2.includes(item)));
      content.push(
        make("h3", {}, _("{kind} of both: {count}", { kind: kindName(kind), count: shared.length })),
        tags(shared),
        sideBySide(mine.map((list2, k) => {
          const own2 = numbers.filter((item) => list2.includes(item) && !mine[1 - k].includes(item));
          return make("div", {}, make("p", { class: "muted" }, own2.length ? _("Only this one") : _("No others")), tags(own2));
        }))
      );
    }
    const titled = [...new Set([one, other].flatMap(({ scores = [] }) => scores.map(([title]) => title)))];
    if (titled.length) content.push(make("h3", {}, _("Findings")), findingsTable([one, other], titled));
    return content;
  }
  var ofTheirs = (count, all, between2) => between2 ? _("{count} of {all}, apart from each other", { count, all: all - 1 }) : _("{count} of {all}", { count, all });
  var sideBySide = (columns2) => make("div", { class: "pair" }, ...columns2);
  var nameList = (ids, kind = null) => ids.length ? make("ul", { class: "names" }, ...ids.map((id) => make(
    "li",
    { class: kind },
    organizationButton(id, { "data-id": id, "data-key": `open-${id}` })
  ))) : "";
  function findingsTable(pair, titled) {
    const value = ({ scores = [] }, title) => {
      const score = scores.find(([scored]) => scored === title);
      return score ? threeDigits(score[1]) : _("not known");
    };
    return make(
      "table",
      { class: "findings" },
      make("thead", {}, make("tr", {}, make("th", { scope: "col" }, _("Finding")), ...pair.map(({ name: name2 }) => make("th", { scope: "col", class: "number" }, name2)))),
      make("tbody", {}, ...titled.map((title) => make("tr", {}, make("th", { scope: "row" }, title), ...pair.map((organization) => make("td", { class: "number" }, value(organization, title))))))
    );
  }
  function compareChooser(id) {
    const others = byName.filter((other) => other !== id && scene.shown.has(other));
    if (!others.length) return null;
    const chooser = make(
      "select",
      { id: "beside", "data-key": "beside", onchange: ({ target }) => change({ beside: Number(target.value) }) },
      make("option", { value: -1 }, _("Choose an organization")),
      ...others.map((other) => make("option", { value: other }, nameOf(other)))
    );
    return make("div", { class: "control choose" }, make("label", { for: "beside" }, _("Compare with")), chooser);
  }

  // stakeholder_graph/views/scripts/map/panels/details.js
  function detailsContent() {
    const id = scene.chosen, organization = organizations[id], partners = partnersOf(id);
    const content = [closeButton(_("Close details"), () => {
      choose(-1);
      stage.focus();
    }), make("h2", {}, organization.name)];
    const [sector, role] = [bySector ? organization.sector : "", organization.backbone ? _("backbone") : ""];
    if (sector || role) content.push(make("p", { class: "sector" }, swatch(sectors[organization.sectorNumber], 16), " ", [sector, role].filter(Boolean).join(" · ")));
    if (isSilent(organization)) content.push(make("p", { class: "note" }, about.words.silent));
    if (tiesShown) content.push(...partnersContent(id, partners));
    for (const [kind, mine] of byKind(organization.items[state.wave])) {
      content.push(make("h3", {}, kindName(kind)), tags(mine));
    }
    if (organization.about.length) content.push(list(_("About"), organization.about));
    if (!about.condensed) content.push(compareChooser(id) ?? "");
    if (organization.scores?.length) content.push(figures(organization.scores));
    return content;
  }
  function partnersContent(id, partners) {
    const count = partnerCount(id), said = count ? _n("Works with {count} organization", "Works with {count} organizations", count) : _("No connections reported yet");
    const far = make("div", { class: "choice steps", role: "group", "aria-label": _("How far to look") }, stepButton(1, _("Its partners")), stepButton(2, _("And theirs")));
    const content = [
      make("div", { class: "works-with" }, make("h3", {}, said), partners.length && !about.condensed ? far : null),
      make("ul", { class: "partners" }, ...partners.map(({ other, tie }) => partnerRow(id, other, tie)))
    ];
    const beyond = scene.counted.filter(({ from }) => from === id).map(({ to, count: number }) => (
      /** @type {[string, string]} */
      [sectors[sectorAt(to)].name, String(number)]
    ));
    if (beyond.length) content.push(list(partners.length ? _("And with others, who are counted only") : _("With organizations that are counted only"), beyond));
    const others = scene.kinds ? [...scene.kinds].filter(([tie, other]) => tie === other && touches(tie, id)).map(([tie]) => tie) : [];
    if (others.length) {
      content.push(
        make("h3", {}, _("{kind} only", { kind: capital(layers[state.second].name) })),
        make("ul", { class: "partners" }, ...others.map((tie) => partnerRow(id, tie.from === id ? tie.to : tie.from, tie)))
      );
    }
    const before = scene.gone.filter((tie) => touches(tie, id));
    if (before.length) {
      content.push(
        make("h3", {}, _("Drawn in {wave} only", { wave: waves[state.since] })),
        make("ul", { class: "partners" }, ...before.map((tie) => partnerRow(id, tie.from === id ? tie.to : tie.from, tie)))
      );
    }
    return content;
  }
  var figures = (scores) => make(
    "details",
    { class: "figures" },
    make("summary", { "data-key": "figures" }, _("Figures for the evaluator")),
    list(_("Findings"), scores.map(([title, value]) => [title, threeDigits(value)]))
  );
  var stepButton = (steps, text2) => make("button", { type: "button", "data-key": `steps-${steps}`, "aria-pressed": String(state.steps === steps), onclick: () => change({ steps }) }, text2);
  function partnerRow(id, other, tie) {
    const shared = sharedItems(id, other, state.wave).filter((item) => items[item].kind === "outcome").map((item) => items[item].name);
    const became2 = scene.changes?.get(tie);
    const also = scene.kinds?.get(tie), second = also && also !== tie ? [layers[also.layer].name, ...layers[also.layer].steps.length ? [stepName(also)] : []].join(": ") : "";
    const notes2 = [layers[tie.layer].steps.length ? stepName(tie) : "", namedBy(id, tie), became2 ? changeName(became2) : "", second].filter(Boolean).join(" · ");
    return make(
      "li",
      {},
      organizationButton(other, { "data-id": other }),
      notes2 ? make("p", { class: "muted" }, notes2) : null,
      shared.length ? make("p", { class: "shared" }, make("b", {}, _("Both:"), " "), shared.join(", ")) : null
    );
  }

  // stakeholder_graph/views/scripts/map/groups/details.js
  var openGroup = () => about.condensed ? [...state.opened].filter((k) => !state.off.has(k)).at(-1) ?? -1 : -1;
  function groupContent() {
    const k = openGroup(), group = groups.list[k], { within: within2 } = tiesOfGroup(k), counts = mixing()[k];
    const drawn2 = group.members.filter(({ id }) => scene.shown.has(id)).length, { known, unknown } = pairsWithin(k);
    const others = sectorsShown().filter((other) => other !== k && counts[other]).sort((a, b) => counts[b] - counts[a] || a - b);
    return [
      closeButton(_("Close {sector}", { sector: sectors[k].name }), () => {
        change({ opened: new Set([...state.opened].filter((other) => other !== k)), chosen: -1 });
        stage.focus();
      }),
      make("h2", {}, swatch(sectors[k], 20), " ", sectors[k].name),
      make("p", {}, [organizationsOf(listedIn(k)), answeredWords(k)].filter(Boolean).join(", "), "."),
      make("p", {}, drawnWords(drawn2, countedIn2(group))),
      ...tiesShown ? [
        make(
          "p",
          {},
          _("{ties} within it, {rate} for each 1,000 pairs.", { ties: pairsOf(within2), rate: known ? ofThousand(within2, known) : "0" }),
          unknown ? ` ${_n("For another pair nothing is known: neither of the two has answered.", "For another {count} pairs nothing is known: neither of the two has answered.", unknown)}` : ""
        ),
        list(_("Connections with others"), others.map((other) => [sectors[other].name, pairsOf(counts[other])]))
      ] : []
    ];
  }

  // stakeholder_graph/views/scripts/map/panels/matrix.js
  var MARKS = { more: "▲", fewer: "▼" };
  var THAN_CHANCE = { more: _("more than usual"), fewer: _("fewer than usual") };
  function matrixContent() {
    const counts = mixing(), shown = sectorsShown(), most = Math.max(1, ...counts.flat());
    const [chosenRow, chosenColumn] = state.between ?? [shown[0], shown[0]];
    const field = (row, column) => {
      const count = counts[row][column], verdict = judged(row, column), pressed = Boolean(state.between) && row === chosenRow && column === chosenColumn;
      const button2 = make("button", {
        type: "button",
        "data-row": row,
        "data-column": column,
        "data-key": `field-${row}-${column}`,
        "aria-pressed": String(pressed),
        tabindex: row === chosenRow && column === chosenColumn ? 0 : -1,
        "aria-label": [pairWords(row, column, count), verdict ? THAN_CHANCE[verdict] : ""].filter(Boolean).join(", "),
        onclick: () => change({ between: pressed ? null : [row, column], chosen: -1, item: -1 })
      }, String(count), verdict ? make("i", {}, MARKS[verdict]) : null);
      if (!pressed) button2.style.backgroundColor = count ? `rgba(11,92,173,${(0.06 + 0.3 * count / most).toFixed(3)})` : "#fff";
      return make("td", {}, button2);
    };
    const grid = make(
      "table",
      { class: "matrix" },
      make("caption", { class: "for-ears" }, _("How many drawn connections join each two sectors. Arrow keys move, Enter shows them on the map.")),
      make("thead", {}, make("tr", {}, make("td", {}), ...shown.map((k) => make("th", { scope: "col", title: sectors[k].name }, swatch(sectors[k], 20), make("span", { class: "for-ears" }, sectors[k].name))))),
      make("tbody", {}, ...shown.map((row) => make("tr", {}, make("th", { scope: "row" }, make("span", {}, swatch(sectors[row], 20), " ", sectors[row].name)), ...shown.map((column) => field(row, column)))))
    );
    grid.addEventListener("keydown", (event) => alongMatrix(event, grid));
    const marked = shown.some((row) => shown.some((column) => judged(row, column)));
    const oneWay = shown.some((row) => shown.some((column) => judged(row, column) !== judged(column, row)));
    return [
      closeButton(_("Close"), () => {
        change({ matrix: false, between: null });
        byId("matrix").focus();
      }),
      make("h2", {}, about.condensed?.kind === "connections" ? _("Connections between groups") : _("Connections between sectors")),
      make("p", { class: "muted" }, about.condensed ? _("Each number counts connections. Choose one to see it on the map.") : _("Each number counts the connections that are drawn. Choose one to see them on the map.")),
      make("div", { class: "scroll" }, grid),
      about.namings ? make("p", { class: "muted" }, _("Counted are pairs: two organizations that named each other are one pair here, and two mentions in the report.")) : "",
      marked ? make("p", { class: "muted" }, oneWay ? _("▲ more and ▼ fewer connections than usual, from the sector of the row to that of the column. All others: as expected, or too close to call.") : _("▲ more and ▼ fewer connections than usual. All others: as expected, or too close to call.")) : "",
      make("p", { class: "between", role: "status" }, state.between ? betweenWords(...state.between, counts) : "")
    ];
  }
  function betweenWords(one, other, counts) {
    const count = counts[one][other], pair = pairWords(one, other, count);
    const joined = count && about.condensed ? `${pair}.` : count ? _n("{pair}, joining {count} organization.", "{pair}, joining {count} organizations.", scene.lit.size, { pair }) : _("{pair} drawn.", { pair });
    const [there, back] = [judged(one, other), judged(other, one)];
    const verdict = there && there === back ? [there === "more" ? _("That is more than usual.") : _("That is fewer than usual.")] : [wayWords(one, other, there), wayWords(other, one, back)];
    return [joined, ...verdict].filter(Boolean).join(" ");
  }
  function wayWords(one, other, verdict) {
    const names2 = { one: sectors[one].name, other: sectors[other].name };
    if (verdict === "more") return _("From {one} to {other} there are more than usual.", names2);
    return verdict ? _("From {one} to {other} there are fewer than usual.", names2) : "";
  }
  var STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  function alongMatrix(event, grid) {
    const step = STEPS[event.key], at = event.target instanceof HTMLElement ? event.target.dataset : {};
    if (!step || at.row === void 0) return;
    event.preventDefault();
    event.stopPropagation();
    const shown = sectorsShown(), moved = [at.row, at.column].map((k, axis) => shown[clamp(shown.indexOf(Number(k)) + step[axis], 0, shown.length - 1)]);
    for (const button2 of grid.querySelectorAll("button")) {
      const here = Number(button2.dataset.row) === moved[0] && Number(button2.dataset.column) === moved[1];
      button2.tabIndex = here ? 0 : -1;
      if (here) button2.focus();
    }
  }

  // stakeholder_graph/views/scripts/map/panels/panel.js
  var panel = byId("details");
  function showPanel() {
    const content = scene.beside >= 0 ? compareContent() : scene.chosen >= 0 ? detailsContent() : state.matrix ? matrixContent() : openGroup() >= 0 ? groupContent() : null;
    document.body.classList.toggle("with-details", content !== null);
    document.body.classList.toggle("wide", content !== null && (scene.beside >= 0 || scene.chosen < 0 && state.matrix));
    panel.hidden = content === null;
    const focused = document.activeElement;
    const key = focused instanceof HTMLElement && panel.contains(focused) ? focused.dataset.key : void 0;
    panel.replaceChildren(...content ?? []);
    if (key) [.../** @type {NodeListOf<HTMLElement>} */
    panel.querySelectorAll("[data-key]")].find((element) => element.dataset.key === key)?.focus();
  }

  // stakeholder_graph/views/scripts/map/panels/story.js
  var bar2 = byId("story");
  function startStory() {
    const open = button("tell");
    open.hidden = !about.story.length;
    open.addEventListener("click", () => {
      tell(0);
      button("story-next").focus();
    });
    button("story-back").addEventListener("click", () => tell(state.told - 1));
    button("story-next").addEventListener("click", () => tell(state.told + 1));
    button("story-end").addEventListener("click", () => {
      endStory();
      open.focus();
    });
    bar2.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      tell(state.told + step);
    });
  }
  function tell(number) {
    const told2 = clamp(number, 0, about.story.length - 1), { layer, arranged: arranged2 } = about.story[told2];
    change({ ...opening, how: state.how, told: told2, layer, arranged: network.tiesShown && arranged2 ? arranged2 : opening.arranged });
  }
  var endStory = () => change({ told: -1, arranged: opening.arranged, layer: opening.layer });
  function showStory() {
    const step = about.story[state.told], last = about.story.length - 1;
    bar2.hidden = !step;
    button("tell").hidden = Boolean(step) || !about.story.length;
    if (!step) return;
    const place = _("Finding {number} of {count}", { number: state.told + 1, count: about.story.length });
    byId("story-place").textContent = step.strength ? `${place} · ${_("A strength")}` : place;
    byId("story-words").textContent = step.words;
    byId("story-further").textContent = step.further;
    button("story-back").setAttribute("aria-disabled", String(state.told === 0));
    button("story-next").setAttribute("aria-disabled", String(state.told === last));
  }

  // stakeholder_graph/views/scripts/map/panels/table.js
  var tableView = byId("table-view");
  var order = { key: "name", back: false };
  function columns() {
    const outcomesOf = (id) => organizations[id].items[state.wave].filter((item) => items[item].kind === "outcome").map((item) => items[item].name).join(", ");
    const sector = (id) => organizations[id].sectorNumber;
    const outcomes = items.some((item) => item.kind === "outcome"), two = state.second >= 0;
    return [
      { key: "name", title: _("Organization"), compare: (a, b) => compareNames(nameOf(a), nameOf(b)), cell: nameCell },
      ...bySector ? [{
        key: "sector",
        title: _("Sector"),
        compare: (a, b) => sector(a) - sector(b),
        cell: (id) => make("td", {}, swatch(sectors[sector(id)], 16), " ", organizations[id].sector)
      }] : [],
      ...outcomes ? [{
        key: "outcomes",
        title: _("Outcomes"),
        compare: (a, b) => blankLast(outcomesOf(a), outcomesOf(b)),
        cell: (id) => make("td", {}, outcomesOf(id))
      }] : [],
      // The most first: a list of few is not what one looks for.
      ...tiesShown ? [
        { key: "ties", title: two ? capital(layers[state.layer].name) : _("Connections"), number: true, compare: (a, b) => partnerCount(b) - partnerCount(a), cell: (id) => make("td", { class: "number" }, String(partnerCount(id))) },
        ...two ? [{ key: "second", title: capital(layers[state.second].name), number: true, compare: (a, b) => ofSecond(b) - ofSecond(a), cell: (id) => make("td", { class: "number" }, String(ofSecond(id))) }] : [],
        { key: "partners", title: _("Works with"), cell: partnersCell }
      ] : []
    ];
  }
  var ofSecond = (id) => [...new Set(scene.kinds?.values())].filter((tie) => tie && (tie.from === id || tie.to === id)).length;
  var blankLast = (a, b) => Number(!a) - Number(!b) || compareNames(a, b);
  function showTable() {
    const asTable = state.view === "table";
    tableView.hidden = !asTable;
    byId("map-view").hidden = asTable;
    byId("as-map").setAttribute("aria-pressed", String(!asTable));
    byId("as-table").setAttribute("aria-pressed", String(asTable));
    for (const id of ["save-png", "save-svg"]) byId(id).hidden = asTable;
    if (!asTable) return;
    const head = columns(), compare = head.find(({ key }) => key === order.key)?.compare, turn = order.back ? -1 : 1;
    const shown = byName.filter((id) => scene.lit.has(id) && stands(id));
    if (compare) shown.sort((a, b) => turn * compare(a, b));
    tableView.replaceChildren(make(
      "table",
      {},
      make("caption", {}, counted2()),
      make("thead", {}, make("tr", {}, ...head.map(headCell))),
      make("tbody", {}, ...groupRows(head.length), ...shown.map((id) => make("tr", { class: id === scene.chosen ? "chosen" : null }, ...head.map(({ cell }) => cell(id)))))
    ));
  }
  function headCell({ key, title, number, compare }) {
    const sorted = key === order.key ? order.back ? "descending" : "ascending" : "none";
    const mark = key !== order.key ? "" : order.back ? " ▴" : " ▾";
    return make(
      "th",
      { scope: "col", class: number ? "number" : null, "aria-sort": compare ? sorted : null },
      compare ? make("button", { type: "button", class: "sorts", "data-sorts": key, onclick: () => sortBy(key) }, title, make("span", { "aria-hidden": "true" }, mark)) : title
    );
  }
  function sortBy(key) {
    Object.assign(order, { key, back: order.key === key && !order.back });
    showTable();
    const asked = tableView.querySelector(`[data-sorts="${key}"]`);
    if (asked instanceof HTMLElement) asked.focus();
  }
  var nameCell = (id) => make(
    "th",
    { scope: "row" },
    make("button", { type: "button", class: "link", "data-id": id, onclick: () => choose(id) }, nameOf(id)),
    isSilent(organizations[id]) ? make("small", {}, about.words.silent) : null
  );
  function partnersCell(id) {
    const named = partnersOf(id).map(({ other }) => nameOf(other)).sort(compareNames), beyond = scene.beyond.get(id) ?? 0;
    const others = beyond ? [_n("{count} counted only", "{count} counted only", beyond)] : [];
    return make("td", {}, [...named, ...others].join(", ") || _("no connections reported yet"));
  }
  function startTable() {
    byId("as-map").addEventListener("click", () => change({ view: "map" }));
    byId("as-table").addEventListener("click", () => change({ view: "table" }));
  }

  // stakeholder_graph/views/scripts/map/panels/keys.js
  function startKeys() {
    stage.addEventListener("keydown", (event) => {
      if (event.target !== stage || isShortcut(event)) return;
      const act = onStage[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") stepBack();
      const typing = event.target instanceof Element && event.target.matches("input, select, textarea");
      if (event.key === "/" && !typing) {
        event.preventDefault();
        byId("find").focus();
      }
    });
    for (const list2 of [panel, tableView]) list2.addEventListener("keydown", (event) => alongList(event, list2));
  }
  function stepBack() {
    if (state.beside >= 0) {
      change({ beside: -1 });
      describe();
      return;
    }
    if (state.chosen < 0 && !state.between && state.told >= 0) {
      endStory();
      say(_("Everything is shown."));
      return;
    }
    if (state.chosen < 0 && !state.between) {
      if (state.opened.size) {
        change({ opened: /* @__PURE__ */ new Set() });
        say(_("All groups are closed."));
      }
      return;
    }
    const table = panel.contains(document.activeElement) && state.chosen < 0;
    change({ chosen: -1, between: null });
    say(_("Everything is shown."));
    if (state.view === "map" && !table) stage.focus();
  }
  var onStage = {
    ArrowDown: () => nextOrganization(1),
    ArrowUp: () => nextOrganization(-1),
    ArrowRight: () => nextPartner(1),
    ArrowLeft: () => nextPartner(-1),
    Enter: () => {
      if (state.cursor >= organizations.length) enterGroup(groupOf(state.cursor));
      else if (state.cursor >= 0) {
        choose(state.cursor);
        describe();
      }
    },
    "+": () => zoom(1.35),
    "=": () => zoom(1.35),
    "-": () => zoom(1 / 1.35),
    0: () => frame()
  };
  function nextOrganization(step) {
    const shown = byName.filter((id) => scene.shown.has(id)), closed = closedGroups().length > 0;
    const chosen = scene.chosen < 0 ? -1 : organizations[scene.chosen].sectorNumber;
    const list2 = closed ? inReach(shown.map((id) => organizations[id]), chosen, [...state.opened].filter((k) => !state.off.has(k))).map(({ id }) => id) : shown;
    if (!list2.length) return;
    entered.group = -1;
    const at = list2.indexOf(scene.chosen);
    choose(list2[around(at < 0 && step < 0 ? 0 : at, step, list2.length)]);
    describe();
  }
  function nextPartner(step) {
    if (scene.chosen < 0) {
      if (state.opened.has(entered.group) || !drawnGroups().length) nextOrganization(step);
      else nextGroup(step);
      return;
    }
    const list2 = partnersOf(scene.chosen);
    if (!list2.length) return;
    const at = list2.findIndex(({ other: other2 }) => other2 === state.cursor);
    const { other, tie } = list2[around(at < 0 && step < 0 ? 0 : at, step, list2.length)];
    change({ cursor: other });
    const place = list2.findIndex((partner) => partner.other === other) + 1;
    say(_("Partner {place} of {count}: {partner}. Enter goes there.", { place, count: list2.length, partner: [nameOf(other), ...sectorOf(other), stepName(tie)].join(", ") }));
  }
  var sectorOf = (id) => bySector ? [organizations[id].sector] : [];
  function describe() {
    const { id, name: name2 } = organizations[scene.chosen];
    say(_n(
      "{organization}, works with {count} organization.",
      "{organization}, works with {count} organizations.",
      partnerCount(id),
      { organization: [name2, ...sectorOf(id)].join(", ") }
    ));
  }
  function alongList(event, list2) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const buttons = (
      /** @type {HTMLElement[]} */
      [...list2.querySelectorAll("button[data-id]")]
    );
    if (!buttons.length) return;
    const at = buttons.findIndex((button2) => button2 === document.activeElement), step = event.key === "ArrowDown" ? 1 : -1;
    event.preventDefault();
    buttons[clamp(at + step, 0, buttons.length - 1)].focus();
  }

  // stakeholder_graph/views/scripts/map/waves/playing.js
  var STAY = 2e3;
  var playing = { wave: -1, since: -1, timer: void 0 };
  var isPlaying = () => playing.wave >= 0;
  var own = () => button("play");
  var name = () => byId("wave-played");
  function startPlaying() {
    own().hidden = waves.length < 2;
    own().addEventListener("click", () => {
      if (isPlaying()) stop();
      else play();
    });
    document.addEventListener("click", ({ target }) => {
      if (isPlaying() && target !== own()) stop();
    }, { capture: true });
    document.addEventListener("keydown", (event) => {
      if (!isPlaying() || event.target === own() && [" ", "Enter"].includes(event.key)) return;
      stop();
      if (event.key === "Tab" || isShortcut(event)) return;
      event.preventDefault();
      event.stopPropagation();
    }, { capture: true });
  }
  function play() {
    playing.since = state.since;
    showPlaying(true);
    show(0);
    byId("map-view").scrollIntoView({ block: "nearest" });
  }
  function showPlaying(on) {
    own().setAttribute("aria-pressed", String(on));
    name().hidden = !on;
    document.body.classList.toggle("playing", on);
  }
  function show(wave) {
    playing.wave = wave;
    name().textContent = waves[wave];
    say(waves[wave]);
    change({ wave, view: "map", since: playing.since < wave ? playing.since : -1 });
    if (isPlaying()) playing.timer = setTimeout(() => {
      if (wave + 1 < waves.length) show(wave + 1);
      else stop();
    }, STAY);
  }
  function stop() {
    clearTimeout(playing.timer);
    playing.wave = -1;
    showPlaying(false);
    rememberNow();
  }
  function followPlaying() {
    if (isPlaying() && (state.wave !== playing.wave || state.view !== "map")) stop();
  }

  // stakeholder_graph/views/scripts/shared/files.js
  function saveFile(blob, name2) {
    const link = make("a", { href: URL.createObjectURL(blob), download: name2 });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 1e4);
  }

  // stakeholder_graph/views/scripts/map/picture/svg_text.js
  var escaped = (text2) => String(text2).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
  var tag = (name2, values, inner = "") => `<${name2}${Object.entries(values).map(([key, value]) => ` ${key}="${escaped(value)}"`).join("")}>${inner}</${name2}>`;
  var textTag = (name2, values, content) => tag(name2, values, escaped(content));
  var round = (value) => Math.round(value * 100) / 100;

  // stakeholder_graph/views/scripts/map/picture/parts.js
  var text = (x, y, content, values = {}) => textTag("text", { x: round(x), y: round(y), fill: INK, ...values }, content);
  function pictureThread({ from, to, bends, width, dashes, colour, ink }) {
    const look = { stroke: colour, "stroke-width": round(width), "stroke-opacity": round(ink), ...dashes ? { "stroke-dasharray": dashes.join(" ") } : {} };
    if (!bends) return tag("line", { x1: round(from.x), y1: round(from.y), x2: round(to.x), y2: round(to.y), ...look });
    const [first, second, end] = [...bends, to].map(({ x, y }) => `${round(x)} ${round(y)}`);
    return tag("path", { d: `M${round(from.x)} ${round(from.y)}C${first} ${second} ${end}`, fill: "none", ...look });
  }
  function pictureGroup(group, shrink) {
    const { lines, strong, size, line, top } = groupTitle(group, shrink), d = group.sector.path, share = answeredIn(group), clip = `symbol-${group.k}`;
    const edge = { d, stroke: INK, "stroke-width": 0.04, "stroke-linejoin": "round" };
    const inside2 = share >= 1 ? [tag("path", { ...edge, fill: group.sector.colour })] : [
      tag("clipPath", { id: clip }, tag("path", { d })),
      tag("path", { d, fill: group.sector.colour }),
      tag("path", { d: palePath(share), transform: "scale(1)", fill: tint(group.sector.colour, 0.16), "clip-path": `url(#${clip})` }),
      tag("path", { ...edge, fill: "none" })
    ];
    const symbol = tag("g", { transform: `translate(${round(group.x)} ${round(group.y)}) scale(${round(circleOf(group))})`, opacity: isGroupLit(group) ? 1 : 0.15 }, inside2.join(""));
    return symbol + lines.map((words, k) => text(group.x, top + line * (k + 0.5) + size * 0.35, words, { "text-anchor": "middle", "font-size": round(size), "font-weight": k < strong ? "bold" : "normal" })).join("");
  }
  function pictureSymbol(id, scale) {
    const organization = organizations[id], radius = radiusAt(id, scale), sector = sectors[organization.sectorNumber];
    const inside2 = isSilent(organization) ? { "stroke-dasharray": ".34 .26", fill: tint(sector.colour, 0.16) } : { fill: sector.colour };
    const ring = organization.backbone ? tag("circle", { r: 1.62, fill: "#fff", stroke: INK, "stroke-width": round(1.5 / radius) }) : "";
    const path = tag("path", { d: sector.path, stroke: INK, "stroke-width": round(1.6 / radius), "stroke-linejoin": "round", ...inside2 });
    return tag("g", { transform: `translate(${organization.x} ${organization.y}) scale(${round(radius)})`, opacity: scene.lit.has(id) ? 1 : 0.15 }, ring + path);
  }
  function pictureName({ left, right, top, lines, line, size, strong }) {
    return lines.map((words, k) => text(
      (left + right) / 2,
      top + line * (k + 0.5) + size * 0.35,
      words,
      { "text-anchor": "middle", "font-size": round(size), ...strong ? { "font-weight": "bold" } : {}, stroke: "#fff", "stroke-width": round(size * 0.27), "stroke-linejoin": "round", "paint-order": "stroke" }
    )).join("");
  }
  function pictureTitle({ left, right, top, bottom, lines, line, size, group }) {
    const first = (top + bottom - line * (lines.length - 1)) / 2 + size * 0.35;
    return lines.map((words, k) => text(
      (left + right) / 2,
      first + line * k,
      words,
      { "text-anchor": "middle", "font-weight": "bold", "font-size": size, fill: shade(group.colour), stroke: "#fff", "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" }
    )).join("");
  }

  // stakeholder_graph/views/scripts/map/picture/around.js
  var MUTED = "#4a5a68";
  function headParts(width) {
    const parts2 = [];
    let y = 10;
    const write = (words, size, values) => {
      for (const line of wrapped(words, penOf(size, values["font-weight"]), width)) parts2.push(text(0, y += Math.round(size * 1.2) + 3, line, { "font-size": size, ...values }));
    };
    write(about.partnership, 22, { "font-weight": "bold" });
    if (heading()) write(heading(), 17, { "font-weight": "bold" });
    write(lineAboutIt(), type.size, { fill: MUTED });
    return { parts: parts2, height: y };
  }
  function legendParts(width, written2) {
    const parts2 = [];
    const pen = penOf(), standing = [...scene.lit].filter(stands).length;
    let x = 0, y = 34;
    const shown = new Set([...scene.shown].map((id) => organizations[id].sectorNumber));
    for (const k of bySector ? [...shown].sort((a, b) => a - b) : []) {
      const wide = pen.measureText(sectors[k].name).width + 44;
      if (x > 0 && x + wide > width) {
        x = 0;
        y += 26;
      }
      parts2.push(
        tag("path", { d: sectors[k].path, transform: `translate(${round(x + 9)} ${round(y)}) scale(8)`, fill: sectors[k].colour, stroke: INK, "stroke-width": 0.2, "stroke-linejoin": "round" }),
        text(x + 24, y + 4.5, sectors[k].name)
      );
      x += wide;
    }
    for (const entry of document.querySelectorAll("#key li:not([hidden])")) {
      const sample = entry.querySelector("svg"), words = entry.textContent?.trim() ?? "";
      if (!sample) continue;
      const [sampleWidth, sampleHeight] = ["width", "height"].map((name2) => Number(sample.getAttribute(name2)));
      const wide = sampleWidth + pen.measureText(words).width + 32;
      if (entry.matches(":first-child") || x + wide > width) {
        x = 0;
        y += 28;
      }
      const copy = (
        /** @type {SVGElement} */
        sample.cloneNode(true)
      );
      copy.setAttribute("x", String(round(x)));
      copy.setAttribute("y", String(round(y - sampleHeight / 2)));
      parts2.push(new XMLSerializer().serializeToString(copy), text(x + sampleWidth + 8, y + 4.5, words));
      x += wide;
    }
    y += 8;
    const unwritten = written2 < standing ? [_("Written are the {written} names for which there is room; the table has all {all}.", { written: written2, all: standing })] : [];
    for (const line of [...notes(), ...unwritten].flatMap((note) => wrapped(note, pen, width))) {
      y += 20;
      parts2.push(text(0, y, line, { fill: MUTED }));
    }
    return { parts: parts2, height: y + 14 };
  }

  // stakeholder_graph/views/scripts/map/picture/picture.js
  var PAPER = 1600;
  var PAGE = 1100;
  var scaled = ({ left, right, top, bottom }, times) => ({ left: left * times, right: right * times, top: top * times, bottom: bottom * times });
  function drawPicture(printed = false) {
    const plane = about.condensed && !scene.focused ? boxWithGroups([...scene.shown].filter(stands), drawnGroups(), PAPER, PAPER) : boxAround(scene.shown), closed = drawnGroups(), shrink = closed.length ? Math.min(1, PAPER / (plane.right - plane.left)) : 1;
    const box = scaled(plane, shrink);
    const named = [...scene.lit].map((id) => boxOf(organizations[id]));
    const times = Math.max(1, (box.right - box.left) / PAGE), scale = printed || scene.focused ? 1 / times : 1;
    const headings = arranged.moving ? [] : placeTitles(scale, named);
    enlarge(box, headings);
    const taken = [...headings, ...closed.map((group) => groupTitle(group, shrink)), ...groupBoxes()];
    const written2 = placeNames(scale * shrink, everywhere, taken);
    enlarge(box, written2.map((name2) => scaled(name2, shrink)));
    const across = (box.right - box.left) / times, head = headParts(across), legend = legendParts(across, written2.length);
    const left = box.left - 24, top = box.top - 18 - head.height * times, width = box.right - box.left + 48;
    const height = box.bottom - top + legend.height * times + 24;
    const parts2 = [
      textTag("title", {}, [about.partnership, heading()].filter(Boolean).join(": ")),
      tag("rect", { x: left, y: top, width, height, fill: "#fff" }),
      tag("g", { transform: `translate(${round(box.left)} ${round(top)}) scale(${round(times)})` }, head.parts.join("\n")),
      ...together.hulls.flatMap(({ path, around: around4, colour }, k) => [
        ...around4 ? [tag("clipPath", { id: `around-${k}` }, tag("path", { d: around4, "clip-rule": "evenodd" }))] : [],
        tag("path", { d: path, fill: colour, "fill-opacity": scene.focused ? 0.09 : 0.15, ...around4 ? { "clip-path": `url(#around-${k})` } : {} })
      ]),
      tag("g", shrink < 1 ? { transform: `scale(${shrink})` } : {}, [
        ...threads.map(pictureThread),
        ...byName.filter((id) => scene.shown.has(id) && stands(id)).map((id) => pictureSymbol(id, scale * shrink)),
        ...written2.map(pictureName),
        ...closed.map((group) => pictureGroup(group, shrink))
      ].join("\n")),
      ...headings.map(pictureTitle),
      tag("g", { transform: `translate(${round(box.left)} ${round(box.bottom)}) scale(${round(times)})` }, legend.parts.join("\n"))
    ];
    const values = { xmlns: "http://www.w3.org/2000/svg", viewBox: [left, top, width, height].map(round).join(" "), width: round(width), height: round(height), "font-family": type.family, "font-size": type.size };
    return { svg: tag("svg", values, parts2.join("\n")), width, height };
  }

  // stakeholder_graph/views/scripts/map/picture/save.js
  var SHARPEST = 2;
  var MOST_PIXELS = 8e3;
  var fileName = (ending) => `${[slug(about.partnership), "map", ...[scene.chosen, scene.beside].filter((id) => id >= 0).map((id) => slug(nameOf(id)))].filter(Boolean).join("-").slice(0, 120)}.${ending}`;
  var fontFaces = () => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule instanceof CSSFontFaceRule).map((rule) => rule.cssText).join("\n");
  var svgBlob = (svg) => new Blob([svg.replace(">", `>${textTag("style", {}, fontFaces())}`)], { type: "image/svg+xml" });
  async function savePng() {
    const { svg, width, height } = drawPicture();
    const address = URL.createObjectURL(svgBlob(svg));
    const image = new Image();
    image.src = address;
    await image.decode();
    const scale = Math.min(SHARPEST, MOST_PIXELS / Math.max(width, height));
    const sheet = document.createElement("canvas");
    [sheet.width, sheet.height] = [width * scale, height * scale];
    sheet.getContext("2d")?.drawImage(image, 0, 0, sheet.width, sheet.height);
    URL.revokeObjectURL(address);
    sheet.toBlob((blob) => {
      if (blob) saveFile(blob, fileName("png"));
    });
  }
  function tableOnPaper() {
    const table = (
      /** @type {HTMLElement} */
      tableView.querySelector("table")?.cloneNode(true)
    );
    table.querySelector("caption")?.remove();
    return [make("h1", {}, about.partnership), heading() ? make("h2", {}, heading()) : "", make("p", {}, lineAboutIt()), table, ...notes().map((note) => make("p", {}, note))];
  }
  var mapOnPaper = () => [document.importNode(new DOMParser().parseFromString(drawPicture(true).svg, "image/svg+xml").documentElement, true)];
  var printing = window.matchMedia("print");
  function startPictures() {
    byId("save-svg").addEventListener("click", () => saveFile(svgBlob(drawPicture().svg), fileName("svg")));
    byId("save-png").addEventListener("click", savePng);
    byId("print").addEventListener("click", () => window.print());
    const paper = byId("paper");
    const lay = () => paper.replaceChildren(...state.view === "table" ? tableOnPaper() : mapOnPaper());
    window.addEventListener("beforeprint", lay);
    window.addEventListener("afterprint", () => paper.replaceChildren());
    printing.addEventListener("change", () => {
      if (printing.matches) lay();
    });
  }

  // stakeholder_graph/views/scripts/map/main.js
  var following = { now: false };
  function followAddress() {
    const text2 = location.hash.slice(1);
    const offered = { arranged: [...tiesShown && !about.condensed ? ["ties"] : [], ...about.arrangements.map(({ kind }) => kind)], together: about.grouped ? [] : ["", ...Object.keys(GROUPINGS)] };
    following.now = true;
    change(stateOf(network, text2, opening, offered));
    following.now = false;
    frame(false);
    goTo(new URLSearchParams(text2).get("at"));
    followed();
  }
  putOrganizations(placesOf(opening.arranged));
  startControls();
  startChips();
  startStory();
  startTogether();
  startGroups();
  startTable();
  startPlaying();
  startCanvas(enterGroup, flowAnew);
  for (const watcher of [holdDrawing, followArrangement, showGroups, showPanel, showTable, showTogether, showControls, showChips, showStory, followOnCanvas, followPlaying]) watch(watcher);
  startSearch();
  startKeys();
  startPictures();
  followAddress();
  canvas.open = true;
  watch(() => {
    if (!following.now && !isPlaying()) rememberNow();
  });
  window.addEventListener("popstate", followAddress);
  fontsReady.then(() => {
    titles.made = "";
    redraw();
  });
})();
