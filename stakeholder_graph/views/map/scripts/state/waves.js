// Two waves held against each other: which ties were gained, kept and ended, and which only one of them could show.

const endsOf = (tie) => Math.min(tie.from, tie.to) * organizations.length + Math.max(tie.from, tie.to);

// What became of each tie between wave `since` and `wave`: a map by tie, those of the earlier wave that are gone included.
function changes(layer, wave, since) {
  const [now, then] = [wave, since].map((k) => new Map(ties.filter((tie) => tie.layer === layer && tie.wave === k).map((tie) => [endsOf(tie), tie])));
  const found = new Map();
  for (const [ends, tie] of now) found.set(tie, then.has(ends) ? "kept" : surely(tie, since) ? "gained" : "now");
  for (const [ends, tie] of then) if (!now.has(ends)) found.set(tie, surely(tie, wave) ? "ended" : "then");
  return found;
}

// Only the backbone's page knows who answered when, and so which ties the other wave would have shown.
const told = about.desk && about.known;
const surely = (tie, wave) => told && !tie.unsure?.includes(wave);

// Waves that are called by their years are years.
const yearly = waves.every((wave) => /^\d{4}$/.test(wave));

const CHANGES = ["gained", "kept", "ended", "now", "then"];

// How each of them is called; in the room nobody can tell a tie that ended from one that was not reported again.
function changeName(change) {
  const [now, then] = [waves[state.wave], waves[state.since]];
  const name = told ? { gained: _("gained"), kept: _("kept"), ended: _("ended"), now: knownIn(now, then), then: knownIn(then, now) }
    : { kept: _("drawn in both"), now: drawnIn(now, then), then: drawnIn(then, now) };
  return name[change];
}

const drawnIn = (wave, other) => _("drawn in {wave}, not in {other}", { wave, other });
const knownIn = (wave, other) => _("in {wave}, not known in {other}", { wave, other });

// Why a line in one wave only need not be a change; nothing where everyone was asked, and answered, both times.
function changeDoubt() {
  if (!scene.changes || told) return "";
  const both = [state.wave, state.since];
  const same = both.every((wave) => about.answers[wave].everyone) && organizations.every(({ waves: listed }) => listed.includes(both[0]) === listed.includes(both[1]));
  if (same) return "";
  if (!about.known) {
    return yearly ? _("Nothing says who answered, so it is not known whether a tie that is drawn in one year only was gained or ended.")
      : _("Nothing says who answered, so it is not known whether a tie that is drawn in one survey only was gained or ended.");
  }
  return yearly ? _("Not all organizations answered in both years, so it is not known whether a tie that is drawn in one year only was gained or ended.")
    : _("Not all organizations answered in both surveys, so it is not known whether a tie that is drawn in one survey only was gained or ended.");
}

function changeCounts() {
  const counts = new Map(CHANGES.map((change) => [change, 0]));
  for (const tie of scene.drawn) {
    const change = scene.changes.get(tie);
    counts.set(change, counts.get(change) + 1);
  }
  return counts;
}

// The change in words: counts of what is drawn.
function changeWords() {
  const counts = changeCounts(), [gained, kept, ended, now, then] = CHANGES.map((change) => counts.get(change));
  const fields = { gained, kept, ended, now, then, wave: waves[state.wave], since: waves[state.since] }, unsure = now + then;
  if (!told) {
    const words = judging() ? _("Pairs judged since {since}: {kept} drawn in both, {now} in {wave} only, {then} in {since} only.", fields)
      : _("Ties since {since}: {kept} drawn in both, {now} in {wave} only, {then} in {since} only.", fields);
    return [words, changeDoubt()].filter(Boolean).join(" ");
  }
  const words = judging() ? _("Pairs judged since {since}: {gained} gained, {kept} kept, {ended} ended.", fields)
    : _("Ties since {since}: {gained} gained, {kept} kept, {ended} ended.", fields);
  const doubt = !unsure ? "" : yearly
    ? _n("{count} more is known in one of the two years only: in the other not both sides answered about each other.", "{count} more are known in one of the two years only: in the other not both sides answered about each other.", unsure)
    : _n("{count} more is known in one of the two surveys only: in the other not both sides answered about each other.", "{count} more are known in one of the two surveys only: in the other not both sides answered about each other.", unsure);
  return [words, doubt].filter(Boolean).join(" ");
}

const CHANGE_LOOKS = {
  gained: { width: 2.8, dashes: false, colour: "#00724f", ink: 0.8 },
  kept: { width: 1.1, dashes: false, colour: "#5b6f82", ink: 0.38 },
  ended: { width: 2.2, dashes: [10, 6], colour: "#a83c00", ink: 0.8 },
  now: { width: 1.4, dashes: [1.5, 4], colour: "#00724f", ink: 0.5 },
  then: { width: 1.4, dashes: [6, 4, 1.5, 4], colour: "#a83c00", ink: 0.42 },
};
// In the room nothing is more certain than that it was drawn.
const changeLook = (change) => CHANGE_LOOKS[told ? change : { now: "gained", then: "ended" }[change] ?? change];

// The key to them: only what is drawn, in the looks that it has.
function changeKey() {
  const counts = changeCounts(), ns = "http://www.w3.org/2000/svg";
  return CHANGES.filter((change) => counts.get(change)).map((change) => {
    const { width, dashes, colour, ink } = changeLook(change);
    const svg = document.createElementNS(ns, "svg"), line = document.createElementNS(ns, "path");
    for (const [name, value] of Object.entries({ width: 42, height: 14, "aria-hidden": "true" })) svg.setAttribute(name, value);
    const look = { d: "M1 7h40", stroke: colour, "stroke-width": width, "stroke-opacity": ink, "stroke-dasharray": dashes ? dashes.join(" ") : "none" };
    for (const [name, value] of Object.entries(look)) line.setAttribute(name, value);
    svg.append(line);
    return make("li", { class: "change" }, svg, ` ${changeName(change)}`);
  });
}
