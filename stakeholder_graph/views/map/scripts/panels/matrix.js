// Ties between sectors as a table of what is drawn; a field of it lights its ties and organizations on the map.

const MARKS = { more: "▲", fewer: "▼" };
const THAN_CHANCE = { more: _("more than by chance"), fewer: _("fewer than by chance") };
const present = () => [...sectors.keys()].filter((k) => [...scene.shown].some((id) => organizations[id].sectorNumber === k));

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
      tabindex: row === chosenRow && column === chosenColumn ? 0 : -1, "aria-label": [pairWords(row, column, count), verdict ? THAN_CHANCE[verdict] : ""].filter(Boolean).join(", "),
      onclick: () => change({ between: pressed ? null : [row, column], chosen: -1, item: -1 }) }, String(count), verdict ? make("i", {}, MARKS[verdict]) : null);
    if (!pressed) button.style.backgroundColor = count ? `rgba(11,92,173,${(0.06 + 0.3 * count / most).toFixed(3)})` : "#fff";
    return make("td", {}, button);
  };
  const grid = make("table", { class: "matrix" },
    make("caption", { class: "for-ears" }, _("How many drawn ties join each two sectors. Arrow keys move, Enter shows them on the map.")),
    make("thead", {}, make("tr", {}, make("td", {}), ...shown.map((k) => make("th", { scope: "col", title: sectors[k].name }, swatch(sectors[k], 20), make("span", { class: "for-ears" }, sectors[k].name))))),
    make("tbody", {}, ...shown.map((row) => make("tr", {}, make("th", { scope: "row" }, make("span", {}, swatch(sectors[row], 20), " ", sectors[row].name)), ...shown.map((column) => field(row, column))))));
  grid.addEventListener("keydown", alongMatrix);
  const marked = shown.some((row) => shown.some((column) => judged(row, column)));
  const oneWay = shown.some((row) => shown.some((column) => judged(row, column) !== judged(column, row)));
  return [
    make("button", { type: "button", class: "close", "aria-label": _("Close"), onclick: () => { change({ matrix: false, between: null }); control("matrix").focus(); } }, "×"),
    make("h2", {}, _("Ties between sectors")),
    make("p", { class: "muted" }, _("Each number counts the ties that are drawn. Choose one to see them on the map.")),
    make("div", { class: "scroll" }, grid),
    about.namings ? make("p", { class: "muted" }, _("Counted are pairs: two organizations that named each other are one pair here, and two ties in the report.")) : "",
    marked ? make("p", { class: "muted" }, oneWay
      ? _("▲ more and ▼ fewer ties than chance alone would give, from the sector of the row to that of the column. All others: as expected, or too close to call.")
      : _("▲ more and ▼ fewer ties than chance alone would give. All others: as expected, or too close to call.")) : "",
    make("p", { class: "between", role: "status" }, state.between ? betweenWords(...state.between, counts) : ""),
  ];
}

const pairWords = (one, other, count) => (one === other ? _("Within {sector}: {ties}", { sector: sectors[one].name, ties: pairsOf(count) })
  : _("{one} and {other}: {ties}", { one: sectors[one].name, other: sectors[other].name, ties: pairsOf(count) }));

function betweenWords(one, other, counts) {
  const count = counts[one][other], pair = pairWords(one, other, count);
  const joined = count ? _n("{pair}, joining {count} organization.", "{pair}, joining {count} organizations.", scene.lit.size, { pair }) : _("{pair} drawn.", { pair });
  const [there, back] = [judged(one, other), judged(other, one)];
  const verdict = there && there === back ? [there === "more" ? _("That is more than chance alone would give.") : _("That is fewer than chance alone would give.")]
    : [wayWords(one, other, there), wayWords(other, one, back)];
  return [joined, ...verdict].filter(Boolean).join(" ");
}

// What the findings say of the ties from one sector to another.
function wayWords(one, other, verdict) {
  const names = { one: sectors[one].name, other: sectors[other].name };
  if (verdict === "more") return _("From {one} to {other} there are more than chance alone would give.", names);
  return verdict ? _("From {one} to {other} there are fewer than chance alone would give.", names) : "";
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
