// One member of a space: who it is, the role, and what those who manage members may do.
import { ActionIcon, Menu, Text } from '@mantine/core';
import { IconDots, IconUserMinus } from '@tabler/icons-react';
import type { AvatarColor, MemberRole } from '../gql/words';
import { PersonMark } from '../kit/PersonMark';
import { usePageWords } from '../words/pages';
import classes from './people.module.css';
import { PersonWords } from './Person';
import { RoleSelect } from './RoleSelect';
import { MEMBER_ROLES } from './roles';

export type MemberPerson = {
  id: string;
  name: string;
  title: string | null;
  email: string | null;
  avatarColor?: AvatarColor | null;
};

type Props = {
  person: MemberPerson;
  role: MemberRole | null;
  busy?: boolean;
  /** Absent: the viewer may not. */
  onRole?: ((role: MemberRole) => void) | undefined;
  onRemove?: (() => void) | undefined;
};

export function MemberLine({ person, role, busy = false, onRole, onRemove }: Props) {
  const { people, shell } = usePageWords();
  return (
    <li className={classes.line}>
      <PersonMark name={person.name} color={person.avatarColor} />
      <div className={classes.who}>
        <PersonWords person={person} />
      </div>
      {role &&
        (onRole ? (
          <div className={classes.role}>
            <RoleSelect
              label={people.members.roleOf(person.name)}
              value={role}
              roles={MEMBER_ROLES}
              words={shell.memberRoles}
              busy={busy}
              onChange={onRole}
            />
          </div>
        ) : (
          <Text size="xs" c="dimmed">
            {shell.memberRoles[role]}
          </Text>
        ))}
      {onRemove && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={people.members.actionsOf(person.name)}>
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item color="red" leftSection={<IconUserMinus size={16} />} onClick={onRemove}>
              {people.members.remove}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  );
}
