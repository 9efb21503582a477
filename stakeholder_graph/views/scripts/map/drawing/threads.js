/** Threads: the lines of the map on its plane, straight, or curved along the way from group to group. */
import { about, organizations } from "../state/data.js";
import { endsOf } from "../state/changes.js";
import { scene, stands } from "../state/state.js";
import { blocks, groupNumber, way } from "./blocks.js";
import { bowed, bundled, ROUND } from "../geometry/curves.js";
import { fadingThreads } from "../waves/fading.js";
import { bundles, endOfBundle } from "./groups.js";
import { lineLook } from "../looks/lines.js";
import { arranged, visNetwork } from "./stage.js";

/** @import { Place } from "../../shared/boxes.js" */
/** @import { Tie } from "../state/network.js" */
/** @import { LineLook } from "../looks/change_looks.js" */
/** @typedef {LineLook & { from: Place, to: Place, bends: [Place, Place] | null, lit: boolean, key: string }} Thread `bends` are the handles of its curve, `key` is the same for the same line in the same look */

// Of more lines none is curved: it takes too long, and shows no more.
const MOST_CURVED = 1000;

/** The lines as they are drawn, the last on top. */
export const threads = /** @type {Thread[]} */ ([]);

/** Makes the lines anew. */
export function makeThreads() {
  const middles = middlesOf(), curved = scene.drawn.length <= MOST_CURVED;
  const ties = scene.drawn.filter((tie) => stands(tie.from) && stands(tie.to)).map((tie) => {
    const lit = scene.litTie(tie), [from, to] = [organizations[tie.from], organizations[tie.to]];
    const look = lineLook(tie, lit), key = keyOf(endsOf(tie, organizations.length), look);
    return { ...look, from, to, bends: curved ? bendsOf(tie, middles) : null, lit, key };
  });
  const ofGroups = bundles().map(({ id, from, to, width, colour, ink, lit }) => {
    const look = { width, dashes: /** @type {const} */ (false), colour, ink };
    return { ...look, from: endOfBundle(from), to: endOfBundle(to), bends: null, lit, key: keyOf(id, look) };
  });
  threads.length = 0;
  // What is lit lies on top, and stronger ties on weaker ones.
  for (const thread of [...ties, ...ofGroups].sort((a, b) => Number(a.lit) - Number(b.lit) || a.width - b.width)) threads.push(thread);
}

/** Ink is no part of it: on the way from wave to wave ink is what changes. @type {(ends: string | number, look: LineLook) => string} */
const keyOf = (ends, { width, dashes, colour }) => [ends, width, dashes, colour].join(" ");

/** The middle of each group's block; none where the map has no blocks. */
function middlesOf() {
  return new Map(blocks().map(({ number, pieces: [{ box }] }) => [number, { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }]));
}

/**
 * The handles of the curve of a tie; where nothing is in blocks, a line inside a group is straight.
 * @type {(tie: Tie, middles: ReadonlyMap<number, Place>) => [Place, Place] | null}
 */
function bendsOf(tie, middles) {
  const ends = /** @type {const} */ ([tie.from, tie.to]), [one, other] = ends.map(groupNumber);
  if (one < 0 || (one === other && !way())) return null;
  const [a, b] = ends.map((id) => organizations[id]), [p, q] = [middles.get(one), middles.get(other)];
  // In the rows of a block a straight line would run through whoever stands between.
  if (!way() || !p || !q) return bowed(a, b);
  return one === other ? bowed(a, b, ROUND) : bundled(a, b, p, q);
}

/** @type {(pen: CanvasRenderingContext2D, thread: Pick<Thread, "from" | "to" | "bends">) => void} */
export function strokeThread(pen, { from, to, bends }) {
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  if (bends && !arranged.moving) pen.bezierCurveTo(bends[0].x, bends[0].y, bends[1].x, bends[1].y, to.x, to.y);
  else pen.lineTo(to.x, to.y);
  pen.stroke();
}

/** @param {CanvasRenderingContext2D} pen */
export function drawThreads(pen) {
  pen.save();
  pen.lineCap = "butt";
  let dashed = "";
  for (const [thread, ink] of fadingThreads(threads)) {
    pen.strokeStyle = thread.colour;
    pen.globalAlpha = ink;
    pen.lineWidth = about.condensed && thread.lit ? Math.max(thread.width, 1 / visNetwork().getScale()) : thread.width;
    const dashes = thread.dashes || [], key = dashes.join();
    if (key !== dashed) { pen.setLineDash(dashes); dashed = key; }
    strokeThread(pen, thread);
  }
  pen.restore();
}
