/** The legend of sizes: three symbols with the values that they stand for, the middle one half of the largest. */
import { INK } from "../../shared/colours.js";
import { make, makeSvg } from "../../shared/elements.js";
import { _ } from "../../shared/messages.js";
import { mostOfSize, radiusFor } from "../drawing/stage.js";
import { state } from "../state/state.js";
import { threeDigits } from "../panels/parts.js";

export function sizeKey() {
  const most = mostOfSize(), half = state.size === "ties" ? Math.round(most / 2) : most / 2;
  const values = [...new Set([0, half, most])];
  let x = 0;
  const circles = values.map((value) => {
    const r = radiusFor(value, most), circle = makeSvg("circle", { cx: x + r + 1, cy: 15, r, fill: "#fff", stroke: INK, "stroke-width": 1.6 });
    x += 2 * r + 6;
    return circle;
  });
  const title = state.size === "ties" ? _("number of connections") : state.size;
  return make("li", { class: "size" }, makeSvg("svg", { width: Math.ceil(x), height: 30, "aria-hidden": "true" }, ...circles),
    ` ${_("{what}: {values}", { what: title, values: values.map(threeDigits).join(" · ") })}`);
}
