// Reads a GEXF or GraphML file with the readers of Gephi Lite and prints what they found as JSON:
// node graphology.cjs TOOLS FILE, where TOOLS is the folder that they are installed in.
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { join } = require("node:path");

const [, , tools, file] = process.argv;
const installed = createRequire(join(tools, "package.json"));
const Graph = installed("graphology");
const form = file.endsWith(".gexf") ? "gexf" : "graphml";
const { parse } = installed(`graphology-${form}`);
console.log(JSON.stringify(parse(Graph, readFileSync(file, "utf8"), { addMissingNodes: false }).export()));
