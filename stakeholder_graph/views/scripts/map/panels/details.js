/** Details of the chosen organization: what it is, what it works on, whom it works with. */
import { make, swatch } from "../../shared/elements.js";
import { _, _n } from "../../shared/messages.js";
import { capital } from "../../shared/names.js";
import { stage } from "../drawing/stage.js";
import { isSilent } from "../drawing/symbols.js";
import { about, bySector, items, layers, organizations, sectorAt, sectors, sharedItems, stepName, tiesShown, waves } from "../state/data.js";
import { changeName } from "../state/change_words.js";
import { touches } from "../state/network.js";
import { change, choose, partnerCount, partnersOf, scene, state } from "../state/state.js";
import { compareChooser } from "./compare.js";
import { byKind, closeButton, kindName, list, namedBy, organizationButton, tags, threeDigits } from "./parts.js";

/** @import { Tie } from "../state/network.js" */
/** @import { Partner } from "../state/scene.js" */

/** @returns {(Node | string)[]} */
export function detailsContent() {
  const id = scene.chosen, organization = organizations[id], partners = partnersOf(id);
  /** @type {(Node | string)[]} */
  const content = [closeButton(_("Close details"), () => { choose(-1); stage.focus(); }), make("h2", {}, organization.name)];
  const [sector, role] = [bySector ? organization.sector : "", organization.backbone ? _("backbone") : ""];
  if (sector || role) content.push(make("p", { class: "sector" }, swatch(sectors[organization.sectorNumber], 16), " ", [sector, role].filter(Boolean).join(" · ")));
  if (isSilent(organization)) content.push(make("p", { class: "note" }, about.words.silent));
  // Whom it works with comes first: that is what one asks of a map.
  if (tiesShown) content.push(...partnersContent(id, partners));
  for (const [kind, mine] of byKind(organization.items[state.wave])) {
    content.push(make("h3", {}, kindName(kind)), tags(mine));
  }
  if (organization.about.length) content.push(list(_("About"), organization.about));
  if (!about.condensed) content.push(compareChooser(id) ?? "");
  if (organization.scores?.length) content.push(figures(organization.scores));
  return content;
}

/** @type {(id: number, partners: Partner[]) => (Node | string)[]} */
function partnersContent(id, partners) {
  const count = partnerCount(id), said = count ? _n("Works with {count} organization", "Works with {count} organizations", count) : _("No connections reported yet");
  const far = make("div", { class: "choice steps", role: "group", "aria-label": _("How far to look") }, stepButton(1, _("Its partners")), stepButton(2, _("And theirs")));
  /** @type {HTMLElement[]} */
  const content = [
    make("div", { class: "works-with" }, make("h3", {}, said), partners.length && !about.condensed ? far : null),
    make("ul", { class: "partners" }, ...partners.map(({ other, tie }) => partnerRow(id, other, tie))),
  ];
  const beyond = scene.counted.filter(({ from }) => from === id).map(({ to, count: number }) => /** @type {[string, string]} */ ([sectors[sectorAt(to)].name, String(number)]));
  if (beyond.length) content.push(list(partners.length ? _("And with others, who are counted only") : _("With organizations that are counted only"), beyond));
  const others = scene.kinds ? [...scene.kinds].filter(([tie, other]) => tie === other && touches(tie, id)).map(([tie]) => tie) : [];
  if (others.length) {
    content.push(make("h3", {}, _("{kind} only", { kind: capital(layers[state.second].name) })),
      make("ul", { class: "partners" }, ...others.map((tie) => partnerRow(id, tie.from === id ? tie.to : tie.from, tie))));
  }
  const before = scene.gone.filter((tie) => touches(tie, id));
  if (before.length) {
    content.push(make("h3", {}, _("Drawn in {wave} only", { wave: waves[state.since] })),
      make("ul", { class: "partners" }, ...before.map((tie) => partnerRow(id, tie.from === id ? tie.to : tie.from, tie))));
  }
  return content;
}

/** Findings in numbers, folded until somebody asks for them. @param {readonly (readonly [string, number])[]} scores */
const figures = (scores) => make("details", { class: "figures" }, make("summary", { "data-key": "figures" }, _("Figures for the evaluator")),
  list(_("Findings"), scores.map(([title, value]) => [title, threeDigits(value)])));

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
  const also = scene.kinds?.get(tie), second = also && also !== tie ? [layers[also.layer].name, ...(layers[also.layer].steps.length ? [stepName(also)] : [])].join(": ") : "";
  const notes = [layers[tie.layer].steps.length ? stepName(tie) : "", namedBy(id, tie), became ? changeName(became) : "", second].filter(Boolean).join(" · ");
  return make("li", {},
    organizationButton(other, { "data-id": other }),
    notes ? make("p", { class: "muted" }, notes) : null,
    shared.length ? make("p", { class: "shared" }, make("b", {}, _("Both:"), " "), shared.join(", ")) : null,
  );
}
