/**
 * A file that is typed in the room: a form, the rows so far, and one file to save, in which what was there before is
 * kept. What is typed stays in this browser until then, so that a closed window loses nothing.
 */
import { fromCsv, toCsv } from "../../shared/csv.js";
import { byId, make } from "../../shared/elements.js";
import { saveFile } from "../../shared/files.js";
import { _ } from "../../shared/messages.js";
import { about, organizations } from "../data.js";
import { together, without } from "./rows.js";
import { asShown, isBlank, rowOf } from "./typed_row.js";

/** @import { Row } from "../../shared/csv.js" */
/** @import { Column } from "./typed_row.js" */
/**
 * @typedef {object} TypedFile
 * @property {string} file
 * @property {readonly Column[]} columns
 * @property {readonly string[]} keys by which two rows are the same
 * @property {readonly string[]} [latest] columns in which a later row counts
 * @property {Row[]} earlier those that the folder had when the page was made
 * @property {(rows: Row[]) => void} [changed]
 */

const names = organizations.map(({ name }) => name);

/** @param {string} file */
const storeKey = (file) => `stakeholder-graph: ${about.partnership}, ${about.wave}, ${file}`;

/** @param {string} file @returns {Row[]} */
function stored(file) {
  try {
    const rows = JSON.parse(localStorage.getItem(storeKey(file)) ?? "[]");
    return Array.isArray(rows) ? rows.filter((row) => row && typeof row === "object") : [];
  } catch { return []; }
}

/** @param {string} file @param {Row[]} rows */
function store(file, rows) {
  try { localStorage.setItem(storeKey(file), JSON.stringify(rows)); } catch { /* a browser that keeps nothing */ }
}

/**
 * The field of a column.
 * @param {Column} column
 */
function field({ header, label, is, needed, choices = [] }) {
  const name = { name: header, required: needed };
  const input = is === "choice"
    ? make("select", name, ...["", ...choices].map((choice) => make("option", { value: choice }, choice)))
    : make("input", { ...name, type: is === "date" ? "date" : "text", autocomplete: "off", maxlength: "300", list: is === "organization" || is === "partners" ? "organization-names" : null });
  return make("label", {}, label, input);
}

/**
 * Builds the form and the table of a file.
 * @param {HTMLElement} place
 * @param {TypedFile} said
 * @returns {() => Row[]} the rows that were typed
 */
export function startTyping(place, { file, columns, keys, latest = [], earlier, changed = () => {} }) {
  const headers = columns.map(({ header }) => header), asked = columns.filter(({ is }) => is !== "later");
  /** @type {Row[]} */
  let opened = [];
  /** @type {Set<string>} */
  const doubted = new Set();
  let typed = without(stored(file), earlier, keys);
  const wrong = make("p", { class: "wrong", role: "alert" }), body = make("tbody"), saved = make("p", { role: "status" });
  const form = make("form", { novalidate: true }, ...asked.map(field), make("button", { type: "submit" }, _("Add")));
  const input = make("input", { type: "file", accept: ".csv" });

  function keep() {
    store(file, typed);
    saved.textContent = "";
    body.replaceChildren(...typed.map((row) => make("tr", {}, ...asked.map((column) => make("td", {}, asShown(column, row[column.header] ?? "", names))),
      make("td", {}, make("button", { type: "button", onclick: () => { typed = typed.filter((other) => other !== row); keep(); } }, _("Remove"))))));
    changed(typed);
  }

  /** Adds what is typed in the form; where it is not complete, says so and gives back what is wrong. */
  function add() {
    try {
      const values = Object.fromEntries(columns.map(({ header }) => [header, String(new FormData(form).get(header) ?? "")]));
      typed = together([typed, [rowOf(columns, values, names, doubted)]], keys, latest);
      wrong.textContent = "";
      form.reset();
      doubted.clear();
      keep();
      return "";
    } catch (error) {
      wrong.textContent = error instanceof RangeError ? error.message : String(error);
      return wrong.textContent;
    }
  }

  function save() {
    const isTouched = !isBlank(Object.fromEntries([...new FormData(form)].map(([header, value]) => [header, String(value)])));
    const problem = isTouched ? add() : "";
    if (problem) {
      saved.textContent = "";
      wrong.textContent = _("Nothing is saved yet, because something in the form waits to be added. {problem} You can also empty the form.", { problem });
      return;
    }
    wrong.textContent = "";
    saveFile(new Blob([toCsv(headers, together([opened, earlier, typed], keys, latest))], { type: "text/csv;charset=utf-8" }), file);
    saved.textContent = _("Saved. Put {file} into the folder of the partnership.", { file });
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!add()) form.querySelector("input")?.focus();
  });
  input.addEventListener("change", async () => {
    opened = fromCsv(await input.files?.[0]?.text() ?? "");
    saved.textContent = _("{count} rows of the file are kept.", { count: opened.length });
  });
  place.append(form, wrong,
    make("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": file }, make("table", {},
      make("thead", {}, make("tr", {}, ...asked.map(({ label }) => make("th", { scope: "col" }, label)), make("th", { scope: "col" }, make("span", { class: "for-ears" }, _("Remove"))))), body)),
    make("div", { class: "after" },
      make("label", {}, _("If the folder has a {file} already, choose it first, so that nothing in it is lost:", { file }), " ", input),
      make("button", { type: "button", onclick: save }, _("Save {file}", { file }))), saved);
  keep();
  return () => typed;
}

/** Offers the names of the list wherever one is typed. */
export const offerNames = () => byId("organization-names").replaceChildren(...names.map((name) => make("option", { value: name })));
