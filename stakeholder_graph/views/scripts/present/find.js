/** Finding oneself in two clicks: a letter or a sector, then the name. */
import { byId, make, swatch } from "../shared/elements.js";
import { _ } from "../shared/messages.js";
import { compareNames, letterOf } from "../shared/names.js";
import { initials, organizations, sectors } from "./data.js";
import { go } from "./show.js";

/** @import { PresentOrganization } from "../page_data.js" */

/** The list of names, open while one looks for a name. */
export const names = byId("names", HTMLDialogElement);
const list = byId("names-list");

/** The names that can be chosen now. */
export const offered = () => [...list.querySelectorAll("button")];

/**
 * Opens the list with some names.
 * @param {(Node | string)[]} title
 * @param {number[]} ids
 */
export function offer(title, ids) {
  ids.sort((a, b) => compareNames(organizations[a].name, organizations[b].name));
  byId("names-title").replaceChildren(...title);
  list.replaceChildren(...ids.map((id) => make("li", {},
    make("button", { type: "button", onclick: () => { names.close(); go({ organization: id }); } },
      swatch(sectors[organizations[id].sector]), make("span", {}, organizations[id].name)))));
  if (!names.open) names.showModal();
  list.querySelector("button")?.focus();
}

/**
 * Offers the names under a letter that was typed, with or without its accent.
 * @param {string} key
 * @returns {boolean} whether there are any
 */
export function byLetter(key) {
  const letter = letterOf(key);
  if (letter === null || !initials.includes(letter)) return false;
  offerLetter(letter);
  return true;
}

/** @param {string} letter */
const offerLetter = (letter) => offer([letter], among(({ initial }) => initial === letter));

/** @param {(organization: PresentOrganization) => boolean} fits */
const among = (fits) => organizations.flatMap((organization, id) => (fits(organization) ? [id] : []));

export function startFinding() {
  byId("letters").append(...initials.map((letter) => make("button",
    { type: "button", "aria-label": _("Organizations under {letter}", { letter }), "aria-haspopup": "dialog", onclick: () => offerLetter(letter) }, letter)));
  document.getElementById("legend")?.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button) return;
    const chosen = Number(button.dataset.sector);
    offer([swatch(sectors[chosen]), sectors[chosen].name], among(({ sector }) => sector === chosen));
  });
  byId("names-close").addEventListener("click", () => names.close());
}
