/** Opens the presentation. */
import { startFinding } from "./find.js";
import { startKeys } from "./keys.js";
import { startMap } from "./room_map.js";
import { go, startShow } from "./show.js";

startMap((id) => go({ organization: id }));
startFinding();
startKeys();
startShow();
