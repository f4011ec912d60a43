// The offer to take back what was just done: a word with a button for ten seconds, and z for as long.
import { Button, Group, Kbd, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useClient } from 'urql';
import { refusalOf } from '../session/client';
import { useInboxWords } from '../words/inbox';
import { useLocale, useWords } from '../words/words';
import classes from './Inbox.module.css';
import { KEYS } from './keys';
import { notifyDone, notifyRefusal } from './notify';
import { UndoThreadChanges } from './threads.gql';

const OFFERED_MS = 10_000;

/** One at a time: the newest deed. */
let offered: { id: string; run: () => void } | null = null;

export type Deed = { message: string; changeIds: readonly string[]; onUndone?: () => void };

export function useUndo() {
  const client = useClient();
  const words = useWords();
  const locale = useLocale();
  const { threads, shell } = words;
  const inbox = useInboxWords();

  const takeBack = useCallback(
    async ({ changeIds, onUndone }: Deed) => {
      let undone = 0;
      const left: string[] = [];
      // The last change first.
      for (const changeId of [...changeIds].reverse()) {
        const { data, error } = await client.mutation(UndoThreadChanges, { input: { changeId } }).toPromise();
        if (refusalOf(error)?.code === 'NOT_FOUND') return notifyDone(words, inbox.tooLate);
        if (error) return notifyRefusal(words, error);
        undone += data?.undoThreadChanges.threads.length ?? 0;
        for (const { thread } of data?.undoThreadChanges.refused ?? [])
          left.push(thread ? threads.number(thread.number) : '–');
      }
      const told = [
        ...(undone ? [inbox.undone(new Intl.NumberFormat(locale).format(undone))] : []),
        ...(left.length ? [inbox.notUndone(left.join(', '))] : []),
      ];
      notifyDone(words, told.join(' '));
      if (undone) onUndone?.();
    },
    [client, words, inbox, threads, locale],
  );

  const offer = useCallback(
    (deed: Deed) => {
      if (offered) notifications.hide(offered.id);
      if (deed.changeIds.length === 0) return notifyDone(words, deed.message);
      const id = `undo ${deed.changeIds.join()}`;
      const run = () => {
        offered = null;
        notifications.hide(id);
        void takeBack(deed);
      };
      offered = { id, run };
      notifications.show({
        id,
        role: 'status',
        autoClose: OFFERED_MS,
        closeButtonProps: { 'aria-label': shell.close },
        onClose: () => {
          if (offered?.id === id) offered = null;
        },
        message: (
          <Group justify="space-between" wrap="nowrap" gap="sm">
            <Text size="sm">{deed.message}</Text>
            <Button
              variant="light"
              size="compact-sm"
              flex="none"
              onClick={run}
              rightSection={
                <Kbd size="xs" aria-hidden className={classes.keyHint}>
                  {KEYS.undo.shown}
                </Kbd>
              }
            >
              {inbox.undo}
            </Button>
          </Group>
        ),
      });
    },
    [takeBack, words, inbox, shell],
  );

  /** The deed that is on offer, if one is. */
  const undo = useCallback(() => offered?.run(), []);
  return { offer, undo };
}
