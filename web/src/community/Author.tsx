// Who wrote, as far as anybody may know: a drawn face and a name of this thread, or our own team.
import { IconRosetteDiscountCheck } from '@tabler/icons-react';
import { PersonMark } from '../kit/PersonMark';
import { useLocale } from '../words/words';
import { BoardFace } from './BoardFace';
import type { Author } from './boards.gql';
import classes from './community.module.css';

export const useAuthorName = (author: Author): string => {
  const locale = useLocale();
  return locale === 'ko' ? author.ko : author.en;
};

export function AuthorFace({ author, size = 34 }: { author: Author; size?: number }) {
  if (author.official)
    return (
      <span className={classes.ours} style={{ width: size, height: size }} aria-hidden>
        <IconRosetteDiscountCheck size={size * 0.6} stroke={1.7} />
      </span>
    );
  // A name that is the same in both languages is somebody's own.
  if (author.number === null || author.ko === author.en) return <PersonMark name={author.ko} size={size} />;
  return <BoardFace number={author.number} size={size} />;
}
