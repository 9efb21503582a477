// Two arrangements of the same organizations, by their ties and by sector; both are given, none is computed here.

const arranged = { moving: 0 };
const MOVE = 700;

arranged.follow = (before) => {
  if (state.arranged === before.arranged) return;
  const from = organizations.map(({ x, y }) => [x, y]), to = organizations.map((one) => one.places[state.arranged]);
  cancelAnimationFrame(arranged.moving);
  arranged.moving = 0;
  if (calm.matches || about.grouped || !canvas.open || state.view !== "map") { arranged.put(to); return; }
  const start = performance.now();
  const step = (time) => {
    const share = Math.max(0, Math.min(1, (time - start) / MOVE)), eased = share * share * (3 - 2 * share);
    arranged.put(share === 1 ? to : from.map(([x, y], k) => [x + (to[k][0] - x) * eased, y + (to[k][1] - y) * eased]));
    arranged.moving = share < 1 ? requestAnimationFrame(step) : 0;
    canvas.move();
    if (arranged.moving) return;
    showTogether();
    canvas.sync();
    canvas.frame();
  };
  arranged.moving = requestAnimationFrame(step);
};

arranged.put = (places) => places.forEach(([x, y], k) => Object.assign(organizations[k], { x, y }));

watch(arranged.follow);
