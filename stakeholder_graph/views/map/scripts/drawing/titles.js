// Titles of what is drawn together: each beside its own shape, never on a symbol, a name or another title.

const titles = { boxes: [], size: 15 };

// A title in lines, broken after commas where it has any.
titles.lines = (name) => {
  pen.font = `bold ${titles.size}px ${type.family}`;
  const lines = [], broad = 190;
  for (const part of name.split(/(?<=,)\s+/)) {
    for (const word of pen.measureText(part).width > broad ? part.split(/\s+/) : [part]) {
      const joined = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
      if (lines.length && pen.measureText(joined).width <= broad) lines[lines.length - 1] = joined;
      else lines.push(word);
    }
  }
  return { lines, width: Math.max(...lines.map((line) => pen.measureText(line).width)) };
};

// Places where a title may stand, beside the boxes of members, the top of the shape first.
function* spots(group, width, height) {
  const boxes = group.members.map((id) => boxOf(organizations[id]));
  const top = Math.min(...boxes.map((box) => box.top)), middle = boxes.reduce((sum, box) => sum + box.left + box.right, 0) / boxes.length / 2;
  const found = [];
  for (const box of boxes) {
    for (const x of [box.left, (box.left + box.right - width) / 2, box.right - width]) {
      for (const y of [box.top - height, box.bottom]) found.push([x, y]);
    }
    for (const x of [box.left - width, box.right]) found.push([x, (box.top + box.bottom - height) / 2]);
  }
  const cost = ([x, y]) => Math.hypot(x + width / 2 - middle, 2 * (y + height - top));
  yield* found.sort((a, b) => cost(a) - cost(b));
  for (let up = height; ; up += height / 2) yield [middle - width / 2, top - up];
}

// Titles at a zoom, given the boxes of names that are written.
titles.place = (scale, named) => {
  const grow = 1 / scale, taken = new Grid(120 * grow), placed = [];
  for (const id of scene.shown) {
    const { x, y } = organizations[id], r = canvas.radius(id, scale) * 1.3;
    taken.add({ id, left: x - r, right: x + r, top: y - r, bottom: y + r });
  }
  for (const box of named) taken.add({ ...box, id: -1 });
  for (const group of [...together.hulls].sort((a, b) => b.members.length - a.members.length)) {
    const { lines, width } = titles.lines(group.name), line = (titles.size + 3) * grow;
    const [wide, high] = [(width + 10) * grow, line * lines.length + 4 * grow];
    const others = together.hulls.filter((other) => other !== group);
    const fits = ([left, top]) => {
      const box = { id: -2 - placed.length, left, right: left + wide, top, bottom: top + high };
      const [x, y] = [left + wide / 2, top + high / 2];
      return taken.hits(box) || others.some((other) => covers(other, x, y)) ? null : box;
    };
    for (const spot of spots(group, wide, high)) {
      const box = fits(spot);
      if (!box) continue;
      taken.add(box);
      placed.push({ ...box, group, lines, line, size: titles.size * grow });
      break;
    }
  }
  return placed;
};

// Anew only where something has changed, so that titles stay put while the map is moved.
titles.refresh = (scale) => {
  const made = arranged.moving ? "" : [together.made, state.group, scale, state.chosen, state.beside, scene.lit.size, stage.clientWidth].join("|");
  if (made === titles.made) return;
  titles.made = made;
  titles.boxes = [];
  if (!made || !together.hulls.length) return;
  titles.boxes = titles.place(scale, names.place(scale, everywhere));
};

titles.draw = (ctx) => {
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  for (const { left, right, top, bottom, lines, line, size, group } of titles.boxes) {
    const x = (left + right) / 2, first = (top + bottom - line * (lines.length - 1)) / 2;
    ctx.font = `bold ${size}px ${type.family}`;
    ctx.lineWidth = size * 0.3;
    ctx.strokeStyle = "#fff";
    ctx.fillStyle = shade(group.colour);
    lines.forEach((text, k) => { ctx.strokeText(text, x, first + line * k); ctx.fillText(text, x, first + line * k); });
  }
};

// A colour as dark as text has to be on white.
const shade = (colour) => `rgb(${[1, 3, 5].map((k) => Math.round(parseInt(colour.slice(k, k + 2), 16) * 0.5)).join(",")})`;
