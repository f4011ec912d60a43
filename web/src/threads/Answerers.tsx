// Who answers here: the staff of this space, by face and name.
import { Avatar } from '@mantine/core';
import { Link } from 'react-router';
import { PersonMark } from '../kit/PersonMark';
import { paths } from '../paths';
import { useMe } from '../session/me';
import { useWords } from '../words/words';
import classes from './SpacePage.module.css';

type Member = {
  side: 'CONTACT' | 'STAFF';
  person: { id: string; name: string; active: boolean };
};

const SHOWN = 3;

export function Answerers({ handle, members }: { handle: string; members: readonly Member[] }) {
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
          {shown.map(({ id, name }) => (
            <PersonMark key={id} name={name} size={28} />
          ))}
        </Avatar.Group>
      )}
      <span>{sentence}</span>
    </Link>
  );
}
