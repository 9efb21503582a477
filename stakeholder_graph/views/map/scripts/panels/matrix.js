// Ties between sectors as a table of what is drawn; a field of it lights its ties and organizations on the map.

const MARKS = { more: "▲", fewer: "▼" };
const present = () => sectors.map((_, k) => k).filter((k) => [...scene.shown].some((id) => organizations[id].sectorNumber === k));

// How many drawn ties join each two sectors, both ways round.
function mixing() {
  const counts = sectors.map(() => sectors.map(() => 0));
  for (const tie of scene.visible) {
    const [a, b] = [tie.from, tie.to].map((id) => organizations[id].sectorNumber);
    counts[a][b] += 1;
    if (a !== b) counts[b][a] += 1;
  }
  return counts;
}

// What the findings say of a pair, where they speak of this kind of tie in this wave.
const judged = (one, other) => (state.wave === opening.wave ? about.verdicts[state.layer] ?? [] : [])
  .find(([from, to]) => from === one && to === other)?.[2];

function matrixContent() {
  const counts = mixing(), shown = present(), most = Math.max(1, ...counts.flat());
  const [chosenRow, chosenColumn] = state.between ?? [shown[0], shown[0]];
  const field = (row, column) => {
    const count = counts[row][column], verdict = judged(row, column), pressed = Boolean(state.between) && row === chosenRow && column === chosenColumn;
    const button = make("button", { type: "button", "data-row": row, "data-column": column, "data-key": `field-${row}-${column}`, "aria-pressed": String(pressed),
      tabindex: row === chosenRow && column === chosenColumn ? 0 : -1, "aria-label": pairWords(row, column, count) + (verdict ? `, ${verdict} than by chance` : ""),
      onclick: () => change({ between: pressed ? null : [row, column], chosen: -1, item: -1 }) }, String(count), verdict ? make("i", {}, MARKS[verdict]) : null);
    if (!pressed) button.style.backgroundColor = count ? `rgba(11,92,173,${(0.06 + 0.3 * count / most).toFixed(3)})` : "#fff";
    return make("td", {}, button);
  };
  const grid = make("table", { class: "matrix" },
    make("caption", { class: "for-ears" }, "How many drawn ties join each two sectors. Arrow keys move, Enter shows them on the map."),
    make("thead", {}, make("tr", {}, make("td", {}), ...shown.map((k) => make("th", { scope: "col", title: sectors[k].name }, swatch(sectors[k], 20), make("span", { class: "for-ears" }, sectors[k].name))))),
    make("tbody", {}, ...shown.map((row) => make("tr", {}, make("th", { scope: "row" }, make("span", {}, swatch(sectors[row], 20), " ", sectors[row].name)), ...shown.map((column) => field(row, column))))));
  grid.addEventListener("keydown", alongMatrix);
  const marked = shown.some((row) => shown.some((column) => judged(row, column)));
  const oneWay = shown.some((row) => shown.some((column) => judged(row, column) !== judged(column, row)));
  return [
    make("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => { change({ matrix: false, between: null }); control("matrix").focus(); } }, "×"),
    make("h2", {}, "Ties between sectors"),
    make("p", { class: "muted" }, "Each number counts the ties that are drawn. Choose one to see them on the map."),
    make("div", { class: "scroll" }, grid),
    about.namings ? make("p", { class: "muted" }, "Counted are pairs: two organizations that named each other are one pair here, and two ties in the report.") : "",
    marked ? make("p", { class: "muted" }, `▲ more and ▼ fewer ties than chance alone would give${oneWay ? ", from the sector of the row to that of the column" : ""}. All others: as expected, or too close to call.`) : "",
    make("p", { class: "between", role: "status" }, state.between ? betweenWords(...state.between, counts) : ""),
  ];
}

const pairWords = (one, other, count) => `${one === other ? `Within ${sectors[one].name}` : `${sectors[one].name} and ${sectors[other].name}`}: ${pairsOf(count)}`;

function betweenWords(one, other, counts) {
  const count = counts[one][other], parts = [`${pairWords(one, other, count)}${count ? `, joining ${plural(scene.lit.size, "organization", "organizations")}` : " drawn"}.`];
  const [there, back] = [judged(one, other), judged(other, one)], chance = "than chance alone would give.";
  if (there && there === back) parts.push(`That is ${there} ${chance}`);
  else {
    if (there) parts.push(`From ${sectors[one].name} to ${sectors[other].name} there are ${there} ${chance}`);
    if (back) parts.push(`From ${sectors[other].name} to ${sectors[one].name} there are ${back} ${chance}`);
  }
  return parts.join(" ");
}

function alongMatrix(event) {
  const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key], at = event.target.dataset;
  if (!step || at.row === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  const shown = present(), moved = [at.row, at.column].map((k, axis) => shown[Math.max(0, Math.min(shown.length - 1, shown.indexOf(Number(k)) + step[axis]))]);
  for (const button of event.currentTarget.querySelectorAll("button")) {
    const here = Number(button.dataset.row) === moved[0] && Number(button.dataset.column) === moved[1];
    button.tabIndex = here ? 0 : -1;
    if (here) button.focus();
  }
}
