/** Details of the chosen organization: what it is, what it works on, whom it works with. */
import { make, swatch } from "../../shared/elements.js";
import { _, _n } from "../../shared/messages.js";
import { stage } from "../drawing/stage.js";
import { isSilent } from "../drawing/symbols.js";
import { about, bySector, items, layers, organizations, sectors, sharedItems, stepName, tiesShown, waves } from "../state/data.js";
import { changeName } from "../state/change_words.js";
import { touches } from "../state/network.js";
import { change, choose, partnersOf, scene, state } from "../state/state.js";
import { compareChooser } from "./compare.js";
import { byKind, closeButton, kindName, list, namedBy, organizationButton, tags, threeDigits } from "./parts.js";

/** @import { Tie } from "../state/network.js" */

/** @returns {(Node | string)[]} */
export function detailsContent() {
  const id = scene.chosen, organization = organizations[id], partners = partnersOf(id);
  /** @type {(Node | string)[]} */
  const content = [closeButton(_("Close details"), () => { choose(-1); stage.focus(); }), make("h2", {}, organization.name)];
  const [sector, role] = [bySector ? organization.sector : "", organization.backbone ? _("backbone") : ""];
  if (sector || role) content.push(make("p", { class: "sector" }, swatch(sectors[organization.sectorNumber], 16), " ", [sector, role].filter(Boolean).join(" · ")));
  if (isSilent(organization)) content.push(make("p", { class: "note" }, about.words.silent));
  if (organization.about.length) content.push(list(_("About"), organization.about));
  if (organization.scores?.length) content.push(list(_("Findings"), organization.scores.map(([title, value]) => [title, threeDigits(value)])));
  for (const [kind, mine] of byKind(organization.items[state.wave])) {
    content.push(make("h3", {}, kindName(kind)), tags(mine));
  }
  content.push(compareChooser(id) ?? "");
  if (!tiesShown) return content;
  content.push(
    make("h3", {}, partners.length ? _n("Works with {count} organization", "Works with {count} organizations", partners.length) : _("No connections reported yet")),
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

/** @type {(steps: number, text: string) => HTMLElement} */
const stepButton = (steps, text) => make("button", { type: "button", "data-key": `steps-${steps}`, "aria-pressed": String(state.steps === steps), onclick: () => change({ steps }) }, text);

/**
 * @param {number} id
 * @param {number} other
 * @param {Tie} tie
 */
function partnerRow(id, other, tie) {
  const shared = sharedItems(id, other, state.wave).filter((item) => items[item].kind === "outcome").map((item) => items[item].name);
  const became = scene.changes?.get(tie);
  const notes = [layers[tie.layer].steps.length ? stepName(tie) : "", namedBy(id, tie), became ? changeName(became) : ""].filter(Boolean).join(" · ");
  return make("li", {},
    organizationButton(other, { "data-id": other }),
    notes ? make("p", { class: "muted" }, notes) : null,
    shared.length ? make("p", { class: "shared" }, make("b", {}, _("Both:"), " "), shared.join(", ")) : null,
  );
}
