// Every mail of ours, for administrators: where mail is not sent, this is where its links are found.
import { Alert, Stack } from '@mantine/core';
import { IconKey, IconMailOff, IconMailOpened, IconPlugConnectedX } from '@tabler/icons-react';
import { graphql } from '../gql/graphql';
import { Failed, Loading, Saying } from '../kit/states';
import { useMe } from '../session/me';
import { usePageWords } from '../words/pages';
import { MailList } from './MailList';
import { More } from './More';
import { Page } from './Page';
import classes from './people.module.css';
import { usePages } from './usePages';

const Mails = graphql(`
  query Mails($after: String) {
    mails(after: $after, first: 30) {
      edges {
        cursor
        node {
          id
          to
          kind
          subject
          text
          createdAt
          sentAt
          error
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export default function OutboxPage() {
  const { people, shell } = usePageWords();
  const { installation } = useMe();
  const list = usePages(Mails, {}, (data) => data.mails);
  let content = <Loading label={shell.loading} />;
  if (list.rows.length > 0) {
    content = (
      <>
        <MailList mails={list.rows} />
        <More {...list} />
      </>
    );
  } else if (list.failed) {
    content = (
      <Failed
        icon={<IconPlugConnectedX size={28} />}
        title={shell.failedTitle}
        text={shell.failed}
        retry={shell.retry}
        onRetry={list.again}
      />
    );
  } else if (!list.loading) {
    content = (
      <Saying icon={<IconMailOpened size={28} />} title={people.outbox.noneTitle}>
        {people.outbox.none}
      </Saying>
    );
  }
  return (
    <Page title={people.outbox.title} lead={people.outbox.lead}>
      <Stack gap="sm" mb="lg">
        {installation?.mailIsSent === false && (
          <Alert variant="default" className={classes.hint} icon={<IconMailOff size={18} />} p="sm">
            {people.outbox.notSent}
          </Alert>
        )}
        <Alert
          variant="default"
          className={classes.hint}
          data-warm
          icon={<IconKey size={18} />}
          title={people.outbox.noteTitle}
          p="sm"
        >
          {people.outbox.note}
        </Alert>
      </Stack>
      {content}
    </Page>
  );
}
