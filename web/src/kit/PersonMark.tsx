// A person's round mark, with enough contrast in both themes. The name itself always stands beside it.
import { Avatar } from '@mantine/core';
import classes from './kit.module.css';

const HANGUL_NAME = /^[가-힣]{3,4}$/;

/** 김다온 → 다온, as colleagues call each other; otherwise initials. */
const shortOf = (name: string): string =>
  HANGUL_NAME.test(name)
    ? name.slice(-2)
    : name
        .split(/\s+/)
        .slice(0, 2)
        .map((word) => [...word][0] ?? '')
        .join('')
        .toUpperCase();

/** The same person has the same colour everywhere. */
const hueOf = (name: string): number =>
  [...name].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 360, 7);

export function PersonMark({ name, size = 34 }: { name: string; size?: number }) {
  return (
    <Avatar
      size={size}
      radius="xl"
      aria-hidden
      className={classes.mark}
      style={{ '--mark-hue': hueOf(name) }}
    >
      {shortOf(name)}
    </Avatar>
  );
}
