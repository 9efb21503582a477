// Finding oneself in two clicks: a letter or a sector, then the name.

const names = byId("names");

function offer(title, ids) {
  ids.sort((a, b) => collator.compare(organizations[a].name, organizations[b].name));
  byId("names-title").replaceChildren(...title);
  byId("names-list").replaceChildren(...ids.map((id) => {
    const item = document.createElement("li"), button = document.createElement("button"), name = document.createElement("span");
    button.type = "button";
    name.textContent = organizations[id].name;
    button.append(symbol(organizations[id].sector), name);
    button.addEventListener("click", () => { names.close(); go({ organization: id }); });
    item.append(button);
    return item;
  }));
  if (!names.open) names.showModal();
  byId("names-list").querySelector("button")?.focus();
}

// The names under a letter that was typed, with or without its accent.
function byLetter(key) {
  if ([...key].length !== 1 || key === " ") return false;
  const letter = /\d/.test(key) ? "#" : key.normalize("NFKD")[0].toUpperCase();
  if (!initials.includes(letter)) return false;
  offer([letter], among((one) => one.initial === letter));
  return true;
}

const among = (fits) => organizations.flatMap((one, id) => (fits(one) ? [id] : []));

for (const letter of initials) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = letter;
  button.setAttribute("aria-label", _("Organizations under {letter}", { letter }));
  button.setAttribute("aria-haspopup", "dialog");
  button.addEventListener("click", () => offer([letter], among((one) => one.initial === letter)));
  byId("letters").append(button);
}
byId("legend")?.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const sector = Number(button.dataset.sector);
  offer([symbol(sector), sectors[sector].name], among((one) => one.sector === sector));
});
byId("names-close").addEventListener("click", () => names.close());
