/** SVG written as text. */

const escaped = (/** @type {unknown} */ text) => String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** @typedef {Record<string, string | number>} Values */

/**
 * An element.
 * @param {string} name
 * @param {Values} values its attributes
 * @param {string} inner what stands in it, already written
 */
export const tag = (name, values, inner = "") =>
  `<${name}${Object.entries(values).map(([key, value]) => ` ${key}="${escaped(value)}"`).join("")}>${inner}</${name}>`;

/**
 * An element that holds text.
 * @param {string} name
 * @param {Values} values
 * @param {string} content
 */
export const textTag = (name, values, content) => tag(name, values, escaped(content));

/** @param {number} value as exact as a picture needs it */
export const round = (value) => Math.round(value * 100) / 100;
