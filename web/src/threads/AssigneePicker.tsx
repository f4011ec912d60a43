// Who takes care of a thread: colleagues who answer, oneself first.
import { Group, Select } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { type RefObject, useMemo } from 'react';
import { PersonMark } from '../kit/PersonMark';
import { useSignedIn } from '../session/me';
import { useWords } from '../words/words';
import classes from './ThreadView.module.css';
import type { ThreadHead } from './threads.gql';
import { useColleagues } from './useColleagues';
import { useDesk } from './useDesk';
import type { ThreadModel } from './useThread';

type Props = {
  model: ThreadModel;
  thread: ThreadHead;
  field: RefObject<HTMLInputElement | null>;
};

export function AssigneePicker({ model, thread, field }: Props) {
  const { threads } = useWords();
  const me = useSignedIn().person;
  const colleagues = useColleagues();
  const { change } = useDesk();
  const people = useMemo(() => {
    const known = new Map(colleagues.map(({ id, name }) => [id, name]));
    // Who has left, or whose list is still on its way, is shown all the same.
    if (thread.assignee && !known.has(thread.assignee.id))
      known.set(thread.assignee.id, thread.assignee.name);
    return [...known].map(([id, name]) => ({
      value: id,
      label: id === me.id ? `${name} (${threads.me})` : name,
    }));
  }, [colleagues, thread.assignee, me.id, threads]);

  const choose = async (id: string | null) => {
    field.current?.blur();
    if (id === (thread.assignee?.id ?? null)) return;
    const chosen = colleagues.find((each) => each.id === id) ?? null;
    await model.command({ assignee: chosen }, () =>
      change([thread.id], { assigneeId: id }, { assigneeName: chosen?.name ?? '' }),
    );
  };

  return (
    <Select
      ref={field}
      size="xs"
      className={classes.assignee}
      aria-label={threads.assignee}
      placeholder={threads.nobody}
      data={people}
      value={thread.assignee?.id ?? null}
      onChange={(id) => void choose(id)}
      searchable
      clearable
      clearSectionMode="clear"
      clearButtonProps={{ 'aria-label': threads.nobody }}
      selectFirstOptionOnChange
      leftSection={
        thread.assignee ? (
          <PersonMark name={thread.assignee.name} color={thread.assignee.avatarColor} size={20} />
        ) : (
          <IconUser size={15} aria-hidden />
        )
      }
      renderOption={({ option }) => (
        <Group gap={8} wrap="nowrap">
          <PersonMark
            name={option.label.replace(` (${threads.me})`, '')}
            color={colleagues.find(({ id }) => id === option.value)?.avatarColor}
            size={24}
          />
          {option.label}
        </Group>
      )}
      comboboxProps={{
        withinPortal: true,
        width: 240,
        position: 'bottom-start',
      }}
      maxDropdownHeight={320}
    />
  );
}
