// What a merge moves, counted before it is done.
import { List, Text } from '@mantine/core';
import type { ResultOf } from '../gql/graphql';
import { usePageWords } from '../words/pages';
import type { PreviewParts, Twin } from './merging';
import classes from './people.module.css';

type Props = { kind: 'PERSON' | 'COMPANY'; kept: Twin; preview: ResultOf<typeof PreviewParts> };

export function MergeMoves({ kind, kept, preview }: Props) {
  const { merging } = usePageWords();
  const { addresses, memberships, contacts, threads, messages, vocItems } = preview;
  const lines = [
    kind === 'PERSON' && addresses[0] && merging.addressPerson(addresses[0], kept.name),
    kind === 'COMPANY' && addresses.length > 0 && merging.addressCompany(addresses.join(', ')),
    memberships.length > 0 && merging.memberships(memberships.map(({ name }) => name).join(', ')),
    contacts > 0 && merging.contacts(contacts),
    threads + messages > 0 && merging.threads(threads, messages),
    vocItems > 0 && merging.vocItems(vocItems),
    merging.sessions,
  ].filter((line) => typeof line === 'string');
  return (
    <div className={classes.work}>
      <Text size="sm" fw={600} component="h3">
        {merging.moves}
      </Text>
      <List size="sm" spacing={4}>
        {lines.map((line) => (
          <List.Item key={line} className={classes.workLine}>
            {line}
          </List.Item>
        ))}
      </List>
      <Text size="xs" c="dimmed">
        {merging.undoable}
      </Text>
    </div>
  );
}
