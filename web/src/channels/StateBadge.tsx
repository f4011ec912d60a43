// Where an import stands, in a word.
import { Badge } from '@mantine/core';
import type { ImportState } from '../gql/words';
import { useImportWords } from '../words/importing';
import classes from './importing.module.css';

const COLOR: Partial<Record<ImportState, string>> = { DONE: 'teal', FAILED: 'red', STOPPED: 'yellow' };

const BUSY: readonly ImportState[] = ['CHECKING', 'RUNNING', 'UNDOING'];

export function StateBadge({ state }: { state: ImportState }) {
  const { importing } = useImportWords();
  const color = COLOR[state] ?? (BUSY.includes(state) || state === 'CHECKED' ? 'accent' : 'gray');
  return (
    <Badge variant="light" color={color} size="sm" tt="none" className={classes.badge}>
      {importing.states[state]}
    </Badge>
  );
}
