/**
 * Data that stand in the page as a block of JSON.
 * @param {string} id of the block
 * @returns {unknown} nothing where there is no such block, or no page
 */
export function blockOf(id) {
  const text = globalThis.document?.getElementById(id)?.textContent;
  return text ? JSON.parse(text) : undefined;
}
