// Written by python -m tools.scripts from views/scripts/present: change its modules, not this.
(() => {
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
  function letterOf(character) {
    if ([...character].length !== 1 || character === " ") return null;
    return /\d/.test(character) ? "#" : character.normalize("NFKD")[0].toUpperCase();
  }

  // stakeholder_graph/views/scripts/present/data.js
  var { organizations, initials, threads, sectors, screens, ink, layer, type } = (
    /** @type {PresentData} */
    blockOf("data")
  );

  // stakeholder_graph/views/scripts/shared/keys.js
  var clamp = (value, low, high) => Math.min(high, Math.max(low, value));
  var isShortcut = (event) => event.altKey || event.ctrlKey || event.metaKey;

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
  var drawing = byId("drawing", SVGSVGElement);
  var [threadGroup, leaderGroup, dotGroup] = [makeSvg("g", {}), makeSvg("g", {}), makeSvg("g", {})];
  var nameGroup = makeSvg("g", { "font-family": type.family, "font-size": type.size });
  var threadPaths = (numbers, kind, opacity) => [...pathsByWidth(numbers.map((k) => threads[k]), organizations)].map(([width, d]) => makeSvg("path", { class: `thread ${kind}`, d, "stroke-width": width, "stroke-opacity": opacity }));
  var dots = organizations.map((organization) => {
    const sector = sectors[organization.sector], { x, y, backbone } = organization;
    return makeSvg(
      "g",
      { class: "dot", transform: `translate(${x} ${y}) scale(${type.radius})` },
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
    const end = nearestIn(organization, { left: x - half, right: x + half, top, bottom: top + type.line * size * organization.lines.length });
    return makeSvg("path", { class: "leader", d: `M${organization.x} ${organization.y}L${end.x} ${end.y}` });
  }
  var plate = ([id, x, top], size) => makeSvg("rect", {
    class: "plate",
    x: x - organizations[id].width * size / 2 - 2,
    y: top,
    width: organizations[id].width * size + 4,
    height: type.line * size * organizations[id].lines.length
  });
  function light({ lit, named, size, bright, frame, chosen = -1 }) {
    const inside = new Set(organizations.flatMap((organization, id) => chosen < 0 || within(organization, frame) ? [id] : []));
    const all = threads.flatMap(([a, b], k) => inside.has(a) && inside.has(b) ? [k] : []), shown = new Set(bright ?? []);
    const faint = Boolean(bright || lit);
    threadGroup.replaceChildren(
      ...threadPaths(all.filter((k) => !shown.has(k)), faint ? "faint" : "", faint ? 1 : ink),
      ...threadPaths([...shown], "bright", shown.size < 80 ? 0.75 : 0.42)
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
    const from = at, began = performance.now(), lasts = isCalm() ? 0 : 450;
    const step = (now) => {
      const share = lasts ? Math.min(1, (now - began) / lasts) : 1;
      at = between(from, to, eased(share));
      drawing.setAttribute("viewBox", at.join(" "));
      if (share < 1) moving = requestAnimationFrame(step);
    };
    step(began);
  }
  function startMap(choose) {
    dots.forEach((dot, id) => dot.addEventListener("click", () => choose(id)));
    drawing.append(threadGroup, leaderGroup, dotGroup, nameGroup);
  }

  // stakeholder_graph/views/scripts/present/show.js
  var FEW_PARTNERS = 10;
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
  var current = () => state.organization >= 0 ? foundSection : sections[state.screen];
  var turn = (step) => go({ screen: state.screen + (state.organization >= 0 ? 0 : step), organization: -1 });
  function show() {
    if (state.organization >= 0) showOrganization();
    const section = current();
    for (const other of [...sections, foundSection]) other.hidden = other !== section;
    const beside = section.matches(".map") ? section.querySelector(".beside") : null;
    if (beside && figure.parentElement !== beside) beside.append(figure);
    if (beside) light(state.organization >= 0 ? viewOf(state.organization) : screens[state.screen]);
    byId("place").textContent = _("{screen} of {screens}", { screen: state.screen + 1, screens: screens.length });
    before.disabled = state.screen === 0 && state.organization < 0;
    after.disabled = state.screen === screens.length - 1 && state.organization < 0;
    byId("for-speaker").setAttribute("aria-pressed", String(state.notes));
    document.body.classList.toggle("with-notes", state.notes);
    notes.hidden = !state.notes;
    showNotes();
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
    byId("found-count").textContent = !layer ? _("Connections are not shown here.") : !partners.length ? _("No connections reported yet.") : _n("Works with {count} organization", "Works with {count} organizations", partners.length);
    partners.sort((a, b) => compareNames(organizations[a].name, organizations[b].name));
    byId("found-partners").classList.toggle("many", partners.length > FEW_PARTNERS);
    byId("found-partners").replaceChildren(...partners.map((id) => make("li", {}, swatch(sectors[organizations[id].sector]), make("span", {}, organizations[id].name))));
  }
  var followAddress = () => go(shownIn(location.hash.slice(1), organizations));
  function startShow() {
    notes.addEventListener("scroll", cue);
    window.addEventListener("resize", cue);
    before.addEventListener("click", () => turn(-1));
    after.addEventListener("click", () => turn(1));
    byId("for-speaker").addEventListener("click", () => go({ notes: !state.notes }));
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
    Escape: () => state.organization >= 0 ? go({ organization: -1 }) : state.notes ? go({ notes: false }) : document.getElementById("leave")?.click(),
    ".": () => darken(true)
  };
  var LETTERS = { b: () => darken(true), n: () => go({ notes: !state.notes }), f: () => large() };
  var LIST = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  function darken(wanted) {
    if (wanted === dark.open) return;
    if (wanted) dark.showModal();
    else dark.close();
  }
  function placeInList(key, at2, count) {
    if (key === "Home") return 0;
    if (key === "End") return count - 1;
    return key in LIST ? clamp(at2 + LIST[key], 0, count - 1) : null;
  }
  function inList(event) {
    const buttons = offered(), at2 = buttons.findIndex((button) => button === document.activeElement);
    const to = placeInList(event.key, at2, buttons.length);
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

  // stakeholder_graph/views/scripts/present/main.js
  startMap((id) => go({ organization: id }));
  startFinding();
  startKeys();
  startShow();
})();
