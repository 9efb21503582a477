/** A pen that measures how wide texts are written. */
import { type } from "../state/data.js";

const context = document.createElement("canvas").getContext("2d");

/**
 * The pen, with a size in hand.
 * @param {number} size
 * @param {string | number} weight
 */
export function penOf(size = type.size, weight = "normal") {
  if (!context) throw new Error("This browser draws no canvas.");
  context.font = `${weight} ${size}px ${type.family}`;
  return context;
}

/** Kept when the page's font can be drawn with: a canvas, unlike text of the page, is not drawn again on its own. */
export const fontsReady = Promise.all(["normal", "bold"].map((weight) => document.fonts.load(`${weight} ${type.size}px ${type.family}`)));
