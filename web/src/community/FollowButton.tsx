// Hearing of what is written in a thread; on boards with names alone, since an anonymous one keeps no such list.
import { Button } from '@mantine/core';
import { IconBell, IconBellRinging } from '@tabler/icons-react';
import { useMutation, useQuery } from 'urql';
import { useFollowingWords } from '../words/boardFollowing';
import { Follow, FollowsQuery } from './following.gql';
import { useRun } from './useRun';

export function FollowButton({ threadId }: { threadId: string }) {
  const words = useFollowingWords();
  const [{ data }, again] = useQuery({ query: FollowsQuery, variables: { threadId } });
  const [, follow] = useMutation(Follow);
  const { run, running } = useRun(() => again({ requestPolicy: 'network-only' }));
  if (!data) return null;
  const follows = data.followsBoardThread;
  const Sign = follows ? IconBellRinging : IconBell;
  return (
    <Button
      variant={follows ? 'light' : 'default'}
      aria-pressed={follows}
      loading={running}
      leftSection={<Sign size={16} aria-hidden />}
      onClick={() =>
        void run(
          () => follow({ input: { threadId, following: !follows } }),
          follows ? words.unfollowed : words.followed,
        )
      }
    >
      {follows ? words.following : words.follow}
    </Button>
  );
}
