// Written by python -m tools.scripts from views/scripts/present: change its modules, not this.
(() => {
  // stakeholder_graph/views/scripts/present/address.js
  function addressOf({ screen, organization }, organizations2) {
    const parts = new URLSearchParams({ screen: String(screen + 1) });
    if (organization >= 0) parts.set("organization", organizations2[organization].name);
    return parts.toString();
  }
  function shownIn(text, organizations2) {
    const parts = new URLSearchParams(text), name = parts.get("organization");
    return {
      screen: (Number.parseInt(parts.get("screen") ?? "", 10) || 1) - 1,
      organization: organizations2.findIndex((organization) => organization.name === name)
    };
  }
  var isNotes = (text) => new URLSearchParams(text).has("notes");

  // stakeholder_graph/views/scripts/shared/page_block.js
  function blockOf(id) {
    const text = globalThis.document?.getElementById(id)?.textContent;
    return text ? JSON.parse(text) : void 0;
  }

  // stakeholder_graph/views/scripts/present/data.js
  var { organizations, initials, threads, sectors, screens, ink, layer, type, about, outcomes, commitments } = (
    /** @type {PresentData} */
    blockOf("data")
  );

  // stakeholder_graph/views/scripts/shared/colours.js
  var INK = "#16232e";

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
  function swatch(sector, size) {
    const across = size === void 0 ? {} : { width: size, height: size };
    return makeSvg(
      "svg",
      { class: "swatch", ...across, viewBox: "-1.8 -1.8 3.6 3.6", "aria-hidden": "true" },
      makeSvg("path", { d: sector.path, fill: sector.colour, stroke: INK, "stroke-width": 0.22, "stroke-linejoin": "round" })
    );
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
  function findByName(text, candidates, nameOf2) {
    const words = folded(text).split(/\s+/).filter(Boolean);
    if (!words.length) return [];
    const hits = candidates.filter((candidate) => words.every((word) => folded(nameOf2(candidate)).includes(word)));
    const starts2 = (candidate) => folded(nameOf2(candidate)).startsWith(words[0]);
    return [...hits.filter(starts2), ...hits.filter((candidate) => !starts2(candidate))];
  }
  function letterOf(character) {
    if ([...character].length !== 1 || character === " ") return null;
    return /\d/.test(character) ? "#" : character.normalize("NFKD")[0].toUpperCase();
  }

  // stakeholder_graph/views/scripts/shared/keys.js
  var clamp = (value, low, high) => Math.min(high, Math.max(low, value));
  var isShortcut = (event) => event.altKey || event.ctrlKey || event.metaKey;

  // stakeholder_graph/views/scripts/present/lines.js
  function partnersIn(count, threads2) {
    const partners = Array.from({ length: count }, () => []);
    for (const [a, b] of threads2) {
      partners[a].push(b);
      partners[b].push(a);
    }
    return partners;
  }
  function pathsByWidth(threads2, places) {
    const paths = /* @__PURE__ */ new Map();
    for (const [a, b, width] of threads2) paths.set(width, `${paths.get(width) ?? ""}M${places[a].x} ${places[a].y}L${places[b].x} ${places[b].y}`);
    return paths;
  }

  // stakeholder_graph/views/scripts/shared/boxes.js
  var nearestIn = ({ x, y }, box) => ({ x: clamp(x, box.left, box.right), y: clamp(y, box.top, box.bottom) });

  // stakeholder_graph/views/scripts/shared/motion.js
  var isCalm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  var eased = (share) => share * share * (3 - 2 * share);
  var between = (from, to, share) => from.map((value, k) => value + (to[k] - value) * share);

  // stakeholder_graph/views/scripts/present/room_map.js
  var BLOCK = 2;
  var drawing = byId("drawing", SVGSVGElement);
  var [threadGroup, leaderGroup, dotGroup] = [makeSvg("g", {}), makeSvg("g", {}), makeSvg("g", {})];
  var [blockGroup, nameGroup] = [1, 2].map(() => makeSvg("g", { "font-family": type.family, "font-size": type.size }));
  var standing = (
    /** @type {readonly { x: number, y: number }[]} */
    organizations
  );
  var threadPaths = (numbers, kind, opacity) => [...pathsByWidth(numbers.map((k) => threads[k]), standing)].map(([width, d]) => makeSvg("path", { class: `thread ${kind}`, d, "stroke-width": width, "stroke-opacity": opacity }));
  var dots = organizations.map((organization) => {
    const sector = sectors[organization.sector], { backbone } = organization;
    return makeSvg(
      "g",
      { class: "dot" },
      makeSvg("circle", { class: "halo", r: backbone ? 1.95 : 1.5, "stroke-width": 0.2, display: "none" }),
      ...backbone ? [makeSvg("circle", { r: type.ring, fill: "#fff", "stroke-width": 0.15 })] : [],
      makeSvg("path", { class: "under", d: sector.path }),
      makeSvg("path", { class: "inside", d: sector.path, fill: sector.colour, "stroke-width": 0.16 })
    );
  });
  var labels = organizations.map(({ lines }) => makeSvg("g", { class: "name" }, makeSvg(
    "text",
    {},
    ...lines.map((line, k) => makeSvg("tspan", { x: 0, y: type.line * (k + 0.5) + type.size * 0.35 }, line))
  )));
  function within({ x, y }, [left, top, width, height]) {
    const reach = type.radius * type.ring;
    return x - reach >= left && y - reach >= top && x + reach <= left + width && y + reach <= top + height;
  }
  function leader([id, x, top], size) {
    const organization = organizations[id], half = organization.width * size / 2;
    const end = nearestIn(standing[id], { left: x - half, right: x + half, top, bottom: top + type.line * size * organization.lines.length });
    return makeSvg("path", { class: "leader", d: `M${standing[id].x} ${standing[id].y}L${end.x} ${end.y}` });
  }
  var plate = ([id, x, top], size) => makeSvg("rect", {
    class: "plate",
    x: x - organizations[id].width * size / 2 - 2,
    y: top,
    width: organizations[id].width * size + 4,
    height: type.line * size * organizations[id].lines.length
  });
  function stand(places) {
    standing = places ? places.map(([x, y]) => ({ x, y })) : organizations;
    dots.forEach((dot, id) => dot.setAttribute("transform", `translate(${standing[id].x} ${standing[id].y}) scale(${type.radius})`));
    blockGroup.replaceChildren(...places ? sectors.map(({ lines }, sector) => blockName(lines, standing.filter((_place, id) => organizations[id].sector === sector))) : []);
  }
  function blockName(lines, places) {
    const xs = places.map(({ x }) => x), top = Math.min(...places.map(({ y }) => y)) - type.radius * type.ring;
    return makeSvg(
      "g",
      { class: "block", transform: `translate(${(Math.min(...xs) + Math.max(...xs)) / 2} ${top - type.size}) scale(${BLOCK})` },
      makeSvg("text", {}, ...lines.map((line, k) => makeSvg("tspan", { x: 0, y: -type.line * (lines.length - 1 - k) }, line)))
    );
  }
  function light({ lit, named, size, bright, frame, places = null, chosen = -1 }) {
    stand(places);
    const inside = new Set(standing.flatMap((place, id) => chosen < 0 || within(place, frame) ? [id] : []));
    const all = threads.flatMap(([a, b], k) => inside.has(a) && inside.has(b) ? [k] : []), shown2 = new Set(bright ?? []);
    const faint = Boolean(bright || lit);
    threadGroup.replaceChildren(
      ...threadPaths(all.filter((k) => !shown2.has(k)), faint ? "faint" : "", faint ? 1 : ink),
      ...threadPaths([...shown2], "bright", shown2.size < 80 ? 0.75 : 0.42)
    );
    const kept = lit ? new Set(lit) : null;
    dots.forEach((dot, id) => {
      dot.classList.toggle("faint", Boolean(kept && !kept.has(id)));
      dot.querySelector(".halo")?.setAttribute("display", id === chosen ? "inline" : "none");
    });
    const drawn = dots.filter((_dot, id) => inside.has(id)), isKept = (dot) => !dot.classList.contains("faint");
    dotGroup.replaceChildren(...drawn.filter((dot) => !isKept(dot)), ...drawn.filter(isKept));
    leaderGroup.replaceChildren(...chosen < 0 ? [] : named.map((name) => plate(name, size)), ...named.filter(([, , , led]) => led).map((name) => leader(name, size)));
    nameGroup.replaceChildren(...named.map(([id, x, top]) => {
      labels[id].setAttribute("transform", `translate(${x} ${top}) scale(${size})`);
      labels[id].classList.toggle("strong", id === chosen);
      return labels[id];
    }));
    lookAt(frame);
  }
  var at = screens[0].frame;
  var moving = 0;
  function lookAt(to) {
    cancelAnimationFrame(moving);
    const from = at, began2 = performance.now(), lasts = isCalm() ? 0 : 450;
    const step = (now) => {
      const share = lasts ? Math.min(1, (now - began2) / lasts) : 1;
      at = between(from, to, eased(share));
      drawing.setAttribute("viewBox", at.join(" "));
      if (share < 1) moving = requestAnimationFrame(step);
    };
    step(began2);
  }
  function startMap(choose) {
    dots.forEach((dot, id) => dot.addEventListener("click", () => choose(id)));
    drawing.append(threadGroup, leaderGroup, dotGroup, blockGroup, nameGroup);
  }

  // stakeholder_graph/views/scripts/present/show.js
  var FEW_PARTNERS = 10;
  var MANY_PARTNERS = 30;
  var LARGEST = 1.5;
  var SMALLEST = 0.75;
  var sections = (
    /** @type {HTMLElement[]} */
    [...document.querySelectorAll("[data-screen]")]
  );
  var foundSection = byId("found");
  var figure = byId("map");
  var before = byId("before", HTMLButtonElement);
  var after = byId("after", HTMLButtonElement);
  var partnersOf = partnersIn(organizations.length, threads);
  var notes = byId("notes");
  var state = { screen: 0, organization: -1, notes: false };
  function go(patch) {
    const earlier = state;
    state = { ...state, ...patch };
    state.screen = clamp(state.screen, 0, screens.length - 1);
    show();
    history.replaceState(null, "", `#${addressOf(state, organizations)}`);
    if (state.screen !== earlier.screen || state.organization !== earlier.organization) current().querySelector("h2")?.focus({ preventScroll: true });
  }
  var followers = [];
  var whenShown = (follow) => {
    followers.push(follow);
  };
  var current = () => state.organization >= 0 ? foundSection : sections[state.screen];
  var turn = (step) => go({ screen: state.screen + (state.organization >= 0 ? 0 : step), organization: -1 });
  function show() {
    if (state.organization >= 0) showOrganization();
    const section = current();
    for (const other of [...sections, foundSection]) other.hidden = other !== section;
    const beside = section.matches(".map") ? section.querySelector(".beside") : null;
    if (beside && figure.parentElement !== beside) beside.append(figure);
    if (beside) light(state.organization >= 0 ? viewOf(state.organization) : screens[state.screen]);
    if (state.organization >= 0) fitPartners();
    byId("place").textContent = _("Step {step} of {steps}", { step: state.screen + 1, steps: screens.length });
    before.disabled = state.screen === 0 && state.organization < 0;
    after.disabled = state.screen === screens.length - 1 && state.organization < 0;
    byId("for-speaker").setAttribute("aria-pressed", String(state.notes));
    document.body.classList.toggle("with-notes", state.notes);
    notes.hidden = !state.notes;
    showNotes();
    for (const follow of followers) follow(state);
  }
  function showNotes() {
    const said = sections[state.screen].querySelector(".notes")?.cloneNode(true);
    if (said instanceof HTMLElement) {
      said.hidden = false;
      byId("notes-of-screen").replaceChildren(said);
    }
    notes.scrollTop = 0;
    cue();
  }
  function cue() {
    byId("notes-more").hidden = notes.hidden || notes.scrollTop + notes.clientHeight >= notes.scrollHeight - 4;
  }
  function viewOf(id) {
    const lit = [.../* @__PURE__ */ new Set([id, ...partnersOf[id]])];
    const bright = threads.flatMap(([a, b], k) => a === id || b === id ? [k] : []);
    const { named, size, frame } = organizations[id];
    return { lit, named, size, frame, bright, chosen: id };
  }
  function showOrganization() {
    const { name, sector } = organizations[state.organization], partners = [...partnersOf[state.organization]];
    byId("found-name").textContent = name;
    byId("found-sector").replaceChildren(swatch(sectors[sector]), sectors[sector].name);
    byId("found-count").textContent = !layer ? _("Connections are not shown here.") : !partners.length ? _("No connections reported yet.") : _("Works with");
    partners.sort((a, b) => compareNames(organizations[a].name, organizations[b].name));
    const list2 = byId("found-partners");
    list2.replaceChildren(...partners.map((id) => make("li", {}, swatch(sectors[organizations[id].sector]), make("span", {}, organizations[id].name))));
  }
  function fitPartners() {
    const list2 = byId("found-partners"), column = list2.parentElement, count = list2.children.length;
    list2.className = count > FEW_PARTNERS ? count > MANY_PARTNERS ? "many most" : "many" : "";
    list2.style.fontSize = "";
    const isOver = () => column !== null && column.scrollHeight > column.clientHeight + 1;
    for (let size = LARGEST; isOver() && size >= SMALLEST; size -= 0.05) list2.style.fontSize = `${size}rem`;
  }
  function followAddress() {
    const text = location.hash.slice(1);
    if (isNotes(text)) location.reload();
    else go(shownIn(text, organizations));
  }
  function startShow() {
    notes.addEventListener("scroll", cue);
    window.addEventListener("resize", () => {
      cue();
      if (state.organization >= 0) fitPartners();
    });
    before.addEventListener("click", () => turn(-1));
    after.addEventListener("click", () => turn(1));
    byId("back").addEventListener("click", () => go({ organization: -1 }));
    window.addEventListener("hashchange", followAddress);
    followAddress();
  }

  // stakeholder_graph/views/scripts/present/find.js
  var names = byId("names", HTMLDialogElement);
  var list = byId("names-list");
  var offered = () => [...list.querySelectorAll("button")];
  function offer(title, ids) {
    ids.sort((a, b) => compareNames(organizations[a].name, organizations[b].name));
    byId("names-title").replaceChildren(...title);
    list.replaceChildren(...ids.map((id) => make(
      "li",
      {},
      make(
        "button",
        { type: "button", onclick: () => {
          names.close();
          go({ organization: id });
        } },
        swatch(sectors[organizations[id].sector]),
        make("span", {}, organizations[id].name)
      )
    )));
    if (!names.open) names.showModal();
    list.querySelector("button")?.focus();
  }
  function byLetter(key) {
    const letter = letterOf(key);
    if (letter === null || !initials.includes(letter)) return false;
    offerLetter(letter);
    return true;
  }
  var offerLetter = (letter) => offer([letter], among(({ initial }) => initial === letter));
  var among = (fits) => organizations.flatMap((organization, id) => fits(organization) ? [id] : []);
  function startFinding() {
    byId("letters").append(...initials.map((letter) => make(
      "button",
      { type: "button", "aria-label": _("Organizations under {letter}", { letter }), "aria-haspopup": "dialog", onclick: () => offerLetter(letter) },
      letter
    )));
    document.getElementById("legend")?.addEventListener("click", ({ target }) => {
      const button = target instanceof Element ? target.closest("button") : null;
      if (!button) return;
      const chosen = Number(button.dataset.sector);
      offer([swatch(sectors[chosen]), sectors[chosen].name], among(({ sector }) => sector === chosen));
    });
    byId("names-close").addEventListener("click", () => names.close());
  }

  // stakeholder_graph/views/scripts/present/speaker/messages.js
  var MARK = "stakeholder-graph notes";
  var MOST_ROWS = 200;
  var COLUMNS = 4;
  var isNumber = (value) => typeof value === "number" && Number.isInteger(value);
  var packed = (said) => ({ mark: MARK, ...said });
  function unpacked(data) {
    if (!data || typeof data !== "object") return null;
    const said = (
      /** @type {Record<string, unknown>} */
      data
    );
    if (said.mark !== MARK) return null;
    if (said.kind === "hello") return { kind: "hello" };
    if ((said.kind === "go" || said.kind === "at") && isNumber(said.screen)) return { kind: said.kind, screen: Number(said.screen) };
    if (said.kind === "turn" && (said.step === 1 || said.step === -1)) return { kind: "turn", step: said.step };
    if (said.kind === "taken on" && Array.isArray(said.rows)) {
      const rows = said.rows.filter((row) => Array.isArray(row) && row.length === COLUMNS && row.every((cell) => typeof cell === "string"));
      return { kind: "taken on", rows: rows.slice(0, MOST_ROWS) };
    }
    return null;
  }

  // stakeholder_graph/views/scripts/present/speaker/wall.js
  var notesWindow = null;
  var isThere = () => notesWindow !== null && !notesWindow.closed;
  function tell(said) {
    if (isThere()) notesWindow?.postMessage(packed(said), "*");
  }
  function toggleNotes() {
    if (state.notes) {
      go({ notes: false });
      return;
    }
    if (isThere()) {
      notesWindow?.focus();
      return;
    }
    notesWindow = window.open(`${location.href.split("#")[0]}#notes&screen=${state.screen + 1}`, "", "popup,width=1000,height=760");
    if (!notesWindow) go({ notes: true });
  }
  var shown = "[]";
  function showTakenOn(rows) {
    if (JSON.stringify(rows) === shown) return;
    shown = JSON.stringify(rows);
    const body = byId("taken-on", HTMLTableSectionElement), blank = Math.max(0, Number(body.dataset.rows) - rows.length);
    const filled = [...rows, ...Array.from({ length: blank }, () => ["", "", "", ""])];
    body.replaceChildren(...filled.map((cells) => make("tr", {}, ...cells.map((cell) => make("td", {}, cell)))));
    if (rows.length) body.rows[rows.length - 1].scrollIntoView({ block: "nearest" });
  }
  function hear({ data, source }) {
    const said = unpacked(data);
    if (!said || !source || !("closed" in source)) return;
    if (said.kind === "hello") {
      notesWindow = source;
      go({ notes: false });
      tell({ kind: "at", screen: state.screen });
    }
    if (source !== notesWindow) return;
    if (said.kind === "go") go({ screen: said.screen, organization: -1 });
    if (said.kind === "turn") turn(said.step);
    if (said.kind === "taken on") showTakenOn(said.rows);
  }
  function startWall() {
    byId("for-speaker").addEventListener("click", toggleNotes);
    window.addEventListener("message", hear);
    whenShown(({ screen }) => tell({ kind: "at", screen }));
  }

  // stakeholder_graph/views/scripts/present/keys.js
  var dark = byId("dark", HTMLDialogElement);
  var KEYS = {
    ArrowRight: () => turn(1),
    ArrowDown: () => turn(1),
    PageDown: () => turn(1),
    " ": () => turn(1),
    ArrowLeft: () => turn(-1),
    ArrowUp: () => turn(-1),
    PageUp: () => turn(-1),
    Home: () => go({ screen: 0, organization: -1 }),
    End: () => go({ screen: screens.length - 1, organization: -1 }),
    Escape: () => state.organization >= 0 ? go({ organization: -1 }) : go({ notes: false }),
    ".": () => darken(true)
  };
  var LETTERS = { b: () => darken(true), n: () => toggleNotes(), f: () => large() };
  var LIST = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  function darken(wanted) {
    if (wanted === dark.open) return;
    if (wanted) dark.showModal();
    else dark.close();
  }
  function placeInList(key, at3, count) {
    if (key === "Home") return 0;
    if (key === "End") return count - 1;
    return key in LIST ? clamp(at3 + LIST[key], 0, count - 1) : null;
  }
  function inList(event) {
    const buttons = offered(), at3 = buttons.findIndex((button) => button === document.activeElement);
    const to = placeInList(event.key, at3, buttons.length);
    if (to !== null) {
      event.preventDefault();
      buttons[to].focus();
    } else if (byLetter(event.key)) event.preventDefault();
  }
  function large() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => {
    });
  }
  function onKey(event) {
    if (isShortcut(event) || event.key === "Shift") return;
    if (dark.open) {
      event.preventDefault();
      darken(false);
      return;
    }
    if (names.open) {
      inList(event);
      return;
    }
    if (event.target instanceof Element && event.target.matches("button, a") && event.key === " ") return;
    if (event.target === notes && event.key.startsWith("Arrow")) return;
    const act = KEYS[event.key] ?? (event.shiftKey ? void 0 : LETTERS[event.key.toLowerCase()]);
    if (!act) {
      if (byLetter(event.key)) event.preventDefault();
      return;
    }
    event.preventDefault();
    act();
  }
  function startKeys() {
    document.addEventListener("keydown", onKey);
    dark.addEventListener("click", () => darken(false));
    byId("large").addEventListener("click", large);
  }

  // stakeholder_graph/views/scripts/present/steps.js
  function starts(steps) {
    let minute = 0;
    return steps.map(({ minutes }) => {
      const start = minute;
      minute += minutes;
      return start;
    });
  }
  function asClock(milliseconds) {
    const seconds = Math.max(0, Math.floor(milliseconds / 1e3));
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }
  var isLate = (steps, at3, elapsed) => elapsed > (starts(steps)[at3] + steps[at3].minutes) * 6e4;

  // stakeholder_graph/views/scripts/shared/formula_guard.js
  var COMPUTED = /^(?:[\s"'\u200b\ufeff]*[=+\-@＝＋－＠]|'*[\t\r\n])/;
  var HARMLESS = /^(?:-\d+(?:\.\d+)?|-\.\d+|[=+\-@＝＋－＠])$/;
  var guarded = (text) => COMPUTED.test(text) && !HARMLESS.test(text) ? `'${text}` : text;
  var unguarded = (text) => text.startsWith("'") && COMPUTED.test(text.slice(1)) ? text.slice(1) : text;

  // stakeholder_graph/views/scripts/shared/csv.js
  var quoted = (text) => /[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  var inOneLine = (text) => text.replace(/\s+/g, " ").trim();
  function toCsv(headers, rows) {
    const lines = rows.map((row) => headers.map((header) => quoted(guarded(inOneLine(row[header] ?? "")))).join(","));
    return `\uFEFF${[headers.join(","), ...lines].join("\r\n")}\r
`;
  }
  function cellsOf(text) {
    const first = text.split("\n", 1)[0], separator = first.split(";").length > first.split(",").length ? ";" : ",";
    const rows = [[]];
    let cell = "", within2 = false;
    for (let k = 0; k < text.length; k += 1) {
      const character = text[k];
      if (within2) {
        if (character !== '"') cell += character;
        else if (text[k + 1] === '"') {
          cell += '"';
          k += 1;
        } else within2 = false;
      } else if (character === '"' && !cell) within2 = true;
      else if (character === separator || character === "\n") {
        rows[rows.length - 1].push(cell);
        cell = "";
        if (character === "\n") rows.push([]);
      } else cell += character;
    }
    rows[rows.length - 1].push(cell);
    return rows;
  }
  function fromCsv(text) {
    const [headers, ...rows] = cellsOf(text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n"));
    return rows.filter((cells) => cells.some((cell) => cell.trim())).map((cells) => Object.fromEntries(headers.map((header, k) => [inOneLine(header).toLowerCase(), unguarded(inOneLine(cells[k] ?? ""))])));
  }

  // stakeholder_graph/views/scripts/shared/files.js
  function saveFile(blob, name) {
    const link = make("a", { href: URL.createObjectURL(blob), download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 1e4);
  }

  // stakeholder_graph/views/scripts/present/speaker/rows.js
  function nameOf(typed, names3) {
    const same = names3.find((name) => folded(name) === folded(typed.trim()));
    if (same) return same;
    const near = findByName(typed, names3, (name) => name);
    return near.length === 1 ? near[0] : "";
  }
  var keyOf = (row, keys) => JSON.stringify(keys.map((key) => folded(row[key] ?? "").trim()));
  function together(sources, keys, latest = []) {
    const rows = /* @__PURE__ */ new Map();
    for (const row of sources.flat()) {
      const key = keyOf(row, keys), there = rows.get(key);
      if (!there) rows.set(key, { ...row });
      else for (const column of latest) if (row[column]) there[column] = row[column];
    }
    return [...rows.values()];
  }
  function without(rows, others, keys) {
    const there = new Set(others.map((row) => keyOf(row, keys)));
    return rows.filter((row) => !there.has(keyOf(row, keys)));
  }

  // stakeholder_graph/views/scripts/present/speaker/near.js
  var MOST_NAMES = 3;
  var LETTERS_PER_SLIP = 4;
  function slips(from, to) {
    const counts = [Array.from({ length: to.length + 1 }, (_none, k) => k)];
    for (let i = 1; i <= from.length; i += 1) {
      counts.push([i]);
      for (let j = 1; j <= to.length; j += 1) {
        let least = Math.min(counts[i - 1][j] + 1, counts[i][j - 1] + 1, counts[i - 1][j - 1] + Number(from[i - 1] !== to[j - 1]));
        if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) least = Math.min(least, counts[i - 2][j - 2] + 1);
        counts[i].push(least);
      }
    }
    return counts[from.length][to.length];
  }
  var isSlip = (from, to) => slips(from, to) <= Math.ceil(from.length / LETTERS_PER_SLIP);
  var wordsOf = (text) => folded(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  function nearNames(typed, names3) {
    const text = folded(typed.trim()), words = wordsOf(typed);
    const isNear = (name) => isSlip(text, folded(name)) || words.length > 0 && words.every((word) => wordsOf(name).some((other) => word === other || word.length >= LETTERS_PER_SLIP && isSlip(word, other)));
    const near = names3.filter(isNear).sort((a, b) => slips(text, folded(a)) - slips(text, folded(b)));
    return [.../* @__PURE__ */ new Set([...near, ...findByName(typed, names3, (name) => name)])].slice(0, MOST_NAMES);
  }
  function didYouMean(near) {
    const quoted2 = near.map((name) => _("“{name}”", { name }));
    const last = quoted2.at(-1) ?? "";
    return _("Did you mean {names}?", { names: quoted2.length > 1 ? _("{names} or {name}", { names: quoted2.slice(0, -1).join(", "), name: last }) : last });
  }

  // stakeholder_graph/views/scripts/present/speaker/typed_row.js
  var isBlank = (values) => Object.values(values).every((value) => !inOneLine(value));
  var partnersIn2 = (text, names3) => nameOf(text, names3) ? [text] : text.split(/[;|]/).map((name) => name.trim()).filter(Boolean);
  function partner(name, label, names3, asked) {
    const known = nameOf(name, names3), near = known ? [] : nearNames(name, names3);
    if (!near.length || asked.has(name)) return known || name;
    asked.add(name);
    throw new RangeError(_("{label}: “{name}” is not on the list. {question} Correct it, or press the button again to keep it as it is.", { label, name, question: didYouMean(near) }));
  }
  function rowOf(columns, values, names3, asked) {
    const missing = columns.filter(({ header, needed }) => needed && !inOneLine(values[header] ?? "")).map(({ label }) => label);
    if (missing.length === 1) throw new RangeError(_("{label} is blank. Fill it in.", { label: missing[0] }));
    if (missing.length) throw new RangeError(_("These are blank: {labels}. Fill them in.", { labels: missing.join(", ") }));
    return Object.fromEntries(columns.map(({ header, label, is }) => {
      const text = inOneLine(values[header] ?? "");
      if (is === "partners") return [header, partnersIn2(text, names3).map((name) => partner(name, label, names3, asked)).join("; ")];
      if (is !== "organization" || !text) return [header, text];
      const known = nameOf(text, names3);
      if (!known) throw new RangeError(_("{label}: “{name}” is not on the list. Choose a name from it.", { label, name: text }));
      return [header, known];
    }));
  }
  function asShown({ is }, text, names3) {
    if (is !== "partners" || !text || names3.includes(text)) return text;
    return text.split("; ").map((name) => names3.includes(name) ? name : _("{name} (not on the list)", { name })).join("; ");
  }

  // stakeholder_graph/views/scripts/present/speaker/typed_file.js
  var names2 = organizations.map(({ name }) => name);
  var storeKey = (file) => `stakeholder-graph: ${about.partnership}, ${about.wave}, ${file}`;
  function stored(file) {
    try {
      const rows = JSON.parse(localStorage.getItem(storeKey(file)) ?? "[]");
      return Array.isArray(rows) ? rows.filter((row) => row && typeof row === "object") : [];
    } catch {
      return [];
    }
  }
  function store(file, rows) {
    try {
      localStorage.setItem(storeKey(file), JSON.stringify(rows));
    } catch {
    }
  }
  function field({ header, label, is, needed, choices = [] }) {
    const name = { name: header, required: needed };
    const input = is === "choice" ? make("select", name, ...["", ...choices].map((choice) => make("option", { value: choice }, choice))) : make("input", { ...name, type: is === "date" ? "date" : "text", autocomplete: "off", maxlength: "300", list: is === "organization" || is === "partners" ? "organization-names" : null });
    return make("label", {}, label, input);
  }
  function startTyping(place, { file, columns, keys, latest = [], earlier, changed = () => {
  } }) {
    const headers = columns.map(({ header }) => header), asked = columns.filter(({ is }) => is !== "later");
    let opened = [];
    const doubted = /* @__PURE__ */ new Set();
    let typed = without(stored(file), earlier, keys);
    const wrong = make("p", { class: "wrong", role: "alert" }), body = make("tbody"), saved = make("p", { role: "status" });
    const form = make("form", { novalidate: true }, ...asked.map(field), make("button", { type: "submit" }, _("Add")));
    const input = make("input", { type: "file", accept: ".csv" });
    function keep() {
      store(file, typed);
      saved.textContent = "";
      body.replaceChildren(...typed.map((row) => make(
        "tr",
        {},
        ...asked.map((column) => make("td", {}, asShown(column, row[column.header] ?? "", names2))),
        make("td", {}, make("button", { type: "button", onclick: () => {
          typed = typed.filter((other) => other !== row);
          keep();
        } }, _("Remove")))
      )));
      changed(typed);
    }
    function add() {
      try {
        const values = Object.fromEntries(columns.map(({ header }) => [header, String(new FormData(form).get(header) ?? "")]));
        typed = together([typed, [rowOf(columns, values, names2, doubted)]], keys, latest);
        wrong.textContent = "";
        form.reset();
        doubted.clear();
        keep();
        return "";
      } catch (error) {
        wrong.textContent = error instanceof RangeError ? error.message : String(error);
        return wrong.textContent;
      }
    }
    function save() {
      const isTouched = !isBlank(Object.fromEntries([...new FormData(form)].map(([header, value]) => [header, String(value)])));
      const problem = isTouched ? add() : "";
      if (problem) {
        saved.textContent = "";
        wrong.textContent = _("Nothing is saved yet, because something in the form waits to be added. {problem} You can also empty the form.", { problem });
        return;
      }
      wrong.textContent = "";
      saveFile(new Blob([toCsv(headers, together([opened, earlier, typed], keys, latest))], { type: "text/csv;charset=utf-8" }), file);
      saved.textContent = _("Saved. Put {file} into the folder of the partnership.", { file });
    }
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!add()) form.querySelector("input")?.focus();
    });
    input.addEventListener("change", async () => {
      opened = fromCsv(await input.files?.[0]?.text() ?? "");
      saved.textContent = _("{count} rows of the file are kept.", { count: opened.length });
    });
    place.append(
      form,
      wrong,
      make("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": file }, make(
        "table",
        {},
        make("thead", {}, make("tr", {}, ...asked.map(({ label }) => make("th", { scope: "col" }, label)), make("th", { scope: "col" }, make("span", { class: "for-ears" }, _("Remove"))))),
        body
      )),
      make(
        "div",
        { class: "after" },
        make("label", {}, _("If the folder has a {file} already, choose it first, so that nothing in it is lost:", { file }), " ", input),
        make("button", { type: "button", onclick: save }, _("Save {file}", { file }))
      ),
      saved
    );
    keep();
    return () => typed;
  }
  var offerNames = () => byId("organization-names").replaceChildren(...names2.map((name) => make("option", { value: name })));

  // stakeholder_graph/views/scripts/present/speaker/commitments.js
  var YES = "yes";
  var NO = "no";
  function inWords(row) {
    const said = { who: row.who, partners: (row["with whom"] ?? "").split("; ").join(", "), step: row["first step"], by: row["by when"] };
    const what = row["with whom"] ? _("{who} with {partners}: {step}", said) : _("{who}: {step}", said);
    return row["by when"] ? _("{what}, by {by}", { what, by: said.by }) : what;
  }
  var onTheWall = (row) => ["who", "with whom", "first step", "by when"].map((header) => row[header] ?? "");
  function startCommitments(show3) {
    const earlier = commitments.map((made) => ({ ...made, "with whom": made["with whom"].join("; "), done: made.done ? YES : NO }));
    const place = byId("commitments");
    offerNames();
    if (earlier.length) {
      place.append(make(
        "details",
        { open: true },
        make("summary", {}, _("From last time: tick what is done")),
        make("ul", {}, ...earlier.map((row) => make("li", {}, make("label", {}, make("input", {
          type: "checkbox",
          checked: row.done === YES,
          onchange: ({ target }) => {
            row.done = /** @type {HTMLInputElement} */
            target.checked ? YES : NO;
          }
        }), " ", inWords(row)))))
      ));
    }
    const typed = startTyping(place, {
      file: "commitments.csv",
      columns: [
        { header: "who", label: _("Who"), is: "organization", needed: true },
        { header: "with whom", label: _("With whom (a semicolon between names)"), is: "partners" },
        { header: "outcome", label: _("Outcome"), ...outcomes.length ? { is: "choice", choices: outcomes } : { is: "text" } },
        { header: "first step", label: _("First step"), is: "text", needed: true },
        { header: "by when", label: _("By when"), is: "date" },
        { header: "done", label: "", is: "later" }
      ],
      keys: ["who", "with whom", "outcome", "first step", "by when"],
      latest: ["done"],
      earlier,
      changed: (rows) => show3(rows.map(onTheWall))
    });
    return () => typed().map(onTheWall);
  }

  // stakeholder_graph/views/scripts/present/speaker/corrections.js
  var ABOUT = ["connection", "name", "sector", "outcome", "team", "other"];
  function startCorrections() {
    startTyping(byId("corrections"), {
      file: "corrections.csv",
      columns: [
        { header: "about", label: _("About"), is: "choice", choices: ABOUT, needed: true },
        { header: "organization", label: _("Organization"), is: "organization", needed: true },
        { header: "with", label: _("With whom or what"), is: "text" },
        { header: "the survey says", label: _("The survey says"), is: "text" },
        { header: "partners say", label: _("Partners say"), is: "text", needed: true },
        { header: "said by", label: _("Said by"), is: "text" },
        { header: "confirmed by", label: _("Checked by"), is: "text" }
      ],
      keys: ["about", "organization", "with", "partners say"],
      latest: ["confirmed by"],
      earlier: []
    });
  }

  // stakeholder_graph/views/scripts/present/speaker/speaker.js
  var HELLO = 1e3;
  var SILENT = 3e3;
  var sections2 = (
    /** @type {HTMLElement[]} */
    [...document.querySelectorAll("[data-screen]")]
  );
  var at2 = 0;
  var heard = Date.now();
  var began = null;
  var tell2 = (said) => (
    /** @type {Window | null} */
    window.opener?.postMessage(packed(said), "*")
  );
  function show2(screen) {
    at2 = clamp(screen, 0, screens.length - 1);
    byId("now-place").textContent = _("Step {step} of {steps}", { step: at2 + 1, steps: screens.length });
    byId("now-title").textContent = titleOf(at2);
    const notes2 = sections2[at2].querySelector(".notes")?.cloneNode(true);
    if (notes2 instanceof HTMLElement) {
      notes2.hidden = false;
      byId("now-notes").replaceChildren(notes2);
    }
    byId("then").textContent = at2 + 1 < screens.length ? _("Then: {title}", { title: titleOf(at2 + 1) }) : "";
    byId("turn-back", HTMLButtonElement).disabled = at2 === 0;
    byId("turn-on", HTMLButtonElement).disabled = at2 === screens.length - 1;
    history.replaceState(null, "", `#notes&screen=${at2 + 1}`);
    tick();
  }
  var titleOf = (screen) => sections2[screen].querySelector("h2")?.textContent ?? "";
  function turn2(step) {
    show2(at2 + step);
    tell2({ kind: "go", screen: at2 });
  }
  function tick() {
    const elapsed = began === null ? 0 : Date.now() - began;
    byId("clock-here").textContent = asClock(elapsed);
    byId("clock-all").textContent = _("until {time}", { time: asClock(screens.slice(0, at2 + 1).reduce((sum, { minutes }) => sum + minutes, 0) * 6e4) });
    byId("clock").classList.toggle("over", isLate(screens, at2, elapsed));
    byId("wall-lost").hidden = Date.now() - heard < SILENT;
  }
  function toggleClock() {
    began = began === null ? Date.now() : null;
    byId("clock-start").setAttribute("aria-pressed", String(began !== null));
    byId("clock-start").textContent = began === null ? _("Start the clock") : _("Set the clock back");
    tick();
  }
  var STEPS = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };
  function onKey2(event) {
    const typing = event.target instanceof Element && event.target.matches("input, select");
    if (isShortcut(event) || typing || !(event.key in STEPS)) return;
    event.preventDefault();
    turn2(STEPS[event.key]);
  }
  function hear2({ data, source }) {
    const said = unpacked(data);
    if (source !== window.opener || said?.kind !== "at") return;
    heard = Date.now();
    if (said.screen !== at2) show2(said.screen);
    else tick();
  }
  function startSpeaker(screen) {
    document.body.classList.add("speaker");
    document.title = _("Notes: {title}", { title: document.title });
    byId("stage").hidden = true;
    byId("speaker").hidden = false;
    byId("turn-back").addEventListener("click", () => turn2(-1));
    byId("turn-on").addEventListener("click", () => turn2(1));
    byId("clock-start").addEventListener("click", toggleClock);
    document.addEventListener("keydown", onKey2);
    window.addEventListener("message", hear2);
    const said = startCommitments((rows) => tell2({ kind: "taken on", rows }));
    startCorrections();
    const greet = () => {
      tell2({ kind: "hello" });
      tell2({ kind: "taken on", rows: said() });
      tick();
    };
    show2(screen);
    greet();
    setInterval(greet, HELLO);
  }

  // stakeholder_graph/views/scripts/present/swipe.js
  var FAR = 60;
  var SIDEWAYS = 2;
  function swiped(from, to) {
    const across = to.x - from.x, down = to.y - from.y;
    if (Math.abs(across) < FAR || Math.abs(across) < SIDEWAYS * Math.abs(down)) return 0;
    return across < 0 ? 1 : -1;
  }
  function startSwiping(stage, turn3) {
    let from = null;
    const at3 = ({ clientX, clientY }) => ({ x: clientX, y: clientY });
    stage.addEventListener("touchstart", ({ touches }) => {
      from = touches.length === 1 ? at3(touches[0]) : null;
    }, { passive: true });
    stage.addEventListener("touchend", ({ changedTouches }) => {
      const step = from && changedTouches.length ? swiped(from, at3(changedTouches[0])) : 0;
      from = null;
      if (step) turn3(step);
    }, { passive: true });
  }

  // stakeholder_graph/views/scripts/present/main.js
  if (isNotes(location.hash.slice(1))) {
    startSpeaker(shownIn(location.hash.slice(1), organizations).screen);
  } else {
    startMap((id) => go({ organization: id }));
    startFinding();
    startKeys();
    startWall();
    startSwiping(byId("stage"), turn);
    startShow();
  }
})();
