// Written by python -m tools.scripts from views/scripts/report: change its modules, not this.
(() => {
  // stakeholder_graph/views/scripts/shared/elements.js
  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener(name.slice(2), value);
      else if (value !== false && value !== null && value !== void 0) element.setAttribute(name, value === true ? "" : String(value));
    }
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  // stakeholder_graph/views/scripts/shared/files.js
  function saveFile(blob, name) {
    const link = make("a", { href: URL.createObjectURL(blob), download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 1e4);
  }

  // stakeholder_graph/views/scripts/report/spreadsheet.js
  function plainCell(text) {
    const line = text.trim().replace(/\s+/g, " ");
    return /^[=+@]|^-(?![\d.]+$)/.test(line) ? `'${line}` : line;
  }
  var asLines = (rows) => rows.map((row) => row.map(plainCell).join("	")).join("\n");

  // stakeholder_graph/views/scripts/report/chart_data.js
  async function useData(button) {
    const data = button.closest(".data"), table = data?.querySelector("table");
    if (!data || !table) return;
    if (button.dataset.saves) {
      saveFile(new Blob(["\uFEFF", data.querySelector("pre")?.textContent ?? ""], { type: "text/csv;charset=utf-8" }), button.dataset.saves);
      return;
    }
    const copied = await copy(table), said = data.querySelector("[role=status]");
    if (said) said.textContent = (copied ? button.dataset.copied : button.dataset.selected) ?? "";
  }
  async function copy(table) {
    try {
      await navigator.clipboard.writeText(asLines([...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent ?? ""))));
      return true;
    } catch {
      getSelection()?.selectAllChildren(table);
      return false;
    }
  }

  // stakeholder_graph/views/scripts/report/main.js
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button[data-copied], button[data-saves]") : null;
    if (button instanceof HTMLElement) useData(button);
  });
})();
