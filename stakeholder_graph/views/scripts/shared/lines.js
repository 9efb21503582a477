/** Words in lines. */

/**
 * Puts words into lines, each as full as it can be; a word that fits nowhere has a line of its own.
 * @param {Iterable<string>} words
 * @param {(line: string) => boolean} fits
 */
export function inLines(words, fits) {
  /** @type {string[]} */
  const lines = [];
  for (const word of words) {
    const joined = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && fits(joined)) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

/**
 * A text in lines no wider than the paper.
 * @param {string} text
 * @param {{ measureText: (text: string) => { width: number } }} pen
 * @param {number} width
 */
export const wrapped = (text, pen, width) => inLines(text.split(/\s+/), (line) => pen.measureText(line).width <= width);
