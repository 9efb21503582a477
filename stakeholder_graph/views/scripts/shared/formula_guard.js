/** Texts that a spreadsheet would compute, kept as texts, by the same rule as the files that Python writes. */

const COMPUTED = /^(?:[\s"'\u200b\ufeff]*[=+\-@＝＋－＠]|'*[\t\r\n])/;
// A number is what it says; a sign alone is a word, such as "-" for what is not known.
const HARMLESS = /^(?:-\d+(?:\.\d+)?|-\.\d+|[=+\-@＝＋－＠])$/;

/** @param {string} text */
export const guarded = (text) => (COMPUTED.test(text) && !HARMLESS.test(text) ? `'${text}` : text);

/** @param {string} text */
export const unguarded = (text) => (text.startsWith("'") && COMPUTED.test(text.slice(1)) ? text.slice(1) : text);
