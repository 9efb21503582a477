// What has to be said beside the map wherever it is taken: on the page, on paper and in pictures.

const notes = () => [about.answers[state.wave].said, closerSaid(), changeDoubt()].filter(Boolean);

// Which of two answers is drawn, where there is more than one kind of answer and it is seen.
const closerSaid = () => (layers[state.layer].steps.length > 1 && !scene.changes ? "Where two partners answered differently the closer answer is shown." : "");

// What is looked at, for pictures and paper, on which nobody can ask; nothing where it is the whole network.
function heading() {
  const [one, other] = [scene.chosen, scene.beside].map((id) => (id < 0 ? "" : nameOf(id)));
  const what = scene.beside >= 0 ? `${one} and ${other}${tiesShown ? ", and whom each works with" : ""}`
    : scene.chosen >= 0 ? `${one}${tiesShown ? whomWith(scene.chosen) : ""}`
      : state.between ? pairWords(...state.between, mixing()[state.between[0]][state.between[1]])
        : state.item >= 0 ? `Who works on ${items[state.item].name}` : "";
  const without = sectors.filter((_, k) => state.off.has(k)).map(({ name }) => name);
  const least = state.least ? `only ties of at least: ${layers[state.layer].steps[state.least].name}` : "";
  return [what, without.length ? `without ${without.join(", ")}` : "", least].filter(Boolean).map((part, k) => (k ? part : capital(part))).join(" · ");
}

function whomWith(id) {
  if (!scene.partners.get(id).length) return ": no ties reported yet";
  return state.steps > 1 ? ", whom it works with, and whom they work with" : " and whom it works with";
}

// Words in lines no wider than the paper.
function wrapped(words, pen, width) {
  return words.split(/\s+/).reduce((lines, word) => {
    const joined = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && pen.measureText(joined).width <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
    return lines;
  }, []);
}
