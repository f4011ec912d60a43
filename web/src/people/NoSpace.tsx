// A company without a hotline: why there is none, and how it gets one.
import { Alert, Button, Group, Text } from '@mantine/core';
import { IconMessagePlus } from '@tabler/icons-react';
import { useState } from 'react';
import { usePageWords } from '../words/pages';
import { OpenSpaceDialog } from './OpenSpaceDialog';
import classes from './people.module.css';

type Props = { company: { id: string; name: string; abilities: { edit: boolean } }; onOpened: () => void };

export function NoSpace({ company, onOpened }: Props) {
  const { people } = usePageWords();
  const [opening, setOpening] = useState(false);
  // The server lets the same people edit a company and open its space; it has no ability of its own for the latter.
  const may = company.abilities.edit;
  return (
    <Alert
      variant="default"
      className={classes.hint}
      icon={<IconMessagePlus size={18} />}
      title={people.company.noSpaceTitle}
      mt="lg"
    >
      <Group justify="space-between" gap="sm">
        <Text size="sm">{may ? people.company.noSpace : people.company.noSpaceReader}</Text>
        {may && (
          <Button size="xs" onClick={() => setOpening(true)}>
            {people.company.open}
          </Button>
        )}
      </Group>
      {opening && <OpenSpaceDialog company={company} onClose={() => setOpening(false)} onOpened={onOpened} />}
    </Alert>
  );
}
