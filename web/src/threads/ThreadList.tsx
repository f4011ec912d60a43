// Rows of one list with what belongs below them: more, or the error that stopped it.
import { Button, Title } from '@mantine/core';
import { useId } from 'react';
import { paths } from '../paths';
import { useWords } from '../words/words';
import classes from './SpacePage.module.css';
import { ThreadRow } from './ThreadRow';
import type { SpaceThreads } from './useSpaceThreads';

type Props = {
  list: Pick<SpaceThreads, 'rows' | 'next' | 'loadingMore' | 'loadMore'>;
  handle: string;
  title: string;
};

export function ThreadList({ list, handle, title }: Props) {
  const { shell } = useWords();
  const id = useId();
  if (list.rows.length === 0) return null;
  return (
    <section aria-labelledby={id} className={classes.section}>
      <Title order={2} id={id} className={classes.sectionTitle}>
        {title}
        <span className={classes.sectionCount}>
          {list.rows.length}
          {list.next ? '+' : ''}
        </span>
      </Title>
      <ul className={classes.list} role="list">
        {list.rows.map((thread) => (
          <ThreadRow key={thread.id} thread={thread} to={paths.thread(handle, thread.id)} />
        ))}
      </ul>
      {list.next && (
        <Button
          variant="subtle"
          fullWidth
          mt="xs"
          loading={list.loadingMore}
          onClick={() => void list.loadMore()}
        >
          {shell.more}
        </Button>
      )}
    </section>
  );
}
