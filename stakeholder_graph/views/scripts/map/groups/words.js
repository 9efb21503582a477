/** What is said of a group of a large map: on the drawing, in the table, to those who hear the page. */
import { _, _n, LANGUAGE } from "../../shared/messages.js";
import { about, organizations, sectors, tiesShown } from "../state/data.js";
import { mixing } from "../state/mixing.js";
import { isClosed, listedIn, organizationCount, organizationsOf, pairsOf, scene, state } from "../state/state.js";

/** @param {number} k */
const answeredOf = (k) => about.condensed?.groups[k].answered?.[state.wave];

/** How many of a group have answered; blank where the page does not say it, or all have. @param {number} k */
export function answeredWords(k) {
  const answered = answeredOf(k);
  return answered === undefined || answered === listedIn(k) ? "" : _n("{count} has answered", "{count} have answered", answered);
}

/** Whether anything is known of connections within a group: nobody there may have answered. @param {number} k */
const isKnownWithin = (k) => tiesShown && answeredOf(k) !== 0;

/** How many connections there are within a group, and between it and all others. @param {number} k */
export function tiesOfGroup(k) {
  const counts = mixing()[k];
  return { within: counts[k], across: counts.reduce((sum, count, other) => (other === k ? sum : sum + count), 0) };
}

/**
 * The lines under the symbol of a group.
 * @param {number} k
 * @param {number} count of those for whom it stands
 */
export function groupLines(k, count) {
  const { name } = sectors[k], open = !isClosed(k);
  if (!about.condensed) return { name, further: [organizationsOf(count)] };
  if (open) return { name: _("Others of {sector}", { sector: name }), further: [organizationsOf(count)] };
  return { name, further: [organizationsOf(count), answeredWords(k), isKnownWithin(k) ? _("{ties} within", { ties: pairsOf(tiesOfGroup(k).within) }) : ""].filter(Boolean) };
}

/** A group in a sentence. @param {number} k */
export function groupWords(k) {
  const count = organizationsOf(listedIn(k));
  if (!about.condensed) return count;
  const { within, across } = tiesOfGroup(k);
  const inside = isKnownWithin(k) ? _("{ties} within it", { ties: pairsOf(within) }) : "";
  return [count, answeredWords(k), inside, tiesShown ? _("{ties} with others", { ties: pairsOf(across) }) : ""].filter(Boolean).join(", ");
}

/** How many pairs within a group could be connected, as far as anybody who answered could say so. @param {number} k */
export function pairsWithin(k) {
  const n = listedIn(k), silent = n - (answeredOf(k) ?? n);
  return { known: (n * (n - 1) - silent * (silent - 1)) / 2, unknown: silent * (silent - 1) / 2 };
}

/** So many of a thousand, as exact as it is of use. @type {(count: number, all: number) => string} */
export const ofThousand = (count, all) => (1000 * count / all).toLocaleString(LANGUAGE, { maximumSignificantDigits: 2 });

/** Who of an opened group stands on the map, and who is counted only. @type {(drawn: number, counted: number) => string} */
export function drawnWords(drawn, counted) {
  if (!counted) return "";
  const fields = { drawn, counted };
  return scene.visible.length || scene.counted.length ? _n("Drawn is the {drawn} that has the most connections; {counted} more are counted only.", "Drawn are the {drawn} that have the most connections; {counted} more are counted only.", drawn, fields)
    : _n("Drawn is the first by name; {counted} more are counted only.", "Drawn are the first {drawn} by name; {counted} more are counted only.", drawn, fields);
}

/** What a large map leaves out; blank on any other. */
export function condensedSaid() {
  if (!about.condensed) return "";
  const held = organizations.filter(({ id }) => scene.shown.has(id)).length, counted = organizationCount() - held;
  if (!counted) return "";
  return [
    _("This network is too large to draw all of it."),
    tiesShown ? _("A group opens into those of its members that have the most connections, {held} in all; {counted} more are counted with their group, and so are their connections.", { held, counted })
      : _("A group opens into the first of its members by name, {held} in all; {counted} more are counted with their group.", { held, counted }),
    about.condensed.kind === "connections" ? _("There are no sectors to go by, so groups are organizations with many connections among each other.") : "",
  ].filter(Boolean).join(" ");
}
