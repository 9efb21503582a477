// The map: drawn once from the places every page shares; a screen says what of it is lit and named.

const { organizations, initials, threads, sectors, screens, ink, layer, type } = JSON.parse(document.getElementById("data").textContent);
const drawing = document.getElementById("drawing");
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

function draw(tag, values, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(values)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const partnersOf = organizations.map(() => []);
threads.forEach(([a, b]) => { partnersOf[a].push(b); partnersOf[b].push(a); });

const threadGroup = draw("g", {}), leaderGroup = draw("g", {}), dotGroup = draw("g", {}), nameGroup = draw("g", { "font-family": type.family, "font-size": type.size });

// Lines of one width are one path, so that thousands of them cost a handful of elements.
function threadPaths(numbers, kind, opacity) {
  const parts = new Map();
  for (const k of numbers) {
    const [a, b, width] = threads[k];
    if (!parts.has(width)) parts.set(width, []);
    parts.get(width).push(`M${organizations[a].x} ${organizations[a].y}L${organizations[b].x} ${organizations[b].y}`);
  }
  return [...parts].map(([width, lines]) => draw("path", { class: `thread ${kind}`, d: lines.join(""), "stroke-width": width, "stroke-opacity": opacity }));
}

const dots = organizations.map((one, id) => {
  const sector = sectors[one.sector], group = draw("g", { class: "dot", transform: `translate(${one.x} ${one.y}) scale(${type.radius})` });
  group.append(draw("circle", { class: "halo", r: one.backbone ? 1.95 : 1.5, "stroke-width": 0.2, display: "none" }));
  if (one.backbone) group.append(draw("circle", { r: type.ring, fill: "#fff", "stroke-width": 0.15 }));
  group.append(draw("path", { class: "under", d: sector.path }), draw("path", { class: "inside", d: sector.path, fill: sector.colour, "stroke-width": 0.16 }));
  group.addEventListener("click", () => go({ organization: id }));
  return group;
});

const labels = organizations.map((one) => {
  const text = draw("text", {}, ...one.lines.map((line, k) => {
    const part = draw("tspan", { x: 0, y: type.line * (k + 0.5) + type.size * 0.35 });
    part.textContent = line;
    return part;
  }));
  return draw("g", { class: "name" }, text);
});

// What lies wholly in the frame; nothing is shown cut off.
const within = ({ x, y }, [left, top, width, height], reach = type.radius * type.ring) =>
  x - reach >= left && y - reach >= top && x + reach <= left + width && y + reach <= top + height;

// From a symbol to the nearest point of its name.
function leader([id, x, top], size) {
  const one = organizations[id], half = one.width * size / 2, clamp = (value, low, high) => Math.min(high, Math.max(low, value));
  return draw("path", { class: "leader", d: `M${one.x} ${one.y}L${clamp(one.x, x - half, x + half)} ${clamp(one.y, top, top + type.line * size * one.lines.length)}` });
}

// Lines do not run through the names around an organization.
const plate = ([id, x, top], size) => draw("rect", { class: "plate", x: x - organizations[id].width * size / 2 - 2, y: top,
  width: organizations[id].width * size + 4, height: type.line * size * organizations[id].lines.length });

// An organization in the middle of all it has lines with, or what a screen speaks of.
function light({ lit, named, size, bright, frame, chosen = -1 }) {
  const inside = new Set(organizations.flatMap((one, id) => (chosen < 0 || within(one, frame) ? [id] : [])));
  const all = threads.flatMap(([a, b], k) => (inside.has(a) && inside.has(b) ? [k] : [])), shown = new Set(bright ?? []);
  const faint = Boolean(bright || lit);
  threadGroup.replaceChildren(
    ...threadPaths(all.filter((k) => !shown.has(k)), faint ? "faint" : "", faint ? 1 : ink),
    ...threadPaths([...shown], "bright", shown.size < 80 ? 0.75 : 0.42));
  const kept = lit ? new Set(lit) : null;
  dots.forEach((dot, id) => {
    dot.classList.toggle("faint", Boolean(kept && !kept.has(id)));
    dot.firstChild.setAttribute("display", id === chosen ? "inline" : "none");
  });
  const drawn = dots.filter((dot, id) => inside.has(id)), isKept = (dot) => !dot.classList.contains("faint");
  dotGroup.replaceChildren(...drawn.filter((dot) => !isKept(dot)), ...drawn.filter(isKept));
  leaderGroup.replaceChildren(...(chosen < 0 ? [] : named.map((one) => plate(one, size))), ...named.filter(([, , , led]) => led).map((one) => leader(one, size)));
  nameGroup.replaceChildren(...named.map(([id, x, top]) => {
    labels[id].setAttribute("transform", `translate(${x} ${top}) scale(${size})`);
    labels[id].classList.toggle("strong", id === chosen);
    return labels[id];
  }));
  lookAt(frame);
}

let at = screens[0].frame, moving = 0;

function lookAt(to) {
  cancelAnimationFrame(moving);
  const from = at, began = performance.now(), lasts = calm.matches ? 0 : 450;
  const step = (now) => {
    const share = lasts ? Math.min(1, (now - began) / lasts) : 1, eased = share * share * (3 - 2 * share);
    at = from.map((value, k) => value + (to[k] - value) * eased);
    drawing.setAttribute("viewBox", at.join(" "));
    if (share < 1) moving = requestAnimationFrame(step);
  };
  step(began);
}

drawing.append(threadGroup, leaderGroup, dotGroup, nameGroup);
