/** Details of the group that is open on a large map: how many it has, who of them is drawn, with whom it is connected. */
import { make, swatch } from "../../shared/elements.js";
import { _, _n } from "../../shared/messages.js";
import { countedIn, groups } from "../drawing/groups.js";
import { stage } from "../drawing/stage.js";
import { about, sectors, tiesShown } from "../state/data.js";
import { mixing, sectorsShown } from "../state/mixing.js";
import { change, listedIn, organizationsOf, pairsOf, scene, state } from "../state/state.js";
import { answeredWords, drawnWords, ofThousand, pairsWithin, tiesOfGroup } from "./words.js";
import { closeButton, list } from "../panels/parts.js";

/** The group that is looked at: the one that was opened last; -1 where none is, or the map is not a large one. */
export const openGroup = () => (about.condensed ? [...state.opened].filter((k) => !state.off.has(k)).at(-1) ?? -1 : -1);

/** @returns {(Node | string)[]} */
export function groupContent() {
  const k = openGroup(), group = groups.list[k], { within } = tiesOfGroup(k), counts = mixing()[k];
  const drawn = group.members.filter(({ id }) => scene.shown.has(id)).length, { known, unknown } = pairsWithin(k);
  const others = sectorsShown().filter((other) => other !== k && counts[other]).sort((a, b) => counts[b] - counts[a] || a - b);
  return [
    closeButton(_("Close {sector}", { sector: sectors[k].name }), () => { change({ opened: new Set([...state.opened].filter((other) => other !== k)), chosen: -1 }); stage.focus(); }),
    make("h2", {}, swatch(sectors[k], 20), " ", sectors[k].name),
    make("p", {}, [organizationsOf(listedIn(k)), answeredWords(k)].filter(Boolean).join(", "), "."),
    make("p", {}, drawnWords(drawn, countedIn(group))),
    ...(tiesShown ? [
      make("p", {}, _("{ties} within it, {rate} for each 1,000 pairs.", { ties: pairsOf(within), rate: known ? ofThousand(within, known) : "0" }),
        unknown ? ` ${_n("For another pair nothing is known: neither of the two has answered.", "For another {count} pairs nothing is known: neither of the two has answered.", unknown)}` : ""),
      list(_("Connections with others"), others.map((other) => [sectors[other].name, pairsOf(counts[other])])),
    ] : []),
  ];
}
