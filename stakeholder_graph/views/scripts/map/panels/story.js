/** The story: the findings of page one in their order, each drawn on the map, which goes to what it speaks of. */
import { byId } from "../../shared/elements.js";
import { clamp } from "../../shared/keys.js";
import { _ } from "../../shared/messages.js";
import { about, network } from "../state/data.js";
import { change, opening, state } from "../state/state.js";
import { button } from "./choosers.js";

const bar = byId("story");

export function startStory() {
  const open = button("tell");
  open.hidden = !about.story.length;
  open.addEventListener("click", () => { tell(0); button("story-next").focus(); });
  button("story-back").addEventListener("click", () => tell(state.told - 1));
  button("story-next").addEventListener("click", () => tell(state.told + 1));
  button("story-end").addEventListener("click", () => { endStory(); open.focus(); });
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    tell(state.told + step);
  });
}

/** Tells a step: on the map as it opens, so that nothing that was chosen before hides what is spoken of. @param {number} number */
function tell(number) {
  const told = clamp(number, 0, about.story.length - 1), { layer, arranged } = about.story[told];
  change({ ...opening, how: state.how, told, layer, arranged: network.tiesShown && arranged ? arranged : opening.arranged });
}

export const endStory = () => change({ told: -1, arranged: opening.arranged, layer: opening.layer });

export function showStory() {
  const step = about.story[state.told], last = about.story.length - 1;
  bar.hidden = !step;
  button("tell").hidden = Boolean(step) || !about.story.length;
  if (!step) return;
  const place = _("Finding {number} of {count}", { number: state.told + 1, count: about.story.length });
  byId("story-place").textContent = step.strength ? `${place} · ${_("A strength")}` : place;
  byId("story-words").textContent = step.words;
  byId("story-further").textContent = step.further;
  // Who steps by the keys keeps the focus at either end.
  button("story-back").setAttribute("aria-disabled", String(state.told === 0));
  button("story-next").setAttribute("aria-disabled", String(state.told === last));
}
