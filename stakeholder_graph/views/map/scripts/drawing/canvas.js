// The canvas: vis-network draws, zooms and finds what is under the pointer; positions are given and nothing moves.

const canvas = { hover: -1, home: true };
const stage = document.getElementById("stage");
const dots = new vis.DataSet(), threads = new vis.DataSet();

const radii = new Map();
canvas.radius = (id, scale = canvas.network ? canvas.network.getScale() : 1) => Math.max(radii.get(id) ?? type.radius, 4 / scale);

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
  // Without anything on it yet: what the address asks for is drawn first, and once.
  const network = new vis.Network(document.getElementById("canvas"), { nodes: dots, edges: threads }, given);
  canvas.network = network;
  network.on("beforeDrawing", (ctx) => together.draw(ctx));
  const first = () => {
    if (!dots.length) return;
    performance.mark("first drawing");
    network.off("afterDrawing", first);
  };
  network.on("afterDrawing", first);
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

// A change of these shows another part of the map.
const FRAMES = ["chosen", "beside", "steps", "between", "arranged", "together", "matrix", "view", "opened"];

// Called last, once the panels have taken their room.
canvas.follow = (before) => {
  if (state.view !== "map") return;
  canvas.sync();
  if (FRAMES.some((key) => state[key] !== before[key])) canvas.frame();
  else canvas.network.redraw();
};
