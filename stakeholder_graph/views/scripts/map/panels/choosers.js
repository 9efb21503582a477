/** Selects, sliders and other inputs of the page. */
import { byId, make } from "../../shared/elements.js";

/** @param {string} id */
export const select = (id) => byId(id, HTMLSelectElement);
/** @param {string} id */
export const input = (id) => byId(id, HTMLInputElement);
/** @param {string} id */
export const button = (id) => byId(id, HTMLButtonElement);

/**
 * Acts on what is chosen.
 * @param {string} id of a select or an input
 * @param {(value: string) => void} act
 * @param {"change" | "input"} event
 */
export function onChoice(id, act, event = "change") {
  byId(id).addEventListener(event, ({ target }) => {
    if (target instanceof HTMLSelectElement || target instanceof HTMLInputElement) act(target.value);
  });
}

/**
 * Fills a select, and hides it with its label where there is nothing to choose.
 * @param {string} id
 * @param {readonly (readonly [string | number, string])[]} entries value and text
 * @param {boolean} useful
 */
export function fill(id, entries, useful) {
  select(id).replaceChildren(...entries.map(([value, text]) => make("option", { value }, text)));
  byId(`${id}-control`).hidden = !useful;
}
