/** Opens the report. */
import { startAppendixSearch } from "./appendix_search.js";
import { useData } from "./chart_data.js";

document.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest("button[data-copied], button[data-saves]") : null;
  if (button instanceof HTMLElement) useData(button);
});
startAppendixSearch();
