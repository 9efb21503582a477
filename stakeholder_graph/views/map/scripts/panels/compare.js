// Two organizations side by side: partners of both and of one only, what both work on, and on the desk their findings.

function compareContent() {
  const pair = [scene.chosen, scene.beside], [one, other] = pair.map((id) => organizations[id]);
  const theirs = pair.map((id) => new Set(scene.partners.get(id).map((partner) => partner.other)));
  const only = pair.map((id, k) => byName.filter((each) => theirs[k].has(each) && !theirs[1 - k].has(each) && !pair.includes(each)));
  const both = byName.filter((id) => scene.both.has(id));
  const between = scene.partners.get(one.id).find((partner) => partner.other === other.id)?.tie;
  const content = [
    make("button", { type: "button", class: "close", "aria-label": "Stop comparing", onclick: () => { change({ beside: -1 }); stage.focus(); } }, "×"),
    make("h2", {}, "Side by side"),
    sideBySide(pair.map((id) => make("div", { class: "head" },
      make("button", { type: "button", class: "partner", "data-key": `open-${id}`, onclick: () => choose(id) }, swatch(sectors[organizations[id].sectorNumber], 20), make("b", {}, nameOf(id))),
      bySector ? make("p", { class: "muted" }, organizations[id].sector) : null))),
  ];
  if (tiesShown) {
    const notes = between ? [layers[between.layer].steps.length ? stepName(between) : "yes", namedBy(one.id, between)].filter(Boolean).join(" · ") : "none is drawn";
    content.push(
      make("p", { class: "between" }, make("b", {}, "Tie between them: "), notes),
      make("h3", {}, `Partners of both: ${both.length}`), both.length ? nameList(both, "ringed") : make("p", { class: "muted" }, "None."),
      make("h3", {}, "Partners of one only"),
      sideBySide(only.map((ids, k) => make("div", {}, make("p", { class: "muted" }, `${ids.length} of ${theirs[k].size - (between ? 1 : 0)}${between ? ", apart from each other" : ""}`), nameList(ids)))),
    );
  }
  const mine = pair.map((id) => organizations[id].items[state.wave]);
  for (const [kind, numbers] of byKind([...new Set(mine.flat())].sort((a, b) => a - b))) {
    const shared = numbers.filter((item) => mine.every((list) => list.includes(item)));
    content.push(make("h3", {}, `${kindName(kind)} of both: ${shared.length}`), tags(shared),
      sideBySide(mine.map((list, k) => {
        const own = numbers.filter((item) => list.includes(item) && !mine[1 - k].includes(item));
        return make("div", {}, make("p", { class: "muted" }, own.length ? "Only this one" : "No others"), tags(own));
      })));
  }
  const titled = [...new Set([one, other].flatMap(({ scores = [] }) => scores.map(([title]) => title)))];
  if (titled.length) content.push(make("h3", {}, "Findings"), findingsTable([one, other], titled));
  return content;
}

const sideBySide = (columns) => make("div", { class: "pair" }, ...columns);
const tags = (numbers) => (numbers.length ? make("ul", { class: "tags" }, ...numbers.map((item) => make("li", {}, items[item].name))) : "");

const nameList = (ids, kind = null) => (ids.length ? make("ul", { class: "names" }, ...ids.map((id) => make("li", { class: kind },
  make("button", { type: "button", class: "partner", "data-id": id, "data-key": `open-${id}`, onclick: () => choose(id) }, swatch(sectors[organizations[id].sectorNumber]), make("span", {}, nameOf(id)))))) : "");

function findingsTable(pair, titled) {
  const value = ({ scores = [] }, title) => {
    const found = scores.find(([each]) => each === title);
    return found ? Number(found[1].toPrecision(3)).toString() : "not known";
  };
  return make("table", { class: "findings" },
    make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "Finding"), ...pair.map((one) => make("th", { scope: "col", class: "number" }, one.name)))),
    make("tbody", {}, ...titled.map((title) => make("tr", {}, make("th", { scope: "row" }, title), ...pair.map((one) => make("td", { class: "number" }, value(one, title)))))));
}

// In the details of one: with whom to compare it.
function compareChooser(id) {
  const others = byName.filter((each) => each !== id && scene.shown.has(each));
  if (!others.length) return null;
  const select = make("select", { id: "beside", "data-key": "beside", onchange: ({ target }) => change({ beside: Number(target.value) }) },
    make("option", { value: -1 }, "Choose an organization"), ...others.map((each) => make("option", { value: each }, nameOf(each))));
  return make("div", { class: "control choose" }, make("label", { for: "beside" }, "Compare with"), select);
}
