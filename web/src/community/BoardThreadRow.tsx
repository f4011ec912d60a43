// A question in a list: what it says, who asked as far as anybody may know, on which day, what became of it.
import {
  IconCircleCheckFilled,
  IconHeartHandshake,
  IconMessage,
  IconRosetteDiscountCheck,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCommunityWords } from '../words/community';
import { dayOnly } from '../words/dates';
import { useLocale } from '../words/words';
import { AuthorFace, useAuthorName } from './Author';
import type { Thread } from './boards.gql';
import classes from './community.module.css';
import { useBoardPaths } from './place';
import { Tags } from './Tags';

/** Markdown reads badly in a line: its signs go, its words stay. */
const plain = (text: string): string =>
  text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`~>#|]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();

export function BoardThreadRow({ thread, beside }: { thread: Thread; beside?: ReactNode }) {
  const { community } = useCommunityWords();
  const locale = useLocale();
  const who = useAuthorName(thread.author);
  const to = useBoardPaths();
  const missing = thread.hidden ? community.hiddenQuestion : community.deletedQuestion;
  return (
    <li className={classes.row}>
      <AuthorFace author={thread.author} />
      <div className={classes.rowMain}>
        <Link to={to.thread(thread.boardId, thread.id)} className={classes.cover}>
          {thread.title ?? missing}
        </Link>
        {thread.excerpt && <p className={classes.excerpt}>{plain(thread.excerpt)}</p>}
        <Tags tags={thread.tags} />
        <div className={classes.facts}>
          <span>
            {who}
            {thread.author.companyLabel && ` · ${thread.author.companyLabel}`}
          </span>
          {thread.mine && <span className={classes.mine}>{community.mineBadge}</span>}
          <span>{dayOnly(locale, thread.createdOn)}</span>
          <span className={classes.fact}>
            <IconMessage size={14} aria-hidden />
            {community.answers(thread.answers)}
          </span>
          {thread.helpful > 0 && (
            <span className={classes.fact}>
              <IconHeartHandshake size={14} aria-hidden />
              {community.usToo(thread.helpful)}
            </span>
          )}
          {thread.accepted && (
            <span className={classes.solved}>
              <IconCircleCheckFilled size={14} aria-hidden />
              {community.accepted}
            </span>
          )}
          {thread.official && (
            <span className={classes.oursMark}>
              <IconRosetteDiscountCheck size={14} aria-hidden />
              {community.official}
            </span>
          )}
        </div>
      </div>
      {beside && <div className={classes.beside}>{beside}</div>}
    </li>
  );
}
