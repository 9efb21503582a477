/** What has to be said beside the map wherever it is taken: on the page, on paper and in pictures. */
import { _ } from "../../shared/messages.js";
import { capital } from "../../shared/names.js";
import { groupNumber, way } from "../drawing/blocks.js";
import { together } from "../drawing/together.js";
import { about, items, layers, nameOf, sectors, tiesShown, waves } from "../state/data.js";
import { mixing, pairWords } from "../state/mixing.js";
import { judging, organizationCount, organizationsOf, pairsOf, partnersOf, scene, state, tieCount } from "../state/state.js";
import { condensedSaid } from "../groups/words.js";
import { pointSaid } from "./point.js";

/** The line about the network: how much is drawn of which kind of tie, when, and how many have answered. */
export function counted() {
  const parts = [organizationsOf(organizationCount())];
  if (tiesShown) parts.push(pairsOf(tieCount()), layers[state.layer].name);
  if (waves.length > 1 || waves[0] !== "1") parts.push(waves[state.wave]);
  return [...parts, about.answers[state.wave].short].filter(Boolean).join(" · ");
}

/** The line about the network, and whose eyes it is for. */
export const lineAboutIt = () => [counted(), document.querySelector(".banner")?.textContent?.trim()].filter(Boolean).join(" · ");

export const notes = () => [pointSaid(), condensedSaid(), arrangedSaid(), about.answers[state.wave].said, closerSaid(), passedSaid(), about.left_out].filter(Boolean);

/** Which of two answers is drawn, where there is more than one kind of answer and it is seen. */
export const closerSaid = () => (layers[state.layer].steps.length < 2 || scene.changes ? ""
  : judging() ? _("Where both judged each other the higher answer is shown.") : _("Where two partners answered differently the closer answer is shown."));

/** @type {Record<string, string>} */
const STANDING = {
  sector: _("Organizations of one sector stand together, each on the side of its partners."),
  outcome: _("Organizations that name the same outcome stand together."),
  cluster: _("Organizations of one cluster name the same outcomes; they stand together."),
  team: _("Organizations on the same team stand together."),
  place: _("Organizations of the same place stand together."),
};

/** What the arrangement and the colours of lines say. */
export function arrangedSaid() {
  if (about.condensed) return "";
  const arrangement = way(), standing = arrangement ? STANDING[arrangement.kind] : tiesShown ? "" : _("They stand in the order of their names.");
  const several = arrangement?.several ? _("An organization in several groups stands with the one whose members it knows best.") : "";
  const lines = tiesShown && !scene.changes && scene.visible.some(({ from }) => groupNumber(from) >= 0)
    ? arrangement && arrangement.kind !== "sector" ? _("A coloured line stays within a group; a faint one runs across.") : _("A coloured line stays within a sector; a faint one runs across.") : "";
  return [standing, several, lines].filter(Boolean).join(" ");
}

/** A band may run past organizations on its way from member to member. */
export const passedSaid = () => (together.hulls.some((group) => group.passed.length) ? _("A coloured band joins the members of a group; where it passes others, it leaves a gap around their symbols.") : "");

/** What is looked at, for pictures and paper, on which nobody can ask; nothing where it is the whole network. */
export function heading() {
  const [one, other] = [scene.chosen, scene.beside].map((id) => (id < 0 ? "" : nameOf(id)));
  const what = scene.beside >= 0 ? tiesShown ? _("{one} and {other}, and whom each works with", { one, other }) : _("{one} and {other}", { one, other })
    : scene.chosen >= 0 ? tiesShown ? whomWith(scene.chosen) : one
      : state.between ? pairWords(...state.between, mixing()[state.between[0]][state.between[1]])
        : state.told >= 0 ? about.story[state.told].words
          : state.item >= 0 ? _("Who works on {item}", { item: items[state.item].name }) : "";
  const without = sectors.filter((_sector, k) => state.off.has(k)).map(({ name }) => name);
  const least = state.least ? _("only connections of at least: {step}", { step: layers[state.layer].steps[state.least].name }) : "";
  return [what, without.length ? _("without {sectors}", { sectors: without.join(", ") }) : "", least].filter(Boolean).map((part, k) => (k ? part : capital(part))).join(" · ");
}

/** @param {number} id */
function whomWith(id) {
  const organization = nameOf(id);
  if (!partnersOf(id).length) return _("{organization}: no connections reported yet", { organization });
  return state.steps > 1 ? _("{organization}, whom it works with, and whom they work with", { organization }) : _("{organization} and whom it works with", { organization });
}
