/** The change between two waves in words. */
import { _, _n } from "../../shared/messages.js";
import { CHANGES, knowsAnswers } from "./changes.js";
import { about, network, organizations, waves } from "./data.js";
import { judging, scene, state } from "./state.js";

/** @import { Change } from "./changes.js" */

// Waves that are called by their years are years.
const yearly = waves.every((wave) => /^\d{4}$/.test(wave));
const known = knowsAnswers(network);

/**
 * How a change is called; in the room nobody can tell a tie that ended from one that was not reported again.
 * @param {Change} change
 * @returns {string}
 */
export function changeName(change) {
  const [now, then] = [waves[state.wave], waves[state.since]];
  const name = known ? { gained: _("gained"), kept: _("kept"), ended: _("ended"), now: knownIn(now, then), then: knownIn(then, now) }
    : { gained: "", kept: _("drawn in both"), ended: "", now: drawnIn(now, then), then: drawnIn(then, now) };
  return name[change];
}

/** @type {(wave: string, other: string) => string} */
const drawnIn = (wave, other) => _("drawn in {wave}, not in {other}", { wave, other });
/** @type {(wave: string, other: string) => string} */
const knownIn = (wave, other) => _("in {wave}, not known in {other}", { wave, other });

/** Why a line in one wave only need not be a change; nothing where everyone was asked, and answered, both times. */
export function changeDoubt() {
  if (!scene.changes || known) return "";
  const both = [state.wave, state.since];
  const same = both.every((wave) => about.answers[wave].everyone) && organizations.every(({ waves: listed }) => listed.includes(both[0]) === listed.includes(both[1]));
  if (same) return "";
  if (!about.known) {
    return yearly ? _("Nothing says who answered, so it is not known whether a connection that is drawn in one year only was gained or ended.")
      : _("Nothing says who answered, so it is not known whether a connection that is drawn in one survey only was gained or ended.");
  }
  return yearly ? _("Not all organizations answered in both years, so it is not known whether a connection that is drawn in one year only was gained or ended.")
    : _("Not all organizations answered in both surveys, so it is not known whether a connection that is drawn in one survey only was gained or ended.");
}

/** How many of the drawn ties there are of each change. */
export function changeCounts() {
  const counts = new Map(CHANGES.map((change) => [change, 0]));
  for (const tie of scene.drawn) {
    const change = scene.changes?.get(tie);
    if (change) counts.set(change, (counts.get(change) ?? 0) + 1);
  }
  return counts;
}

/** The change in words: counts of what is drawn. */
export function changeWords() {
  const counts = changeCounts(), [gained, kept, ended, now, then] = CHANGES.map((change) => counts.get(change) ?? 0);
  const fields = { gained, kept, ended, now, then, wave: waves[state.wave], since: waves[state.since] }, unsure = now + then;
  if (!known) {
    const words = judging() ? _("Pairs judged since {since}: {kept} drawn in both, {now} in {wave} only, {then} in {since} only.", fields)
      : _("Connections since {since}: {kept} drawn in both, {now} in {wave} only, {then} in {since} only.", fields);
    return [words, changeDoubt()].filter(Boolean).join(" ");
  }
  const words = judging() ? _("Pairs judged since {since}: {gained} gained, {kept} kept, {ended} ended.", fields)
    : _("Connections since {since}: {gained} gained, {kept} kept, {ended} ended.", fields);
  const doubt = !unsure ? "" : yearly
    ? _n("{count} more is known in one of the two years only: in the other not both sides answered about each other.", "{count} more are known in one of the two years only: in the other not both sides answered about each other.", unsure)
    : _n("{count} more is known in one of the two surveys only: in the other not both sides answered about each other.", "{count} more are known in one of the two surveys only: in the other not both sides answered about each other.", unsure);
  return [words, doubt].filter(Boolean).join(" ");
}
