// What has to be said beside the map wherever it is taken: on the page, on paper and in pictures.

const notes = () => [about.answers[state.wave].said, closerSaid(), changeDoubt()].filter(Boolean);

// Which of two answers is drawn, where there is more than one kind of answer and it is seen.
const closerSaid = () => (layers[state.layer].steps.length > 1 && !scene.changes ? "Where two partners answered differently the closer answer is shown." : "");

// Words in lines no wider than the paper.
function wrapped(words, pen, width) {
  return words.split(/\s+/).reduce((lines, word) => {
    const joined = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && pen.measureText(joined).width <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
    return lines;
  }, []);
}
