// What can be done to all marked threads at once.
import { ActionIcon, Button, Group, Menu, Text } from '@mantine/core';
import { IconCheck, IconTag, IconUser, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { PersonMark } from '../kit/PersonMark';
import { useSignedIn } from '../session/me';
import { useLocale, useWords } from '../words/words';
import classes from './Inbox.module.css';
import { notifyDone, notifyRefusal } from './notify';
import { ChangeThreads, TagsQuery } from './threads.gql';
import { useColleagues } from './useColleagues';
import type { Marked } from './useMarked';

/** As many as the server takes in one command. */
const AT_ONCE = 100;

type Change = { assigneeId?: string | null; addTagIds?: string[]; resolve?: boolean };

export function BulkBar({ marked, all }: { marked: Marked; all: readonly string[] }) {
  const words = useWords();
  const locale = useLocale();
  const { bulk } = words.threads;
  const [{ fetching }, send] = useMutation(ChangeThreads);
  const number = new Intl.NumberFormat(locale);

  const change = async (what: Change) => {
    const ids = [...marked.ids];
    const left: string[] = [];
    let changed = 0;
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const threadIds = ids.slice(at, at + AT_ONCE);
      const { data, error } = await send({ input: { threadIds, ...what } });
      if (error || !data) {
        marked.keep([...left, ...ids.slice(at)]);
        if (error) notifyRefusal(words, error);
        return;
      }
      changed += data.changeThreads.threads.length;
      left.push(...data.changeThreads.refused.map(({ threadId }) => threadId));
    }
    // What was refused stays marked, so that it can be looked at.
    marked.keep(left);
    const told = bulk.done(number.format(changed));
    notifyDone(words, left.length ? `${told} ${bulk.refused(number.format(left.length))}` : told);
  };

  const none = marked.ids.size === 0;
  return (
    <div className={classes.bulk} role="toolbar" aria-label={bulk.label}>
      <Group gap={4} wrap="nowrap">
        <Text size="sm" fw={650} role="status" className={classes.bulkCount}>
          {bulk.count(number.format(marked.ids.size))}
        </Text>
        <Button
          variant="subtle"
          size="compact-xs"
          disabled={marked.ids.size >= all.length}
          onClick={() => marked.keep(all)}
        >
          {bulk.all}
        </Button>
        <ActionIcon variant="subtle" color="gray" size="md" aria-label={bulk.clear} onClick={marked.clear}>
          <IconX size={17} aria-hidden />
        </ActionIcon>
      </Group>
      <Group gap={6} wrap="nowrap">
        <AssignMenu disabled={none || fetching} onChoose={(assigneeId) => void change({ assigneeId })} />
        <TagMenu disabled={none || fetching} onChoose={(id) => void change({ addTagIds: [id] })} />
        <Button
          size="xs"
          loading={fetching}
          disabled={none}
          leftSection={<IconCheck size={15} aria-hidden />}
          onClick={() => void change({ resolve: true })}
        >
          {bulk.resolve}
        </Button>
      </Group>
    </div>
  );
}

function AssignMenu({ disabled, onChoose }: { disabled: boolean; onChoose: (id: string | null) => void }) {
  const { threads } = useWords();
  const me = useSignedIn().person;
  const colleagues = useColleagues();
  return (
    <Menu position="top-start" withinPortal>
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          disabled={disabled}
          leftSection={<IconUser size={15} aria-hidden />}
        >
          {threads.bulk.assign}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} className={classes.bulkMenu}>
        {colleagues.map(({ id, name }) => (
          <Menu.Item key={id} leftSection={<PersonMark name={name} size={22} />} onClick={() => onChoose(id)}>
            {id === me.id ? `${name} (${threads.me})` : name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => onChoose(null)}>{threads.nobody}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function TagMenu({ disabled, onChoose }: { disabled: boolean; onChoose: (id: string) => void }) {
  const { threads } = useWords();
  const [opened, setOpened] = useState(false);
  const [{ data }] = useQuery({ query: TagsQuery, pause: !opened });
  return (
    <Menu position="top-start" withinPortal opened={opened} onChange={setOpened}>
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          disabled={disabled}
          leftSection={<IconTag size={15} aria-hidden />}
        >
          {threads.bulk.tag}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} className={classes.bulkMenu}>
        {data?.tags.length === 0 && <Menu.Label>{threads.bulk.noTags}</Menu.Label>}
        {(data?.tags ?? []).map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => onChoose(id)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
