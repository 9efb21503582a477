/** Chips: what has been chosen, each with its undo, and one way back to everything. */
import { byId, make } from "../../shared/elements.js";
import { _ } from "../../shared/messages.js";
import { GROUPINGS } from "../drawing/together.js";
import { frame, SLIDERS } from "../drawing/view.js";
import { network } from "../state/data.js";
import { departures } from "../state/departures.js";
import { change, opening, say, state } from "../state/state.js";
import { clearSearch } from "./search.js";

const bar = byId("chips"), reset = byId("reset"), titles = Object.fromEntries(Object.entries(GROUPINGS).map(([kind, { title }]) => [kind, title]));

export function startChips() {
  reset.addEventListener("click", showEverything);
  // On a narrow screen links and what one takes along are behind a button.
  const more = byId("more");
  more.addEventListener("click", () => {
    const open = more.getAttribute("aria-expanded") !== "true";
    more.setAttribute("aria-expanded", String(open));
    byId("also").classList.toggle("open", open);
  });
}

/** Undoes every choice; whether one looks at the map or the table stays. */
export function showEverything() {
  change({ ...opening, view: state.view, how: state.how });
  clearSearch();
  if (state.view === "map") frame();
  say(_("Everything is shown."));
}

export function showChips() {
  const list = departures(network, state, opening, titles), focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.chip : undefined;
  bar.replaceChildren(...list.map(({ key, words, undo }) => make("li", {},
    make("button", { type: "button", "data-chip": key, "aria-label": _("Undo: {choice}", { choice: words }), onclick: () => change(undo) }, make("span", {}, words), make("b", { "aria-hidden": "true" }, "×")))));
  reset.hidden = !list.length && !state.matrix;
  // Beside a slider the row keeps its place: whoever moves it should see what changes, and not the map jump.
  byId("chosen-so-far").hidden = reset.hidden && SLIDERS.every((id) => byId(`${id}-control`).hidden);
  byId("nothing-chosen").hidden = !reset.hidden;
  // Whoever undoes by the keys stays among what is left to undo.
  if (focused === undefined || document.activeElement !== document.body) return;
  const next = bar.querySelector("button");
  if (next) next.focus();
  else byId("stage").focus();
}
