// Keys, those of remote clickers among them, and the buttons that do the same.

const KEYS = {
  ArrowRight: () => turn(1), ArrowDown: () => turn(1), PageDown: () => turn(1), " ": () => turn(1),
  ArrowLeft: () => turn(-1), ArrowUp: () => turn(-1), PageUp: () => turn(-1),
  Home: () => go({ screen: 0, organization: -1 }),
  End: () => go({ screen: screens.length - 1, organization: -1 }),
  Escape: () => (state.organization >= 0 ? go({ organization: -1 }) : state.notes ? go({ notes: false }) : byId("leave")?.click()),
  ".": () => darken(true),
};
// Letters find names; these three also do something else when no list is open and Shift is not held.
const LETTERS = { b: () => darken(true), n: () => go({ notes: !state.notes }), f: () => large() };
const LIST = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

// A black screen, so that the room looks at who speaks; any key or click brings it back.
function darken(dark) {
  if (dark === byId("dark").open) return;
  if (dark) byId("dark").showModal();
  else byId("dark").close();
}

// Within an open list arrows go from name to name, and a letter to the names under it.
function inList(event) {
  const buttons = [...byId("names-list").querySelectorAll("button")], at = buttons.indexOf(document.activeElement);
  const to = event.key in LIST ? at + LIST[event.key] : event.key === "Home" ? 0 : event.key === "End" ? buttons.length - 1 : -1;
  if (event.key in LIST || event.key === "Home" || event.key === "End") {
    event.preventDefault();
    buttons[Math.max(0, Math.min(buttons.length - 1, to))].focus();
  } else if (byLetter(event.key)) event.preventDefault();
}

function large() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {});
}

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.key === "Shift") return;
  if (byId("dark").open) { event.preventDefault(); darken(false); return; }
  if (names.open) { inList(event); return; }
  if (event.target.matches("button, a") && event.key === " ") return;
  // A long note is read on with the arrows.
  if (event.target === notes && event.key.startsWith("Arrow")) return;
  const act = KEYS[event.key] ?? (event.shiftKey ? undefined : LETTERS[event.key.toLowerCase()]);
  if (!act) {
    if (byLetter(event.key)) event.preventDefault();
    return;
  }
  event.preventDefault();
  act();
});

byId("before").addEventListener("click", () => turn(-1));
byId("after").addEventListener("click", () => turn(1));
byId("for-speaker").addEventListener("click", () => go({ notes: !state.notes }));
byId("dark").addEventListener("click", () => darken(false));
byId("large").addEventListener("click", large);
byId("back").addEventListener("click", () => go({ organization: -1 }));
window.addEventListener("hashchange", () => go(readAddress()));
go(readAddress());
