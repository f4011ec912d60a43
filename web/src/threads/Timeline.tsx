// What was said in a thread, oldest at the top, the newest in view.
import { Button, Text, VisuallyHidden } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Loading } from '../kit/states';
import { useSignedIn } from '../session/me';
import { day } from '../words/dates';
import { useLocale, useWords } from '../words/words';
import { ChangeLine } from './ChangeLine';
import { lastSeqOf, tell } from './entries';
import { MessageEntry } from './MessageEntry';
import { NoteEntry } from './NoteEntry';
import type { Outgoing } from './outbox';
import { PendingEntry } from './PendingEntry';
import classes from './Timeline.module.css';
import { useEnd } from './useEnd';
import { useMarkRead } from './useMarkRead';
import type { ThreadModel } from './useThread';

type Props = {
  model: ThreadModel;
  pending: readonly Outgoing[];
  onRetry: (id: string) => void;
  onDrop: (item: Outgoing, rewrite: boolean) => void;
};

export function Timeline({ model, pending, onRetry, onDrop }: Props) {
  const { threads, shell } = useWords();
  const locale = useLocale();
  const { thread, entries, hasEarlier, loadingEarlier, loadEarlier } = model;
  const me = useSignedIn().person.id;
  const newFrom = useNewFrom(model);
  const told = useMemo(() => tell(entries, newFrom), [entries, newFrom]);
  const seen = useSeen(model);
  const shown = pending.filter(({ sentId }) => !sentId || !entries.some(({ id }) => id === sentId));
  const { box, end, atEnd, toEnd } = useEnd({
    ready: Boolean(thread),
    first: entries.at(-1)?.id ?? null,
    last: entries[0]?.id ?? null,
    own: shown.length,
  });
  const lastSeq = lastSeqOf(entries);
  useMarkRead(model.threadId, lastSeq, atEnd && Boolean(thread));
  const arrived = useArrived(model, me);
  return (
    <div className={classes.frame}>
      <section className={classes.box} ref={box} aria-label={threads.timeline} tabIndex={0}>
        {thread ? (
          <>
            {hasEarlier && (
              <Button
                variant="subtle"
                size="xs"
                className={classes.earlier}
                loading={loadingEarlier}
                onClick={() => void loadEarlier()}
              >
                {threads.earlier}
              </Button>
            )}
            <ol className={classes.list} role="list">
              {told.map((item) => {
                if (item.kind === 'day') {
                  return (
                    <li key={item.key} className={classes.day}>
                      <span>{day(locale, item.at)}</span>
                    </li>
                  );
                }
                if (item.kind === 'new') {
                  return (
                    <li key={item.key} className={classes.newLine} data-new>
                      <span>{threads.newFromHere}</span>
                    </li>
                  );
                }
                if (item.kind === 'change')
                  return <ChangeLine key={item.key} entry={item.entry} reopened={item.reopened} />;
                return item.entry.__typename === 'Note' ? (
                  <NoteEntry key={item.key} note={item.entry} first={item.first} refresh={model.refresh} />
                ) : (
                  <MessageEntry
                    key={item.key}
                    threadId={model.threadId}
                    message={item.entry}
                    first={item.first}
                    seen={item.entry.id === seen}
                    refresh={model.refresh}
                  />
                );
              })}
              {shown.map((item) => (
                <PendingEntry
                  key={item.id}
                  item={item}
                  onRetry={() => onRetry(item.id)}
                  onDrop={(rewrite) => onDrop(item, rewrite)}
                />
              ))}
            </ol>
          </>
        ) : (
          <Loading label={shell.loading} />
        )}
        <div ref={end} className={classes.end} />
      </section>
      {!atEnd && thread && (
        <Button
          className={classes.down}
          size="compact-sm"
          radius="xl"
          variant={thread.unread > 0 ? 'filled' : 'default'}
          rightSection={<IconArrowDown size={14} aria-hidden />}
          onClick={toEnd}
        >
          {thread.unread > 0 ? threads.newBelow : threads.toNewest}
        </Button>
      )}
      <VisuallyHidden aria-live="polite" role="log">
        {arrived && <Text>{arrived}</Text>}
      </VisuallyHidden>
    </div>
  );
}

/** A screen reader hears the beginning; the rest stands in the list. */
const SPOKEN = 160;

/** Where the unread part began when this page was opened; it stays while one reads. */
function useNewFrom({ thread, entries }: ThreadModel): number | null {
  const [from, setFrom] = useState<number | null | undefined>(undefined);
  if (from === undefined && thread) {
    setFrom(
      thread.unread > 0 && thread.unread < lastSeqOf(entries)
        ? thread.messageCount - thread.unread + 1
        : null,
    );
  }
  return from ?? null;
}

/** The newest message of the viewer's side that the other side has read; null once they have answered it. */
function useSeen({ entries, thread }: ThreadModel): string | null {
  const side = useSignedIn().role === null ? 'CONTACT' : 'STAFF';
  const newest = entries.find((entry) => entry.__typename === 'Message');
  if (!thread || newest?.__typename !== 'Message' || newest.side !== side) return null;
  const read = entries.find(
    (entry) => entry.__typename === 'Message' && entry.side === side && entry.seq <= thread.seenSeq,
  );
  return read?.id ?? null;
}

/** What a screen reader says when somebody else's message comes in. */
function useArrived({ entries, thread }: ThreadModel, me: string): string {
  const { threads, files } = useWords();
  const [said, setSaid] = useState('');
  const known = useRef<string | null>(null);
  const newest = entries.find((entry) => entry.__typename === 'Message');
  useEffect(() => {
    if (!thread || newest?.__typename !== 'Message') return;
    if (known.current && known.current !== newest.id && newest.author.id !== me)
      setSaid(
        `${threads.arrived(newest.author.name)}: ${(newest.body || files.count(newest.attachments.length)).slice(0, SPOKEN)}`,
      );
    known.current = newest.id;
  }, [thread, newest, me, threads, files]);
  return said;
}
