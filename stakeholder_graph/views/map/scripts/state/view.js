// Where one looks, and how closely: the whole, what is lit, or whatever one has moved and zoomed to.

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
