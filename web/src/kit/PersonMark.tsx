// A person's round mark, with enough contrast in both themes. The name itself always stands beside it.
import { Avatar } from '@mantine/core';
import type { AvatarColor } from '../gql/words';
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

/** Hues of the colours one can choose. */
const HUES: Record<AvatarColor, number> = {
  RED: 2,
  ORANGE: 26,
  YELLOW: 48,
  GREEN: 128,
  TEAL: 176,
  BLUE: 214,
  VIOLET: 268,
  PINK: 328,
};

type Props = {
  name: string;
  /** What the person chose; null: a colour that follows from the name. */
  color?: AvatarColor | null | undefined;
  size?: number;
};

export function PersonMark({ name, color, size = 34 }: Props) {
  return (
    <Avatar
      size={size}
      radius="xl"
      aria-hidden
      className={classes.mark}
      style={{ '--mark-hue': color ? HUES[color] : hueOf(name) }}
    >
      {shortOf(name)}
    </Avatar>
  );
}
