// What is shown: one screen, or one organization with its partners. The address after # says which.

const sections = [...document.querySelectorAll("[data-screen]")];
const found = document.getElementById("found"), notes = document.getElementById("notes"), figure = document.getElementById("map");
const collator = new Intl.Collator(LANGUAGE, { sensitivity: "base", numeric: true });
const byId = (id) => document.getElementById(id);
let state = { screen: 0, organization: -1, notes: false };

function go(patch) {
  const before = state;
  state = { ...state, ...patch };
  state.screen = Math.max(0, Math.min(screens.length - 1, state.screen));
  show();
  const parts = new URLSearchParams({ screen: state.screen + 1 });
  if (state.organization >= 0) parts.set("organization", organizations[state.organization].name);
  history.replaceState(null, "", `#${parts}`);
  if (state.screen !== before.screen || state.organization !== before.organization) current().querySelector("h2").focus({ preventScroll: true });
}

const current = () => (state.organization >= 0 ? found : sections[state.screen]);
const turn = (step) => go({ screen: state.screen + (state.organization >= 0 ? 0 : step), organization: -1 });

function show() {
  if (state.organization >= 0) showOrganization();
  const section = current();
  for (const each of [...sections, found]) each.hidden = each !== section;
  const beside = section.matches(".map") ? section.querySelector(".beside") : null;
  if (beside && figure.parentElement !== beside) beside.append(figure);
  if (beside) light(state.organization >= 0 ? lightOrganization(state.organization) : screens[state.screen]);
  byId("place").textContent = _("{screen} of {screens}", { screen: state.screen + 1, screens: screens.length });
  byId("before").disabled = state.screen === 0 && state.organization < 0;
  byId("after").disabled = state.screen === screens.length - 1 && state.organization < 0;
  byId("for-speaker").setAttribute("aria-pressed", String(state.notes));
  document.body.classList.toggle("with-notes", state.notes);
  notes.hidden = !state.notes;
  const said = sections[state.screen].querySelector(".notes").cloneNode(true);
  said.hidden = false;
  byId("notes-of-screen").replaceChildren(said);
  notes.scrollTop = 0;
  cue();
}

// Says that there is more of the notes, for as long as there is.
function cue() {
  byId("notes-more").hidden = notes.hidden || notes.scrollTop + notes.clientHeight >= notes.scrollHeight - 4;
}
notes.addEventListener("scroll", cue);
window.addEventListener("resize", cue);

function lightOrganization(id) {
  const lit = [...new Set([id, ...partnersOf[id]])];
  const bright = threads.flatMap(([a, b], k) => (a === id || b === id ? [k] : []));
  const { named, size, frame } = organizations[id];
  return { lit, named, size, frame, bright, chosen: id };
}

function showOrganization() {
  const one = organizations[state.organization], partners = [...partnersOf[state.organization]];
  byId("found-name").textContent = one.name;
  byId("found-sector").replaceChildren(symbol(one.sector), sectors[one.sector].name);
  byId("found-count").textContent = !layer ? _("Ties are not shown here.") : !partners.length ? _("No ties reported yet.")
    : _n("Works with {count} organization", "Works with {count} organizations", partners.length);
  partners.sort((a, b) => collator.compare(organizations[a].name, organizations[b].name));
  byId("found-partners").classList.toggle("many", partners.length > 10);
  byId("found-partners").replaceChildren(...partners.map((id) => {
    const item = document.createElement("li"), name = document.createElement("span");
    name.textContent = organizations[id].name;
    item.append(symbol(organizations[id].sector), name);
    return item;
  }));
}

function symbol(sector) {
  const { path, colour } = sectors[sector];
  return draw("svg", { class: "swatch", viewBox: "-1.8 -1.8 3.6 3.6", "aria-hidden": "true" },
    draw("path", { d: path, fill: colour, stroke: "#16232e", "stroke-width": 0.22, "stroke-linejoin": "round" }));
}

function readAddress() {
  const parts = new URLSearchParams(location.hash.slice(1));
  return {
    screen: (Number.parseInt(parts.get("screen"), 10) || 1) - 1,
    organization: organizations.findIndex((one) => one.name === parts.get("organization")),
  };
}
