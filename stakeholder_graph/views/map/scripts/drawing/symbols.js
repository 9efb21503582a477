// Symbols and lines: what they look like on the canvas and, from the same numbers, in pictures.

const INK = "#16232e", ACCENT = "#0b5cad", LINE_COLOUR = "#5b6f82";
const outlines = sectors.map((sector) => new Path2D(sector.path));

// Radius by what the size of symbols stands for; areas, not radii, follow the value.
function radiusOf(id) {
  if (state.size === "equal") return type.radius;
  const [low, high] = [type.radius * 0.6, type.radius * 1.3];
  const value = sizeValue(id), most = Math.max(...[...scene.shown].map(sizeValue), 1e-9);
  return Math.sqrt(low * low + (high * high - low * low) * Math.max(0, value) / most);
}

function sizeValue(id) {
  if (state.size === "ties") return scene.partners.get(id)?.length ?? 0;
  return organizations[id].scores?.find(([title]) => title === state.size)?.[1] ?? 0;
}

// A ring says: the one meant by the keys, found by the search, a partner of both that are compared.
const isRinged = (id) => id === state.cursor || scene.both.has(id) || search.matches.includes(id);

const isSilent = (one) => Boolean(one.silent?.includes(state.wave));

// A pale tint of a colour, on white.
function tint(colour, share) {
  const channels = [1, 3, 5].map((k) => parseInt(colour.slice(k, k + 2), 16));
  return `rgb(${channels.map((c) => Math.round(255 - (255 - c) * share)).join(",")})`;
}

function drawSymbol(ctx, id, radius) {
  const one = organizations[id], outline = outlines[one.sectorNumber];
  const colour = sectors[one.sectorNumber].colour, silent = isSilent(one);
  ctx.save();
  ctx.translate(one.x, one.y);
  const asked = id === scene.chosen || id === scene.beside;
  if (asked || isRinged(id)) {
    ctx.beginPath();
    ctx.arc(0, 0, radius * 1.95, 0, 2 * Math.PI);
    ctx.fillStyle = asked ? "rgba(11,92,173,.22)" : "rgba(11,92,173,.1)";
    ctx.fill();
    ctx.lineWidth = 2;
    ctx.strokeStyle = ACCENT;
    ctx.stroke();
  }
  ctx.scale(radius, radius);
  ctx.lineJoin = "round";
  ctx.strokeStyle = INK;
  if (one.backbone) {
    ctx.globalAlpha = scene.lit.has(id) ? 1 : 0.15;
    ctx.beginPath();
    ctx.arc(0, 0, 1.62, 0, 2 * Math.PI);
    ctx.fillStyle = "#fff";
    ctx.fill();
    ctx.lineWidth = 1.5 / radius;
    ctx.stroke();
    ctx.globalAlpha = 1;
  }
  // White first: lines that end here do not show through what is not lit.
  ctx.fillStyle = "#fff";
  ctx.fill(outline);
  ctx.globalAlpha = scene.lit.has(id) ? 1 : 0.15;
  ctx.fillStyle = silent ? tint(colour, 0.16) : colour;
  ctx.fill(outline);
  ctx.lineWidth = 1.6 / radius;
  if (silent) ctx.setLineDash([0.34, 0.26]);
  ctx.stroke(outline);
  ctx.restore();
}

// A line's width, dashes, colour and strength of ink.
function lineLook(tie, lit) {
  const plain = scene.changes ? changeLook(scene.changes.get(tie)) : plainLook(tie);
  if (!scene.focused) return plain;
  if (!lit) return { ...plain, colour: LINE_COLOUR, ink: 0.045 };
  return { ...plain, colour: !scene.changes && isAccented(tie) ? ACCENT : plain.colour, ink: isFarther(tie) ? 0.3 : 0.75 };
}

// The ties of partners among themselves and to theirs, behind those of the chosen one.
const isFarther = (tie) => scene.chosen >= 0 && scene.beside < 0 && !touches(tie, scene.chosen);

// Of two that are compared the lines to partners of both, and the line between them.
const isAccented = (tie) => (scene.beside < 0 ? scene.chosen >= 0 && !isFarther(tie)
  : scene.both.has(tie.from) || scene.both.has(tie.to) || (touches(tie, scene.chosen) && touches(tie, scene.beside)));

function plainLook(tie) {
  const steps = Math.max(1, layers[tie.layer].steps.length - 1);
  const width = tie.step < 0 ? 1.2 : 1.2 + 2.3 * tie.step / steps;
  const dashes = tie.named === "one" ? [7, 5] : tie.named === "unknown" ? [2, 3.5] : false;
  const crowd = scene.visible.length;
  const ink = (crowd < 80 ? 0.7 : crowd < 200 ? 0.5 : crowd < 600 ? 0.38 : 0.26) * (dashes ? 0.85 : 1);
  return { width, dashes, colour: LINE_COLOUR, ink };
}
