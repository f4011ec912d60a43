// The week as a grid: a row for each day, its hours, and a bar that shows them at a glance.
import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useMe } from '../session/me';
import { type Hours, weekdayName } from '../words/hours';
import { usePageWords } from '../words/pages';
import { useLocale } from '../words/words';
import classes from './calendars.module.css';
import { HoursFields } from './HoursFields';
import { Panel } from './Panel';

type Props = { week: Hours[][]; readOnly: boolean; onChange: (week: Hours[][]) => void };

export function WeekFields({ week, readOnly, onChange }: Props) {
  const { calendars } = usePageWords();
  const locale = useLocale();
  const zone = useMe().installation?.zone ?? '';
  const monday = week[0] ?? [];
  const alike = week.slice(1, 5).every((hours) => JSON.stringify(hours) === JSON.stringify(monday));
  return (
    <Panel
      title={calendars.week}
      hint={calendars.weekHint(zone)}
      action={
        !readOnly &&
        !alike && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconCopy size={14} aria-hidden />}
            onClick={() => onChange(week.map((hours, index) => (index > 0 && index < 5 ? monday : hours)))}
          >
            {calendars.sameAsMonday}
          </Button>
        )
      }
    >
      <ul className={classes.week}>
        {week.map((hours, index) => {
          const day = weekdayName(locale, index + 1);
          return (
            <li key={day} className={classes.day}>
              <span className={classes.dayName}>{day}</span>
              <HoursFields
                day={day}
                hours={hours}
                readOnly={readOnly}
                onChange={(next) => onChange(week.map((each, at) => (at === index ? next : each)))}
              />
              <Bar hours={hours} />
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

const hourOf = (time: string): number => Number(time.slice(0, 2)) + Number(time.slice(3)) / 60;

/** Midnight to midnight. The fields say the same, so it is for the eye alone. */
function Bar({ hours }: { hours: readonly Hours[] }) {
  return (
    <svg className={classes.bar} viewBox="0 0 24 4" preserveAspectRatio="none" aria-hidden>
      {hours
        .filter(({ from, to }) => from && to && from < to)
        .map(({ from, to }) => (
          <rect key={from} x={hourOf(from)} width={hourOf(to) - hourOf(from)} height="4" />
        ))}
    </svg>
  );
}
