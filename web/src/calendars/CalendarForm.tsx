// Makes a calendar or changes one as a whole; what follows from it is shown below as it was last saved.
import { Alert, Button, Paper, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { paths } from '../paths';
import { Confirm } from '../people/Confirm';
import { announce, sayRefusal } from '../people/refusals';
import { usePageWords } from '../words/pages';
import { ChangeCalendar, CreateCalendar, DeleteCalendar, type WholeCalendar } from './calendars.gql';
import classes from './calendars.module.css';
import { type Draft, draftOf, emptyDraft, inputOf, isRight } from './draft';
import { ExceptionFields } from './ExceptionFields';
import { Holidays } from './Holidays';
import { Preview } from './Preview';
import { UsedBy } from './UsedBy';
import { WeekFields } from './WeekFields';

/** What cannot be deleted because companies have it; the default one is not offered for it. */
const isUsed = ({ isDefault, abilities }: WholeCalendar): boolean => !isDefault && !abilities.delete;

type Props = { calendar: WholeCalendar | null; onSaved: () => void };

export function CalendarForm({ calendar, onSaved }: Props) {
  const words = usePageWords();
  const { calendars, shell } = words;
  const navigate = useNavigate();
  const [kept, setKept] = useState<Draft>(() => (calendar ? draftOf(calendar) : emptyDraft()));
  const [draft, setDraft] = useState(kept);
  // The version that was seen when editing began: what is read again behind the form must not slip past it.
  const [version, setVersion] = useState(calendar?.version ?? 0);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [deleting, setDeleting] = useState(false);
  const [{ fetching: creating }, create] = useMutation(CreateCalendar);
  const [{ fetching: changing }, change] = useMutation(ChangeCalendar);
  const [, remove] = useMutation(DeleteCalendar);
  const readOnly = calendar !== null && !calendar.abilities.change;
  const changed = calendar === null || JSON.stringify(inputOf(draft)) !== JSON.stringify(inputOf(kept));
  const put = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));

  const save = async () => {
    setTried(true);
    setRefused(null);
    if (!isRight(draft)) return;
    const input = inputOf(draft);
    if (!calendar) {
      const { data, error } = await create({ input });
      if (!data) return setRefused(sayRefusal(words, error));
      announce(words, calendars.saved);
      return navigate(paths.calendar(data.createCalendar.calendar.id), { replace: true });
    }
    const { data, error } = await change({ input: { ...input, calendarId: calendar.id, version } });
    if (!data) return setRefused(sayRefusal(words, error));
    setVersion(data.changeCalendar.calendar.version);
    setKept(draft);
    announce(words, calendars.saved);
    onSaved();
  };
  const drop = async () => {
    if (!calendar) return undefined;
    const { error } = await remove({ input: { calendarId: calendar.id, version } });
    if (error) return error;
    announce(words, calendars.deleted);
    await navigate(paths.calendars, { replace: true });
    return undefined;
  };

  return (
    <form
      noValidate
      className={classes.stack}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Paper withBorder className={classes.panel}>
        <TextInput
          className={classes.name}
          label={calendars.name}
          description={calendars.nameHint}
          maxLength={60}
          value={draft.name}
          readOnly={readOnly}
          error={tried && !draft.name.trim() ? calendars.nameMissing : null}
          onChange={(event) => put({ name: event.currentTarget.value })}
        />
      </Paper>
      <WeekFields week={draft.week} readOnly={readOnly} onChange={(week) => put({ week })} />
      <ExceptionFields draft={draft} readOnly={readOnly} onChange={(exceptions) => put({ exceptions })} />
      <Holidays
        keeps={draft.holidays === 'KR'}
        coming={calendar?.comingHolidays ?? []}
        readOnly={readOnly}
        onChange={(keeps) => put({ holidays: keeps ? 'KR' : 'NONE' })}
      />
      {calendar && <Preview calendar={calendar} changed={changed} />}
      {calendar && <UsedBy calendar={calendar} />}
      {!readOnly && (
        <div className={classes.save}>
          <Button type="submit" loading={creating || changing} disabled={!changed}>
            {shell.save}
          </Button>
          {calendar && !calendar.isDefault && (
            <Button
              variant="default"
              leftSection={<IconTrash size={16} aria-hidden />}
              disabled={!calendar.abilities.delete}
              onClick={() => setDeleting(true)}
            >
              {calendars.delete}
            </Button>
          )}
          <Text size="sm" c="dimmed" role="status">
            {calendar && (changed ? calendars.unsaved : isUsed(calendar) && calendars.deleteUsed)}
          </Text>
          {refused && (
            <Alert color="red" role="alert" p="sm" w="100%">
              {refused}
            </Alert>
          )}
        </div>
      )}
      {deleting && calendar && (
        <Confirm
          title={calendars.deleteTitle}
          go={calendars.delete}
          danger
          onClose={() => setDeleting(false)}
          onGo={drop}
        >
          {calendars.deleteText(calendar.name)}
        </Confirm>
      )}
    </form>
  );
}
