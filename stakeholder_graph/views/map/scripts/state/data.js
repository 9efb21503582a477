// What the page knows: organizations and ties as the network's model has them, and the lists they point into.

const { organizations, ties, options, about } = JSON.parse(document.getElementById("data").textContent);
const { sectors, waves, items } = about;
// Where no kind of tie may be shown the map is of organizations alone.
const tiesShown = about.layers.length > 0;
const layers = tiesShown ? about.layers : [{ name: "", steps: [] }];
const type = about.type;
// Where no sector is stated of anybody, nothing is said of sectors.
const isStated = (sector) => sector.name !== about.unstated;
const bySector = sectors.some(isStated);

const sectorNumber = new Map(sectors.map((sector, k) => [sector.name, k]));
for (const one of organizations) {
  one.sectorNumber = sectorNumber.get(one.sector);
  one.places = { ties: [one.x, one.y], sector: one.sector_place };
}
ties.forEach((tie, k) => { tie.id = k; });

const collator = new Intl.Collator(LANGUAGE, { sensitivity: "base", numeric: true });
const byName = organizations.map((one) => one.id)
  .sort((a, b) => collator.compare(organizations[a].name, organizations[b].name) || a - b);

const nameOf = (id) => organizations[id].name;
const organizationsOf = (count) => _n("{count} organization", "{count} organizations", count);
// Some kinds of tie ask how one judges the other: a line is then a judgment, perhaps a poor one.
const judging = () => tiesShown && layers[state.layer].asks !== "ties";
const pairsOf = (count) => (judging() ? _n("{count} pair judged", "{count} pairs judged", count) : _n("{count} tie", "{count} ties", count));
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

// The step of the layer's scale that a tie reaches; -1 where its strength is not known.
function stepOf(tie) {
  if (tie.strength === null) return -1;
  const steps = layers[tie.layer].steps;
  let step = 0;
  while (step + 1 < steps.length && steps[step + 1].value <= tie.strength) step += 1;
  return step;
}
for (const tie of ties) tie.step = stepOf(tie);

const stepName = (tie) => (tie.step < 0 ? _("strength not known") : layers[tie.layer].steps[tie.step].name);
