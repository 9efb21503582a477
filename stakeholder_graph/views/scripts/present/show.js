/** What is shown: one screen, or one organization with its partners. The address after # says which. */
import { byId, make, swatch } from "../shared/elements.js";
import { clamp } from "../shared/keys.js";
import { _ } from "../shared/messages.js";
import { compareNames } from "../shared/names.js";
import { addressOf, isNotes, shownIn } from "./address.js";
import { layer, organizations, screens, sectors, threads } from "./data.js";
import { partnersIn } from "./lines.js";
import { light } from "./room_map.js";

/** @import { Shown } from "./address.js" */

// More partners than these stand in two columns, in three.
const FEW_PARTNERS = 10, MANY_PARTNERS = 30;
// Of their names, in the page's own unit.
const LARGEST = 1.5, SMALLEST = 0.75;

const sections = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-screen]")]);
const foundSection = byId("found"), figure = byId("map");
const before = byId("before", HTMLButtonElement), after = byId("after", HTMLButtonElement);
const partnersOf = partnersIn(organizations.length, threads);
export const notes = byId("notes");
/** @type {Shown} */
export let state = { screen: 0, organization: -1, notes: false };

/** @param {Partial<Shown>} patch */
export function go(patch) {
  const earlier = state;
  state = { ...state, ...patch };
  state.screen = clamp(state.screen, 0, screens.length - 1);
  show();
  history.replaceState(null, "", `#${addressOf(state, organizations)}`);
  if (state.screen !== earlier.screen || state.organization !== earlier.organization) current().querySelector("h2")?.focus({ preventScroll: true });
}

/** @type {((shown: Shown) => void)[]} */
const followers = [];

/** @param {(shown: Shown) => void} follow is called whenever something else is shown */
export const whenShown = (follow) => { followers.push(follow); };

const current = () => (state.organization >= 0 ? foundSection : sections[state.screen]);

/** @param {number} step from screen to screen; an organization goes away first */
export const turn = (step) => go({ screen: state.screen + (state.organization >= 0 ? 0 : step), organization: -1 });

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

/** Says that there is more of the notes, for as long as there is. */
function cue() {
  byId("notes-more").hidden = notes.hidden || notes.scrollTop + notes.clientHeight >= notes.scrollHeight - 4;
}

/** @param {number} id */
function viewOf(id) {
  const lit = [...new Set([id, ...partnersOf[id]])];
  const bright = threads.flatMap(([a, b], k) => (a === id || b === id ? [k] : []));
  const { named, size, frame } = organizations[id];
  return { lit, named, size, frame, bright, chosen: id };
}

function showOrganization() {
  const { name, sector } = organizations[state.organization], partners = [...partnersOf[state.organization]];
  byId("found-name").textContent = name;
  byId("found-sector").replaceChildren(swatch(sectors[sector]), sectors[sector].name);
  byId("found-count").textContent = !layer ? _("Connections are not shown here.") : !partners.length ? _("No connections reported yet.") : _("Works with");
  partners.sort((a, b) => compareNames(organizations[a].name, organizations[b].name));
  const list = byId("found-partners");
  list.replaceChildren(...partners.map((id) =>
    make("li", {}, swatch(sectors[organizations[id].sector]), make("span", {}, organizations[id].name))));
}

/** Lets the list of partners end on the screen: in columns and, as far as it must be, in smaller type. */
function fitPartners() {
  const list = byId("found-partners"), column = list.parentElement, count = list.children.length;
  list.className = count > FEW_PARTNERS ? count > MANY_PARTNERS ? "many most" : "many" : "";
  list.style.fontSize = "";
  const isOver = () => column !== null && column.scrollHeight > column.clientHeight + 1;
  for (let size = LARGEST; isOver() && size >= SMALLEST; size -= 0.05) list.style.fontSize = `${size}rem`;
}

/** Shows what the address says. */
function followAddress() {
  const text = location.hash.slice(1);
  if (isNotes(text)) location.reload();
  else go(shownIn(text, organizations));
}

export function startShow() {
  notes.addEventListener("scroll", cue);
  window.addEventListener("resize", () => { cue(); if (state.organization >= 0) fitPartners(); });
  before.addEventListener("click", () => turn(-1));
  after.addEventListener("click", () => turn(1));
  byId("back").addEventListener("click", () => go({ organization: -1 }));
  window.addEventListener("hashchange", followAddress);
  followAddress();
}
