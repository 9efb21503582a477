// Names: written under their symbols so that none lies on another, at a size that can be read at every zoom.

const SMALLEST = 10, LARGEST = 20;
const names = { boxes: [] };

// Where the names go: those asked for first, then the best connected; a name without room waits for a closer look.
names.place = (scale, view, taken = [...titles.boxes, ...groups.boxes, ...groups.taken()]) => {
  const size = Math.min(Math.max(type.size * scale, SMALLEST), LARGEST) / scale;
  const grow = size / type.size;
  const asked = new Set([scene.chosen, scene.beside, state.cursor, canvas.hover, ...search.matches].filter((id) => scene.shown.has(id) && stands(id)));
  const order = [...scene.lit].filter((id) => !asked.has(id) && stands(id) && inside(organizations[id], view))
    .sort((a, b) => scene.partners.get(b).length - scene.partners.get(a).length || a - b);
  const grid = new Grid(90 * grow);
  for (const id of [...scene.lit].filter(stands)) {
    const one = organizations[id], r = canvas.radius(id, scale) * 0.9;
    grid.add({ id, left: one.x - r, right: one.x + r, top: one.y - r, bottom: one.y + r });
  }
  for (const box of taken) grid.add(box);
  const boxes = [];
  for (const id of [...asked, ...order]) {
    const one = organizations[id], lines = one.label.split("\n");
    const box = {
      id, lines, size, line: type.line * grow, strong: asked.has(id),
      left: one.x - one.width * grow / 2, right: one.x + one.width * grow / 2,
      top: one.y + canvas.radius(id, scale) + (type.below - type.radius) * Math.min(1, grow) * (one.backbone ? 1.8 : 1),
    };
    box.bottom = box.top + box.line * lines.length;
    const cut = box.left < view.left || box.right > view.right || box.bottom > view.bottom;
    if (!box.strong && (cut || grid.hits(box))) continue;
    grid.add(box);
    boxes.push(box);
  }
  return boxes;
};

names.draw = (ctx, scale, view) => {
  names.boxes = names.place(scale, view);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.strokeStyle = "rgba(255,255,255,.92)";
  ctx.fillStyle = INK;
  for (const box of names.boxes) {
    const x = (box.left + box.right) / 2, width = box.right - box.left;
    ctx.font = `${box.strong ? "bold " : ""}${box.size}px ${type.family}`;
    ctx.lineWidth = box.size * 0.3;
    // Fonts differ: the width that was reckoned with is the width that is taken.
    const limit = box.strong ? width * 1.12 : width;
    box.lines.forEach((text, k) => ctx.strokeText(text, x, box.top + box.line * (k + 0.5), limit));
    box.lines.forEach((text, k) => ctx.fillText(text, x, box.top + box.line * (k + 0.5), limit));
  }
};

const everywhere = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };
const inside = (one, view) => one.x > view.left && one.x < view.right && one.y > view.top && one.y < view.bottom;

// Boxes by the cells they touch, so that each is held against its neighbours only.
class Grid {
  constructor(cell) { this.cell = cell; this.cells = new Map(); }

  *touched(box) {
    for (let x = Math.floor(box.left / this.cell); x <= Math.floor(box.right / this.cell); x += 1) {
      for (let y = Math.floor(box.top / this.cell); y <= Math.floor(box.bottom / this.cell); y += 1) yield `${x},${y}`;
    }
  }

  add(box) {
    for (const key of this.touched(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }

  hits(box) {
    for (const key of this.touched(box)) {
      for (const other of this.cells.get(key) ?? []) {
        if (other.id !== box.id && box.left < other.right && other.left < box.right
          && box.top < other.bottom && other.top < box.bottom) return true;
      }
    }
    return false;
  }
}
