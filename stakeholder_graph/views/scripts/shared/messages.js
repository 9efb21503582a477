/**
 * Texts in the page's language, marked as in Python with _ and, where a number decides, _n; fields are in braces.
 * In English a text is its own translation; pages in other languages carry theirs in the block "texts".
 */
import { blockOf } from "./page_block.js";

/** @typedef {Record<string, string | Record<string, string>>} Translations by text; plurals by their forms */
/** @typedef {Record<string, unknown>} Fields */

/**
 * Makes the two functions that put texts into a language.
 * @param {string} language
 * @param {Translations} texts
 */
export function translator(language, texts) {
  const rules = new Intl.PluralRules(language);
  const written = (/** @type {unknown} */ value) => (typeof value === "number" ? value.toLocaleString(language) : String(value));
  const filled = (/** @type {string} */ text, /** @type {Fields} */ fields) =>
    text.replace(/\{(\w+)\}/g, (gap, name) => (Object.hasOwn(fields, name) ? written(fields[name]) : gap));
  const translated = (/** @type {string} */ text) => {
    const known = Object.hasOwn(texts, text) ? texts[text] : text;
    return typeof known === "string" ? known : text;
  };
  /** @type {(one: string, many: string, count: number) => string} */
  const formed = (one, many, count) => {
    const known = Object.hasOwn(texts, one) ? texts[one] : undefined;
    const forms = typeof known === "object" ? known : /** @type {Record<string, string>} */ ({ one, other: many });
    return forms[rules.select(count)] ?? forms.other ?? many;
  };
  return {
    _: (/** @type {string} */ text, /** @type {Fields} */ fields = {}) => filled(translated(text), fields),
    _n: (/** @type {string} */ one, /** @type {string} */ many, /** @type {number} */ count, /** @type {Fields} */ fields = {}) =>
      filled(formed(one, many, count), { count, ...fields }),
  };
}

export const LANGUAGE = globalThis.document?.documentElement.lang || "en";
export const { _, _n } = translator(LANGUAGE, /** @type {Translations} */ (blockOf("texts") ?? {}));
