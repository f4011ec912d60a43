// A table as a file: whatever somebody called themselves, a spreadsheet calculates nothing.
import { asCsv } from '../../web/src/kit/csvText.js';

const bare = (text: string): string =>
  asCsv([[text]])
    .slice(1)
    .trimEnd();

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', "=cmd|' /C calc'!A0"])('keeps %j text', (text) => {
  expect(bare(text).replace(/^"/, '').startsWith("'")).toBe(true);
});

it('keeps a carriage return text', () => {
  expect(bare('\rx')).toBe('"\'\rx"');
});

it('quotes what would break a row, and leaves plain words alone', () => {
  expect(bare('김민지')).toBe('김민지');
  expect(bare('a "b", c')).toBe('"a ""b"", c"');
  expect(
    asCsv([
      ['a', 'b'],
      ['c', 'd'],
    ]),
  ).toBe('\uFEFFa,b\r\nc,d\r\n');
});
