// Details of the chosen organization: what it is, what it works on, whom it works with.

// An element with its attributes and children; text is always text.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

function swatch(sector, size = 16) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [name, value] of Object.entries({ class: "swatch", width: size, height: size, viewBox: "-1.8 -1.8 3.6 3.6", "aria-hidden": "true" })) svg.setAttribute(name, value);
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  for (const [name, value] of Object.entries({ d: sector.path, fill: sector.colour, stroke: INK, "stroke-width": 0.22, "stroke-linejoin": "round" })) path.setAttribute(name, value);
  svg.append(path);
  return svg;
}

const panel = document.getElementById("details");

// One panel: two that are compared, the chosen one, or the ties between sectors. The focus stays where it was.
function showPanel() {
  const content = scene.beside >= 0 ? compareContent() : scene.chosen >= 0 ? detailsContent() : state.matrix ? matrixContent() : null;
  document.body.classList.toggle("with-details", content !== null);
  document.body.classList.toggle("wide", content !== null && (scene.beside >= 0 || scene.chosen < 0));
  panel.hidden = content === null;
  const key = panel.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  panel.replaceChildren(...content ?? []);
  if (key) [...panel.querySelectorAll("[data-key]")].find((element) => element.dataset.key === key)?.focus();
}

function detailsContent() {
  const id = scene.chosen, content = [];
  const one = organizations[id], partners = scene.partners.get(id);
  content.push(
    make("button", { type: "button", class: "close", "aria-label": _("Close details"), onclick: () => { choose(-1); stage.focus(); } }, "×"),
    make("h2", {}, one.name),
  );
  const [sector, role] = [bySector ? one.sector : "", one.backbone ? _("backbone") : ""];
  if (sector || role) content.push(make("p", { class: "sector" }, swatch(sectors[one.sectorNumber]), " ", [sector, role].filter(Boolean).join(" · ")));
  if (isSilent(one)) content.push(make("p", { class: "note" }, about.words.silent));
  if (one.about.length) content.push(list(_("About"), one.about));
  if (one.scores?.length) content.push(list(_("Findings"), one.scores.map(([title, value]) => [title, threeDigits(value)])));
  for (const [kind, mine] of byKind(one.items[state.wave])) {
    content.push(make("h3", {}, kindName(kind)), tags(mine));
  }
  content.push(compareChooser(id) ?? "");
  if (!tiesShown) return content;
  content.push(
    make("h3", {}, partners.length ? _n("Works with {count} organization", "Works with {count} organizations", partners.length) : _("No ties reported yet")),
    partners.length ? make("div", { class: "choice steps", role: "group", "aria-label": _("How far to look") },
      stepButton(1, _("Its partners")), stepButton(2, _("And theirs"))) : "",
    make("ul", { class: "partners" }, ...partners.map(({ other, tie }) => partnerRow(id, other, tie))),
  );
  const before = scene.gone.filter((tie) => touches(tie, id));
  if (before.length) {
    content.push(make("h3", {}, _("Drawn in {wave} only", { wave: waves[state.since] })),
      make("ul", { class: "partners" }, ...before.map((tie) => partnerRow(id, tie.from === id ? tie.to : tie.from, tie))));
  }
  return content;
}

const stepButton = (steps, text) => make("button", { type: "button", "data-key": `steps-${steps}`, "aria-pressed": String(state.steps === steps), onclick: () => change({ steps }) }, text);

function partnerRow(id, other, tie) {
  const shared = sharedItems(id, other, state.wave).filter((item) => items[item].kind === "outcome").map((item) => items[item].name);
  const changed = scene.changes ? changeName(scene.changes.get(tie)) : "";
  const notes = [layers[tie.layer].steps.length ? stepName(tie) : "", namedBy(id, tie), changed].filter(Boolean).join(" · ");
  return make("li", {},
    make("button", { type: "button", class: "partner", "data-id": other, onclick: () => choose(other) }, swatch(sectors[organizations[other].sectorNumber]), make("span", {}, nameOf(other))),
    notes ? make("p", { class: "muted" }, notes) : null,
    shared.length ? make("p", { class: "shared" }, make("b", {}, _("Both:"), " "), shared.join(", ")) : null,
  );
}

function namedBy(id, tie) {
  if (!tie.named) return "";
  const said = { ...about.words[judging() ? "judged" : "named"], unknown: about.words.unknown }[tie.named];
  return tie.named === "both" ? said : said[tie.from === id ? "out" : "in"];
}

// A value of a finding, as exact as it is of use.
const threeDigits = (value) => value.toLocaleString(LANGUAGE, { maximumSignificantDigits: 3 });

const list = (title, pairs) => make("div", {}, make("h3", {}, title), make("dl", {}, ...pairs.flatMap(([key, value]) => [make("dt", {}, key), make("dd", {}, value)])));

const KINDS = { outcome: _("Outcomes"), indicator: _("Indicators"), activity: _("Activities"), team: _("Teams"), meeting: _("Meetings"), asset: _("Can offer"), need: _("Needs") };
const kindName = (kind) => KINDS[kind] ?? capital(kind);

function byKind(numbers) {
  const kinds = new Map();
  for (const item of numbers) kinds.set(items[item].kind, [...(kinds.get(items[item].kind) ?? []), item]);
  return kinds;
}

watch(showPanel);
