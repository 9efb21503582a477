// Written by python -m tools.scripts from views/scripts/whatif: change its modules, not this.
(() => {
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
  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener(name.slice(2), value);
      else if (value !== false && value !== null && value !== void 0) element.setAttribute(name, value === true ? "" : String(value));
    }
    element.append(...children.filter((child) => child !== null));
    return element;
  }
  function makeSvg(tag, values, ...children) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(values)) element.setAttribute(name, String(value));
    element.append(...children);
    return element;
  }

  // stakeholder_graph/views/scripts/shared/page_block.js
  function blockOf(id) {
    const text = globalThis.document?.getElementById(id)?.textContent;
    return text ? JSON.parse(text) : void 0;
  }

  // stakeholder_graph/views/scripts/shared/messages.js
  function translator(language, texts) {
    const rules = new Intl.PluralRules(language);
    const written = (value) => typeof value === "number" ? value.toLocaleString(language) : String(value);
    const filled = (text, fields) => text.replace(/\{(\w+)\}/g, (gap, name) => Object.hasOwn(fields, name) ? written(fields[name]) : gap);
    const translated = (text) => {
      const known = Object.hasOwn(texts, text) ? texts[text] : text;
      return typeof known === "string" ? known : text;
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
      _: (text, fields = {}) => filled(translated(text), fields),
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
  var folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  // stakeholder_graph/views/scripts/whatif/maps.js
  var RADIUS = 5;
  var LARGE = 7;
  var RING = 10.5;
  var MOST_NAMED = 14;
  var SIDES = (
    /** @type {const} */
    [[1, 0], [-1, 0], [0, -1], [0, 1], [1, -1], [-1, -1], [1, 1], [-1, 1]]
  );
  var BESIDE = 10;
  var LONG = 18;
  var LINE = "1.1em";
  function drawMap(into, map, names, shown, after, said) {
    const gone = new Set(shown.gone), joined = new Set(shown.joined), alone = new Set(shown.alone), cut = new Set(shown.cutOff);
    const key = (pair) => [...pair].sort((a, b) => a - b).join();
    const ended = new Set(shown.ended.map(key));
    const svg = makeSvg("svg", { viewBox: `0 0 ${map.size.join(" ")}`, role: "img", "aria-label": said });
    const line = (pair, look) => {
      const [[x1, y1], [x2, y2]] = pair.map((end) => map.points[end]);
      svg.append(makeSvg("line", { x1, y1, x2, y2, ...look && { class: look } }));
    };
    for (const pair of map.lines) line(pair, !after ? "" : gone.has(pair[0]) || gone.has(pair[1]) ? "gone" : ended.has(key(pair)) ? "ended" : "");
    if (after) for (const pair of shown.made) line(pair, "made");
    const lookOf = (k) => gone.has(k) ? after ? "gone" : "leaving" : !after ? "" : joined.has(k) ? "joined" : alone.has(k) ? "alone" : cut.has(k) ? "cut" : "";
    for (const [k, [cx, cy]] of map.points.entries()) {
      if (map.newcomers.includes(k) && !(after && joined.has(k))) continue;
      const look = lookOf(k);
      if (k === map.backbone) svg.append(makeSvg("circle", { cx, cy, r: RING, class: `ring ${after && look}` }));
      svg.append(makeSvg("circle", { cx, cy, r: look ? LARGE : RADIUS, ...look && { class: look } }, makeSvg("title", {}, names[k])));
    }
    into.replaceChildren(svg);
    const named = after ? [...shown.gone, ...shown.joined, ...shown.alone, ...shown.cutOff] : shown.gone;
    if (named.length <= MOST_NAMED) nameThem(svg, map, names, named);
  }
  function nameThem(svg, map, names, named) {
    const taken = named.map((k) => around(map.points[k], LARGE, LARGE));
    for (const k of named) {
      const lines = inLines(names[k]).map((line, n) => makeSvg("tspan", { x: 0, dy: n ? LINE : 0 }, line));
      const text = makeSvg("text", { "text-anchor": "middle" }, ...lines);
      svg.append(text);
      const { y: top, width, height } = text.getBBox(), [x, y] = map.points[k];
      const boxes2 = SIDES.map(([right, down]) => around([x + right * (width / 2 + BESIDE), y + down * (height / 2 + BESIDE)], width / 2, height / 2));
      const box = boxes2.find((tried) => !hidden(tried, map.size, taken));
      if (box) {
        taken.push(box);
        text.setAttribute("transform", `translate(${(box.left + box.right) / 2} ${box.top - top})`);
      } else text.remove();
    }
  }
  function inLines(name) {
    const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
    if (name.length <= LONG || !spaces.length) return [name];
    const at = spaces.reduce((best, space) => Math.abs(space - name.length / 2) < Math.abs(best - name.length / 2) ? space : best);
    return [name.slice(0, at), name.slice(at + 1)];
  }
  var around = ([x, y], wide, high) => ({ left: x - wide, right: x + wide, top: y - high, bottom: y + high });
  var hidden = (box, [wide, high], taken) => box.left < 2 || box.right > wide - 2 || box.top < 2 || box.bottom > high - 2 || taken.some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom);

  // stakeholder_graph/views/scripts/whatif/state.js
  var NOBODY = { joined: [], made: [], ended: [], alone: [], cutOff: [] };
  function shownFor(data2, chosen, pairs2 = []) {
    const before = data2.values.map(([title, value]) => (
      /** @type {ValueRow} */
      [title, data2.layer, value, ""]
    ));
    if (!chosen.length && !pairs2.length) {
      return data2.change ? { ...data2.change, command: "" } : { ...NOBODY, title: "", said: [], values: before, command: "", gone: [] };
    }
    const held = chosen.length + pairs2.length > 1 ? void 0 : chosen.length ? data2.departures[chosen[0]] : data2.introductions[pairs2[0]];
    const made = madeBy(data2, pairs2);
    if (!held) {
      const parted = data2.map ? partedBy({ ...data2.map, lines: data2.map.lines.concat(made) }, chosen) : {};
      return { ...NOBODY, title: null, said: [], values: before, command: commandFor(data2, chosen, made), gone: chosen, made, ...parted };
    }
    const values = before.map(([title, layer, value], k) => (
      /** @type {ValueRow} */
      [title, layer, value, held.values[k]]
    ));
    return { ...NOBODY, ...held, values, command: "", gone: chosen, made };
  }
  var madeBy = ({ introductions }, pairs2) => [...new Map(pairs2.flatMap((k) => introductions[k].made).map((pair) => [pair.join(), pair])).values()];
  var commandFor = ({ command, quoted, layerQuoted }, chosen, made = []) => [
    command,
    ...chosen.map((number) => `--without ${quoted[number]}`),
    ...made.map((pair) => `--connect ${pair.map((end) => quoted[end]).join(" ")}`),
    ...made.length ? [`--layer ${layerQuoted}`] : []
  ].join(" ");
  function partedBy({ points, lines }, gone) {
    const left = lines.filter((line) => !line.some((end) => gone.includes(end)));
    const before = groupsOf(points.length, lines), after = groupsOf(points.length, left);
    const main = largest(before, /* @__PURE__ */ new Set()), still = largest(after, new Set(gone));
    const parted = [...points.keys()].filter((k) => !gone.includes(k) && before[k] === main && after[k] !== still);
    const tied = new Set(left.flat()), had = new Set(lines.flat());
    return { alone: [...points.keys()].filter((k) => !gone.includes(k) && had.has(k) && !tied.has(k)), cutOff: parted.filter((k) => tied.has(k)) };
  }
  function groupsOf(count, lines) {
    const group = Array.from({ length: count }, (_none, k) => k);
    const rootOf = (k) => {
      let root = k;
      while (group[root] !== root) root = group[root];
      return root;
    };
    for (const [a, b] of lines) group[rootOf(a)] = rootOf(b);
    return group.map((_parent, k) => rootOf(k));
  }
  function largest(groups, without) {
    const sizes = /* @__PURE__ */ new Map();
    for (const [k, group] of groups.entries()) if (!without.has(k)) sizes.set(group, (sizes.get(group) ?? 0) + 1);
    return [...sizes].sort(([, one], [, other]) => other - one)[0]?.[0];
  }

  // stakeholder_graph/views/scripts/whatif/main.js
  var data = (
    /** @type {PageData} */
    blockOf("data")
  );
  var boxes = [.../** @type {NodeListOf<HTMLInputElement>} */
  document.querySelectorAll(".list input")];
  var pairs = [.../** @type {NodeListOf<HTMLInputElement>} */
  document.querySelectorAll(".pairs input")];
  var find = byId("find", HTMLInputElement);
  var copied = byId("copied");
  var listed = (numbers) => new Intl.ListFormat(LANGUAGE, { type: "conjunction" }).format(numbers.map((number) => data.names[number]));
  function titleOf({ title, gone, made }) {
    if (title !== null) return title;
    const connected = made.length ? _n("{count} pair introduced", "{count} pairs introduced", made.length) : "";
    return [gone.length ? _("Without {names}", { names: listed(gone) }) : "", connected].filter(Boolean).join("; ");
  }
  var checked = (all) => all.filter((box) => box.checked).map((box) => Number(box.value));
  function show() {
    const shown = shownFor(data, checked(boxes), checked(pairs)), title = titleOf(shown);
    byId("what-changes").textContent = title || _("Everybody stays");
    byId("said").replaceChildren(...shown.said.map((sentence) => make("li", {}, sentence)));
    byId("run").hidden = !shown.command;
    byId("command").textContent = shown.command;
    copied.textContent = "";
    byId("values", HTMLTableElement).tBodies[0].replaceChildren(...shown.values.map(([name, layer, before, after]) => make(
      "tr",
      { class: after && after !== before ? null : "same" },
      make("td", {}, name),
      make("td", {}, layer),
      make("td", { class: "number" }, before),
      make("td", { class: "number" }, after)
    )));
    if (!data.map) return;
    drawMap(byId("before"), data.map, data.names, shown, false, _("The map as it is"));
    drawMap(byId("after"), data.map, data.names, shown, true, [title, ...shown.said].join(" ") || _("The map as it is"));
    for (
      const item of
      /** @type {NodeListOf<HTMLElement>} */
      document.querySelectorAll(".key li")
    ) {
      item.hidden = !shown[
        /** @type {"gone" | "joined" | "alone" | "cutOff" | "made" | "ended"} */
        item.dataset.of
      ].length;
    }
  }
  function filter() {
    const text = folded(find.value);
    for (const box of boxes) {
      const row = (
        /** @type {HTMLElement} */
        box.closest("tr")
      );
      row.hidden = !box.checked && !folded(data.names[Number(box.value)]).includes(text);
    }
  }
  async function copy() {
    try {
      await navigator.clipboard.writeText(byId("command").textContent ?? "");
      copied.textContent = _("Copied");
    } catch {
      getSelection()?.selectAllChildren(byId("command"));
      copied.textContent = _("Selected: copy it with Ctrl+C or Cmd+C.");
    }
  }
  document.querySelector(".who")?.addEventListener("change", show);
  find.addEventListener("input", filter);
  byId("copy").addEventListener("click", copy);
  byId("nobody").addEventListener("click", () => {
    for (const box of [...boxes, ...pairs]) box.checked = false;
    show();
  });
  show();
})();
