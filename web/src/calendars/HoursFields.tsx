// The hours of one day: several stretches, each with a beginning and an end.
import { ActionIcon, Button, Text } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import type { Hours } from '../words/hours';
import { usePageWords } from '../words/pages';
import classes from './calendars.module.css';
import { NINE_TO_SIX, whatIsWrong } from './draft';
import { TimeField } from './TimeField';

const MOST = 6;

type Props = { day: string; hours: readonly Hours[]; readOnly: boolean; onChange: (hours: Hours[]) => void };

export function HoursFields({ day, hours, readOnly, onChange }: Props) {
  const { calendars } = usePageWords();
  const wrong = whatIsWrong(hours);
  const put = (index: number, part: Partial<Hours>) =>
    onChange(hours.map((each, at) => (at === index ? { ...each, ...part } : each)));
  return (
    <div className={classes.hours}>
      {hours.length === 0 && (
        <Text size="sm" c="dimmed" className={classes.closed}>
          {calendars.closed}
        </Text>
      )}
      {hours.map(({ from, to }, index) => (
        <div key={index} className={classes.stretch}>
          <TimeField
            label={calendars.from(day, index + 1)}
            value={from}
            readOnly={readOnly}
            wrong={wrong !== null}
            onChange={(value) => put(index, { from: value })}
          />
          <span aria-hidden>–</span>
          <TimeField
            label={calendars.to(day, index + 1)}
            value={to}
            end
            readOnly={readOnly}
            wrong={wrong !== null}
            onChange={(value) => put(index, { to: value })}
          />
          {!readOnly && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={calendars.removeHours(day, index + 1)}
              onClick={() => onChange(hours.filter((_, at) => at !== index))}
            >
              <IconMinus size={16} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      {!readOnly && hours.length < MOST && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          aria-label={calendars.addHoursOn(day)}
          onClick={() => onChange([...hours, following(hours)])}
        >
          {calendars.addHours}
        </Button>
      )}
      {wrong && (
        <Text size="xs" c="var(--hotline-danger)" role="alert" className={classes.wrong}>
          {calendars[wrong]}
        </Text>
      )}
    </div>
  );
}

/** What is most likely meant by one more: an hour after the last until six or, in the evening, until midnight. */
function following(hours: readonly Hours[]): Hours {
  const last = hours.at(-1)?.to;
  if (!last) return NINE_TO_SIX;
  const from = `${String(Math.min(Number(last.slice(0, 2)) + 1, 23)).padStart(2, '0')}:00`;
  return { from, to: from < '18:00' ? '18:00' : '24:00' };
}
