// On a company's page: which calendar holds for it, and choosing another.
import { Anchor, NativeSelect, Paper, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { paths } from '../paths';
import { announce, announceRefusal } from '../people/refusals';
import { sayWeek } from '../words/hours';
import { usePageWords } from '../words/pages';
import { useLocale } from '../words/words';
import { CalendarsQuery, CompanyCalendarQuery, SetCompanyCalendar } from './calendars.gql';
import classes from './calendars.module.css';

export function CompanyCalendar({ company }: { company: { id: string; handle: string } }) {
  const words = usePageWords();
  const { calendars } = words;
  const locale = useLocale();
  const [{ data: all }] = useQuery({ query: CalendarsQuery, requestPolicy: 'cache-and-network' });
  const [{ data: own }, again] = useQuery({
    query: CompanyCalendarQuery,
    variables: { handle: company.handle },
    requestPolicy: 'cache-and-network',
  });
  const [{ fetching }, choose] = useMutation(SetCompanyCalendar);
  const chosen = own?.companyByHandle?.calendar?.id ?? '';
  const holds = all?.calendars.find(({ id, isDefault }) => (chosen ? id === chosen : isDefault));
  if (!own || !holds) return null;
  const set = async (id: string) => {
    const { error } = await choose({ input: { companyId: company.id, calendarId: id || null } });
    if (error) announceRefusal(words, error);
    else announce(words, calendars.chosen);
    again({ requestPolicy: 'network-only' });
  };
  const [standard, ...others] = all?.calendars ?? [];
  return (
    <Paper
      withBorder
      component="section"
      className={classes.panel}
      mt="lg"
      aria-labelledby="company-calendar"
    >
      <Title order={2} size="sm" id="company-calendar" mb={10}>
        {calendars.ofCompany}
      </Title>
      <div className={classes.chooser}>
        {holds.abilities.change && others.length > 0 && (
          <NativeSelect
            aria-label={calendars.choose}
            value={chosen}
            disabled={fetching}
            onChange={(event) => void set(event.currentTarget.value)}
            data={[
              { value: '', label: calendars.standardNamed(standard?.name ?? '') },
              ...others.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        <Text size="sm">{sayWeek(locale, holds.week) || calendars.never}</Text>
        <Anchor component={Link} to={paths.calendar(holds.id)} size="sm">
          {calendars.look}
        </Anchor>
      </div>
    </Paper>
  );
}
