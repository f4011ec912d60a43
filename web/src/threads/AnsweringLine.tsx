// When somebody answers here: the hours while it is open, otherwise when it opens again and why it is closed.
import { IconClock, IconMoon } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { coming, shownIn } from '../words/dates';
import { sayHours, sayWeek } from '../words/hours';
import { type Locale, useLocale, useWords, type Words } from '../words/words';
import { type Answering, AnsweringQuery } from './answering.gql';
import classes from './AnsweringLine.module.css';

/** A timer that is set for longer fires at once in some browsers. */
const LONGEST = 3_600_000;

export function AnsweringLine({ spaceId }: { spaceId: string }) {
  const words = useWords();
  const locale = useLocale();
  const [{ data }, again] = useQuery({
    query: AnsweringQuery,
    variables: { spaceId },
    requestPolicy: 'cache-and-network',
  });
  const answering = data?.space.answering;
  const changes = answering?.openNow ? answering.closesAt : answering?.opensAt;
  useEffect(() => {
    if (!changes) return;
    const left = Math.min(Math.max(new Date(changes).getTime() - Date.now(), 0) + 1_000, LONGEST);
    const timer = setTimeout(() => again({ requestPolicy: 'network-only' }), left);
    return () => clearTimeout(timer);
  }, [changes, again]);
  if (!answering) return null;
  const Icon = answering.openNow ? IconClock : IconMoon;
  return (
    <p className={classes.line}>
      <Icon size={14} aria-hidden />
      <span>{say(words, locale, answering)}</span>
    </p>
  );
}

function say({ answering: words }: Words, locale: Locale, { zone, week, today, ...now }: Answering): string {
  const name = (locale === 'ko' ? today.nameKo : today.nameEn) ?? '';
  const here = (hours: string): string => (zone === shownIn() ? hours : words.inZone(hours, zone));
  if (now.openNow)
    return today.kind === 'WEEK'
      ? words.open(here(sayWeek(locale, week)))
      : words.today(here(sayHours(locale, today.hours)), name);
  if (!now.opensAt) return words.never;
  const opens = coming(locale, now.opensAt);
  return now.closedBecause !== 'WEEK' && today.hours.length === 0
    ? words.holiday(name, opens)
    : words.closed(opens);
}
