// A link that no longer works, or came without its token: why that is, and the way on.
import { Button, Group } from '@mantine/core';
import { Link } from 'react-router';
import { paths } from '../paths';
import { useWords } from '../words/words';
import { OutsideCard } from './Outside';
import type { Way } from './way';

type Props = { text: string; missing?: boolean; newLink?: Exclude<Way, 'password'> };

export function UsedLink({ text, missing = false, newLink }: Props) {
  const { signin } = useWords();
  return (
    <div role="alert">
      <OutsideCard title={signin.used.title} text={missing ? signin.used.missing : text}>
        <Group>
          {newLink && (
            <Button component={Link} to={`${paths.signIn}?way=${newLink}`}>
              {signin.used.newLink}
            </Button>
          )}
          <Button component={Link} to={paths.signIn} variant={newLink ? 'default' : 'filled'}>
            {signin.used.toSignIn}
          </Button>
        </Group>
      </OutsideCard>
    </div>
  );
}
