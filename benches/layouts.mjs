// The same cards and lines through other layout programs: milliseconds, and the size of the drawing.
// Called by benches/layouts; usage: node layouts.mjs FOLDER SIZE…  Engines that are not installed are left out.
import { readFileSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const [folder, ...sizes] = process.argv.slice(2);
const limit = 120_000; // milliseconds after which an engine is given up

const engines = {
  async dagre(graph) {
    const { default: dagre } = await import("@dagrejs/dagre");
    const g = new dagre.graphlib.Graph({ multigraph: true });
    g.setGraph({ rankdir: "TB" });
    graph.nodes.forEach((n, i) => g.setNode(String(i), { width: n.w, height: n.h }));
    graph.edges.forEach(([a, b], i) => g.setEdge(String(a), String(b), {}, String(i)));
    dagre.layout(g);
    return [g.graph().width, g.graph().height];
  },
  async elk(graph) {
    const { default: ELK } = await import("elkjs/lib/elk.bundled.js");
    const laid = await new ELK().layout({
      id: "root",
      layoutOptions: { "elk.algorithm": "layered", "elk.direction": "DOWN", "elk.edgeRouting": "ORTHOGONAL" },
      children: graph.nodes.map((n, i) => ({ id: `n${i}`, width: n.w, height: n.h })),
      edges: graph.edges.map(([a, b], i) => ({ id: `e${i}`, sources: [`n${a}`], targets: [`n${b}`] })),
    });
    return [laid.width, laid.height];
  },
  async dot(graph) {
    // 72 units to an inch, so that units come back as points.
    const nodes = graph.nodes.map((n, i) => `n${i} [width=${n.w / 72},height=${n.h / 72}];`);
    const edges = graph.edges.map(([a, b]) => `n${a} -> n${b};`);
    const text = `digraph { node [shape=box,fixedsize=true,label=""]; splines=ortho; ${nodes.join("\n")}\n${edges.join("\n")} }`;
    const ran = spawnSync("dot", ["-Tplain"], { input: text, encoding: "utf8", timeout: limit, maxBuffer: 1 << 30 });
    if (ran.error?.code === "ENOENT") throw new Error("not installed");
    if (ran.status !== 0) throw new Error(ran.signal ? `given up after ${limit / 1000} s` : "failed");
    const [, , width, height] = ran.stdout.split("\n")[0].split(" ").map(Number);
    return [width * 72, height * 72];
  },
};

if (sizes[0] === "--one") {
  // One engine in a process of its own, so that it can be given up.
  const [, size, name] = sizes;
  const graph = JSON.parse(readFileSync(join(folder, `graph-${size}.json`), "utf8"));
  const begin = performance.now();
  const drawn = await engines[name](graph);
  console.log(JSON.stringify([performance.now() - begin, ...drawn]));
  process.exit(0);
}

console.log("| Cards | Lines | Engine | ms | Width × height, units |\n|---|---|---|---|---|");
for (const size of sizes) {
  const graph = JSON.parse(readFileSync(join(folder, `graph-${size}.json`), "utf8"));
  const row = (name, ms, width, height) =>
    console.log(`| ${graph.nodes.length} | ${graph.edges.length} | ${name} | ${Math.round(ms)} | ${Math.round(width)} × ${Math.round(height)} |`);
  row("luocdo", graph.luocdo.ms, graph.luocdo.width, graph.luocdo.height);
  for (const name of Object.keys(engines)) {
    const ran = spawnSync(process.execPath, ["--stack-size=4000", process.argv[1], folder, "--one", size, name], { encoding: "utf8", timeout: limit });
    if (ran.status === 0) row(name, ...JSON.parse(ran.stdout));
    else console.log(`| ${graph.nodes.length} | ${graph.edges.length} | ${name} | ${ran.error?.code === "ETIMEDOUT" ? `given up after ${limit / 1000} s` : (ran.stderr.match(/Error: (.*)/)?.[1] ?? "failed")} | |`);
  }
}
