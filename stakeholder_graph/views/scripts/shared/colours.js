/** Colours that scripts draw with. */

export const INK = "#16232e", ACCENT = "#0b5cad", LINE_COLOUR = "#5b6f82";

const channels = (/** @type {string} */ colour) => [1, 3, 5].map((k) => parseInt(colour.slice(k, k + 2), 16));

/**
 * A pale tint of a colour, on white.
 * @param {string} colour as `#rrggbb`
 * @param {number} share how much of it is left, from 0 to 1
 */
export const tint = (colour, share) => `rgb(${channels(colour).map((c) => Math.round(255 - (255 - c) * share)).join(",")})`;

/**
 * A darker colour: by default one as dark as text has to be on white.
 * @param {string} colour as `#rrggbb`
 * @param {number} [share] how much of its light is left
 */
export const shade = (colour, share = 0.5) => `rgb(${channels(colour).map((c) => Math.round(c * share)).join(",")})`;
