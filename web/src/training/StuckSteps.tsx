// Where people get stuck: steps by the share of those who are late or had to do them once more, and how often they asked.
import { Anchor, Group, Paper, Table, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { paths } from '../paths';
import { useHints } from '../session/live';
import { useMissionWords } from '../words/missions';
import { useTroubleWords } from '../words/trouble';
import { useLocale } from '../words/words';
import { StuckQuery } from './missions.gql';
import { inLocale, number, share } from './said';
import classes from './training.module.css';

export function StuckSteps() {
  const { missions } = useMissionWords();
  const trouble = useTroubleWords();
  const locale = useLocale();
  const [{ data }, again] = useQuery({ query: StuckQuery, requestPolicy: 'cache-and-network' });
  useHints(
    ({ kind }) => kind === 'TRAINING',
    () => again({ requestPolicy: 'network-only' }),
  );
  if (!data) return null;
  const rows = data.stuckSteps;
  return (
    <Paper withBorder className={classes.panel}>
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h5" id="stuck-title">
          {missions.stuck}
        </Title>
        <Anchor component={Link} to={paths.missionTroubles()} size="sm">
          {trouble.title}
        </Anchor>
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        {rows.length === 0 ? missions.noStuck : missions.stuckLead}
      </Text>
      {rows.length > 0 && (
        <div className={classes.wide} tabIndex={0} role="region" aria-labelledby="stuck-title">
          <Table className={classes.stuck}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{missions.step}</Table.Th>
                <Table.Th>{missions.people}</Table.Th>
                <Table.Th>{missions.lateColumn}</Table.Th>
                <Table.Th>{missions.againColumn}</Table.Th>
                <Table.Th>{missions.share}</Table.Th>
                <Table.Th>{trouble.threads}</Table.Th>
                <Table.Th>{trouble.companies}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={row.id}>
                  <Table.Th scope="row" fw={500}>
                    {inLocale(row.texts, locale)?.title}
                    <Text size="xs" c="dimmed">
                      {[inLocale(row.courseTexts, locale)?.title, inLocale(row.missionTexts, locale)?.title]
                        .filter(Boolean)
                        .join(' · ')}
                    </Text>
                  </Table.Th>
                  <Table.Td>{number(locale, row.people)}</Table.Td>
                  <Table.Td>{number(locale, row.late)}</Table.Td>
                  <Table.Td>{number(locale, row.sentBack)}</Table.Td>
                  <Table.Td>{share(locale, row.share)}</Table.Td>
                  <Table.Td>
                    {row.troubles > 0 ? (
                      <Anchor
                        component={Link}
                        to={paths.missionTroubles(row.id)}
                        underline="always"
                        size="sm"
                        aria-label={trouble.openList(
                          number(locale, row.troubles),
                          inLocale(row.texts, locale)?.title ?? '',
                        )}
                      >
                        {number(locale, row.troubles)}
                      </Anchor>
                    ) : (
                      number(locale, 0)
                    )}
                  </Table.Td>
                  <Table.Td>{number(locale, row.troubledCompanies)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </Paper>
  );
}
