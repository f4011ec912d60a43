// What can be done with one part of a list: move it, edit it, take it away.
import { ActionIcon, Group } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation } from 'urql';
import { useTrainingWords } from '../words/training';
import { ArrangeParts, type CourseContent, RemovePart } from './training.gql';
import { useRun } from './useRun';

type Props = {
  content: CourseContent;
  id: string;
  name: string;
  /** All parts of the same list, in their order. */
  ids: readonly string[];
  onEdit: () => void;
  onChanged: () => void;
};

export function PartTools({ content, id, name, ids, onEdit, onChanged }: Props) {
  const { training } = useTrainingWords();
  const { run, running } = useRun(onChanged);
  const [, arrange] = useMutation(ArrangeParts);
  const [, remove] = useMutation(RemovePart);
  const draft = { courseVersionId: content.id, version: content.version };
  const at = ids.indexOf(id);
  const move = (by: number) => {
    const partIds = ids.filter((each) => each !== id);
    partIds.splice(at + by, 0, id);
    void run(() => arrange({ input: { ...draft, partIds } }));
  };
  const look = { variant: 'subtle', color: 'gray', disabled: running } as const;
  return (
    <Group gap={0} wrap="nowrap">
      <ActionIcon
        {...look}
        disabled={running || at === 0}
        aria-label={training.up(name)}
        onClick={() => move(-1)}
      >
        <IconArrowUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        {...look}
        disabled={running || at === ids.length - 1}
        aria-label={training.down(name)}
        onClick={() => move(1)}
      >
        <IconArrowDown size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon {...look} aria-label={training.edit(name)} onClick={onEdit}>
        <IconPencil size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        {...look}
        aria-label={training.remove(name)}
        onClick={() => void run(() => remove({ input: { ...draft, partId: id } }))}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
