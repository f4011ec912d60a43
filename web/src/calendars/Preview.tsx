// What would this day be? One date, one answer, and why.
import { Text, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { dateOf } from '../words/dates';
import { sayHours } from '../words/hours';
import { usePageWords } from '../words/pages';
import { useLocale } from '../words/words';
import { DayQuery, type WholeCalendar } from './calendars.gql';
import classes from './calendars.module.css';
import { Panel } from './Panel';

type Props = { calendar: WholeCalendar; changed: boolean };

export function Preview({ calendar, changed }: Props) {
  const { calendars } = usePageWords();
  const locale = useLocale();
  const [date, setDate] = useState(() => dateOf(new Date()));
  // Asked again when another version was saved.
  const { version } = calendar;
  const context = useMemo(() => ({ version }), [version]);
  const [{ data }] = useQuery({
    query: DayQuery,
    variables: { id: calendar.id, day: date },
    pause: !date,
    requestPolicy: 'cache-and-network',
    context,
  });
  const asked = data?.calendar.day;
  const found = asked?.day === date ? asked : null;
  const name = found && (locale === 'ko' ? found.nameKo : found.nameEn);
  return (
    <Panel title={calendars.preview}>
      <div className={classes.preview}>
        <TextInput
          type="date"
          label={calendars.previewDay}
          value={date}
          onChange={(event) => setDate(event.currentTarget.value)}
        />
        <div className={classes.previewSays} role="status">
          {found && (
            <>
              <Text size="sm" fw={600}>
                {found.hours.length > 0
                  ? calendars.previewOpen(sayHours(locale, found.hours))
                  : calendars.previewClosed}
              </Text>
              <Text size="xs" c="dimmed">
                {name ? `${calendars.because[found.kind]}: ${name}` : calendars.because[found.kind]}
                {changed && ` ${calendars.previewSaved}`}
              </Text>
            </>
          )}
        </div>
      </div>
    </Panel>
  );
}
