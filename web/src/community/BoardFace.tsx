// A friendly face out of a number: the same number is the same face. It says nothing of who bears it.
import classes from './community.module.css';

const EARS = [
  <path key="round" d="M9 14a5 5 0 1 1 7-6zM31 14a5 5 0 1 0-7-6z" />,
  <path key="pointed" d="M8 17 8.5 5 18 10zM32 17 31.5 5 22 10z" />,
  <path key="long" d="M11 13C8 2 13 0 16 9zM29 13C32 2 27 0 24 9z" />,
  <path key="tuft" d="M15 9q1-6 5-4 5-3 5 4z" />,
  <path key="feelers" d="M15 10 12 3.5a1.5 1.5 0 1 1 2-1l3 7zM25 10l3-6.5a1.5 1.5 0 1 0-2-1l-3 7z" />,
];
const HEADS = [
  <circle key="round" cx="20" cy="22" r="14" />,
  <rect key="square" x="6.5" y="8.5" width="27" height="27" rx="10" />,
  <ellipse key="wide" cx="20" cy="23" rx="15.5" ry="12.5" />,
];
const EYES = [
  <path key="dots" d="M14.5 20v.01M25.5 20v.01" strokeWidth="4" />,
  <path key="smiling" d="M12.5 21q2-3.5 4 0M23.5 21q2-3.5 4 0" />,
  <path key="wide" d="M14.5 18.5v3M25.5 18.5v3" strokeWidth="3" />,
  <path key="wink" d="M14.5 20v.01" strokeWidth="4" />,
];
const MOUTHS = [
  <path key="smile" d="M16 26q4 4 8 0" />,
  <path key="beak" d="M18 25.5h4l-2 2.5z" className={classes.filled} />,
  <path key="cat" d="M16 26q2 2.5 4 0 2 2.5 4 0" />,
  <circle key="oh" cx="20" cy="27" r="1.8" className={classes.filled} />,
];
const WINK = 3;
/** Numbers that follow each other are far apart in colour: the golden angle. */
const TURN = 137.508;

/** The next of some, and the number that is left for other choices. */
const choose = <Part,>(parts: readonly Part[], number: number): [Part | undefined, number] => [
  parts[number % parts.length],
  Math.floor(number / parts.length),
];

export function BoardFace({ number, size = 34 }: { number: number; size?: number }) {
  const [ears, afterEars] = choose(EARS, number);
  const [eyes, afterEyes] = choose(EYES, afterEars);
  const [mouth, afterMouth] = choose(MOUTHS, afterEyes);
  const [head] = choose(HEADS, afterMouth);
  return (
    <svg
      viewBox="0 0 40 40"
      width={size}
      height={size}
      aria-hidden
      className={classes.face}
      style={{ '--face-hue': Math.round((number * TURN) % 360) } as object}
    >
      <g className={classes.skin}>
        {ears}
        {head}
      </g>
      <g className={classes.ink}>
        {eyes}
        {eyes === EYES[WINK] && <path d="M23.5 20.5h4" />}
        {mouth}
      </g>
    </svg>
  );
}
