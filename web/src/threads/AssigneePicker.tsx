// Who takes care of a thread: colleagues who answer, oneself first.
import { Group, Select } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { type RefObject, useMemo } from 'react';
import { useMutation, useQuery } from 'urql';
import type { StaffRole } from '../gql/words';
import { PersonMark } from '../kit/PersonMark';
import { useSignedIn } from '../session/me';
import { useWords } from '../words/words';
import classes from './ThreadView.module.css';
import { AssignThread, ColleaguesQuery, type ThreadHead } from './threads.gql';
import type { ThreadModel } from './useThread';

const ANSWERS: readonly (StaffRole | null)[] = ['AGENT', 'LEAD', 'ADMIN'];

type Props = {
  model: ThreadModel;
  thread: ThreadHead;
  field: RefObject<HTMLInputElement | null>;
};

export function AssigneePicker({ model, thread, field }: Props) {
  const { threads } = useWords();
  const me = useSignedIn().person;
  const [{ data }] = useQuery({
    query: ColleaguesQuery,
    requestPolicy: 'cache-first',
  });
  const [, assign] = useMutation(AssignThread);
  const people = useMemo(() => {
    const all = (data?.people.edges ?? [])
      .map(({ node }) => node)
      .filter(({ active, staffRole }) => active && ANSWERS.includes(staffRole));
    const known = new Map<string, string>(all.map(({ id, name }) => [id, name]));
    // Who has left, or whose list is still on its way, is shown all the same.
    if (thread.assignee && !known.has(thread.assignee.id))
      known.set(thread.assignee.id, thread.assignee.name);
    return [...known]
      .sort(([a], [b]) => Number(b === me.id) - Number(a === me.id))
      .map(([id, name]) => ({
        value: id,
        label: id === me.id ? `${name} (${threads.me})` : name,
      }));
  }, [data, thread.assignee, me.id, threads]);

  const choose = async (id: string | null) => {
    field.current?.blur();
    if (id === (thread.assignee?.id ?? null)) return;
    const name = data?.people.edges.find(({ node }) => node.id === id)?.node.name ?? '';
    await model.command({ assignee: id ? { id, name } : null }, () =>
      assign({ input: { threadId: thread.id, assigneeId: id } }),
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
          <PersonMark name={thread.assignee.name} size={20} />
        ) : (
          <IconUser size={15} aria-hidden />
        )
      }
      renderOption={({ option }) => (
        <Group gap={8} wrap="nowrap">
          <PersonMark name={option.label.replace(` (${threads.me})`, '')} size={24} />
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
