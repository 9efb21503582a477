/** What there is to present. */
import { blockOf } from "../shared/page_block.js";

/** @import { PresentData } from "../page_data.js" */

export const { organizations, initials, threads, sectors, screens, ink, layer, type, about, outcomes, commitments } = /** @type {PresentData} */ (blockOf("data"));
