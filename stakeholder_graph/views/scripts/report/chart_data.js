/** The table beside a chart: copied as it is shown, for pasting into a spreadsheet, or saved as CSV. */
import { saveFile } from "../shared/files.js";
import { asLines } from "./spreadsheet.js";

/** @param {HTMLElement} button one that says what it saves, or what to say when it has copied */
export async function useData(button) {
  const data = button.closest(".data"), table = data?.querySelector("table");
  if (!data || !table) return;
  if (button.dataset.saves) {
    saveFile(new Blob(["\ufeff", data.querySelector("pre")?.textContent ?? ""], { type: "text/csv;charset=utf-8" }), button.dataset.saves);
    return;
  }
  const copied = await copy(table), said = data.querySelector("[role=status]");
  if (said) said.textContent = (copied ? button.dataset.copied : button.dataset.selected) ?? "";
}

/**
 * Copies a table. Where a browser does not let pages write, it is selected, to be copied by hand.
 * @param {HTMLTableElement} table
 * @returns {Promise<boolean>} whether it is copied
 */
async function copy(table) {
  try {
    await navigator.clipboard.writeText(asLines([...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent ?? ""))));
    return true;
  } catch {
    getSelection()?.selectAllChildren(table);
    return false;
  }
}
