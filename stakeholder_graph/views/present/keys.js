// Keys, those of remote clickers among them, and the buttons that do the same.

const KEYS = {
  ArrowRight: () => turn(1), ArrowDown: () => turn(1), PageDown: () => turn(1), " ": () => turn(1),
  ArrowLeft: () => turn(-1), ArrowUp: () => turn(-1), PageUp: () => turn(-1),
  Home: () => go({ screen: 0, organization: -1 }),
  End: () => go({ screen: screens.length - 1, organization: -1 }),
  Escape: () => (state.organization >= 0 ? go({ organization: -1 }) : state.notes ? go({ notes: false }) : byId("leave")?.click()),
  n: () => go({ notes: !state.notes }),
  f: () => large(),
};

function large() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {});
}

document.addEventListener("keydown", (event) => {
  if (names.open || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.target.matches("button, a") && event.key === " ") return;
  // A long note is read on with the arrows.
  if (event.target === notes && event.key.startsWith("Arrow")) return;
  const act = KEYS[event.key] ?? KEYS[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  act();
});

byId("before").addEventListener("click", () => turn(-1));
byId("after").addEventListener("click", () => turn(1));
byId("for-speaker").addEventListener("click", () => go({ notes: !state.notes }));
byId("large").addEventListener("click", large);
byId("back").addEventListener("click", () => go({ organization: -1 }));
window.addEventListener("hashchange", () => go(readAddress()));
go(readAddress());
