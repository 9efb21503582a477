/** What the map shows, for those who do not see it. */
import { _, _n } from "../../shared/messages.js";
import { together } from "../drawing/together.js";
import { changeWords } from "../state/change_words.js";
import { about, byName, isStated, nameOf, organizations, sectors, tiesShown } from "../state/data.js";
import { organizationCount, organizationsOf, pairsOf, partnerCount as partners, scene, tieCount, state } from "../state/state.js";
import { condensedSaid } from "../groups/words.js";

export function summary() {
  const shown = byName.filter((id) => scene.shown.has(id));
  // Of those who are counted only it is not known who has none.
  const alone = about.condensed ? 0 : shown.filter((id) => !partners(id)).length;
  const stated = new Set(shown.map((id) => organizations[id].sectorNumber).filter((k) => isStated(sectors[k]))).size;
  const parts = [stated ? _("{organizations} in {sectors}.", { organizations: organizationsOf(organizationCount()), sectors: _n("{count} sector", "{count} sectors", stated) })
    : _("{organizations}.", { organizations: organizationsOf(organizationCount()) })];
  const { said: answered } = about.answers[state.wave];
  if (!tiesShown) return [...parts, answered, condensedSaid()].filter(Boolean).join(" ");
  parts.push(_("{ties}.", { ties: pairsOf(tieCount()) }));
  if (alone) parts.push(_n("{count} has no connections reported yet.", "{count} have no connections reported yet.", alone));
  parts.push(...[answered, condensedSaid()].filter(Boolean));
  if (about.desk) {
    const most = [...shown].sort((a, b) => partners(b) - partners(a)).slice(0, 3).filter(partners);
    if (most.length) parts.push(_("Most connections: {organizations}.", { organizations: most.map((id) => `${nameOf(id)} (${partners(id)})`).join(", ") }));
  }
  if (scene.changes) parts.push(changeWords());
  if (together.hulls.length) parts.push(_("Drawn together: {groups}.", { groups: together.hulls.map(({ name, members }) => `${name} (${members.length})`).join(", ") }));
  if (scene.beside >= 0) parts.push(_n("{one} and {other} are compared: {count} partner of both.", "{one} and {other} are compared: {count} partners of both.", scene.both.size, { one: nameOf(scene.chosen), other: nameOf(scene.beside) }));
  else if (scene.chosen >= 0) parts.push(_("{organization} is chosen and works with {count}.", { organization: nameOf(scene.chosen), count: partners(scene.chosen) }));
  return parts.join(" ");
}
