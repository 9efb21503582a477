// Written by python -m tools.scripts from views/scripts/report: change its modules, not this.
(() => {
  // stakeholder_graph/views/scripts/shared/elements.js
  function byId(id, kind) {
    const element = document.getElementById(id);
    if (!element || kind && !(element instanceof kind)) throw new TypeError(`There is no ${kind?.name ?? "element"} #${id}`);
    return (
      /** @type {T} */
      /** @type {unknown} */
      element
    );
  }
  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener(name.slice(2), value);
      else if (value !== false && value !== null && value !== void 0) element.setAttribute(name, value === true ? "" : String(value));
    }
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  // stakeholder_graph/views/scripts/shared/page_block.js
  function blockOf(id) {
    const text = globalThis.document?.getElementById(id)?.textContent;
    return text ? JSON.parse(text) : void 0;
  }

  // stakeholder_graph/views/scripts/shared/messages.js
  function translator(language, texts) {
    const rules = new Intl.PluralRules(language);
    const written = (value) => typeof value === "number" ? value.toLocaleString(language) : String(value);
    const filled = (text, fields) => text.replace(/\{(\w+)\}/g, (gap, name) => Object.hasOwn(fields, name) ? written(fields[name]) : gap);
    const translated = (text) => {
      const known = Object.hasOwn(texts, text) ? texts[text] : text;
      return typeof known === "string" ? known : text;
    };
    const formed = (one, many, count) => {
      const known = Object.hasOwn(texts, one) ? texts[one] : void 0;
      const forms = typeof known === "object" ? known : (
        /** @type {Record<string, string>} */
        { one, other: many }
      );
      return forms[rules.select(count)] ?? forms.other ?? many;
    };
    return {
      _: (text, fields = {}) => filled(translated(text), fields),
      _n: (one, many, count, fields = {}) => filled(formed(one, many, count), { count, ...fields })
    };
  }
  var LANGUAGE = globalThis.document?.documentElement.lang || "en";
  var { _, _n } = translator(
    LANGUAGE,
    /** @type {Translations} */
    blockOf("texts") ?? {}
  );

  // stakeholder_graph/views/scripts/shared/names.js
  var collator = new Intl.Collator(LANGUAGE, { sensitivity: "base", numeric: true });
  var compareNames = collator.compare;
  var folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  // stakeholder_graph/views/scripts/report/find.js
  var wordsOf = (text) => folded(text).split(/\s+/).filter(Boolean);
  var hasAll = (text, words) => words.every((word) => text.includes(word));
  function shownOf({ head, rest, rows }, words) {
    if (hasAll(head, words)) return { shown: true, rows: null };
    const missing = words.filter((word) => !head.includes(word));
    const hits = new Set([...rows.keys()].filter((k) => hasAll(rows[k], missing)));
    if (hits.size) return { shown: true, rows: hits };
    return { shown: hasAll(rest, missing), rows: null };
  }
  var nothingBelow = (below) => below.length > 0 && below.every(({ hidden }) => hidden);

  // stakeholder_graph/views/scripts/report/appendix_search.js
  var allIn = (within, selector) => [.../** @type {NodeListOf<HTMLElement>} */
  within.querySelectorAll(selector)];
  var textOf = (element) => folded(element?.textContent ?? "");
  function entryOf(element) {
    const rows = allIn(element, "tbody tr"), tables = allIn(element, "table, details");
    const head = `${textOf(element.closest(".section")?.querySelector(".section-title"))} ${textOf(element.querySelector("header"))}`;
    const rest = [...element.querySelectorAll("p, dt, dd, caption, thead, summary, svg text, svg title")].map(textOf).join(" ");
    return { element, rows, tables, findable: { head, rest, rows: rows.map(textOf) } };
  }
  function startAppendixSearch() {
    const appendix = document.getElementById("appendix");
    if (!appendix) return;
    const field = byId("find-in-appendix", HTMLInputElement), said = byId("found-in-appendix");
    const sections = allIn(appendix, ".section"), contents = allIn(appendix, ".contents-of-appendix li, .contents-of-appendix div");
    let entries;
    const unfolded = /* @__PURE__ */ new Set();
    const unfoldAround = (row) => {
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
      for (const line of contents) line.hidden = Boolean(document.getElementById(line.querySelector("a")?.hash.slice(1) ?? "")?.hidden);
      said.textContent = !words.length ? "" : !findings ? _("Nothing in the appendix has these words.") : [_n("{count} finding", "{count} findings", findings), lines ? _n("{count} row", "{count} rows", lines) : ""].filter(Boolean).join(" · ");
    };
    field.addEventListener("input", show);
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !field.value) return;
      event.preventDefault();
      field.value = "";
      show();
    });
    field.parentElement.hidden = false;
  }

  // stakeholder_graph/views/scripts/shared/files.js
  function saveFile(blob, name) {
    const link = make("a", { href: URL.createObjectURL(blob), download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 1e4);
  }

  // stakeholder_graph/views/scripts/shared/formula_guard.js
  var COMPUTED = /^(?:[\s"'\u200b\ufeff]*[=+\-@＝＋－＠]|'*[\t\r\n])/;
  var HARMLESS = /^(?:-\d+(?:\.\d+)?|-\.\d+|[=+\-@＝＋－＠])$/;
  var guarded = (text) => COMPUTED.test(text) && !HARMLESS.test(text) ? `'${text}` : text;

  // stakeholder_graph/views/scripts/report/spreadsheet.js
  function plainCell(text) {
    return guarded(text.trim().replace(/\s+/g, " "));
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
  startAppendixSearch();
})();
