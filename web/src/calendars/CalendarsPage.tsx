// All calendars: what each says in one line, and for whom it holds.
import { Anchor, Badge, Button, Paper, Text } from '@mantine/core';
import { IconPlugConnectedX, IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { Failed, Loading } from '../kit/states';
import { paths } from '../paths';
import classesOfLists from '../people/people.module.css';
import { Page } from '../people/Page';
import { sayWeek } from '../words/hours';
import { usePageWords } from '../words/pages';
import { useLocale } from '../words/words';
import { type Calendar, CalendarsQuery } from './calendars.gql';
import classes from './calendars.module.css';

export default function CalendarsPage() {
  const { calendars, shell } = usePageWords();
  const [{ data, error }, again] = useQuery({ query: CalendarsQuery, requestPolicy: 'cache-and-network' });
  const add = data?.calendars.some(({ abilities }) => abilities.change) && (
    <Button component={Link} to={paths.calendar('new')} leftSection={<IconPlus size={16} aria-hidden />}>
      {calendars.add}
    </Button>
  );
  return (
    <Page title={calendars.title} lead={calendars.lead} actions={add}>
      {data ? (
        <ul className={classes.cards} aria-label={calendars.title}>
          {data.calendars.map((each) => (
            <Card key={each.id} calendar={each} />
          ))}
        </ul>
      ) : error ? (
        <Failed
          icon={<IconPlugConnectedX size={28} />}
          title={shell.failedTitle}
          text={shell.failed}
          retry={shell.retry}
          onRetry={() => again({ requestPolicy: 'network-only' })}
        />
      ) : (
        <Loading label={shell.loading} />
      )}
    </Page>
  );
}

function Card({ calendar }: { calendar: Calendar }) {
  const { calendars } = usePageWords();
  const locale = useLocale();
  const { id, name, isDefault, holidays, companyCount, exceptions, week } = calendar;
  return (
    <Paper withBorder component="li" className={classes.card}>
      <div className={classes.cardHead}>
        <Anchor component={Link} to={paths.calendar(id)} className={classesOfLists.cover}>
          {name}
        </Anchor>
        {isDefault && (
          <Badge variant="light" size="sm" tt="none">
            {calendars.standard}
          </Badge>
        )}
      </div>
      <Text size="sm" mt={4}>
        {sayWeek(locale, week) || calendars.never}
      </Text>
      <div className={classes.facts}>
        <span>{holidays === 'KR' ? calendars.keepsHolidays : calendars.worksHolidays}</span>
        {exceptions.length > 0 && <span>{calendars.ownDays(exceptions.length)}</span>}
        <span>{calendars.companies(companyCount)}</span>
      </div>
    </Paper>
  );
}
