// What was merged, newest first, and the way back.
import { Badge, Button, Paper, Text } from '@mantine/core';
import { IconArrowBackUp, IconArrowMerge, IconPlugConnectedX } from '@tabler/icons-react';
import { useState } from 'react';
import { useMutation } from 'urql';
import { graphql } from '../gql/graphql';
import { Moment } from '../kit/Moment';
import { Failed, Loading, Saying } from '../kit/states';
import { usePageWords } from '../words/pages';
import { Confirm } from './Confirm';
import { UndoMerge } from './merging';
import { More } from './More';
import classes from './people.module.css';
import { announce } from './refusals';
import { usePages } from './usePages';

const MergesQuery = graphql(`
  query Merges($after: String) {
    merges(after: $after, first: 30) {
      edges {
        cursor
        node {
          id
          kind
          keptName
          duplicateName
          duplicateLabel
          mergedAt
          undoneAt
          canUndo
          mergedBy {
            id
            name
          }
          undoneBy {
            id
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

type Merge = { id: string; duplicateName: string };

export function Merges() {
  const words = usePageWords();
  const { merging, shell } = words;
  const list = usePages(MergesQuery, {}, (data) => data.merges);
  const [, undo] = useMutation(UndoMerge);
  const [undoing, setUndoing] = useState<Merge | null>(null);
  if (list.rows.length === 0) {
    if (list.failed) {
      return (
        <Failed
          icon={<IconPlugConnectedX size={28} />}
          title={shell.failedTitle}
          text={shell.failed}
          retry={shell.retry}
          onRetry={list.again}
        />
      );
    }
    return list.loading ? (
      <Loading label={shell.loading} />
    ) : (
      <Saying icon={<IconArrowMerge size={28} />} title={merging.noneDoneTitle}>
        {merging.noneDone}
      </Saying>
    );
  }
  return (
    <>
      <Paper withBorder className={classes.list}>
        <ul className={classes.lines}>
          {list.rows.map((merge) => (
            <li key={merge.id} className={classes.pair}>
              <div className={classes.who}>
                <Text size="sm" fw={600} className={classes.workLine}>
                  {merging.into(merge.duplicateName, merge.duplicateLabel, merge.keptName)}
                </Text>
                <Text size="xs" c="dimmed" component="div">
                  {merging.by(merge.mergedBy?.name ?? merging.nobody)} · <Moment at={merge.mergedAt} span />
                  {merge.undoneAt && (
                    <>
                      {' · '}
                      {merging.undoneBy(merge.undoneBy?.name ?? merging.nobody)} ·{' '}
                      <Moment at={merge.undoneAt} span />
                    </>
                  )}
                </Text>
              </div>
              <div className={classes.pairEnd}>
                {merge.undoneAt ? (
                  <Badge variant="light" color="gray" size="sm" tt="none">
                    {merging.undoneBadge}
                  </Badge>
                ) : merge.canUndo ? (
                  <Button
                    size="xs"
                    variant="default"
                    leftSection={<IconArrowBackUp size={14} aria-hidden />}
                    aria-label={merging.undoThis(merge.duplicateName)}
                    onClick={() => setUndoing(merge)}
                  >
                    {merging.undo}
                  </Button>
                ) : (
                  <Text size="xs" c="dimmed">
                    {merging.later}
                  </Text>
                )}
              </div>
            </li>
          ))}
        </ul>
      </Paper>
      <More {...list} />
      {undoing && (
        <Confirm
          title={merging.undoTitle}
          go={merging.undo}
          onClose={() => setUndoing(null)}
          onGo={async () => {
            const { error } = await undo({ input: { mergeId: undoing.id } });
            if (error) return error;
            announce(words, merging.undone);
            list.again();
          }}
        >
          <Text size="sm">{merging.undoText}</Text>
          <Text size="sm" c="dimmed">
            {merging.undoSince}
          </Text>
        </Confirm>
      )}
    </>
  );
}
