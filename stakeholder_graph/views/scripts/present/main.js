/** Opens the presentation: the wall, or the window of notes that goes with it. */
import { isNotes, shownIn } from "./address.js";
import { organizations } from "./data.js";
import { startFinding } from "./find.js";
import { startKeys } from "./keys.js";
import { startMap } from "./room_map.js";
import { go, startShow, turn } from "./show.js";
import { byId } from "../shared/elements.js";
import { startSpeaker } from "./speaker/speaker.js";
import { startWall } from "./speaker/wall.js";
import { startSwiping } from "./swipe.js";

if (isNotes(location.hash.slice(1))) {
  startSpeaker(shownIn(location.hash.slice(1), organizations).screen);
} else {
  startMap((id) => go({ organization: id }));
  startFinding();
  startKeys();
  startWall();
  startSwiping(byId("stage"), turn);
  startShow();
}
