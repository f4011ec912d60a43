// Answers of the boards that would make help articles: read, exported, taken off again.
import { Anchor, Button, Group, Paper, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconHelpCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useClient, useMutation } from 'urql';
import { download } from '../kit/csv';
import { asCsv } from '../kit/csvText';
import { Markdown } from '../kit/Markdown';
import { Loading, Saying } from '../kit/states';
import { Page } from '../people/Page';
import { usePages } from '../people/usePages';
import { useOfferWords } from '../words/boardOffers';
import { useCommunityWords } from '../words/community';
import { dateOf, dayOnly } from '../words/dates';
import { useLocale } from '../words/words';
import { PostPictures } from './PostPictures';
import classes from './community.module.css';
import { Offer, type Offered, OfferedQuery } from './moderating.gql';
import { useBoardPaths } from './place';
import { Unread } from './Unread';
import { useRun } from './useRun';

const AT_ONCE = 20;

export default function OfferedPage() {
  const { community, shell } = useCommunityWords();
  const offers = useOfferWords();
  const to = useBoardPaths();
  const list = usePages(OfferedQuery, { first: AT_ONCE }, (data) => data.offeredBoardAnswers);
  let content = <Loading rows={4} label={shell.loading} />;
  if (list.failed) content = <Unread onRetry={list.again} />;
  else if (!list.loading && list.rows.length === 0)
    content = (
      <Saying icon={<IconHelpCircle size={28} />} title={offers.none}>
        {offers.noneText}
      </Saying>
    );
  else if (!list.loading)
    content = (
      <>
        {list.rows.map((each) => (
          <OfferedAnswer key={each.post.id} offered={each} onDone={list.again} />
        ))}
        {list.hasMore && (
          <Group justify="center" mt="md">
            <Button variant="default" loading={list.fetching} onClick={() => list.more()}>
              {shell.more}
            </Button>
          </Group>
        )}
      </>
    );
  return (
    <Page
      title={offers.title}
      lead={offers.lead}
      back={{ to: to.boards, label: community.title }}
      actions={list.rows.length > 0 && <Export />}
    >
      {content}
    </Page>
  );
}

function OfferedAnswer({ offered, onDone }: { offered: Offered; onDone: () => void }) {
  const offers = useOfferWords();
  const locale = useLocale();
  const to = useBoardPaths();
  const { run, running } = useRun(onDone);
  const [, offer] = useMutation(Offer);
  const { post, boardId, boardName, title, question, offeredOn, offeredBy } = offered;
  const heading = `offered-${post.id}`;
  return (
    <Paper withBorder component="article" className={classes.panel} aria-labelledby={heading} mb="md">
      <Title order={2} size="h4" id={heading}>
        {title ?? offers.noTitle}
      </Title>
      <p className={classes.facts}>
        <span className={classes.quiet}>{boardName}</span>
        <span>{offers.by(offeredBy, dayOnly(locale, offeredOn))}</span>
      </p>
      {question && (
        <div className={classes.part}>
          <h3 className={classes.partName}>{offers.question}</h3>
          <Markdown text={question} />
        </div>
      )}
      <div className={classes.part}>
        <h3 className={classes.partName}>{offers.answer}</h3>
        <Markdown text={post.body} />
        <PostPictures pictures={post.pictures} />
      </div>
      <Group gap="md" mt="sm">
        <Anchor component={Link} to={to.thread(boardId, post.threadId)} size="sm" td="underline">
          {offers.inThread}
        </Anchor>
        {post.abilities.offer && (
          <Button
            size="compact-sm"
            variant="default"
            loading={running}
            onClick={() =>
              void run(() => offer({ input: { postId: post.id, offered: false } }), offers.takenBack)
            }
          >
            {offers.takeBack}
          </Button>
        )}
      </Group>
    </Paper>
  );
}

function Export() {
  const offers = useOfferWords();
  const client = useClient();
  const [running, setRunning] = useState(false);
  const page = (after: string | null) =>
    client.query(OfferedQuery, { first: 100, after }, { requestPolicy: 'network-only' }).toPromise();
  const run = async () => {
    setRunning(true);
    const rows: string[][] = [];
    let after: string | null = null;
    do {
      const { data, error }: Awaited<ReturnType<typeof page>> = await page(after);
      if (error || !data) {
        setRunning(false);
        notifications.show({ message: offers.exportFailed, color: 'red' });
        return;
      }
      const { edges, pageInfo } = data.offeredBoardAnswers;
      rows.push(...edges.map(({ node }) => cellsOf(node)));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    setRunning(false);
    download(`help-candidates-${dateOf(new Date())}.csv`, asCsv([offers.columns, ...rows]));
    notifications.show({ message: offers.exported(rows.length) });
  };
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      loading={running}
      onClick={() => void run()}
    >
      {offers.export}
    </Button>
  );
}

const cellsOf = ({ post, boardName, title, question, tags, offeredOn, offeredBy }: Offered): string[] => [
  boardName,
  title ?? '',
  question,
  post.body,
  tags.join(', '),
  offeredOn,
  offeredBy,
];
