/** Soft shapes around groups: a band along the shortest way through their members that, where it can, passes nobody else. */
import { inside } from "../../shared/boxes.js";
import { clamp } from "../../shared/keys.js";

/** @import { Box } from "../../shared/boxes.js" */
/** @typedef {[number, number]} Point */
/** @typedef {{ points: Point[], box: Box }} Polygon a convex one, whose points always turn the same way */

const REACH = 300, AROUND = 30, ROUNDED = 20, NECK = 15;

/**
 * Points around a box with round corners.
 * @param {Box} box
 */
function rounded({ left, right, top, bottom }) {
  const r = Math.min(ROUNDED, (right - left) / 2, (bottom - top) / 2);
  /** @type {Point[]} */
  const points = [];
  for (const [x, y, turn] of [[right - r, bottom - r, 0], [left + r, bottom - r, 1], [left + r, top + r, 2], [right - r, top + r, 3]]) {
    for (let k = 0; k <= 3; k += 1) {
      const angle = Math.PI / 2 * (turn + k / 3);
      points.push([x + r * Math.cos(angle), y + r * Math.sin(angle)]);
    }
  }
  return points;
}

/** @type {(a: Point, b: Point, c: Point) => number} */
const cross = ([ax, ay], [bx, by], [cx, cy]) => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

/**
 * The convex hull of points (Andrew's monotone chain).
 * @param {readonly Point[]} points
 * @returns {Polygon}
 */
export function convex(points) {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (/** @type {Point[]} */ list) => list.reduce((chain, point) => {
    while (chain.length > 1 && cross(chain[chain.length - 2], chain[chain.length - 1], point) <= 0) chain.pop();
    chain.push(point);
    return chain;
  }, /** @type {Point[]} */ ([])).slice(0, -1);
  const polygon = [...half(sorted), ...half(sorted.reverse())];
  const [xs, ys] = [0, 1].map((axis) => points.map((point) => point[axis]));
  return { points: polygon, box: { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) } };
}

/** @type {(polygon: Polygon, place: Point) => boolean} */
export const holds = ({ points, box }, place) => inside({ x: place[0], y: place[1] }, box)
  && points.every((point, k) => cross(point, points[(k + 1) % points.length], place) >= 0);

/**
 * How many points lie along a line: those far from its box are told apart first, there are so many of them.
 * @type {(points: readonly Point[], a: Point, b: Point) => number}
 */
function passed(points, [ax, ay], [bx, by]) {
  const [left, right, top, bottom] = [Math.min(ax, bx) - AROUND, Math.max(ax, bx) + AROUND, Math.min(ay, by) - AROUND, Math.max(ay, by) + AROUND];
  let count = 0;
  for (const point of points) {
    if (point[0] > left && point[0] < right && point[1] > top && point[1] < bottom && away(point, [ax, ay], [bx, by]) < AROUND) count += 1;
  }
  return count;
}

/**
 * How far a point is from a line between two others.
 * @type {(point: Point, a: Point, b: Point) => number}
 */
export function away([px, py], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay], length = dx * dx + dy * dy || 1;
  const share = clamp(((px - ax) * dx + (py - ay) * dy) / length, 0, 1);
  return Math.hypot(px - ax - share * dx, py - ay - share * dy);
}

/**
 * The shape of a group: polygons that all turn the same way, so that they fill as one, and in how many parts it falls.
 * @param {readonly Box[]} boxes of its members
 * @param {readonly Point[]} others where everybody else stands
 */
export function hullOf(boxes, others) {
  const middles = boxes.map((box) => /** @type {Point} */ ([(box.left + box.right) / 2, (box.top + box.bottom) / 2]));
  const rims = boxes.map(rounded);
  const passes = (/** @type {number} */ a, /** @type {number} */ b) => passed(others, middles[a], middles[b]);
  const links = shortestWay(middles, passes), pieces = rims.map(convex);
  const join = (/** @type {number[]} */ ...list) => convex(list.flatMap((k) => rims[k]));
  // A neck is slim, so that whoever stands beside it is not taken for a member.
  const neck = (/** @type {Point} */ [x, y]) => rounded({ left: x - NECK, right: x + NECK, top: y - NECK, bottom: y + NECK });
  for (const [a, b] of links) pieces.push(convex([...neck(middles[a]), ...neck(middles[b])]));
  const near = middles.map(() => /** @type {Set<number>} */ (new Set()));
  for (let a = 0; a < boxes.length; a += 1) {
    for (let b = 0; b < a; b += 1) {
      const [p, q] = [middles[a], middles[b]], length = Math.hypot(p[0] - q[0], p[1] - q[1]);
      if (length > REACH) continue;
      const centre = [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2];
      const close = (/** @type {Point} */ point) => Math.hypot(point[0] - centre[0], point[1] - centre[1]) < length * 0.42;
      if (middles.some((point, k) => k !== a && k !== b && close(point))) continue;
      const piece = join(a, b);
      if (others.some((point) => holds(piece, point))) continue;
      near[a].add(b);
      near[b].add(a);
      pieces.push(piece);
      for (const c of near[b]) {
        if (c >= a || !near[a].has(c)) continue;
        const filled = join(a, b, c);
        if (!others.some((point) => holds(filled, point))) pieces.push(filled);
      }
    }
  }
  return { pieces, parts: parts(near) };
}

/**
 * How many separate parts there are, given who is linked to whom.
 * @param {readonly Set<number>[]} near
 */
export function parts(near) {
  const left = new Set(near.keys());
  let count = 0;
  for (const start of near.keys()) {
    if (!left.delete(start)) continue;
    count += 1;
    const edge = [start];
    for (let at = edge.pop(); at !== undefined; at = edge.pop()) {
      for (const next of near[at]) if (left.delete(next)) edge.push(next);
    }
  }
  return count;
}

/**
 * The shortest tree through all points (Prim), in which to pass somebody makes a way longer.
 * @param {readonly Point[]} points
 * @param {(a: number, b: number) => number} passes how many others the way between two points passes
 * @returns {[number, number][]} links between points, by their numbers
 */
export function shortestWay(points, passes) {
  /** @type {[number, number][]} */
  const links = [];
  const best = points.map(() => ({ cost: Infinity, to: -1 })), left = new Set(points.keys());
  let at = 0;
  left.delete(0);
  while (left.size) {
    let next = -1;
    for (const k of left) {
      const length = Math.hypot(points[k][0] - points[at][0], points[k][1] - points[at][1]);
      if (length < best[k].cost) {
        const cost = length * (1 + 0.6 * passes(k, at));
        if (cost < best[k].cost) best[k] = { cost, to: at };
      }
      if (next < 0 || best[k].cost < best[next].cost) next = k;
    }
    links.push([next, best[next].to]);
    left.delete(next);
    at = next;
  }
  return links;
}

/**
 * The shape of a box with round corners.
 * @param {Box} box
 */
export function hullOfBox(box) {
  const pieces = [convex(rounded(box))], path = outline(pieces);
  return { pieces, path, shape: new Path2D(path) };
}

const FAR = 99999;

/**
 * Everywhere but around some places, for a shape that leaves them out.
 * @param {readonly { x: number, y: number }[]} places
 * @param {number} gap how far around them
 */
export const gaps = (places, gap) => [`M${-FAR} ${-FAR}H${FAR}V${FAR}H${-FAR}Z`,
  ...places.map(({ x, y }) => `M${x - gap} ${y}a${gap} ${gap} 0 1 0 ${2 * gap} 0a${gap} ${gap} 0 1 0 ${-2 * gap} 0Z`)].join("");

/**
 * Polygons as the path of a drawing.
 * @param {readonly Polygon[]} pieces
 */
export const outline = (pieces) => pieces.map(({ points }) => `M${points.map(([x, y]) => `${Math.round(x)} ${Math.round(y)}`).join("L")}Z`).join("");
