// A person in a line: name, title and address.
import { Box, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import kit from '../kit/kit.module.css';
import { useSignedIn } from '../session/me';
import { usePageWords } from '../words/pages';

type Props = {
  person: { id: string; name: string; title: string | null; email: string | null };
  children?: ReactNode;
};

/** Name with “me” behind one's own; below, title and address. */
export function PersonWords({ person, children }: Props) {
  const { shell } = usePageWords();
  const me = useSignedIn();
  const below = [person.title, person.email].filter(Boolean);
  return (
    <Box miw={0}>
      <Text size="sm" fw={600} component="div">
        {person.name}
        {person.id === me.person.id && (
          <Text span size="xs" c="dimmed" fw={400}>
            {' '}
            ({shell.you})
          </Text>
        )}
        {children}
      </Text>
      {below.length > 0 && (
        <Text size="xs" c="dimmed" component="div" className={kit.dotted}>
          {below.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </Text>
      )}
    </Box>
  );
}
