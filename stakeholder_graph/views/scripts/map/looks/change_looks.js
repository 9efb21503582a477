/** How the lines of gained, kept and ended ties look, on the map and in its key. */
import { make, makeSvg } from "../../shared/elements.js";
import { changeCounts, changeName } from "../state/change_words.js";
import { CHANGES } from "../state/changes.js";

/** @import { Change } from "../state/changes.js" */
/** @typedef {{ width: number, dashes: number[] | false, colour: string, ink: number }} LineLook `ink` is how opaque the line is */

/** @type {Record<Change, LineLook>} */
const CHANGE_LOOKS = {
  gained: { width: 2.8, dashes: false, colour: "#00724f", ink: 0.8 },
  newly: { width: 1.8, dashes: false, colour: "#00724f", ink: 0.6 },
  kept: { width: 1.1, dashes: false, colour: "#5b6f82", ink: 0.38 },
  ended: { width: 2.2, dashes: [10, 6], colour: "#a83c00", ink: 0.8 },
  unnamed: { width: 1.6, dashes: [6, 6], colour: "#a83c00", ink: 0.6 },
  now: { width: 1.4, dashes: [1.5, 4], colour: "#00724f", ink: 0.5 },
  then: { width: 1.4, dashes: [6, 4, 1.5, 4], colour: "#a83c00", ink: 0.42 },
};
/** @param {Change} change */
export const changeLook = (change) => CHANGE_LOOKS[change];

/** The key to them: only what is drawn, in the looks that it has. */
export function changeKey() {
  const counts = changeCounts();
  return CHANGES.filter((change) => counts.get(change)).map((change) => {
    const { width, dashes, colour, ink } = changeLook(change);
    const look = { d: "M1 7h40", stroke: colour, "stroke-width": width, "stroke-opacity": ink, "stroke-dasharray": dashes ? dashes.join(" ") : "none" };
    const svg = makeSvg("svg", { width: 42, height: 14, "aria-hidden": "true" }, makeSvg("path", look));
    return make("li", { class: "change" }, svg, ` ${changeName(change)}`);
  });
}
