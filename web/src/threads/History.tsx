// Earlier texts of a message that was edited or deleted; staff who answer only.
import { Modal, Stack, Text } from '@mantine/core';
import { useQuery } from 'urql';
import { sayError } from '../kit/errors';
import { Markdown } from '../kit/Markdown';
import { Moment } from '../kit/Moment';
import { Loading } from '../kit/states';
import { PLAIN_HEADER } from '../kit/dialog';
import { useWords } from '../words/words';
import { RevisionsQuery } from './threads.gql';
import classes from './Timeline.module.css';

export function History({ id, opened, onClose }: { id: string; opened: boolean; onClose: () => void }) {
  const words = useWords();
  const { shell, threads } = words;
  const [{ data, error, fetching }] = useQuery({ query: RevisionsQuery, variables: { id }, pause: !opened, requestPolicy: 'network-only' });
  const revisions = data?.node?.__typename === 'Message' ? (data.node.revisions ?? []) : [];
  return (
    <Modal opened={opened} onClose={onClose} title={threads.historyTitle} centered closeButtonProps={{ 'aria-label': shell.close }} attributes={PLAIN_HEADER}>
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
            <Markdown text={body} />
          </div>
        ))}
      </Stack>
    </Modal>
  );
}
