// Where a server's time went: its CPU profile, summed up by package and by function.
import fs from 'node:fs';

const packageOf = (url) => {
  const inside = /node_modules\/((?:@[^/]+\/)?[^/]+)(?!.*node_modules)/.exec(url);
  if (inside) return inside[1];
  if (url.includes('/dist/')) return `ours: ${url.slice(url.indexOf('/dist/') + 6)}`;
  return url.startsWith('node:') ? url.split('/')[0] : '(engine)';
};

export function summarize(file) {
  const { nodes, samples, timeDeltas } = JSON.parse(fs.readFileSync(file, 'utf8'));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const packages = new Map();
  const functions = new Map();
  let sum = 0;
  samples.forEach((id, index) => {
    const { callFrame } = byId.get(id);
    if (callFrame.functionName === '(idle)') return;
    const time = timeDeltas[index] / 1_000;
    sum += time;
    const where = packageOf(callFrame.url);
    packages.set(where, (packages.get(where) ?? 0) + time);
    const name = `${callFrame.functionName || '(anonymous)'} · ${where}`;
    functions.set(name, (functions.get(name) ?? 0) + time);
  });
  const top = (map, most) =>
    [...map]
      .sort(([, a], [, b]) => b - a)
      .slice(0, most)
      .map(([name, time]) => `  ${((time / sum) * 100).toFixed(1).padStart(5)} %  ${name}`)
      .join('\n');
  return `By package:\n${top(packages, 20)}\nBy function:\n${top(functions, 25)}\n`;
}
