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
