// What others have asked that says nearly the same as what somebody is writing.
import { Text } from '@mantine/core';
import { IconCircleCheckFilled } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useCommunityWords } from '../words/community';
import { SimilarQuery } from './boards.gql';
import classes from './community.module.css';
import { useBoardPaths } from './place';

/** A word alone is like everything. */
const SHORTEST = 5;
const MOST = 3;

export function SimilarQuestions({ boardId, text }: { boardId: string; text: string }) {
  const { community } = useCommunityWords();
  const to = useBoardPaths();
  const [{ data }] = useQuery({
    query: SimilarQuery,
    variables: { boardId, text },
    pause: text.length < SHORTEST,
    requestPolicy: 'network-only',
  });
  const threads = text.length < SHORTEST ? [] : (data?.similarBoardThreads ?? []).slice(0, MOST);
  return (
    <div role="status" className={classes.live}>
      {threads.length > 0 && (
        <section className={classes.similar} aria-label={community.similar}>
          <Text size="sm" fw={600}>
            {community.similar}
          </Text>
          <Text size="xs" c="dimmed">
            {community.similarText}
          </Text>
          <ul>
            {threads.map((thread) => (
              <li key={thread.id}>
                <Link to={to.thread(thread.boardId, thread.id)}>{thread.title}</Link>
                <span className={classes.quiet}>
                  {community.answers(thread.answers)}
                  {thread.accepted && (
                    <span className={classes.solved}>
                      <IconCircleCheckFilled size={13} aria-hidden />
                      {community.accepted}
                    </span>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
