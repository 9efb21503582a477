// Finding an organization by any part of its name, without accents and in any order of words.

const search = { matches: [], at: -1 };
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
// So many are seen at once, and so many there are to scroll through; its foot says how many were found.
const SEEN_AT_ONCE = 8, MOST_FOUND = 60;

search.find = (text) => {
  const words = plain(text).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const hits = byName.filter((id) => scene.shown.has(id) && words.every((word) => plain(nameOf(id)).includes(word)));
  const starts = (id) => plain(nameOf(id)).startsWith(words[0]);
  return [...hits.filter(starts), ...hits.filter((id) => !starts(id))];
};

search.show = () => {
  const box = control("find"), found = control("found");
  search.matches = search.find(box.value);
  search.at = Math.min(search.at, search.matches.length - 1, MOST_FOUND - 1);
  const first = search.matches.slice(0, MOST_FOUND), more = search.matches.length - first.length;
  found.replaceChildren(...first.map((id, k) => make("li", { role: "option", id: `found-${k}`, "data-at": k, "aria-selected": String(k === search.at), onclick: () => search.take(id) },
    swatch(sectors[organizations[id].sectorNumber]), " ", nameOf(id))));
  const foot = more ? _("and {count} more: type on", { count: more }) : first.length > SEEN_AT_ONCE ? _("{count} found", { count: first.length }) : "";
  if (foot) found.append(make("li", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, foot));
  found.hidden = !first.length;
  box.setAttribute("aria-expanded", String(first.length > 0));
  if (search.at >= 0) {
    box.setAttribute("aria-activedescendant", `found-${search.at}`);
    control(`found-${search.at}`).scrollIntoView({ block: "nearest" });
  } else box.removeAttribute("aria-activedescendant");
  if (box.value.trim()) say(_n("{count} organization found", "{count} organizations found", search.matches.length));
  canvas.network.redraw();
};

search.take = (id) => {
  search.close();
  choose(id);
};

search.close = () => {
  control("find").value = "";
  search.at = -1;
  search.show();
};

function startSearch() {
  const box = control("find");
  box.addEventListener("input", () => { search.at = -1; search.show(); });
  // A press in the list, or on its bar, leaves the focus where it is; touch may scroll it.
  control("found").addEventListener("mousedown", (event) => event.preventDefault());
  box.addEventListener("blur", () => { control("found").hidden = true; box.setAttribute("aria-expanded", "false"); });
  box.addEventListener("focus", () => search.show());
  box.addEventListener("keydown", (event) => {
    const last = Math.min(search.matches.length, MOST_FOUND) - 1;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      search.at = last < 0 ? -1 : Math.max(0, Math.min(last, search.at + step));
      search.show();
    } else if (event.key === "Enter" && search.matches.length) {
      search.take(search.matches[Math.max(0, search.at)]);
    } else if (event.key === "Escape" && box.value) {
      event.stopPropagation();
      search.close();
    }
  });
}
