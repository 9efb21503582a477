/** Two kinds of tie at once: the colour says which of them two organizations have, the width how strong the first is. */
import { make, makeSvg } from "../../shared/elements.js";
import { _ } from "../../shared/messages.js";
import { layers } from "../state/data.js";
import { scene, state } from "../state/state.js";

/** @import { Tie } from "../state/network.js" */
/** @typedef {"both" | "first" | "second"} Kinds */

/** @type {Record<Kinds, { colour: string, ink: number }>} */
const LOOKS = { both: { colour: "#0b5cad", ink: 0.75 }, first: { colour: "#5b6f82", ink: 0.4 }, second: { colour: "#b3541e", ink: 0.55 } };

/** @param {Tie} tie @returns {Kinds} */
const kindsOf = (tie) => { const other = scene.kinds?.get(tie); return other === tie ? "second" : other ? "both" : "first"; };

/** @param {Tie} tie */
export const kindLook = (tie) => LOOKS[kindsOf(tie)];

/** How many of the pairs that are drawn have both kinds, and only the one or the other. */
export function kindCounts() {
  const counts = { both: 0, first: 0, second: 0 };
  for (const tie of scene.kinds?.keys() ?? []) counts[kindsOf(tie)] += 1;
  return counts;
}

/** What each colour means. @returns {Record<Kinds, string>} */
export function kindNames() {
  const [first, second] = [layers[state.layer].name, layers[state.second].name];
  return { both: _("{first} and {second}", { first, second }), first: _("{kind} only", { kind: first }), second: _("{kind} only", { kind: second }) };
}

/** The key to them. */
export function kindKey() {
  const names = kindNames();
  return /** @type {const} */ (["both", "first", "second"]).map((kinds) => make("li", { class: "kinds" },
    makeSvg("svg", { width: 42, height: 14, "aria-hidden": "true" }, makeSvg("path", { d: "M1 7h40", stroke: LOOKS[kinds].colour, "stroke-width": 3, "stroke-opacity": LOOKS[kinds].ink })), ` ${names[kinds]}`));
}
