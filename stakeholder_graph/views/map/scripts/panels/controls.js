// The controls beside the map: legend and filter in one, kind and strength of ties, wave, what is worked on.

const control = (id) => document.getElementById(id);

function startControls() {
  sectors.forEach((sector, k) => {
    const box = make("input", { type: "checkbox", id: `sector-${k}`, onchange: (event) => {
      const off = new Set(state.off);
      if (event.target.checked) off.delete(k); else off.add(k);
      change({ off });
    } });
    const only = make("button", { type: "button", class: "only", "aria-label": _("Show {sector} only", { sector: sector.name }), onclick: () => {
      change({ off: new Set([...sectors.keys()].filter((other) => other !== k)) });
    } }, _("only"));
    control("sectors").append(make("div", { class: "row" },
      make("label", { for: `sector-${k}` }, box, swatch(sector, 20), make("span", { class: "name" }, sector.name)),
      only, make("span", { class: "count", id: `count-${k}` })));
  });
  fill("layer", layers.map((layer, k) => [k, capital(layer.name)]), layers.length > 1);
  fillItems();
  fill("size", [["equal", _("All equal")], ["ties", _("Number of ties")], ...about.sizes.map((title) => [title, title])], about.desk);
  control("wave").max = waves.length - 1;
  control("wave-control").hidden = waves.length < 2;
  on("layer", "change", (value) => change({ layer: Number(value) }));
  on("least", "input", (value) => change({ least: Number(value) }));
  on("wave", "input", (value) => change({ wave: Number(value) }));
  on("since", "change", (value) => change({ since: Number(value) }));
  on("item", "change", (value) => change({ item: Number(value), chosen: -1, between: null }));
  on("size", "change", (value) => change({ size: value }));
  control("reset").addEventListener("click", () => { change({ ...opening, view: state.view, how: state.how }); canvas.frame(); });
  control("matrix").addEventListener("click", () => change(state.matrix ? { matrix: false, between: null } : { matrix: true, chosen: -1 }));
  control("matrix-control").hidden = !tiesShown || sectors.length < 2;
  control("how").addEventListener("toggle", ({ target }) => { if (target.open !== state.how) change({ how: target.open }); });
  control("closer").addEventListener("click", () => canvas.zoom(1.35));
  control("farther").addEventListener("click", () => canvas.zoom(1 / 1.35));
  control("whole").addEventListener("click", () => { if (scene.chosen >= 0) choose(-1); else canvas.frame(); });
}

const on = (id, event, act) => control(id).addEventListener(event, ({ target }) => act(target.value));

function fill(id, entries, useful) {
  control(id).replaceChildren(...entries.map(([value, text]) => make("option", { value }, text)));
  control(`${id}-control`).hidden = !useful;
}

function fillItems() {
  const groups = [...byKind([...items.keys()])];
  control("item").replaceChildren(make("option", { value: -1 }, _("Anything")),
    ...groups.map(([kind, numbers]) => make("optgroup", { label: kindName(kind) }, ...numbers.map((k) => make("option", { value: k }, items[k].name)))));
  control("item-control").hidden = !items.length;
}

function showControls() {
  const steps = layers[state.layer].steps, listed = organizations.filter((one) => one.waves.includes(state.wave));
  sectors.forEach((sector, k) => {
    control(`sector-${k}`).checked = !state.off.has(k);
    control(`count-${k}`).textContent = listed.filter((one) => one.sectorNumber === k).length;
  });
  control("layer").value = state.layer;
  control("least-control").hidden = steps.length < 2;
  control("least").max = Math.max(0, steps.length - 1);
  control("least").value = state.least;
  const least = state.least ? steps[state.least].name : _("any strength");
  control("least-name").textContent = least;
  control("least").setAttribute("aria-valuetext", least);
  control("wave").value = state.wave;
  control("wave-name").textContent = waves[state.wave];
  control("wave").setAttribute("aria-valuetext", waves[state.wave]);
  const earlier = waves.slice(0, state.wave).map((wave, k) => [k, _("Since {wave}", { wave })]);
  fill("since", [[-1, _("Not shown")], ...earlier], tiesShown && earlier.length);
  control("since").value = state.since;
  control("changed").textContent = scene.changes ? changeWords() : "";
  const asks = layers[state.layer].asks;
  const said = { naming: !judging(), judging: judging(), trust: asks === "trust", value: asks === "value", plain: !scene.changes, levels: steps.length > 1, alike: steps.length < 2, changes: Boolean(scene.changes), ties: state.arranged === "ties", sector: state.arranged === "sector" };
  for (const entry of document.querySelectorAll("main [data-when]")) entry.hidden = !said[entry.dataset.when];
  for (const old of document.querySelectorAll("#key .change")) old.remove();
  if (scene.changes) control("key").prepend(...changeKey());
  control("key-note").textContent = changeDoubt() || about.left_out;
  control("matrix").setAttribute("aria-expanded", String(state.matrix));
  control("how").open = state.how;
  control("item").value = state.item;
  control("size").value = state.size;
  control("reset").hidden = !(state.off.size || state.least || state.item >= 0 || state.chosen >= 0 || state.since >= 0 || state.between || state.opened.size);
  control("key-backbone").hidden = !organizations.some((one) => one.backbone);
  const key = judging() ? { both: _("judged by both"), one: _("judged by one side only") } : { both: _("named by both"), one: _("named by one side only") };
  for (const words of document.querySelectorAll("#key .named")) words.textContent = key[words.dataset.by];
  if (tiesShown) control("key-strength").textContent = steps.length > 1 ? _("{weakest} to {strongest}", { weakest: steps[0].name, strongest: steps[steps.length - 1].name }) : _("a tie");
  control("count").textContent = counted();
  control("answers").textContent = about.answers[state.wave].said;
  control("closer-said").textContent = closerSaid();
  control("passed-said").textContent = passedSaid();
  control("summary").textContent = summary();
}

// What the map shows, for those who do not see it.
function summary() {
  const partners = (id) => scene.partners.get(id).length;
  const shown = byName.filter((id) => scene.shown.has(id));
  const alone = shown.filter((id) => !partners(id)).length;
  const stated = new Set(shown.map((id) => organizations[id].sectorNumber).filter((k) => isStated(sectors[k]))).size;
  const parts = [stated ? _("{organizations} in {sectors}.", { organizations: organizationsOf(shown.length), sectors: _n("{count} sector", "{count} sectors", stated) })
    : _("{organizations}.", { organizations: organizationsOf(shown.length) })];
  const { said: answered } = about.answers[state.wave];
  if (!tiesShown) return [...parts, answered].filter(Boolean).join(" ");
  parts.push(_("{ties}.", { ties: pairsOf(scene.visible.length) }));
  if (alone) parts.push(_n("{count} has no ties reported yet.", "{count} have no ties reported yet.", alone));
  if (answered) parts.push(answered);
  if (about.desk) {
    const most = [...shown].sort((a, b) => partners(b) - partners(a)).slice(0, 3).filter(partners);
    if (most.length) parts.push(_("Most ties: {organizations}.", { organizations: most.map((id) => `${nameOf(id)} (${partners(id)})`).join(", ") }));
  }
  if (scene.changes) parts.push(changeWords());
  if (together.hulls.length) parts.push(_("Drawn together: {groups}.", { groups: together.hulls.map(({ name, members }) => `${name} (${members.length})`).join(", ") }));
  if (scene.beside >= 0) parts.push(_n("{one} and {other} are compared: {count} partner of both.", "{one} and {other} are compared: {count} partners of both.", scene.both.size, { one: nameOf(scene.chosen), other: nameOf(scene.beside) }));
  else if (scene.chosen >= 0) parts.push(_("{organization} is chosen and works with {count}.", { organization: nameOf(scene.chosen), count: partners(scene.chosen) }));
  return parts.join(" ");
}

watch(showTogether);
watch(showControls);
