// Pictures to take along: an SVG drawn from the same positions, a PNG made of it, and the page on paper.

const escaped = (text) => String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
const attributes = (values) => Object.entries(values).map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");
const tag = (name, values, inner = "") => `<${name}${attributes(values)}>${inner}</${name}>`;
const round = (value) => Math.round(value * 100) / 100;

const PAPER = 1600;
// A page across, on which the smallest letters can be read.
const PAGE = 1100;

// Large maps have many names: saved, they are all written, to be looked at closely. On paper, or where only some
// organizations are looked at, names are as large as can be read, where there is room.
function drawPicture(printed = false) {
  // Where groups are closed the paper is smaller than the plane on which all of them would be open.
  const plane = canvas.box(scene.shown), closed = groups.closed(), shrink = closed.length ? Math.min(1, PAPER / (plane.right - plane.left)) : 1;
  const box = Object.fromEntries(Object.entries(plane).map(([side, at]) => [side, at * shrink]));
  const named = [...scene.lit].map((id) => boxOf(organizations[id]));
  const times = Math.max(1, (box.right - box.left) / PAGE), scale = printed || scene.focused ? 1 / times : 1;
  const headings = arranged.moving ? [] : titles.place(scale, named);
  enlarge(box, headings);
  const taken = [...headings, ...closed.map((group) => groups.title(group, shrink)), ...groups.taken()];
  const written = names.place(scale * shrink, everywhere, taken);
  enlarge(box, written.map((name) => Object.fromEntries(["left", "right", "top", "bottom"].map((side) => [side, name[side] * shrink]))));
  const across = (box.right - box.left) / times, head = headParts(across), legend = legendParts(across, written.length);
  const left = box.left - 24, top = box.top - 18 - head.height * times, width = box.right - box.left + 48;
  const height = box.bottom - top + legend.height * times + 24;
  const parts = [
    tag("title", {}, escaped([about.partnership, heading()].filter(Boolean).join(": "))),
    tag("rect", { x: left, y: top, width, height, fill: "#fff" }),
    tag("g", { transform: `translate(${round(box.left)} ${round(top)}) scale(${round(times)})` }, head.parts.join("\n")),
    ...together.hulls.flatMap(({ path, around, colour }, k) => [
      tag("clipPath", { id: `around-${k}` }, tag("path", { d: around, "clip-rule": "evenodd" })),
      tag("path", { d: path, fill: colour, "fill-opacity": scene.focused ? 0.09 : 0.15, "clip-path": `url(#around-${k})` }),
    ]),
    tag("g", shrink < 1 ? { transform: `scale(${shrink})` } : {}, [
      ...scene.drawn.filter((tie) => stands(tie.from) && stands(tie.to)).map(pictureLine),
      ...groups.bundles().map(pictureBundle),
      ...byName.filter((id) => scene.shown.has(id) && stands(id)).map((id) => pictureSymbol(id, scale * shrink)),
      ...written.map(pictureName),
      ...closed.map((group) => pictureGroup(group, shrink)),
    ].join("\n")),
    ...headings.map(pictureTitle),
    tag("g", { transform: `translate(${round(box.left)} ${round(box.bottom)}) scale(${round(times)})` }, legend.parts.join("\n")),
  ];
  const values = { xmlns: "http://www.w3.org/2000/svg", viewBox: [left, top, width, height].map(round).join(" "), width: round(width), height: round(height), "font-family": type.family, "font-size": type.size };
  return { svg: tag("svg", values, parts.join("\n")), width, height };
}

// Whose map it is, what is looked at, and the line about the network; from the upper left corner.
function headParts(width) {
  const parts = [];
  let y = 10;
  const write = (words, size, values) => {
    for (const line of wrapped(words, canvasPen(size, values["font-weight"]), width)) parts.push(text(0, y += Math.round(size * 1.2) + 3, line, { "font-size": size, ...values }));
  };
  write(about.partnership, 22, { "font-weight": "bold" });
  if (heading()) write(heading(), 17, { "font-weight": "bold" });
  write(lineAboutIt(), type.size, { fill: "#4a5a68" });
  return { parts, height: y };
}

const lineAboutIt = () => [counted(), document.querySelector(".banner")?.textContent.trim()].filter(Boolean).join(" · ");

const text = (x, y, content, values = {}) => tag("text", { x: round(x), y: round(y), fill: INK, ...values }, escaped(content));

function pictureBundle({ from, to, width, colour, ink }) {
  const [a, b] = [groups.end(from), groups.end(to)].map(({ x, y }) => [round(x), round(y)]);
  return tag("line", { x1: a[0], y1: a[1], x2: b[0], y2: b[1], stroke: colour, "stroke-width": round(width), "stroke-opacity": ink });
}

function pictureGroup(group, shrink) {
  const { lines, size, line, top } = groups.title(group, shrink);
  const symbol = tag("path", { d: group.sector.path, transform: `translate(${round(group.x)} ${round(group.y)}) scale(${round(group.radius)})`, fill: group.sector.colour, stroke: INK, "stroke-width": 0.04, "stroke-linejoin": "round", opacity: groups.isLit(group) ? 1 : 0.15 });
  return symbol + lines.map((each, k) => text(group.x, top + line * (k + 0.5) + size * 0.35, each, { "text-anchor": "middle", "font-size": round(size), "font-weight": k < lines.length - 1 ? "bold" : "normal" })).join("");
}

function pictureLine(tie) {
  const { width, dashes, colour, ink } = lineLook(tie, scene.litTie(tie));
  const [a, b] = [organizations[tie.from], organizations[tie.to]];
  return tag("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, stroke: colour, "stroke-width": round(width), "stroke-opacity": ink, ...(dashes ? { "stroke-dasharray": dashes.join(" ") } : {}) });
}

function pictureSymbol(id, scale) {
  const one = organizations[id], radius = canvas.radius(id, scale), sector = sectors[one.sectorNumber];
  const silent = isSilent(one) ? { "stroke-dasharray": ".34 .26", fill: tint(sector.colour, 0.16) } : { fill: sector.colour };
  const ring = one.backbone ? tag("circle", { r: 1.62, fill: "#fff", stroke: INK, "stroke-width": round(1.5 / radius) }) : "";
  const path = tag("path", { d: sector.path, stroke: INK, "stroke-width": round(1.6 / radius), "stroke-linejoin": "round", ...silent });
  return tag("g", { transform: `translate(${one.x} ${one.y}) scale(${round(radius)})`, opacity: scene.lit.has(id) ? 1 : 0.15 }, ring + path);
}

function pictureName({ left, right, top, lines, line, size, strong }) {
  return lines.map((each, k) => text((left + right) / 2, top + line * (k + 0.5) + size * 0.35, each,
    { "text-anchor": "middle", "font-size": round(size), ...(strong ? { "font-weight": "bold" } : {}), stroke: "#fff", "stroke-width": round(size * 0.27), "stroke-linejoin": "round", "paint-order": "stroke" })).join("");
}

function pictureTitle({ left, right, top, bottom, lines, line, size, group }) {
  const first = (top + bottom - line * (lines.length - 1)) / 2 + size * 0.35;
  return lines.map((each, k) => text((left + right) / 2, first + line * k, each,
    { "text-anchor": "middle", "font-weight": "bold", "font-size": size, fill: shade(group.colour), stroke: "#fff", "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" })).join("");
}

// What colours, shapes and lines mean, and what is to be known of the answers; from the lower left corner of the map.
function legendParts(width, written) {
  const parts = [], pen = canvasPen(), standing = [...scene.lit].filter(stands).length;
  let x = 0, y = 34;
  const shown = new Set([...scene.shown].map((id) => organizations[id].sectorNumber));
  for (const k of bySector ? [...shown].sort((a, b) => a - b) : []) {
    const wide = pen.measureText(sectors[k].name).width + 44;
    if (x > 0 && x + wide > width) { x = 0; y += 26; }
    parts.push(tag("path", { d: sectors[k].path, transform: `translate(${round(x + 9)} ${round(y)}) scale(8)`, fill: sectors[k].colour, stroke: INK, "stroke-width": 0.2, "stroke-linejoin": "round" }),
      text(x + 24, y + 4.5, sectors[k].name));
    x += wide;
  }
  // The same key that stands under the map, picture by picture.
  for (const entry of document.querySelectorAll("#key li:not([hidden])")) {
    const sample = entry.querySelector("svg"), words = entry.textContent.trim();
    const [sampleWidth, sampleHeight] = ["width", "height"].map((name) => Number(sample.getAttribute(name)));
    const wide = sampleWidth + pen.measureText(words).width + 32;
    if (entry.matches(":first-child") || x + wide > width) { x = 0; y += 28; }
    const copy = sample.cloneNode(true);
    copy.setAttribute("x", round(x));
    copy.setAttribute("y", round(y - sampleHeight / 2));
    parts.push(new XMLSerializer().serializeToString(copy), text(x + sampleWidth + 8, y + 4.5, words));
    x += wide;
  }
  y += 8;
  const unwritten = written < standing ? [_("Written are the {written} names for which there is room; the table has all {all}.", { written, all: standing })] : [];
  for (const line of [...notes(), ...unwritten].flatMap((note) => wrapped(note, pen, width))) {
    y += 20;
    parts.push(text(0, y, line, { fill: "#4a5a68" }));
  }
  return { parts, height: y + 14 };
}

function canvasPen(size = type.size, weight = "normal") {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${weight} ${size}px ${type.family}`;
  return pen;
}

const slug = (words) => plain(words).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
const fileName = (ending) => [slug(about.partnership), "map", ...[scene.chosen, scene.beside].filter((id) => id >= 0).map((id) => slug(nameOf(id)))].filter(Boolean).join("-").slice(0, 120) + `.${ending}`;

function save(blob, name) {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

const svgBlob = (svg) => new Blob([svg], { type: "image/svg+xml" });

async function savePng() {
  const { svg, width, height } = drawPicture();
  const address = URL.createObjectURL(svgBlob(svg));
  const image = new Image();
  image.src = address;
  await image.decode();
  const scale = Math.min(2, 8000 / Math.max(width, height));
  const sheet = document.createElement("canvas");
  [sheet.width, sheet.height] = [width * scale, height * scale];
  sheet.getContext("2d").drawImage(image, 0, 0, sheet.width, sheet.height);
  URL.revokeObjectURL(address);
  sheet.toBlob((blob) => save(blob, fileName("png")));
}

// The table as it stands, under the same heading.
function tableOnPaper() {
  const table = tableView.querySelector("table").cloneNode(true);
  table.querySelector("caption").remove();
  return [make("h1", {}, about.partnership), heading() ? make("h2", {}, heading()) : "", make("p", {}, lineAboutIt()), table, ...notes().map((note) => make("p", {}, note))];
}

function startPictures() {
  control("save-svg").addEventListener("click", () => save(svgBlob(drawPicture().svg), fileName("svg")));
  control("save-png").addEventListener("click", savePng);
  control("print").addEventListener("click", () => window.print());
  const paper = control("paper");
  const lay = () => paper.replaceChildren(...(state.view === "table" ? tableOnPaper() : [document.importNode(new DOMParser().parseFromString(drawPicture(true).svg, "image/svg+xml").documentElement, true)]));
  window.addEventListener("beforeprint", lay);
  window.addEventListener("afterprint", () => paper.replaceChildren());
  window.matchMedia("print").addEventListener("change", ({ matches }) => { if (matches) lay(); });
}
