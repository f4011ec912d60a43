// What can be done to all marked threads at once.
import { ActionIcon, Button, Group, Menu, Text } from '@mantine/core';
import { IconCheck, IconTag, IconUser, IconX } from '@tabler/icons-react';
import { useQuery } from 'urql';
import { PersonMark } from '../kit/PersonMark';
import { useSignedIn } from '../session/me';
import { useLocale, useWords } from '../words/words';
import classes from './Inbox.module.css';
import { notifyDone, notifyRefusal } from './notify';
import { TagsQuery, type ThreadInInbox } from './threads.gql';
import { useColleagues } from './useColleagues';
import { type DeskChange, useDesk } from './useDesk';
import type { Marked } from './useMarked';

/** Which of its menus is open; keys open them too. */
export type BulkMenu = 'assign' | 'tag' | null;

type Props = {
  marked: Marked;
  all: readonly ThreadInInbox[];
  menu: BulkMenu;
  setMenu: (menu: BulkMenu) => void;
};

export function BulkBar({ marked, all, menu, setMenu }: Props) {
  const words = useWords();
  const locale = useLocale();
  const { bulk } = words.threads;
  const desk = useDesk();
  const number = new Intl.NumberFormat(locale);

  const change = async (what: DeskChange, assigneeName?: string) => {
    const { left, error } = await desk.change([...marked.ids], what, assigneeName ? { assigneeName } : {});
    // What was refused stays marked, so that it can be looked at.
    marked.keep(left);
    if (error) notifyRefusal(words, error);
    else if (left.length) notifyDone(words, bulk.refused(number.format(left.length)));
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
          onClick={() => marked.keep(all.map(({ id }) => id))}
        >
          {bulk.all}
        </Button>
        <ActionIcon variant="subtle" color="gray" size="md" aria-label={bulk.clear} onClick={marked.clear}>
          <IconX size={17} aria-hidden />
        </ActionIcon>
      </Group>
      <Group gap={6} wrap="nowrap" className={classes.bulkActs}>
        <AssignMenu
          disabled={none || desk.busy}
          opened={menu === 'assign'}
          onChange={(opened) => setMenu(opened ? 'assign' : null)}
          onChoose={(assigneeId, name) => void change({ assigneeId }, name)}
        />
        <TagMenu
          disabled={none || desk.busy}
          opened={menu === 'tag'}
          onChange={(opened) => setMenu(opened ? 'tag' : null)}
          onChoose={(id) => void change({ addTagIds: [id] })}
        />
        <Button
          size="xs"
          loading={desk.busy}
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

type MenuProps = { disabled: boolean; opened: boolean; onChange: (opened: boolean) => void };

function AssignMenu({
  disabled,
  opened,
  onChange,
  onChoose,
}: MenuProps & { onChoose: (id: string | null, name?: string) => void }) {
  const { threads } = useWords();
  const me = useSignedIn().person;
  const colleagues = useColleagues();
  return (
    <Menu
      position="top-start"
      withinPortal
      opened={opened}
      onChange={onChange}
      transitionProps={{ duration: 0 }}
    >
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
        {colleagues.map(({ id, name, avatarColor }) => (
          <Menu.Item
            key={id}
            leftSection={<PersonMark name={name} color={avatarColor} size={22} />}
            onClick={() => onChoose(id, name)}
          >
            {id === me.id ? `${name} (${threads.me})` : name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => onChoose(null)}>{threads.nobody}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function TagMenu({ disabled, opened, onChange, onChoose }: MenuProps & { onChoose: (id: string) => void }) {
  const { threads } = useWords();
  const [{ data }] = useQuery({ query: TagsQuery, pause: !opened });
  return (
    <Menu
      position="top-start"
      withinPortal
      opened={opened}
      onChange={onChange}
      transitionProps={{ duration: 0 }}
    >
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
