/** The change between two waves in words, for the backbone alone: on other maps nothing is drawn as changed. */
import { _, _n } from "../../shared/messages.js";
import { CHANGES } from "./changes.js";
import { waves } from "./data.js";
import { judging, scene, state } from "./state.js";

/** @import { Change } from "./changes.js" */

// Waves that are called by their years are years.
const yearly = waves.every((wave) => /^\d{4}$/.test(wave));

/**
 * How a change is called.
 * @param {Change} change
 * @returns {string}
 */
export function changeName(change) {
  const [now, then] = [waves[state.wave], waves[state.since]];
  return {
    gained: _("gained"), newly: _("newly named by one side"), kept: _("kept"), ended: _("ended"), unnamed: _("no longer named by one side"),
    now: knownIn(now, then), then: knownIn(then, now),
  }[change];
}

/** @type {(wave: string, other: string) => string} */
const knownIn = (wave, other) => _("in {wave}, not known in {other}", { wave, other });

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
  const counts = changeCounts(), [gained, newly, kept, ended, unnamed, now, then] = CHANGES.map((change) => counts.get(change) ?? 0);
  const fields = { gained, newly, kept, ended, unnamed, since: waves[state.since] }, unsure = now + then;
  const words = judging() ? _("Pairs judged since {since}: {gained} gained, {newly} newly judged by one side, {kept} kept, {ended} ended, {unnamed} no longer judged by one side.", fields)
    : _("Connections since {since}: {gained} gained, {newly} newly named by one side, {kept} kept, {ended} ended, {unnamed} no longer named by one side.", fields);
  const doubt = !unsure ? "" : yearly
    ? _n("{count} more is known in one of the two years only: not both sides answered about each other both times.", "{count} more are known in one of the two years only: not both sides answered about each other both times.", unsure)
    : _n("{count} more is known in one of the two surveys only: not both sides answered about each other both times.", "{count} more are known in one of the two surveys only: not both sides answered about each other both times.", unsure);
  return [words, doubt].filter(Boolean).join(" ");
}
