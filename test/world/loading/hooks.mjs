// What Node is told about our modules: tests are TypeScript, and the server they name in src is the one built in dist.
import { fileURLToPath, pathToFileURL } from 'node:url';
import path from 'node:path';
import { ROOT, compile } from './compile.cjs';

const under = (folder) => pathToFileURL(path.join(ROOT, folder)).href + '/';
const TESTS = under('test');
const SOURCES = under('src');
const BUILT = under('dist');

export async function resolve(specifier, context, next) {
  if (!specifier.startsWith('.') || !context.parentURL?.startsWith(TESTS)) return next(specifier, context);
  const { href } = new URL(specifier, context.parentURL);
  if (href.startsWith(SOURCES)) return next(BUILT + href.slice(SOURCES.length), context);
  if (href.startsWith(TESTS) && href.endsWith('.js')) return next(href.replace(/\.js$/, '.ts'), context);
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.startsWith(TESTS) || !url.endsWith('.ts')) return next(url, context);
  const { code } = compile(fileURLToPath(url));
  return { format: 'module', source: code, shortCircuit: true };
}
