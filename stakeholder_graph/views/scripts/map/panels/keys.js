/** Keys: arrows go through organizations and partners, on the map and in lists alike. */
import { byId } from "../../shared/elements.js";
import { around, clamp, isShortcut } from "../../shared/keys.js";
import { _, _n } from "../../shared/messages.js";
import { closedGroups, drawnGroups, groupOf } from "../drawing/groups.js";
import { stage } from "../drawing/stage.js";
import { frame, zoom } from "../drawing/view.js";
import { byName, bySector, nameOf, organizations, stepName } from "../state/data.js";
import { change, choose, partnerCount, partnersOf, say, scene, state } from "../state/state.js";
import { entered, enterGroup, nextGroup } from "../groups/opening.js";
import { inReach } from "../groups/reach.js";
import { panel } from "./panel.js";
import { endStory } from "./story.js";
import { tableView } from "./table.js";

export function startKeys() {
  stage.addEventListener("keydown", (event) => {
    if (event.target !== stage || isShortcut(event)) return;
    const act = onStage[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") stepBack();
    const typing = event.target instanceof Element && event.target.matches("input, select, textarea");
    if (event.key === "/" && !typing) { event.preventDefault(); byId("find").focus(); }
  });
  for (const list of [panel, tableView]) list.addEventListener("keydown", (event) => alongList(event, list));
}

/** One step back: from two to one, from one or from a pair of sectors to everything. */
export function stepBack() {
  if (state.beside >= 0) { change({ beside: -1 }); describe(); return; }
  if (state.chosen < 0 && !state.between && state.told >= 0) { endStory(); say(_("Everything is shown.")); return; }
  if (state.chosen < 0 && !state.between) {
    if (state.opened.size) { change({ opened: new Set() }); say(_("All groups are closed.")); }
    return;
  }
  const table = panel.contains(document.activeElement) && state.chosen < 0;
  change({ chosen: -1, between: null });
  say(_("Everything is shown."));
  if (state.view === "map" && !table) stage.focus();
}

/** @type {Record<string, () => void>} */
const onStage = {
  ArrowDown: () => nextOrganization(1),
  ArrowUp: () => nextOrganization(-1),
  ArrowRight: () => nextPartner(1),
  ArrowLeft: () => nextPartner(-1),
  Enter: () => {
    if (state.cursor >= organizations.length) enterGroup(groupOf(state.cursor));
    else if (state.cursor >= 0) { choose(state.cursor); describe(); }
  },
  "+": () => zoom(1.35),
  "=": () => zoom(1.35),
  "-": () => zoom(1 / 1.35),
  0: () => frame(),
};

/** @param {number} step */
function nextOrganization(step) {
  const shown = byName.filter((id) => scene.shown.has(id)), closed = closedGroups().length > 0;
  const chosen = scene.chosen < 0 ? -1 : organizations[scene.chosen].sectorNumber;
  const list = closed ? inReach(shown.map((id) => organizations[id]), chosen, [...state.opened].filter((k) => !state.off.has(k))).map(({ id }) => id) : shown;
  if (!list.length) return;
  entered.group = -1;
  const at = list.indexOf(scene.chosen);
  choose(list[around(at < 0 && step < 0 ? 0 : at, step, list.length)]);
  describe();
}

/** @param {number} step */
export function nextPartner(step) {
  if (scene.chosen < 0) { if (state.opened.has(entered.group) || !drawnGroups().length) nextOrganization(step); else nextGroup(step); return; }
  const list = partnersOf(scene.chosen);
  if (!list.length) return;
  const at = list.findIndex(({ other }) => other === state.cursor);
  const { other, tie } = list[around(at < 0 && step < 0 ? 0 : at, step, list.length)];
  change({ cursor: other });
  const place = list.findIndex((partner) => partner.other === other) + 1;
  say(_("Partner {place} of {count}: {partner}. Enter goes there.", { place, count: list.length, partner: [nameOf(other), ...sectorOf(other), stepName(tie)].join(", ") }));
}

const sectorOf = (/** @type {number} */ id) => (bySector ? [organizations[id].sector] : []);

/** Says who is chosen. */
export function describe() {
  const { id, name } = organizations[scene.chosen];
  say(_n("{organization}, works with {count} organization.", "{organization}, works with {count} organizations.", partnerCount(id),
    { organization: [name, ...sectorOf(id)].join(", ") }));
}

/**
 * Up and down arrows move between the buttons of a list; the rest of the keys stay as they are.
 * @param {KeyboardEvent} event
 * @param {HTMLElement} list
 */
function alongList(event, list) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const buttons = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("button[data-id]")]);
  if (!buttons.length) return;
  const at = buttons.findIndex((button) => button === document.activeElement), step = event.key === "ArrowDown" ? 1 : -1;
  event.preventDefault();
  buttons[clamp(at + step, 0, buttons.length - 1)].focus();
}
