// The table beside a chart: copied as it is shown, for pasting into a spreadsheet, or saved as CSV.

"use strict";

document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-copied], button[data-saves]");
  if (!button) return;
  const data = button.closest(".data"), said = data.querySelector("[role=status]");
  if (button.dataset.saves) {
    saveText(data.querySelector("pre").textContent, button.dataset.saves);
    return;
  }
  const table = data.querySelector("table");
  try {
    await navigator.clipboard.writeText(asLines(table));
    said.textContent = button.dataset.copied;
  } catch {
    // Where a browser does not let pages write, the table is selected, to be copied by hand.
    getSelection().selectAllChildren(table);
    said.textContent = button.dataset.selected;
  }
});

// Cells between tabs; what a spreadsheet would take for a formula is text.
function asLines(table) {
  return [...table.rows].map((row) => [...row.cells].map((cell) => {
    const text = cell.textContent.trim().replace(/\s+/g, " ");
    return /^[=+@]|^-(?![\d.]+$)/.test(text) ? `'${text}` : text;
  }).join("\t")).join("\n");
}

function saveText(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
