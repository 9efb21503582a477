/** Opens the map. */
import { byId } from "../shared/elements.js";
import { followOnCanvas, startCanvas } from "./drawing/canvas.js";
import { fontsReady } from "./drawing/pen.js";
import { canvas, redraw } from "./drawing/stage.js";
import { titles } from "./drawing/titles.js";
import { GROUPINGS } from "./drawing/together.js";
import { frame, goTo, rememberNow } from "./drawing/view.js";
import { followArrangement } from "./panels/arranged.js";
import { showControls, startControls } from "./panels/controls.js";
import { enterGroup, showGroups, startGroups } from "./panels/groups.js";
import { startKeys } from "./panels/keys.js";
import { showPanel } from "./panels/panel.js";
import { startSearch } from "./panels/search.js";
import { showTable, startTable } from "./panels/table.js";
import { showTogether, startTogether } from "./panels/together.js";
import { startPictures } from "./picture/save.js";
import { stateOf } from "./state/address.js";
import { about, network } from "./state/data.js";
import { change, opening, watch } from "./state/state.js";

/** Opens what the address says: the state first, then the part of the map that was on the screen. */
function followAddress() {
  const text = location.hash.slice(1);
  const offered = { arranged: byId("arranged-control").hidden ? [] : ["sector", "ties"], together: about.grouped ? [] : ["", ...Object.keys(GROUPINGS)] };
  change(stateOf(network, text, opening, offered));
  frame(false);
  goTo(new URLSearchParams(text).get("at"));
}

startControls();
startTogether();
startGroups();
startTable();
startCanvas(enterGroup);
// Panels first, so that the map knows what room they leave it.
for (const watcher of [followArrangement, showGroups, showPanel, showTable, showTogether, showControls, followOnCanvas]) watch(watcher);
startSearch();
startKeys();
startPictures();
followAddress();
canvas.open = true;
watch(rememberNow);
window.addEventListener("hashchange", followAddress);
fontsReady.then(() => {
  titles.made = "";
  redraw();
});
