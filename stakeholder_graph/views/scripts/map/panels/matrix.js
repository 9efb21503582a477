/** Ties between sectors as a table of what is drawn; a field of it lights its ties and organizations on the map. */
import { byId, make, swatch } from "../../shared/elements.js";
import { clamp } from "../../shared/keys.js";
import { _, _n } from "../../shared/messages.js";
import { about, sectors } from "../state/data.js";
import { judged, mixing, pairWords, sectorsShown } from "../state/mixing.js";
import { change, scene, state } from "../state/state.js";
import { closeButton } from "./parts.js";

const MARKS = { more: "▲", fewer: "▼" };
const THAN_CHANCE = { more: _("more than usual"), fewer: _("fewer than usual") };

/** @returns {(Node | string)[]} */
export function matrixContent() {
  const counts = mixing(), shown = sectorsShown(), most = Math.max(1, ...counts.flat());
  const [chosenRow, chosenColumn] = state.between ?? [shown[0], shown[0]];
  const field = (/** @type {number} */ row, /** @type {number} */ column) => {
    const count = counts[row][column], verdict = judged(row, column), pressed = Boolean(state.between) && row === chosenRow && column === chosenColumn;
    const button = make("button", { type: "button", "data-row": row, "data-column": column, "data-key": `field-${row}-${column}`, "aria-pressed": String(pressed),
      tabindex: row === chosenRow && column === chosenColumn ? 0 : -1, "aria-label": [pairWords(row, column, count), verdict ? THAN_CHANCE[verdict] : ""].filter(Boolean).join(", "),
      onclick: () => change({ between: pressed ? null : [row, column], chosen: -1, item: -1 }) }, String(count), verdict ? make("i", {}, MARKS[verdict]) : null);
    if (!pressed) button.style.backgroundColor = count ? `rgba(11,92,173,${(0.06 + 0.3 * count / most).toFixed(3)})` : "#fff";
    return make("td", {}, button);
  };
  const grid = make("table", { class: "matrix" },
    make("caption", { class: "for-ears" }, _("How many drawn connections join each two sectors. Arrow keys move, Enter shows them on the map.")),
    make("thead", {}, make("tr", {}, make("td", {}), ...shown.map((k) => make("th", { scope: "col", title: sectors[k].name }, swatch(sectors[k], 20), make("span", { class: "for-ears" }, sectors[k].name))))),
    make("tbody", {}, ...shown.map((row) => make("tr", {}, make("th", { scope: "row" }, make("span", {}, swatch(sectors[row], 20), " ", sectors[row].name)), ...shown.map((column) => field(row, column))))));
  grid.addEventListener("keydown", (event) => alongMatrix(event, grid));
  const marked = shown.some((row) => shown.some((column) => judged(row, column)));
  const oneWay = shown.some((row) => shown.some((column) => judged(row, column) !== judged(column, row)));
  return [
    closeButton(_("Close"), () => { change({ matrix: false, between: null }); byId("matrix").focus(); }),
    make("h2", {}, about.condensed?.kind === "connections" ? _("Connections between groups") : _("Connections between sectors")),
    make("p", { class: "muted" }, about.condensed ? _("Each number counts connections. Choose one to see it on the map.") : _("Each number counts the connections that are drawn. Choose one to see them on the map.")),
    make("div", { class: "scroll" }, grid),
    about.namings ? make("p", { class: "muted" }, _("Counted are pairs: two organizations that named each other are one pair here, and two mentions in the report.")) : "",
    marked ? make("p", { class: "muted" }, oneWay
      ? _("▲ more and ▼ fewer connections than usual, from the sector of the row to that of the column. All others: as expected, or too close to call.")
      : _("▲ more and ▼ fewer connections than usual. All others: as expected, or too close to call.")) : "",
    make("p", { class: "between", role: "status" }, state.between ? betweenWords(...state.between, counts) : ""),
  ];
}

/** @type {(one: number, other: number, counts: number[][]) => string} */
function betweenWords(one, other, counts) {
  const count = counts[one][other], pair = pairWords(one, other, count);
  const joined = count && about.condensed ? `${pair}.` : count ? _n("{pair}, joining {count} organization.", "{pair}, joining {count} organizations.", scene.lit.size, { pair }) : _("{pair} drawn.", { pair });
  const [there, back] = [judged(one, other), judged(other, one)];
  const verdict = there && there === back ? [there === "more" ? _("That is more than usual.") : _("That is fewer than usual.")]
    : [wayWords(one, other, there), wayWords(other, one, back)];
  return [joined, ...verdict].filter(Boolean).join(" ");
}

/**
 * What the findings say of the ties from one sector to another.
 * @type {(one: number, other: number, verdict: "more" | "fewer" | undefined) => string}
 */
function wayWords(one, other, verdict) {
  const names = { one: sectors[one].name, other: sectors[other].name };
  if (verdict === "more") return _("From {one} to {other} there are more than usual.", names);
  return verdict ? _("From {one} to {other} there are fewer than usual.", names) : "";
}

/** @type {Record<string, [number, number]>} */
const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/**
 * Arrow keys go from field to field.
 * @param {KeyboardEvent} event
 * @param {HTMLElement} grid
 */
function alongMatrix(event, grid) {
  const step = STEPS[event.key], at = event.target instanceof HTMLElement ? event.target.dataset : {};
  if (!step || at.row === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  const shown = sectorsShown(), moved = [at.row, at.column].map((k, axis) => shown[clamp(shown.indexOf(Number(k)) + step[axis], 0, shown.length - 1)]);
  for (const button of grid.querySelectorAll("button")) {
    const here = Number(button.dataset.row) === moved[0] && Number(button.dataset.column) === moved[1];
    button.tabIndex = here ? 0 : -1;
    if (here) button.focus();
  }
}
