// Earlier texts of a message that was edited or deleted; staff who answer only.
import { Stack, Text } from '@mantine/core';
import { useQuery } from 'urql';
import { sayError } from '../kit/errors';
import { Moment } from '../kit/Moment';
import { Loading } from '../kit/states';
import { Dialog } from '../kit/Dialog';
import { useWords } from '../words/words';
import { RevisionsQuery } from './threads.gql';
import { Said } from './Said';
import classes from './Timeline.module.css';

export function History({ id, onClose }: { id: string; onClose: () => void }) {
  const words = useWords();
  const { shell, threads } = words;
  const [{ data, error, fetching }] = useQuery({
    query: RevisionsQuery,
    variables: { id },
    requestPolicy: 'network-only',
  });
  const revisions = data?.node?.__typename === 'Message' ? (data.node.revisions ?? []) : [];
  return (
    <Dialog title={threads.historyTitle} onClose={onClose} centered>
      <Text size="sm" c="dimmed" mb="sm">
        {threads.historyNote}
      </Text>
      {fetching && <Loading rows={2} label={shell.loading} />}
      {error && <Text role="alert">{sayError(words, error)}</Text>}
      {data && revisions.length === 0 && <Text size="sm">{threads.historyEmpty}</Text>}
      <Stack gap="sm">
        {[...revisions].reverse().map(({ version, body, replacedAt }) => (
          <div key={version} className={classes.revision}>
            <Moment at={replacedAt} />
            <Said text={body} />
          </div>
        ))}
      </Stack>
    </Dialog>
  );
}
