"use strict";
// Texts in the page's language, marked as in Python with _ and, where a number decides, _n; fields are in braces.
// In English a text is its own translation; other languages' pages carry theirs in the block "texts".

const LANGUAGE = document.documentElement.lang;
const { _, _n } = (() => {
  const texts = JSON.parse(document.getElementById("texts")?.textContent ?? "{}");
  const rules = new Intl.PluralRules(LANGUAGE);
  const written = (value) => (typeof value === "number" ? value.toLocaleString(LANGUAGE) : value);
  const filled = (text, fields) => text.replace(/\{(\w+)\}/g, (gap, name) => (Object.hasOwn(fields, name) ? written(fields[name]) : gap));
  const translated = (text) => (Object.hasOwn(texts, text) ? texts[text] : text);
  // The translations of a plural by its forms.
  const formed = (one, many, count) => {
    const forms = Object.hasOwn(texts, one) ? texts[one] : { one, other: many };
    return forms[rules.select(count)] ?? forms.other;
  };
  return {
    _: (text, fields = {}) => filled(translated(text), fields),
    _n: (one, many, count, fields = {}) => filled(formed(one, many, count), { count, ...fields }),
  };
})();
