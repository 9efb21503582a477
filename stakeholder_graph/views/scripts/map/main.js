/** Opens the map. */
import { followOnCanvas, startCanvas } from "./drawing/canvas.js";
import { fontsReady } from "./drawing/pen.js";
import { canvas, redraw } from "./drawing/stage.js";
import { titles } from "./drawing/titles.js";
import { GROUPINGS } from "./drawing/together.js";
import { followed, frame, goTo, rememberNow } from "./drawing/view.js";
import { holdDrawing } from "./waves/fade.js";
import { flowAnew, followArrangement, placesOf, putOrganizations } from "./panels/arranged.js";
import { showChips, startChips } from "./panels/chips.js";
import { showControls, startControls } from "./panels/controls.js";
import { enterGroup, showGroups, startGroups } from "./groups/opening.js";
import { startKeys } from "./panels/keys.js";
import { showPanel } from "./panels/panel.js";
import { followPlaying, isPlaying, startPlaying } from "./waves/playing.js";
import { startSearch } from "./panels/search.js";
import { showStory, startStory } from "./panels/story.js";
import { showTable, startTable } from "./panels/table.js";
import { showTogether, startTogether } from "./panels/together.js";
import { startPictures } from "./picture/save.js";
import { stateOf } from "./state/address.js";
import { about, network, tiesShown } from "./state/data.js";
import { change, opening, watch } from "./state/state.js";

/** While an address is followed, none is written. */
const following = { now: false };

/** Opens what the address says: the state first, then the part of the map that was on the screen. */
function followAddress() {
  const text = location.hash.slice(1);
  const offered = { arranged: [...(tiesShown && !about.condensed ? ["ties"] : []), ...about.arrangements.map(({ kind }) => kind)], together: about.grouped ? [] : ["", ...Object.keys(GROUPINGS)] };
  following.now = true;
  change(stateOf(network, text, opening, offered));
  following.now = false;
  frame(false);
  goTo(new URLSearchParams(text).get("at"));
  followed();
}

putOrganizations(placesOf(opening.arranged));
startControls();
startChips();
startStory();
startTogether();
startGroups();
startTable();
startPlaying();
startCanvas(enterGroup, flowAnew);
// Panels first, so that the map knows what room they leave it.
for (const watcher of [holdDrawing, followArrangement, showGroups, showPanel, showTable, showTogether, showControls, showChips, showStory, followOnCanvas, followPlaying]) watch(watcher);
startSearch();
startKeys();
startPictures();
followAddress();
canvas.open = true;
watch(() => { if (!following.now && !isPlaying()) rememberNow(); });
// Back and Forward, and links to another view.
window.addEventListener("popstate", followAddress);
fontsReady.then(() => {
  titles.made = "";
  redraw();
});
