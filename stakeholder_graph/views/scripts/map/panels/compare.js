/** Two organizations side by side: partners of both and of one only, what both work on, and on the desk their findings. */
import { make, swatch } from "../../shared/elements.js";
import { _ } from "../../shared/messages.js";
import { stage } from "../drawing/stage.js";
import { byName, bySector, layers, nameOf, organizations, sectors, stepName, tiesShown } from "../state/data.js";
import { change, choose, partnersOf, scene, state } from "../state/state.js";
import { byKind, closeButton, kindName, namedBy, organizationButton, tags, threeDigits } from "./parts.js";

/** @import { Organization, Tie } from "../state/network.js" */

/** @returns {(Node | string)[]} */
export function compareContent() {
  const pair = [scene.chosen, scene.beside], [one, other] = pair.map((id) => organizations[id]);
  const theirs = pair.map((id) => new Set(partnersOf(id).map((partner) => partner.other)));
  const only = pair.map((_id, k) => byName.filter((id) => theirs[k].has(id) && !theirs[1 - k].has(id) && !pair.includes(id)));
  const both = byName.filter((id) => scene.both.has(id));
  const between = partnersOf(one.id).find((partner) => partner.other === other.id)?.tie;
  /** @type {(Node | string)[]} */
  const content = [
    closeButton(_("Stop comparing"), () => { change({ beside: -1 }); stage.focus(); }),
    make("h2", {}, _("Side by side")),
    sideBySide(pair.map((id) => make("div", { class: "head" },
      make("button", { type: "button", class: "partner", "data-key": `open-${id}`, onclick: () => choose(id) }, swatch(sectors[organizations[id].sectorNumber], 20), make("b", {}, nameOf(id))),
      bySector ? make("p", { class: "muted" }, organizations[id].sector) : null))),
  ];
  if (tiesShown) {
    const notes = between ? [layers[between.layer].steps.length ? stepName(between) : _("yes"), namedBy(one.id, between)].filter(Boolean).join(" · ") : _("none is drawn");
    content.push(
      make("p", { class: "between" }, make("b", {}, _("Connection between them:"), " "), notes),
      make("h3", {}, _("Partners of both: {count}", { count: both.length })), both.length ? nameList(both, "ringed") : make("p", { class: "muted" }, _("None.")),
      make("h3", {}, _("Partners of one only")),
      sideBySide(only.map((ids, k) => make("div", {}, make("p", { class: "muted" }, ofTheirs(ids.length, theirs[k].size, between)), nameList(ids)))),
    );
  }
  const mine = pair.map((id) => organizations[id].items[state.wave]);
  for (const [kind, numbers] of byKind([...new Set(mine.flat())].sort((a, b) => a - b))) {
    const shared = numbers.filter((item) => mine.every((list) => list.includes(item)));
    content.push(make("h3", {}, _("{kind} of both: {count}", { kind: kindName(kind), count: shared.length })), tags(shared),
      sideBySide(mine.map((list, k) => {
        const own = numbers.filter((item) => list.includes(item) && !mine[1 - k].includes(item));
        return make("div", {}, make("p", { class: "muted" }, own.length ? _("Only this one") : _("No others")), tags(own));
      })));
  }
  const titled = [...new Set([one, other].flatMap(({ scores = [] }) => scores.map(([title]) => title)))];
  if (titled.length) content.push(make("h3", {}, _("Findings")), findingsTable([one, other], titled));
  return content;
}

/**
 * How many of an organization's partners are meant; a tie between the two is counted with neither.
 * @type {(count: number, all: number, between: Tie | undefined) => string}
 */
const ofTheirs = (count, all, between) => (between ? _("{count} of {all}, apart from each other", { count, all: all - 1 }) : _("{count} of {all}", { count, all }));

/** @param {HTMLElement[]} columns */
const sideBySide = (columns) => make("div", { class: "pair" }, ...columns);

/** @type {(ids: number[], kind?: string | null) => HTMLElement | ""} */
const nameList = (ids, kind = null) => (ids.length ? make("ul", { class: "names" }, ...ids.map((id) => make("li", { class: kind },
  organizationButton(id, { "data-id": id, "data-key": `open-${id}` })))) : "");

/** @type {(pair: Organization[], titled: string[]) => HTMLElement} */
function findingsTable(pair, titled) {
  const value = (/** @type {Organization} */ { scores = [] }, /** @type {string} */ title) => {
    const score = scores.find(([scored]) => scored === title);
    return score ? threeDigits(score[1]) : _("not known");
  };
  return make("table", { class: "findings" },
    make("thead", {}, make("tr", {}, make("th", { scope: "col" }, _("Finding")), ...pair.map(({ name }) => make("th", { scope: "col", class: "number" }, name)))),
    make("tbody", {}, ...titled.map((title) => make("tr", {}, make("th", { scope: "row" }, title), ...pair.map((organization) => make("td", { class: "number" }, value(organization, title)))))));
}

/**
 * In the details of one: with whom to compare it.
 * @param {number} id
 */
export function compareChooser(id) {
  const others = byName.filter((other) => other !== id && scene.shown.has(other));
  if (!others.length) return null;
  const chooser = make("select", { id: "beside", "data-key": "beside", onchange: ({ target }) => change({ beside: Number(target.value) }) },
    make("option", { value: -1 }, _("Choose an organization")), ...others.map((other) => make("option", { value: other }, nameOf(other))));
  return make("div", { class: "control choose" }, make("label", { for: "beside" }, _("Compare with")), chooser);
}
