// One sentence on what a board promises, and the way to see whether it is true.
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { useCommunityWords } from '../words/community';
import { useBoardPaths } from './place';

export function AnonymityLine({ anonymous }: { anonymous: boolean }) {
  const { community } = useCommunityWords();
  const { promise } = useBoardPaths();
  if (!anonymous) return <>{community.namedLead}</>;
  return (
    <>
      {community.anonymousLead}{' '}
      <Anchor component={Link} to={promise} inherit td="underline">
        {community.promiseLink}
      </Anchor>
    </>
  );
}
