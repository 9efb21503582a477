// Soft shapes around groups: a band along the shortest way through their members that, where it can, passes nobody else.

const PAD = 9, REACH = 300, AROUND = 30, ROUNDED = 20, NECK = 15;

// The box of a symbol and its name.
function boxOf(one) {
  const half = Math.max(one.width / 2, type.radius * 1.7) + PAD, lines = one.label.split("\n").length;
  return { left: one.x - half, right: one.x + half, top: one.y - type.radius * 1.7 - PAD, bottom: one.y + type.below + type.line * lines + PAD };
}

// Points around a box with round corners.
function rounded({ left, right, top, bottom }) {
  const r = Math.min(ROUNDED, (right - left) / 2, (bottom - top) / 2), points = [];
  for (const [x, y, turn] of [[right - r, bottom - r, 0], [left + r, bottom - r, 1], [left + r, top + r, 2], [right - r, top + r, 3]]) {
    for (let k = 0; k <= 3; k += 1) {
      const angle = Math.PI / 2 * (turn + k / 3);
      points.push([x + r * Math.cos(angle), y + r * Math.sin(angle)]);
    }
  }
  return points;
}

const cross = ([ax, ay], [bx, by], [cx, cy]) => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

// The convex hull of points (Andrew's monotone chain), always turning the same way.
function convex(points) {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (list) => list.reduce((chain, point) => {
    while (chain.length > 1 && cross(chain[chain.length - 2], chain[chain.length - 1], point) <= 0) chain.pop();
    chain.push(point);
    return chain;
  }, []).slice(0, -1);
  const polygon = [...half(sorted), ...half(sorted.reverse())];
  const [xs, ys] = [0, 1].map((axis) => points.map((point) => point[axis]));
  polygon.box = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  return polygon;
}

const holds = (polygon, place) => inside({ x: place[0], y: place[1] }, polygon.box)
  && polygon.every((point, k) => cross(point, polygon[(k + 1) % polygon.length], place) >= 0);

// How many points lie along a line: those far from its box are told apart first, there are so many of them.
function passed(points, [ax, ay], [bx, by]) {
  const [left, right, top, bottom] = [Math.min(ax, bx) - AROUND, Math.max(ax, bx) + AROUND, Math.min(ay, by) - AROUND, Math.max(ay, by) + AROUND];
  let count = 0;
  for (const point of points) {
    if (point[0] > left && point[0] < right && point[1] > top && point[1] < bottom && away(point, [ax, ay], [bx, by]) < AROUND) count += 1;
  }
  return count;
}

// How far a point is from a line between two others.
function away([px, py], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay], length = dx * dx + dy * dy || 1;
  const share = Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length));
  return Math.hypot(px - ax - share * dx, py - ay - share * dy);
}

// The shape of a group: polygons that all turn the same way, so that they fill as one, and in how many parts it falls.
function hullOf(members, strangers) {
  const boxes = members.map((id) => boxOf(organizations[id]));
  const middles = boxes.map((box) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2]);
  const rims = boxes.map(rounded), others = strangers.map((id) => [organizations[id].x, organizations[id].y]);
  const passes = (a, b) => passed(others, middles[a], middles[b]);
  const links = shortestWay(middles, passes), pieces = rims.map(convex);
  const join = (...list) => convex(list.flatMap((k) => rims[k]));
  // A neck is slim, so that whoever stands beside it is not taken for a member.
  const neck = ([x, y]) => rounded({ left: x - NECK, right: x + NECK, top: y - NECK, bottom: y + NECK });
  for (const [a, b] of links) pieces.push(convex([...neck(middles[a]), ...neck(middles[b])]));
  const near = middles.map(() => new Set());
  for (let a = 0; a < members.length; a += 1) {
    for (let b = 0; b < a; b += 1) {
      const [p, q] = [middles[a], middles[b]], length = Math.hypot(p[0] - q[0], p[1] - q[1]);
      if (length > REACH) continue;
      const centre = [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2];
      const close = (point) => Math.hypot(point[0] - centre[0], point[1] - centre[1]) < length * 0.42;
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

// How many separate parts there are, given who is linked to whom.
function parts(near) {
  const left = new Set(near.keys());
  let count = 0;
  for (const start of near.keys()) {
    if (!left.delete(start)) continue;
    count += 1;
    const edge = [start];
    while (edge.length) for (const next of near[edge.pop()]) if (left.delete(next)) edge.push(next);
  }
  return count;
}

// The shortest tree through all points (Prim), in which to pass somebody makes a way longer.
function shortestWay(points, passes) {
  const links = [], best = points.map(() => ({ cost: Infinity, to: -1 })), left = new Set(points.keys());
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

// Everywhere but around some organizations, for a shape that leaves them out.
const GAP = type.radius * 1.7, FAR = 99999;
const gaps = (ids) => [`M${-FAR} ${-FAR}H${FAR}V${FAR}H${-FAR}Z`, ...ids.map((id) => `M${organizations[id].x - GAP} ${organizations[id].y}a${GAP} ${GAP} 0 1 0 ${2 * GAP} 0a${GAP} ${GAP} 0 1 0 ${-2 * GAP} 0Z`)].join("");

const outline = (pieces) => pieces.map((piece) => `M${piece.map(([x, y]) => `${Math.round(x)} ${Math.round(y)}`).join("L")}Z`).join("");
