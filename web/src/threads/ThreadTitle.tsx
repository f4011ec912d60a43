// The heading of a thread, and the field that changes it. Empty means: the first line stands for it.
import { Button, Group, TextInput, Title } from '@mantine/core';
import { useRef, useState } from 'react';
import { useMutation } from 'urql';
import { useWords } from '../words/words';
import { headingOf } from './heading';
import classes from './ThreadView.module.css';
import { RenameThread, type ThreadHead } from './threads.gql';
import { isComposing } from './typing';
import type { ThreadModel } from './useThread';

type Props = {
  model: ThreadModel;
  thread: ThreadHead;
  order: 1 | 2;
  editing: boolean;
  onDone: () => void;
};

export function ThreadTitle({ model, thread, order, editing, onDone }: Props) {
  const { threads } = useWords();
  if (editing) return <Field model={model} thread={thread} onDone={onDone} />;
  return (
    <Title order={order} className={classes.title} title={thread.heading}>
      {headingOf(thread.heading, threads.untitled)}
    </Title>
  );
}

function Field({ model, thread, onDone }: Pick<Props, 'model' | 'thread' | 'onDone'>) {
  const { threads, shell } = useWords();
  const [, rename] = useMutation(RenameThread);
  const [title, setTitle] = useState(thread.title ?? '');
  const version = useRef(thread.version);
  const save = async () => {
    const next = title.trim() || null;
    onDone();
    if (next === thread.title) return;
    await model.command(next ? { title: next, heading: next } : {}, () =>
      rename({
        input: { threadId: thread.id, title: next, version: version.current },
      }),
    );
  };
  return (
    <Group gap={6} wrap="nowrap" flex={1} miw={0}>
      <TextInput
        flex={1}
        size="sm"
        autoFocus
        aria-label={threads.title}
        placeholder={threads.titleHint}
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          if (event.key === 'Enter') void save();
          if (event.key === 'Escape') onDone();
        }}
      />
      <Button size="sm" variant="default" onClick={onDone} visibleFrom="xs">
        {shell.cancel}
      </Button>
      <Button size="sm" onClick={() => void save()}>
        {shell.save}
      </Button>
    </Group>
  );
}
