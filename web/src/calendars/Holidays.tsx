// Whether public holidays are kept, and which ones come.
import { Button, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { day } from '../words/dates';
import { sayHours } from '../words/hours';
import { usePageWords } from '../words/pages';
import { useLocale } from '../words/words';
import type { WholeCalendar } from './calendars.gql';
import classes from './calendars.module.css';
import { Panel } from './Panel';

/** A date as a moment that is on this date in every zone a page is read in. */
export const noonOf = (date: string): string => `${date}T12:00:00Z`;

const SHOWN = 6;

type Props = {
  keeps: boolean;
  coming: WholeCalendar['comingHolidays'];
  readOnly: boolean;
  onChange: (keeps: boolean) => void;
};

export function Holidays({ keeps, coming, readOnly, onChange }: Props) {
  const { calendars } = usePageWords();
  const locale = useLocale();
  const [all, setAll] = useState(false);
  const shown = all ? coming : coming.slice(0, SHOWN);
  return (
    <Panel title={calendars.holidays} hint={calendars.holidaysHint}>
      <Switch
        label={calendars.holidaysSwitch}
        checked={keeps}
        disabled={readOnly}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {!keeps && (
        <Text size="sm" c="dimmed" mt="sm">
          {calendars.holidaysNone}
        </Text>
      )}
      {keeps && shown.length > 0 && (
        <ul className={classes.days} style={{ marginTop: 10 }}>
          {shown.map((each) => (
            <li key={each.day} className={classes.holiday}>
              <time dateTime={each.day}>{day(locale, noonOf(each.day))}</time>
              <span>{locale === 'ko' ? each.nameKo : each.nameEn}</span>
              {each.hours.length > 0 && (
                <Text span size="sm" c="dimmed">
                  {calendars.previewOpen(sayHours(locale, each.hours))}
                </Text>
              )}
            </li>
          ))}
        </ul>
      )}
      {keeps && !all && coming.length > SHOWN && (
        <Button mt="xs" size="xs" variant="subtle" onClick={() => setAll(true)}>
          {calendars.holidaysMore(coming.length - SHOWN)}
        </Button>
      )}
    </Panel>
  );
}
