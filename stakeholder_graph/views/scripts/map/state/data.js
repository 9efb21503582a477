/** The network of this page. */
import { blockOf } from "../../shared/page_block.js";
import { prepared } from "./network.js";

/** @import { MapData } from "../../page_data.js" */

export const network = prepared(/** @type {MapData} */ (blockOf("data")));
export const {
  organizations, ties, options, about, sectors, waves, items, layers, tiesShown, sectorNumber, byName, isStated, bySector, nameOf, stepName, sharedItems, sectorAt,
} = network;
export const type = about.type;
