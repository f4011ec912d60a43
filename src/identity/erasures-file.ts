// Who was erased, written down beside the attached files: a database that is restored from an older backup does not know.
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WrittenErasure } from './erasing.service.js';

export const erasuresFile = (dataDirectory: string): string => join(dataDirectory, 'erased.txt');

const LINE = /^([0-9a-f-]{36}) (words|name)$/;

/** One line per person: an id and whether their words went too. The same line twice does no harm. */
export async function writeErasures(dataDirectory: string, list: readonly WrittenErasure[]): Promise<void> {
  await mkdir(dataDirectory, { recursive: true });
  const lines = list.map(({ personId, words }) => `${personId} ${words ? 'words' : 'name'}\n`);
  await appendFile(erasuresFile(dataDirectory), lines.join(''), { mode: 0o600, flush: true });
}

/** Nothing where there is no such file. */
export async function readErasures(file: string): Promise<WrittenErasure[]> {
  const text = await readFile(file, 'utf8').catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const found = text
    .split('\n')
    .map((line) => LINE.exec(line.trim()))
    .filter((match) => match !== null);
  return found.map(([, personId = '', what]) => ({ personId, words: what === 'words' }));
}
