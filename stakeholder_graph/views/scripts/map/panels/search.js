/** Finding an organization by any part of its name, without accents and in any order of words. */
import { byId, make, swatch } from "../../shared/elements.js";
import { clamp } from "../../shared/keys.js";
import { _, _n } from "../../shared/messages.js";
import { findByName } from "../../shared/names.js";
import { redraw } from "../drawing/stage.js";
import { about, byName, nameOf, organizations, sectors } from "../state/data.js";
import { search } from "../state/search_hits.js";
import { choose, say, scene } from "../state/state.js";

// So many are seen at once, and so many there are to scroll through; its foot says how many were found.
const SEEN_AT_ONCE = 8, MOST_FOUND = 60;

const findBox = byId("find", HTMLInputElement), foundList = byId("found");

/** @param {string} text */
export const findOrganizations = (text) => findByName(text, byName.filter((id) => scene.shown.has(id)), nameOf);

export function showFound() {
  search.matches = findOrganizations(findBox.value);
  search.at = Math.min(search.at, search.matches.length - 1, MOST_FOUND - 1);
  const first = search.matches.slice(0, MOST_FOUND), more = search.matches.length - first.length;
  foundList.replaceChildren(...first.map((id, k) => make("li", { role: "option", id: `found-${k}`, "data-at": k, "aria-selected": String(k === search.at), onclick: () => takeFound(id) },
    swatch(sectors[organizations[id].sectorNumber], 16), " ", nameOf(id))));
  const foot = more ? _("and {count} more: type on", { count: more }) : first.length > SEEN_AT_ONCE ? _("{count} found", { count: first.length })
    : !first.length && about.condensed && findBox.value.trim() ? _("Not among those who are drawn: this map counts the others only.") : "";
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

/** @param {number} id */
function takeFound(id) {
  closeSearch();
  choose(id);
}

/** Leaves the search as if nothing had been typed. */
export const clearSearch = () => { if (findBox.value) closeSearch(); };

function closeSearch() {
  findBox.value = "";
  search.at = -1;
  showFound();
}

export function startSearch() {
  findBox.addEventListener("input", () => { search.at = -1; showFound(); });
  // A press in the list, or on its bar, leaves the focus where it is; touch may scroll it.
  foundList.addEventListener("mousedown", (event) => event.preventDefault());
  findBox.addEventListener("blur", () => { foundList.hidden = true; findBox.setAttribute("aria-expanded", "false"); });
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
