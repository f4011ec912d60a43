// One person of the list.
import { ActionIcon, Badge, Group, Menu, Table, Text } from '@mantine/core';
import {
  IconArrowMerge,
  IconDevicesOff,
  IconDots,
  IconDownload,
  IconEraser,
  IconLock,
  IconLockOpen,
} from '@tabler/icons-react';
import { type AvatarColor, STAFF_ROLES, type StaffRole } from '../gql/words';
import { PersonMark } from '../kit/PersonMark';
import { useSignedIn } from '../session/me';
import { usePageWords } from '../words/pages';
import classes from './people.module.css';
import { PersonWords } from './Person';
import { RoleSelect } from './RoleSelect';

export type PeopleRow = {
  id: string;
  name: string;
  title: string | null;
  email: string | null;
  staffRole: StaffRole | null;
  active: boolean;
  avatarColor: AvatarColor | null;
  companies: readonly { id: string; name: string }[] | null;
  abilities: {
    changeRole: boolean;
    deactivate: boolean;
    endSessions: boolean;
    erase: boolean;
    exportData: boolean;
  };
};

type Props = {
  person: PeopleRow;
  onRole: (role: StaffRole) => void;
  onAccess: () => void;
  onSessions: () => void;
  onMerge: () => void;
  onExport: () => void;
  onErase: () => void;
};

export function PersonRow({ person, onRole, onAccess, onSessions, onMerge, onExport, onErase }: Props) {
  const { erasing, merging, people, sessions, shell } = usePageWords();
  const me = useSignedIn();
  const { name, email, staffRole, active, abilities } = person;
  const some = abilities.deactivate || abilities.endSessions || me.abilities.merge || abilities.exportData;
  const below = person.companies?.map((company) => company.name).join(', ');
  return (
    <Table.Tr role="row">
      <Table.Td role="cell" data-main>
        <Group gap="sm" wrap="nowrap">
          <PersonMark name={name} color={person.avatarColor} />
          <PersonWords person={{ ...person, email: null }} />
        </Group>
      </Table.Td>
      <Table.Td role="cell" data-full>
        <Text size="sm" component="span">
          {email}
        </Text>
      </Table.Td>
      <Table.Td role="cell">
        {staffRole && abilities.changeRole && active ? (
          <div className={classes.role}>
            <RoleSelect
              label={people.members.roleOf(name)}
              value={staffRole}
              roles={STAFF_ROLES}
              words={shell.roles}
              onChange={onRole}
            />
          </div>
        ) : (
          <Text size="sm" component="span" c={staffRole ? undefined : 'dimmed'}>
            {staffRole ? shell.roles[staffRole] : below || people.list.contact}
          </Text>
        )}
      </Table.Td>
      <Table.Td role="cell">
        {active ? (
          <Text size="sm" c="dimmed" component="span" className={classes.wide}>
            {people.list.active}
          </Text>
        ) : (
          <Badge variant="light" color="red" size="sm" tt="none">
            {people.list.ended}
          </Badge>
        )}
      </Table.Td>
      <Table.Td role="cell" data-corner={some || undefined} className={classes.end}>
        {some && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={people.members.actionsOf(name)}>
                <IconDots size={18} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {me.abilities.merge && active && (
                <Menu.Item leftSection={<IconArrowMerge size={16} />} onClick={onMerge}>
                  {merging.withPerson}
                </Menu.Item>
              )}
              {abilities.endSessions && (
                <Menu.Item leftSection={<IconDevicesOff size={16} />} onClick={onSessions}>
                  {sessions.ofPerson}
                </Menu.Item>
              )}
              {abilities.deactivate && (
                <Menu.Item
                  color={active ? 'red' : undefined}
                  leftSection={active ? <IconLock size={16} /> : <IconLockOpen size={16} />}
                  onClick={onAccess}
                >
                  {active ? people.list.end : people.list.giveBack}
                </Menu.Item>
              )}
              {abilities.exportData && (
                <Menu.Item leftSection={<IconDownload size={16} />} onClick={onExport}>
                  {erasing.export}
                </Menu.Item>
              )}
              {abilities.erase && (
                <Menu.Item color="red" leftSection={<IconEraser size={16} />} onClick={onErase}>
                  {erasing.erase}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
