/** The field that searches the appendix: it leaves what has the words, unfolds where rows have them, and puts all back. */
import { byId } from "../shared/elements.js";
import { _, _n } from "../shared/messages.js";
import { folded } from "../shared/names.js";
import { nothingBelow, shownOf, wordsOf } from "./find.js";

/** @import { Findable } from "./find.js" */
/** @typedef {{ element: HTMLElement, rows: HTMLElement[], tables: HTMLElement[], findable: Findable }} Entry */

/** @type {(within: Element, selector: string) => HTMLElement[]} */
const allIn = (within, selector) => [.../** @type {NodeListOf<HTMLElement>} */ (within.querySelectorAll(selector))];

const textOf = (/** @type {Element | null | undefined} */ element) => folded(element?.textContent ?? "");

/**
 * A finding with its rows, read once: the page does not change.
 * @param {HTMLElement} element
 * @returns {Entry}
 */
function entryOf(element) {
  const rows = allIn(element, "tbody tr"), tables = allIn(element, "table, details");
  const head = `${textOf(element.closest(".section")?.querySelector(".section-title"))} ${textOf(element.querySelector("header"))}`;
  const rest = [...element.querySelectorAll("p, dt, dd, caption, thead, summary, svg text, svg title")].map(textOf).join(" ");
  return { element, rows, tables, findable: { head, rest, rows: rows.map(textOf) } };
}

export function startAppendixSearch() {
  const appendix = document.getElementById("appendix");
  if (!appendix) return;
  const field = byId("find-in-appendix", HTMLInputElement), said = byId("found-in-appendix");
  const sections = allIn(appendix, ".section"), contents = allIn(appendix, ".contents-of-appendix li, .contents-of-appendix div");
  /** @type {Entry[] | undefined} */
  let entries;
  /** @type {Set<HTMLDetailsElement>} */
  const unfolded = new Set();

  const unfoldAround = (/** @type {HTMLElement} */ row) => {
    for (let fold = row.closest("details"); fold && appendix.contains(fold); fold = fold.parentElement?.closest("details") ?? null) {
      if (!fold.open) unfolded.add(fold);
      fold.open = true;
    }
  };

  const show = () => {
    entries ??= allIn(appendix, ".section .block, #other-kinds .section-body").map(entryOf);
    const words = wordsOf(field.value);
    for (const fold of unfolded) fold.open = false;
    unfolded.clear();
    let findings = 0, lines = 0;
    for (const { element, rows, tables, findable } of entries) {
      const { shown, rows: hits } = shownOf(findable, words);
      element.hidden = !shown;
      findings += Number(shown);
      lines += hits?.size ?? 0;
      for (const [k, row] of rows.entries()) {
        row.hidden = hits !== null && !hits.has(k);
        if (hits?.has(k)) unfoldAround(row);
      }
      for (const table of tables) table.hidden = nothingBelow(rows.filter((row) => table.contains(row)));
    }
    for (const section of sections) section.hidden = nothingBelow(entries.filter(({ element }) => section.contains(element)).map(({ element }) => element));
    // A line of the contents goes with what it leads to; a title among them with its section.
    for (const line of contents) line.hidden = Boolean(document.getElementById(line.querySelector("a")?.hash.slice(1) ?? "")?.hidden);
    said.textContent = !words.length ? "" : !findings ? _("Nothing in the appendix has these words.")
      : [_n("{count} finding", "{count} findings", findings), lines ? _n("{count} row", "{count} rows", lines) : ""].filter(Boolean).join(" · ");
  };

  field.addEventListener("input", show);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !field.value) return;
    event.preventDefault();
    field.value = "";
    show();
  });
  // Without this script there is nothing to type into.
  /** @type {HTMLElement} */ (field.parentElement).hidden = false;
}
