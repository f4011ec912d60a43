// What others said while the thread was open: said politely to who listens, and one press away for who looks.
import { Button } from '@mantine/core';
import { IconMessagePlus } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useCommunityWords } from '../words/community';
import type { Post } from './boards.gql';
import classes from './community.module.css';

/** `onSeen`: the reader has come to the last of them. */
type Props = { posts: readonly Post[]; onSeen: () => void };

export function NewsBelow({ posts, onSeen }: Props) {
  const { community } = useCommunityWords();
  const first = posts[0]?.id;
  const last = posts.at(-1)?.id;
  const seen = useRef(onSeen);
  seen.current = onSeen;
  useEffect(() => {
    const element = last ? document.getElementById(last) : null;
    if (!element) return;
    let inView = false;
    const look = () => inView && document.visibilityState === 'visible' && seen.current();
    const observer = new IntersectionObserver(
      (entries) => {
        inView = entries.at(-1)?.isIntersecting ?? false;
        look();
      },
      // Long enough to be read aloud before it goes.
      { threshold: 0, rootMargin: '0px 0px -80px 0px' },
    );
    const later = setTimeout(() => observer.observe(element), 2_500);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(later);
      observer.disconnect();
      document.removeEventListener('visibilitychange', look);
    };
  }, [last]);
  const show = () => {
    const element = first ? document.getElementById(first) : null;
    element?.scrollIntoView({ block: 'center' });
    element?.focus({ preventScroll: true });
    onSeen();
  };
  return (
    <div role="status" className={classes.newsBelow}>
      {posts.length > 0 && (
        <Button
          size="compact-md"
          radius="xl"
          className={classes.news}
          leftSection={<IconMessagePlus size={16} aria-hidden />}
          onClick={show}
        >
          {community.newPosts(posts.length)}
        </Button>
      )}
    </div>
  );
}
