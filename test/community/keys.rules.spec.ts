// The key that authors' tags are made with: its file, its versions, its bans.
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes, randomUUID } from 'node:crypto';
import { BoardKeys, readBoardKeys } from '../../src/community/board-keys.js';

const folder = mkdtempSync(join(tmpdir(), 'hotline-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const one = { version: 1, secret: randomBytes(32) };
const two = { version: 2, secret: randomBytes(32) };

it('a key file is made once, for its owner alone', () => {
  const file = join(folder, 'new');
  const made = readBoardKeys(file);
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(readBoardKeys(file).fingerprint(1)).toEqual(made.fingerprint(1));
});

it.each([
  ['nonsense', /Line 1 .* is no key/],
  ['', /holds no key/],
  [`1 ${'a'.repeat(43)}\n1 ${'b'.repeat(43)}`, /two keys of one version/],
])('says what is wrong with %p', (text, complaint) => {
  const file = join(folder, randomUUID());
  writeFileSync(file, text);
  expect(() => readBoardKeys(file)).toThrow(complaint);
});

it('tags differ by person, purpose and thing', () => {
  const keys = new BoardKeys([one]);
  const tags = [
    keys.tags('a', 'author', 't'),
    keys.tags('b', 'author', 't'),
    keys.tags('a', 'mark', 't'),
    keys.tags('a', 'author', 'u'),
    keys.tags('ta', 'author', ''),
  ].map(([tag]) => tag?.toString('hex'));
  expect(new Set(tags).size).toBe(5);
});

it('a new version keeps the rights of the old one', () => {
  const old = new BoardKeys([one]).tags('a', 'author', 't')[0];
  const rotated = new BoardKeys([one, two]);
  expect(rotated.newest).toBe(2);
  expect(rotated.tags('a', 'author', 't')[1]).toEqual(old);
  expect(rotated.tags('a', 'author', 't')[0]).not.toEqual(old);
});

it('a ban finds its author on its board alone, also after a rotation', () => {
  const keys = new BoardKeys([one]);
  const ban = randomUUID();
  const tag = keys.banTag(keys.seal('a', 'board'), 1, ban);
  const rotated = new BoardKeys([one, two]);
  expect(rotated.isBanned('a', 'board', { id: ban, tag, keyVersion: 1 })).toBe(true);
  expect(rotated.isBanned('b', 'board', { id: ban, tag, keyVersion: 1 })).toBe(false);
  expect(rotated.isBanned('a', 'other', { id: ban, tag, keyVersion: 1 })).toBe(false);
});

it('sealed twice looks like two, and another key opens nothing', () => {
  const keys = new BoardKeys([one]);
  const sealed = keys.seal('a', 'board');
  expect(sealed).not.toEqual(keys.seal('a', 'board'));
  expect(() => new BoardKeys([{ ...two, version: 1 }]).banTag(sealed, 1, 'x')).toThrow();
});
