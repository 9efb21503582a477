/** The point: one sentence that counts what is shown, as shares of it. */
import { _, _n } from "../../shared/messages.js";
import { groupNumber, way } from "../drawing/blocks.js";
import { kindCounts, kindNames } from "../looks/kind_looks.js";
import { about, items, nameOf, tiesShown } from "../state/data.js";
import { mixing } from "../state/mixing.js";
import { judging, organizationCount, partnerCount, scene, state, tieCount } from "../state/state.js";

/** What the map shows in a sentence; blank where it is said elsewhere, or nothing can be counted. */
export function pointSaid() {
  if (!tiesShown || judging() || scene.beside >= 0 || state.between || state.told >= 0) return "";
  if (scene.chosen >= 0) {
    return _n("{organization} works with {count} of {others} others.", "{organization} works with {count} of {others} others.", partnerCount(scene.chosen), { organization: nameOf(scene.chosen), others: organizationCount() - 1 });
  }
  return state.item >= 0 ? itemSaid() : scene.kinds ? kindsSaid() : sharesSaid();
}

/** Who works on something, and how many of their pairs are connected. */
function itemSaid() {
  const count = scene.lit.size, pairs = count * (count - 1) / 2, item = items[state.item].name;
  const who = _n("{count} organization: {item}.", "{count} organizations: {item}.", count, { item });
  if (pairs < 1) return who;
  const connected = scene.visible.filter((tie) => scene.litTie(tie)).length;
  return `${who} ${_n("{count} of their {pairs} pairs is connected.", "{count} of their {pairs} pairs are connected.", connected, { pairs })}`;
}

/** How many pairs have both kinds of tie. */
function kindsSaid() {
  const { both, first, second } = kindCounts(), names = kindNames();
  return [[names.both, both], [names.first, first], [names.second, second]].map(([kinds, count]) => _("{kinds}: {count}", { kinds, count })).join(" · ");
}

/** How many of the connections that are drawn stay within a group. */
function sharesSaid() {
  const all = tieCount();
  // Groups that were found by connections have most of them inside, whatever the network.
  if (!all || about.condensed?.kind === "connections" || (!about.condensed && groupNumber(scene.visible[0].from) < 0)) return "";
  const within = about.condensed ? mixing().reduce((sum, counts, k) => sum + counts[k], 0) : scene.visible.filter(({ from, to }) => groupNumber(from) === groupNumber(to)).length;
  const fields = { within, all, share: Math.round(100 * within / all), group: way()?.title.toLowerCase() ?? "" };
  return way() ? _("{within} of {all} connections ({share} %) stay within one {group}, each counted once even if both sides name it.", fields) : _("{within} of {all} connections ({share} %) stay within one sector, each counted once even if both sides name it.", fields);
}
