/** The panel beside the map: two that are compared, the chosen one, the ties between sectors, or an open group of a large map. */
import { byId } from "../../shared/elements.js";
import { scene, state } from "../state/state.js";
import { compareContent } from "./compare.js";
import { detailsContent } from "./details.js";
import { groupContent, openGroup } from "../groups/details.js";
import { matrixContent } from "./matrix.js";

export const panel = byId("details");

/** Shows what is looked at. The focus stays where it was. */
export function showPanel() {
  const content = scene.beside >= 0 ? compareContent() : scene.chosen >= 0 ? detailsContent() : state.matrix ? matrixContent() : openGroup() >= 0 ? groupContent() : null;
  document.body.classList.toggle("with-details", content !== null);
  document.body.classList.toggle("wide", content !== null && (scene.beside >= 0 || (scene.chosen < 0 && state.matrix)));
  panel.hidden = content === null;
  const focused = document.activeElement;
  const key = focused instanceof HTMLElement && panel.contains(focused) ? focused.dataset.key : undefined;
  panel.replaceChildren(...content ?? []);
  if (key) [.../** @type {NodeListOf<HTMLElement>} */ (panel.querySelectorAll("[data-key]"))].find((element) => element.dataset.key === key)?.focus();
}
