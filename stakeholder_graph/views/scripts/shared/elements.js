/** Elements of a page: found by their ids, made with their attributes and children. Text is always text. */
import { INK } from "./colours.js";

/** @import { Sector } from "../page_data.js" */
/** @typedef {string | number | boolean | null | undefined | ((event: any) => void)} Attribute false and null leave it out */

/**
 * The element with an id, of the kind that is asked for.
 * @template {Element} [T=HTMLElement]
 * @param {string} id
 * @param {new () => T} [kind]
 * @returns {T}
 */
export function byId(id, kind) {
  const element = document.getElementById(id);
  if (!element || (kind && !(element instanceof kind))) throw new TypeError(`There is no ${kind?.name ?? "element"} #${id}`);
  return /** @type {T} */ (/** @type {unknown} */ (element));
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, Attribute>} attributes those that start with "on" are listeners
 * @param {...(Node | string | null)} children
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/**
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string | number>} values
 * @param {...(Node | string)} children
 */
export function makeSvg(tag, values, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(values)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/**
 * The symbol of a sector, for lists and legends.
 * @param {Sector} sector
 * @param {number} [size] in pixels; without it the style sheet decides
 */
export function swatch(sector, size) {
  /** @type {Record<string, number>} */
  const across = size === undefined ? {} : { width: size, height: size };
  return makeSvg("svg", { class: "swatch", ...across, viewBox: "-1.8 -1.8 3.6 3.6", "aria-hidden": "true" },
    makeSvg("path", { d: sector.path, fill: sector.colour, stroke: INK, "stroke-width": 0.22, "stroke-linejoin": "round" }));
}
