/** Which screen or organization is shown, in the address after #. */

/** @typedef {{ screen: number, organization: number, notes: boolean }} Shown numbers; -1 for no organization */
/** @typedef {readonly { name: string }[]} Named */

/** @type {(shown: Shown, organizations: Named) => string} */
export function addressOf({ screen, organization }, organizations) {
  const parts = new URLSearchParams({ screen: String(screen + 1) });
  if (organization >= 0) parts.set("organization", organizations[organization].name);
  return parts.toString();
}

/** @type {(text: string, organizations: Named) => Omit<Shown, "notes">} */
export function shownIn(text, organizations) {
  const parts = new URLSearchParams(text), name = parts.get("organization");
  return {
    screen: (Number.parseInt(parts.get("screen") ?? "", 10) || 1) - 1,
    organization: organizations.findIndex((organization) => organization.name === name),
  };
}

/**
 * Whether an address is that of the window of notes.
 * @param {string} text after #
 */
export const isNotes = (text) => new URLSearchParams(text).has("notes");
