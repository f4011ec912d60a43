// Who answers here, by face and name, and how soon they usually do.
import { Avatar } from '@mantine/core';
import { Link } from 'react-router';
import type { AvatarColor } from '../gql/words';
import kit from '../kit/kit.module.css';
import { PersonMark } from '../kit/PersonMark';
import { paths } from '../paths';
import { useMe } from '../session/me';
import { useWords } from '../words/words';
import classes from './SpacePage.module.css';

type Member = {
  side: 'CONTACT' | 'STAFF';
  person: { id: string; name: string; avatarColor: AvatarColor | null; active: boolean };
};

const SHOWN = 3;

type Props = {
  handle: string;
  members: readonly Member[];
  /** Minutes; null: not yet known. */
  usualAnswer: number | null;
};

export function Answerers({ handle, members, usualAnswer }: Props) {
  const { threads } = useWords();
  const provider = useMe().installation?.providerName ?? '';
  const staff = members
    .filter(({ side, person }) => side === 'STAFF' && person.active)
    .map(({ person }) => person);
  const shown = staff.slice(0, SHOWN);
  const sentence = shown.length
    ? threads.answerers(shown.map(({ name }) => name).join(', '), staff.length - shown.length)
    : threads.team(provider);
  return (
    <Link to={paths.members(handle)} className={classes.answerers} title={threads.showMembers}>
      {shown.length > 0 && (
        <Avatar.Group spacing={4}>
          {shown.map(({ id, name, avatarColor }) => (
            <PersonMark key={id} name={name} color={avatarColor} size={28} />
          ))}
        </Avatar.Group>
      )}
      <span className={kit.dotted}>
        <span>{sentence}</span>
        {usualAnswer !== null && <span>{threads.usualAnswer(usualAnswer)}</span>}
      </span>
    </Link>
  );
}
