/** How far the map is on its way from one wave to the next, for all that draws. */
import { mixed } from "../geometry/fades.js";

/** @import { WrittenName } from "../drawing/names.js" */
/** @import { Thread } from "../drawing/threads.js" */
/** @import { Title } from "../drawing/titles.js" */
/** @import { Hull } from "../drawing/together.js" */
/** @typedef {{ id: number, radius: number, lit: boolean, silent: boolean }} Dot an organization's symbol as it was drawn */
/** @typedef {{ threads: readonly Thread[], dots: readonly Dot[], names: readonly WrittenName[], titles: readonly Title[], hulls: readonly Hull[] }} Drawing */

/** @type {Drawing} */
export const BLANK = { threads: [], dots: [], names: [], titles: [], hulls: [] };

/**
 * `moving` is the number of the animation frame, 0 when all is as it is to be; `share` how much of the way is done;
 * `before` what was drawn of the wave before; `going` and `coming` whose symbols fade.
 * @type {{ moving: number, share: number, before: Drawing, going: readonly Dot[], coming: ReadonlySet<number> }}
 */
export const fading = { moving: 0, share: 1, before: BLANK, going: [], coming: new Set() };

/** How much ink the symbol of an organization has that is on the map now. @param {number} id */
export const presence = (id) => (fading.coming.has(id) ? fading.share : 1);

/** Lines with their ink. @param {readonly Thread[]} now */
export const fadingThreads = (now) => mixed(fading.before.threads, now, fading.share, ({ key }) => key, ({ ink }) => ink);
/** Names with their ink. @param {readonly WrittenName[]} now */
export const fadingNames = (now) => mixed(fading.before.names, now, fading.share, ({ id, top }) => `${id} ${Math.round(top)}`);
/** Titles with their ink. @param {readonly Title[]} now */
export const fadingTitles = (now) => mixed(fading.before.titles, now, fading.share, ({ group, left, top }) => `${group.name} ${Math.round(left)} ${Math.round(top)}`);
/** Grounds and shapes with their ink. @param {readonly Hull[]} now */
export const fadingHulls = (now) => mixed(fading.before.hulls, now, fading.share, ({ name, path, around }) => `${name} ${path} ${around}`);
