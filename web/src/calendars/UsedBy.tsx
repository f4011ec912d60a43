// For which companies a calendar holds.
import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { paths } from '../paths';
import { usePageWords } from '../words/pages';
import type { WholeCalendar } from './calendars.gql';
import classes from './calendars.module.css';
import { Panel } from './Panel';

export function UsedBy({ calendar }: { calendar: WholeCalendar }) {
  const { calendars } = usePageWords();
  const { companies, companyCount, isDefault } = calendar;
  return (
    <Panel title={calendars.usedBy}>
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
    </Panel>
  );
}
