// Sentences of the web app that no page says any more. A missing one does not compile; this finds the leftover ones.
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from './prepare.mjs';

const WEB = path.join(root, 'web/src');
const WORDS = path.join(WEB, 'words');

const filesIn = (folder) =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.join(folder, name));

/** Names of sentences as written in the Korean half; words in capitals are looked up by value. */
function sentencesOf(file) {
  const source = ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found = [];
  const visit = (node) => {
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && !/^[A-Z0-9_]+$/.test(node.name.text)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({
        name: node.name.text,
        place: `${path.relative(root, file)}:${line + 1}`,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const said = new Set(
  filesIn(WEB)
    .filter((file) => !file.startsWith(WORDS) || file.endsWith('words.tsx') || file.endsWith('dates.ts'))
    .flatMap((file) => fs.readFileSync(file, 'utf8').match(/[A-Za-z_$][\w$]*/g) ?? []),
);
const unused = filesIn(WORDS)
  .flatMap(sentencesOf)
  .filter(({ name }) => !said.has(name));
for (const { name, place } of unused) console.log(`${place} ${name}: no page says this`);
process.exit(unused.length > 0 ? 1 : 0);
