// The canvas: vis-network draws, zooms and finds what is under the pointer; positions are given and nothing moves.

const canvas = { hover: -1, home: true };
const stage = document.getElementById("stage");
const dots = new vis.DataSet(), threads = new vis.DataSet();

const radii = new Map();
canvas.radius = (id) => {
  const scale = canvas.network ? canvas.network.getScale() : 1;
  return Math.max(radii.get(id) ?? type.radius, 4 / scale);
};

canvas.sync = () => {
  radii.clear();
  for (const id of scene.shown) radii.set(id, radiusOf(id));
  const lines = scene.drawn.filter((tie) => stands(tie.from) && stands(tie.to)).map((tie) => {
    const lit = scene.litTie(tie), { width, dashes, colour, ink } = lineLook(tie, lit);
    return { id: tie.id, from: tie.from, to: tie.to, width, dashes, color: { color: colour, opacity: ink }, lit };
  });
  for (const { id, from, to, width, colour, ink, lit } of groups.bundles()) lines.push({ id, from, to, width, color: { color: colour, opacity: ink }, lit });
  // What is lit lies on top, and stronger ties on weaker ones.
  lines.sort((a, b) => a.lit - b.lit || a.width - b.width || (a.id < b.id ? -1 : 1));
  const dot = ({ id, x, y }) => ({ id, x, y });
  const standing = [...scene.shown].filter(stands).sort((a, b) => scene.lit.has(a) - scene.lit.has(b) || a - b);
  replace(dots, [...standing.map((id) => dot(organizations[id])), ...groups.closed().map(({ k, x, y }) => ({ id: groupNode(k), x, y }))]);
  replace(threads, lines.map(({ lit, ...line }) => line));
};

function replace(set, entries) {
  set.clear();
  set.add(entries);
}

canvas.start = () => {
  const given = JSON.parse(options);
  given.nodes.ctxRenderer = ({ ctx, id }) => {
    if (id >= organizations.length) {
      const across = 2 * groups.end(id).radius;
      return { drawNode: () => groups.drawSymbol(ctx, groupOf(id)), nodeDimensions: { width: across, height: across } };
    }
    const radius = canvas.radius(id);
    return { drawNode: () => drawSymbol(ctx, id, radius), nodeDimensions: { width: radius * 2, height: radius * 2 } };
  };
  canvas.sync();
  const network = new vis.Network(document.getElementById("canvas"), { nodes: dots, edges: threads }, given);
  canvas.network = network;
  network.on("beforeDrawing", (ctx) => together.draw(ctx));
  network.on("afterDrawing", (ctx) => {
    hoverLines(ctx);
    groups.place(network.getScale());
    titles.refresh(network.getScale());
    names.draw(ctx, network.getScale(), canvas.view());
    titles.draw(ctx);
    groups.drawTitles(ctx);
  });
  network.on("click", ({ nodes }) => (nodes[0] >= organizations.length ? groups.enter(groupOf(nodes[0])) : choose(nodes.length ? nodes[0] : -1)));
  network.on("hoverNode", ({ node }) => hover(node));
  network.on("blurNode", () => hover(-1));
  network.on("dragEnd", () => { canvas.home = false; writeAddress(); });
  network.on("zoom", () => { canvas.home = false; keepInReach(); remember(); });
  new ResizeObserver(() => { if (canvas.fill() && canvas.home) canvas.frame(false); }).observe(stage);
  // The element under the canvas has no keys of its own: the stage around it has.
  document.querySelector("#canvas .vis-network").tabIndex = -1;
  canvas.frame(false);
};

// Organizations have other places: take them over as they are.
canvas.move = () => {
  for (const id of [...scene.shown].filter(stands)) Object.assign(canvas.network.body.nodes[id], { x: organizations[id].x, y: organizations[id].y });
  canvas.network.redraw();
};

// Take all the room there is; true if there is more or less of it than before.
canvas.fill = () => {
  const size = `${stage.clientWidth} x ${stage.clientHeight}`;
  if (!stage.clientWidth || size === canvas.size) return false;
  canvas.size = size;
  canvas.network.setSize("100%", "100%");
  canvas.network.redraw();
  return true;
};

function hover(id) {
  canvas.hover = id;
  stage.classList.toggle("over", id >= 0);
  canvas.network.redraw();
}

function hoverLines(ctx) {
  if (!scene.shown.has(canvas.hover) || !stands(canvas.hover) || scene.chosen >= 0) return;
  const one = organizations[canvas.hover];
  ctx.save();
  ctx.strokeStyle = ACCENT;
  for (const { other, tie } of scene.partners.get(canvas.hover)) {
    const { width, dashes } = lineLook(tie, true);
    ctx.setLineDash(dashes || []);
    ctx.lineWidth = width;
    ctx.beginPath();
    const end = stands(other) ? organizations[other] : groups.list[organizations[other].sectorNumber];
    ctx.moveTo(one.x, one.y);
    ctx.lineTo(end.x, end.y);
    ctx.stroke();
  }
  ctx.setLineDash([]);
  for (const id of [canvas.hover, ...scene.partners.get(canvas.hover).map(({ other }) => other)].filter(stands)) drawSymbol(ctx, id, canvas.radius(id));
  ctx.restore();
}

// The part of the plane that is on the screen.
canvas.view = () => {
  const middle = canvas.network.getViewPosition(), scale = canvas.network.getScale();
  const [w, h] = [stage.clientWidth / scale / 2, stage.clientHeight / scale / 2];
  return { left: middle.x - w, right: middle.x + w, top: middle.y - h, bottom: middle.y + h };
};

// The box around organizations and their names.
canvas.box = (ids) => {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const id of ids) {
    const one = organizations[id], half = Math.max(one.width / 2, type.radius * 1.7);
    box.left = Math.min(box.left, one.x - half);
    box.right = Math.max(box.right, one.x + half);
    box.top = Math.min(box.top, one.y - type.radius * 1.7);
    box.bottom = Math.max(box.bottom, one.y + type.below + type.line * one.label.split("\n").length + 2);
  }
  return box.left < box.right ? box : { left: -300, right: 300, top: -200, bottom: 200 };
};

function enlarge(box, others) {
  for (const { left, right, top, bottom } of others) {
    Object.assign(box, { left: Math.min(box.left, left), right: Math.max(box.right, right), top: Math.min(box.top, top), bottom: Math.max(box.bottom, bottom) });
  }
}

// Show all that is lit when an organization is chosen, else everything that stands anywhere on the map.
canvas.frame = (moving = true) => {
  canvas.home = true;
  canvas.fill();
  const asked = scene.chosen >= 0 || state.between ? [...scene.lit].filter(stands) : [];
  const box = canvas.box(asked.length ? asked : groups.inView());
  const margin = 14, most = 1.6;
  const fits = () => Math.min((stage.clientWidth - 2 * margin) / (box.right - box.left), (stage.clientHeight - 2 * margin) / (box.bottom - box.top), most);
  let scale = fits();
  if (together.hulls.length && !arranged.moving) {
    // Titles stand around the shapes, and the smaller the map the more room of it they take.
    for (let k = 0; k < 2; k += 1) {
      enlarge(box, titles.place(scale, [...scene.lit].map((id) => boxOf(organizations[id]))));
      scale = fits();
    }
  }
  canvas.lowest = Math.min(canvas.lowest ?? Infinity, scale / 2);
  const position = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  const animation = moving && !calm.matches ? { duration: 450, easingFunction: "easeInOutQuad" } : false;
  canvas.network.moveTo({ position, scale: Math.max(scale, 0.02), animation });
};

canvas.zoom = (factor) => {
  canvas.home = false;
  canvas.network.moveTo({ scale: canvas.network.getScale() * factor, animation: calm.matches ? false : { duration: 200 } });
  remember();
};

// Where one looks and how closely, for the address.
canvas.whereabouts = () => {
  const { x, y } = canvas.network.getViewPosition();
  return [Math.round(x), Math.round(y), canvas.network.getScale().toFixed(3)].join();
};

canvas.goTo = (text) => {
  const [x, y, scale] = (text ?? "").split(",").map(Number);
  if (![x, y, scale].every(Number.isFinite) || scale <= 0) return;
  canvas.home = false;
  canvas.network.moveTo({ position: { x, y }, scale: Math.min(Math.max(scale, canvas.lowest), 4) });
  writeAddress();
};

let pause = 0;
function remember() {
  clearTimeout(pause);
  pause = setTimeout(writeAddress, 250);
}

function keepInReach() {
  const scale = canvas.network.getScale(), kept = Math.min(Math.max(scale, canvas.lowest), 4);
  if (kept !== scale) canvas.network.moveTo({ scale: kept });
}

// A change of these shows another part of the map.
const FRAMES = ["chosen", "beside", "steps", "between", "arranged", "together", "matrix", "view", "opened"];

// Called last, once the panels have taken their room.
canvas.follow = (before) => {
  if (state.view !== "map") return;
  canvas.sync();
  if (FRAMES.some((key) => state[key] !== before[key])) canvas.frame();
  else canvas.network.redraw();
};
