// In the head of a thread: the step of a mission that it is about, and for staff how far the person is.
import { Anchor } from '@mantine/core';
import { IconSchool } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { paths } from '../paths';
import { useHints } from '../session/live';
import { useSignedIn } from '../session/me';
import type { ThreadAboutProps } from '../threads/slots';
import { useTroubleWords } from '../words/trouble';
import { useLocale } from '../words/words';
import { inLocale, number } from './said';
import classes from './ThreadTrouble.module.css';
import { ThreadTroubleQuery } from './trouble.gql';

export function ThreadTrouble({ threadId }: ThreadAboutProps) {
  const words = useTroubleWords();
  const locale = useLocale();
  const me = useSignedIn();
  const [{ data }, again] = useQuery({
    query: ThreadTroubleQuery,
    variables: { id: threadId },
    requestPolicy: 'cache-first',
  });
  // The answer about another thread is no answer about this one.
  const thread = data?.thread.id === threadId ? data.thread : null;
  const trouble = thread?.missionTrouble;
  useHints(
    ({ kind }) => kind === 'TRAINING' && Boolean(trouble),
    () => again({ requestPolicy: 'network-only' }),
  );
  if (!thread || !trouble) return null;
  const { progress, missionStep } = trouble;
  const titles = [trouble.courseTexts, trouble.missionTexts, trouble.texts];
  return (
    <p className={classes.about}>
      <IconSchool size={15} aria-hidden className={classes.sign} />
      <span className={classes.said}>
        <span>
          <b>{words.mission}</b> {titles.map((texts) => inLocale(texts, locale)?.title).join(' › ')}
        </span>
        {progress && (me.role || thread.openedBy.id !== me.person.id) && (
          <span>
            {words.doneOf(
              thread.openedBy.name,
              number(locale, progress.passed),
              number(locale, progress.steps),
            )}
          </span>
        )}
        {missionStep && (
          <Anchor component={Link} to={paths.mission(thread.space.company.handle, missionStep.id)} inherit>
            {me.role ? words.seeStep : words.myStep}
          </Anchor>
        )}
      </span>
    </p>
  );
}
