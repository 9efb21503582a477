import assert from "node:assert/strict";
import { test } from "node:test";
import { round, tag, textTag } from "../../../../stakeholder_graph/views/scripts/map/picture/svg_text.js";

test("texts and attributes cannot become markup", () => {
  assert.equal(textTag("text", { x: 1 }, "<b> & \"c\" 'd'"), '<text x="1">&#60;b&#62; &#38; &#34;c&#34; &#39;d&#39;</text>');
  assert.equal(tag("path", { d: '"/><script>' }), '<path d="&#34;/&#62;&#60;script&#62;"></path>');
});

test("elements stand within each other as they are written", () => {
  assert.equal(tag("g", {}, tag("circle", { r: 2 })), '<g><circle r="2"></circle></g>');
});

test("numbers are as exact as a picture needs them", () => {
  assert.deepEqual([1.005, 2 / 3, -0.126].map(round), [1, 0.67, -0.13]);
});
