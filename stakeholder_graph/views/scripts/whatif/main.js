/** Opens the page of what-if: who is chosen decides what it says, draws and counts. */
import { byId, make } from "../shared/elements.js";
import { LANGUAGE, _, _n } from "../shared/messages.js";
import { folded } from "../shared/names.js";
import { blockOf } from "../shared/page_block.js";
import { drawMap } from "./maps.js";
import { shownFor } from "./state.js";

/** @import { PageData, Shown } from "./state.js" */

const data = /** @type {PageData} */ (blockOf("data"));
const boxes = [.../** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(".list input"))];
const pairs = [.../** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(".pairs input"))];
const find = byId("find", HTMLInputElement), copied = byId("copied");

/** @type {(numbers: readonly number[]) => string} */
const listed = (numbers) => new Intl.ListFormat(LANGUAGE, { type: "conjunction" }).format(numbers.map((number) => data.names[number]));

/** @param {Shown} shown */
function titleOf({ title, gone, made }) {
  if (title !== null) return title;
  const connected = made.length ? _n("{count} pair introduced", "{count} pairs introduced", made.length) : "";
  return [gone.length ? _("Without {names}", { names: listed(gone) }) : "", connected].filter(Boolean).join("; ");
}

/** @type {(all: readonly HTMLInputElement[]) => number[]} */
const checked = (all) => all.filter((box) => box.checked).map((box) => Number(box.value));

function show() {
  const shown = shownFor(data, checked(boxes), checked(pairs)), title = titleOf(shown);
  byId("what-changes").textContent = title || _("Everybody stays");
  byId("said").replaceChildren(...shown.said.map((sentence) => make("li", {}, sentence)));
  byId("run").hidden = !shown.command;
  byId("command").textContent = shown.command;
  copied.textContent = "";
  byId("values", HTMLTableElement).tBodies[0].replaceChildren(...shown.values.map(([name, layer, before, after]) =>
    make("tr", { class: after && after !== before ? null : "same" },
      make("td", {}, name), make("td", {}, layer), make("td", { class: "number" }, before), make("td", { class: "number" }, after))));
  if (!data.map) return;
  drawMap(byId("before"), data.map, data.names, shown, false, _("The map as it is"));
  drawMap(byId("after"), data.map, data.names, shown, true, [title, ...shown.said].join(" ") || _("The map as it is"));
  for (const item of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".key li"))) {
    item.hidden = !shown[/** @type {"gone" | "joined" | "alone" | "cutOff" | "made" | "ended"} */ (item.dataset.of)].length;
  }
}

function filter() {
  const text = folded(find.value);
  for (const box of boxes) {
    const row = /** @type {HTMLElement} */ (box.closest("tr"));
    row.hidden = !box.checked && !folded(data.names[Number(box.value)]).includes(text);
  }
}

async function copy() {
  try {
    await navigator.clipboard.writeText(byId("command").textContent ?? "");
    copied.textContent = _("Copied");
  } catch {
    getSelection()?.selectAllChildren(byId("command"));
    copied.textContent = _("Selected: copy it with Ctrl+C or Cmd+C.");
  }
}

document.querySelector(".who")?.addEventListener("change", show);
find.addEventListener("input", filter);
byId("copy").addEventListener("click", copy);
byId("nobody").addEventListener("click", () => {
  for (const box of [...boxes, ...pairs]) box.checked = false;
  show();
});
// A browser may keep what was checked when the page was left.
show();
