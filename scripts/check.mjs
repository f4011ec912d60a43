// npm run check: types, lint, format, boundaries, unused code and sentences, generated == committed. Says each step and its seconds.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { prepare, root } from './prepare.mjs';

const bin = (name, file) => [process.execPath, path.join(root, 'node_modules', name, file)];

// The longest ones first: what is short fills the end.
const steps = [
  ['lint', ...bin('eslint', 'bin/eslint.js'), '--max-warnings', '0', 'src', 'test', 'web/src'],
  ['types of the web app', ...bin('typescript', 'bin/tsc'), '-p', 'web'],
  ['types of the server and tests', ...bin('typescript', 'bin/tsc'), '-p', '.'],
  ['types of the browser stories', ...bin('typescript', 'bin/tsc'), '-p', 'test/browser'],
  [
    'GraphQL documents of the web app',
    ...bin('gql.tada', 'bin/cli.js'),
    'check',
    '-c',
    'web/tsconfig.json',
    '--fail-on-warn',
  ],
  [
    'format',
    ...bin('prettier', 'bin/prettier.cjs'),
    '--check',
    '--log-level',
    'warn',
    'src',
    'test',
    'scripts',
    'web/src',
  ],
  [
    'boundaries',
    ...bin('dependency-cruiser', 'bin/dependency-cruise.mjs'),
    'src',
    'web/src',
    '--config',
    '.dependency-cruiser.cjs',
  ],
  ['unused sentences', process.execPath, path.join(root, 'scripts/unused-words.mjs')],
  ['unused code', ...bin('knip', 'bin/knip.js'), '--no-progress'],
];

async function run(name, command, ...args) {
  const began = Date.now();
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (said += text));
  const status = await new Promise((resolve) => {
    child.on('error', ({ message }) => {
      said += message;
      resolve(null);
    });
    child.on('close', resolve);
  });
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  // In one piece: another step runs beside this one.
  console.log(
    `${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)${status === 0 ? '' : `\n${said.trim()}`}`,
  );
  return status === 0;
}

/** What is generated and checked in must equal what the code generates now. */
async function generatedEqualsCommitted() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hotline-check-'));
  try {
    const schema = path.join(folder, 'schema.graphql');
    const made = await run(
      'schema.graphql is made',
      process.execPath,
      path.join(root, 'dist/cli/schema.js'),
      schema,
    );
    if (!made) return false;
    const tada = path.join(folder, 'graphql-env.d.ts');
    const typed = await run(
      'types of the schema are made',
      ...bin('gql.tada', 'bin/cli.js'),
      'generate-output',
      '-c',
      'web/tsconfig.json',
      '-o',
      tada,
    );
    if (!typed) return false;
    return [
      [schema, 'schema.graphql'],
      [tada, 'web/src/gql/graphql-env.d.ts'],
    ]
      .map(([fresh, committed]) => {
        const same = fs.readFileSync(fresh, 'utf8') === fs.readFileSync(path.join(root, committed), 'utf8');
        console.log(
          `${same ? 'ok  ' : 'FAIL'} ${committed} is what the code makes${same ? '' : ': run npm run schema'}`,
        );
        return same;
      })
      .every(Boolean);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

await prepare({ withoutWeb: true, quiet: true });
const left = [...steps.map((step) => () => run(...step)), generatedEqualsCommitted];
const results = [];
/** Two at a time: each is mostly one thread and some hundred megabytes. */
const lane = async () => {
  for (let next = left.shift(); next; next = left.shift()) results.push(await next());
};
await Promise.all([lane(), lane()]);
process.exit(results.every(Boolean) ? 0 : 1);
