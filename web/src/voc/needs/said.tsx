// What a command on needs answers: said in passing, with the way back where there is one.
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { CombinedError } from 'urql';
import { sayError } from '../../kit/errors';
import { refusalOf } from '../../session/client';
import { useNeedsWords } from '../../words/needs';
import { useWords } from '../../words/words';

export function useSaying() {
  const words = useWords();
  const needs = useNeedsWords();
  const { close } = words.shell;
  const refuse = useCallback(
    (error: CombinedError) => {
      notifications.show({
        color: 'red',
        title: needs.failed,
        message: needs.errors[refusalOf(error)?.reason ?? ''] ?? sayError(words, error),
        closeButtonProps: { 'aria-label': close },
      });
    },
    [words, needs, close],
  );
  const say = useCallback(
    (message: string, undo?: () => void) => {
      const id = `need ${message}`;
      const back = () => {
        notifications.hide(id);
        undo?.();
      };
      notifications.show({
        id,
        role: 'status',
        autoClose: 8_000,
        closeButtonProps: { 'aria-label': close },
        message: undo ? (
          <Group justify="space-between" wrap="nowrap" gap="sm">
            <Text size="sm">{message}</Text>
            <Button variant="light" size="compact-sm" flex="none" onClick={back}>
              {needs.undo}
            </Button>
          </Group>
        ) : (
          message
        ),
      });
    },
    [needs, close],
  );
  return { say, refuse };
}
