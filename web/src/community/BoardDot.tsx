// A dot beside the boards in the navigation: somebody wrote where one has written. Only this browser knows where that is.
import { useCommunityWords } from '../words/community';
import classes from './community.module.css';
import { useNewReplies } from './useNewReplies';

export default function BoardDot() {
  const { community } = useCommunityWords();
  const { rows } = useNewReplies({ seldom: true });
  if (!rows.some(({ more }) => more > 0)) return null;
  return <span className={classes.dot} role="img" aria-label={community.newRepliesDot} />;
}
