/** What the wall and the window of notes say to each other. Each takes only what it knows; text stays text. */

/**
 * @typedef {{ kind: "hello" } | { kind: "go", screen: number } | { kind: "turn", step: number }
 *   | { kind: "taken on", texts: string[] } | { kind: "at", screen: number }} Said
 */

const MARK = "stakeholder-graph notes", MOST_TEXTS = 200;

/** @param {unknown} value */
const isNumber = (value) => typeof value === "number" && Number.isInteger(value);

/** @param {Said} said */
export const packed = (said) => ({ mark: MARK, ...said });

/**
 * What was said; nothing where it was not one of the two pages that said it.
 * @param {unknown} data
 * @returns {Said | null}
 */
export function unpacked(data) {
  if (!data || typeof data !== "object") return null;
  const said = /** @type {Record<string, unknown>} */ (data);
  if (said.mark !== MARK) return null;
  if (said.kind === "hello") return { kind: "hello" };
  if ((said.kind === "go" || said.kind === "at") && isNumber(said.screen)) return { kind: said.kind, screen: Number(said.screen) };
  if (said.kind === "turn" && (said.step === 1 || said.step === -1)) return { kind: "turn", step: said.step };
  if (said.kind === "taken on" && Array.isArray(said.texts)) {
    return { kind: "taken on", texts: said.texts.filter((text) => typeof text === "string").slice(0, MOST_TEXTS) };
  }
  return null;
}
