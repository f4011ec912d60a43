// What Node is told about our modules: tests are TypeScript, and the server they name in src is the one built in dist.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ROOT, compile, isOurs } from './compile.cjs';

const under = (folder) => `${pathToFileURL(path.join(ROOT, folder)).href}/`;
const SOURCES = under('src');
const BUILT = under('dist');

const ours = (url) => url?.startsWith('file:') && isOurs(fileURLToPath(url));

export async function resolve(specifier, context, next) {
  if (!specifier.startsWith('.') || !ours(context.parentURL)) return next(specifier, context);
  const { href } = new URL(specifier, context.parentURL);
  if (href.startsWith(SOURCES)) return next(BUILT + href.slice(SOURCES.length), context);
  const typed = href.replace(/\.js$/, '.ts');
  return next(ours(typed) ? typed : specifier, context);
}

export async function load(url, context, next) {
  if (!ours(url)) return next(url, context);
  const { code } = compile(fileURLToPath(url));
  return { format: 'module', source: code, shortCircuit: true };
}
