// One calendar: its week, its own days, the holidays it keeps, and who has it.
import { Badge } from '@mantine/core';
import { IconCalendarOff, IconPlugConnectedX } from '@tabler/icons-react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { Failed, Loading, Saying } from '../kit/states';
import { paths } from '../paths';
import { Page } from '../people/Page';
import { refusalOf } from '../session/client';
import { usePageWords } from '../words/pages';
import { CalendarForm } from './CalendarForm';
import { CalendarQuery } from './calendars.gql';

export default function CalendarPage() {
  const { id = '' } = useParams();
  const { calendars, shell } = usePageWords();
  const back = { to: paths.calendars, label: calendars.toList };
  const [{ data, error }, again] = useQuery({
    query: CalendarQuery,
    variables: { id },
    pause: id === 'new',
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => again({ requestPolicy: 'network-only' });
  if (id === 'new')
    return (
      <Page title={calendars.addTitle} back={back}>
        <CalendarForm key="new" calendar={null} onSaved={() => {}} />
      </Page>
    );
  const calendar = data?.calendar;
  if (!calendar)
    return (
      <Page title={calendars.title} back={back}>
        {!error ? (
          <Loading label={shell.loading} />
        ) : refusalOf(error)?.code === 'NOT_FOUND' ? (
          <Saying icon={<IconCalendarOff size={28} />} title={calendars.missingTitle}>
            {calendars.missing}
          </Saying>
        ) : (
          <Failed
            icon={<IconPlugConnectedX size={28} />}
            title={shell.failedTitle}
            text={shell.failed}
            retry={shell.retry}
            onRetry={refresh}
          />
        )}
      </Page>
    );
  const lead = calendar.isDefault && (
    <>
      <Badge variant="light" size="sm" tt="none" mr={6}>
        {calendars.standard}
      </Badge>
      {calendars.standardHint}
    </>
  );
  return (
    <Page title={calendar.name} lead={lead} back={back}>
      <CalendarForm key={calendar.id} calendar={calendar} onSaved={refresh} />
    </Page>
  );
}
