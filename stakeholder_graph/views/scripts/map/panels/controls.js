/** The controls beside the map: legend and filter in one, kind and strength of ties, wave, what is worked on. */
import { byId, make, swatch } from "../../shared/elements.js";
import { _ } from "../../shared/messages.js";
import { capital } from "../../shared/names.js";
import { changeKey } from "../looks/change_looks.js";
import { kindKey } from "../looks/kind_looks.js";
import { frame, zoom } from "../drawing/view.js";
import { changeWords } from "../state/change_words.js";
import { knowsAnswers } from "../state/changes.js";
import { about, items, layers, network, organizations, sectors, tiesShown, waves } from "../state/data.js";
import { change, choose, judging, listedIn, scene, state } from "../state/state.js";
import { fill, input, onChoice, select } from "./choosers.js";
import { arrangedSaid, closerSaid, counted, passedSaid } from "../words/notes.js";
import { condensedSaid } from "../groups/words.js";
import { byKind, kindName } from "./parts.js";
import { pointSaid } from "../words/point.js";
import { sizeKey } from "../looks/size_key.js";
import { summary } from "../words/summary.js";

/** @import { Sector } from "../../page_data.js" */

const how = byId("how", HTMLDetailsElement);

export function startControls() {
  byId("sectors").append(...sectors.map(sectorRow));
  fill("layer", layers.map((layer, k) => [k, capital(layer.name)]), layers.length > 1);
  fillItems();
  onChoice("second", (value) => change({ second: Number(value), since: -1 }));
  fill("size", [["equal", _("All equal")], ["ties", _("Number of connections")], ...about.sizes.map((title) => /** @type {const} */ ([title, title]))], about.desk);
  input("wave").max = String(waves.length - 1);
  byId("wave-control").hidden = waves.length < 2;
  onChoice("layer", (value) => change({ layer: Number(value) }));
  onChoice("least", (value) => change({ least: Number(value) }), "input");
  onChoice("wave", (value) => change({ wave: Number(value) }), "input");
  onChoice("since", (value) => change({ since: Number(value), second: -1 }));
  onChoice("item", (value) => change({ item: Number(value), chosen: -1, between: null }));
  onChoice("size", (value) => change({ size: value }));
  byId("matrix").addEventListener("click", () => change(state.matrix ? { matrix: false, between: null } : { matrix: true, chosen: -1 }));
  byId("matrix-control").hidden = !tiesShown || sectors.length < 2;
  how.addEventListener("toggle", () => { if (how.open !== state.how) change({ how: how.open }); });
  byId("closer").addEventListener("click", () => zoom(1.35));
  byId("farther").addEventListener("click", () => zoom(1 / 1.35));
  byId("whole").addEventListener("click", () => { if (scene.chosen >= 0) choose(-1); else frame(); });
}

/**
 * A sector in the legend, which is left out and put back there.
 * @param {Sector} sector
 * @param {number} k
 */
function sectorRow(sector, k) {
  const box = make("input", { type: "checkbox", id: `sector-${k}`, onchange: () => {
    const off = new Set(state.off);
    if (box.checked) off.delete(k); else off.add(k);
    change({ off });
  } });
  const only = make("button", { type: "button", class: "only", "aria-label": _("Show {sector} only", { sector: sector.name }), onclick: () => {
    change({ off: new Set([...sectors.keys()].filter((other) => other !== k)) });
  } }, _("only"));
  return make("div", { class: "row" },
    make("label", { for: `sector-${k}` }, box, swatch(sector, 20), make("span", { class: "name" }, sector.name)),
    only, make("span", { class: "count", id: `count-${k}` }));
}

function fillItems() {
  const kinds = [...byKind([...items.keys()])];
  select("item").replaceChildren(make("option", { value: -1 }, _("Anything")),
    ...kinds.map(([kind, numbers]) => make("optgroup", { label: kindName(kind) }, ...numbers.map((k) => make("option", { value: k }, items[k].name)))));
  byId("item-control").hidden = !items.length || about.condensed !== null;
}

export function showControls() {
  const steps = layers[state.layer].steps;
  sectors.forEach((_sector, k) => {
    input(`sector-${k}`).checked = !state.off.has(k);
    const all = listedIn(k), lit = organizations.filter(({ id, sectorNumber }) => sectorNumber === k && scene.lit.has(id)).length;
    byId(`count-${k}`).textContent = scene.focused && !state.off.has(k) && !about.condensed ? _("{count} of {all}", { count: lit, all }) : String(all);
  });
  select("layer").value = String(state.layer);
  const others = layers.flatMap(({ name }, k) => (k === state.layer ? [] : [/** @type {const} */ ([k, capital(name)])]));
  fill("second", [[-1, _("None")], ...others], others.length > 0 && !about.condensed);
  select("second").value = String(state.second);
  byId("least-control").hidden = steps.length < 2;
  input("least").max = String(Math.max(0, steps.length - 1));
  input("least").value = String(state.least);
  const least = state.least ? steps[state.least].name : _("any strength");
  byId("least-name").textContent = least;
  byId("least").setAttribute("aria-valuetext", least);
  input("wave").value = String(state.wave);
  byId("wave-name").textContent = waves[state.wave];
  byId("wave").setAttribute("aria-valuetext", waves[state.wave]);
  const earlier = waves.slice(0, state.wave).map((wave, k) => /** @type {const} */ ([k, _("Since {wave}", { wave })]));
  fill("since", [[-1, _("Not shown")], ...earlier], tiesShown && earlier.length > 0 && knowsAnswers(network));
  select("since").value = String(state.since);
  byId("changed").textContent = scene.changes ? changeWords() : "";
  byId("matrix").setAttribute("aria-expanded", String(state.matrix));
  how.open = state.how;
  select("item").value = String(state.item);
  select("size").value = state.size;
  showKey();
  byId("count").textContent = counted();
  byId("point").textContent = pointSaid();
  byId("held").textContent = condensedSaid();
  byId("answers").textContent = about.answers[state.wave].said;
  byId("arranged-said").textContent = arrangedSaid();
  byId("closer-said").textContent = closerSaid();
  byId("passed-said").textContent = passedSaid();
  byId("summary").textContent = summary();
}

/** What lines and symbols mean, as far as they are drawn. */
function showKey() {
  const { steps, asks } = layers[state.layer], drawn = scene.drawn.length > 0;
  /** @type {Record<string, boolean>} */
  const said = {
    naming: !judging(), judging: judging(), trust: asks === "trust", value: asks === "value", plain: drawn && !scene.changes, levels: steps.length > 1, alike: steps.length < 2,
    changes: drawn && Boolean(scene.changes), ties: drawn && state.arranged === "ties",
  };
  for (const entry of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("main [data-when]"))) entry.hidden = !said[entry.dataset.when ?? ""];
  for (const old of document.querySelectorAll("#key .change, #key .kinds, #key .size")) old.remove();
  if (scene.changes) byId("key").prepend(...changeKey());
  if (scene.kinds) byId("key").prepend(...kindKey());
  if (state.size !== "equal") byId("key").append(sizeKey());
  byId("key-note").textContent = about.left_out;
  byId("key-backbone").hidden = !organizations.some(({ backbone }) => backbone);
  const named = judging() ? { both: _("judged by both"), one: _("judged by one side only") } : { both: _("named by both"), one: _("named by one side only") };
  for (const words of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#key .named"))) words.textContent = words.dataset.by === "both" ? named.both : named.one;
  if (tiesShown) byId("key-strength").textContent = steps.length > 1 ? _("{weakest} to {strongest}", { weakest: steps[0].name, strongest: steps[steps.length - 1].name }) : _("a connection");
}
