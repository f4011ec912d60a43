// Days of one's own: closed, or open at other hours than usual.
import { ActionIcon, Button, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { usePageWords } from '../words/pages';
import classes from './calendars.module.css';
import { type Draft, whatIsWrongWith } from './draft';
import { HoursFields } from './HoursFields';
import { Panel } from './Panel';

type Props = { draft: Draft; readOnly: boolean; onChange: (exceptions: Draft['exceptions']) => void };

export function ExceptionFields({ draft, readOnly, onChange }: Props) {
  const { calendars } = usePageWords();
  const { exceptions } = draft;
  const put = (index: number, part: Partial<Draft['exceptions'][number]>) =>
    onChange(exceptions.map((each, at) => (at === index ? { ...each, ...part } : each)));
  return (
    <Panel title={calendars.exceptions} hint={calendars.exceptionsHint}>
      {exceptions.length === 0 && (
        <Text size="sm" c="dimmed">
          {calendars.exceptionsNone}
        </Text>
      )}
      <ul className={classes.week}>
        {exceptions.map(({ day, name, hours }, index) => {
          const wrong = whatIsWrongWith(draft, index);
          return (
            <li key={index} className={classes.exception}>
              <TextInput
                type="date"
                label={calendars.exceptionDay}
                value={day}
                readOnly={readOnly}
                error={wrong === 'dayMissing' || wrong === 'dayTwice' ? calendars[wrong] : null}
                onChange={(event) => put(index, { day: event.currentTarget.value })}
              />
              <TextInput
                className={classes.exceptionName}
                label={calendars.exceptionName}
                placeholder={readOnly ? undefined : calendars.exceptionNameHint}
                maxLength={60}
                value={name}
                readOnly={readOnly}
                error={wrong === 'nameMissing' ? calendars.nameMissing : null}
                onChange={(event) => put(index, { name: event.currentTarget.value })}
              />
              <HoursFields
                day={name.trim() || calendars.thisDay}
                hours={hours}
                readOnly={readOnly}
                onChange={(next) => put(index, { hours: next })}
              />
              {!readOnly && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="lg"
                  className={classes.exceptionEnd}
                  aria-label={calendars.exceptionRemove(name.trim() || calendars.thisDay)}
                  onClick={() => onChange(exceptions.filter((_, at) => at !== index))}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              )}
            </li>
          );
        })}
      </ul>
      {!readOnly && (
        <Button
          mt="sm"
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange([...exceptions, { day: '', name: '', hours: [] }])}
        >
          {calendars.exceptionAdd}
        </Button>
      )}
    </Panel>
  );
}
