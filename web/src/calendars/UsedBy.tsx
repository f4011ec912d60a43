// For which companies a calendar holds.
import { Anchor, Paper, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { paths } from '../paths';
import { usePageWords } from '../words/pages';
import type { WholeCalendar } from './calendars.gql';
import classes from './calendars.module.css';

export function UsedBy({ calendar }: { calendar: WholeCalendar }) {
  const { calendars } = usePageWords();
  const { companies, companyCount, isDefault } = calendar;
  return (
    <Paper withBorder component="section" className={classes.panel} aria-labelledby="calendar-companies">
      <div className={classes.panelHead}>
        <Title order={2} size="sm" id="calendar-companies">
          {calendars.usedBy}
        </Title>
      </div>
      {isDefault ? (
        <Text size="sm">{calendars.usedByRest(companyCount)}</Text>
      ) : (
        companyCount === 0 && (
          <Text size="sm" c="dimmed">
            {calendars.usedByNone}
          </Text>
        )
      )}
      {companies.length > 0 && (
        <ul className={classes.companies}>
          {companies.map(({ id, handle, name }) => (
            <li key={id}>
              <Anchor component={Link} to={paths.company(handle)} size="sm">
                {name}
              </Anchor>
            </li>
          ))}
        </ul>
      )}
    </Paper>
  );
}
