// The one state of the page. Whoever shows something of it watches; whoever changes it calls `change`.

const opening = {
  layer: about.opening.layer, wave: about.opening.wave, least: 0, off: new Set(), item: -1,
  chosen: -1, beside: -1, steps: 1, cursor: -1, size: "equal", view: "map", since: -1, arranged: about.grouped ? "sector" : "ties", opened: new Set(),
  together: tiesShown || !bySector || sectors.length < 2 || about.grouped ? "" : "sectors", group: -1, matrix: false, between: null, how: true,
};
let state = { ...opening };
let scene = see(state);
const watchers = [];

function watch(watcher) { watchers.push(watcher); }

function change(patch) {
  const before = state;
  state = { ...state, ...patch };
  if (!("cursor" in patch)) state.cursor = -1;
  if (state.layer !== before.layer) state.least = Math.min(state.least, Math.max(0, layers[state.layer].steps.length - 1));
  if (state.since >= state.wave) state.since = -1;
  scene = see(state);
  if (scene.chosen < 0) state.chosen = -1;
  if (scene.beside < 0) state.beside = -1;
  for (const id of [state.chosen, state.beside]) if (id >= 0 && !stands(id)) state.opened = new Set([...state.opened, organizations[id].sectorNumber]);
  for (const watcher of watchers) {
    // Where one panel fails, the error is reported and everything else is still drawn.
    try { watcher(before); } catch (error) { reportError(error); }
  }
}

const choose = (id) => change({ chosen: id, beside: -1 });
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

function say(text) { document.getElementById("said").textContent = text; }
