/** What the wall and the window of notes say to each other. Each takes only what it knows; text stays text. */

/**
 * @typedef {{ kind: "hello" } | { kind: "go", screen: number } | { kind: "turn", step: number }
 *   | { kind: "taken on", rows: string[][] } | { kind: "at", screen: number }} Said
 */

const MARK = "stakeholder-graph notes", MOST_ROWS = 200;
// Who, with whom, first step and by when.
const COLUMNS = 4;

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
  if (said.kind === "taken on" && Array.isArray(said.rows)) {
    const rows = said.rows.filter((row) => Array.isArray(row) && row.length === COLUMNS && row.every((cell) => typeof cell === "string"));
    return { kind: "taken on", rows: rows.slice(0, MOST_ROWS) };
  }
  return null;
}
