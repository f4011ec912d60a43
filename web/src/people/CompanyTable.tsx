// Companies in rows; on the phone each is a card.
import { Anchor, Badge, Table, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Tier } from '../gql/words';
import { paths } from '../paths';
import { usePageWords } from '../words/pages';
import classes from './people.module.css';

type Row = {
  id: string;
  handle: string;
  name: string;
  employees: number | null;
  tier: Tier | null;
  space: { id: string } | null;
};

export const TIER_COLORS: Record<Tier, string> = { STANDARD: 'gray', PREMIUM: 'accent', VIP: 'violet' };

export function CompanyTable({ companies, label }: { companies: readonly Row[]; label: string }) {
  const { people } = usePageWords();
  return (
    <Table className={classes.table} role="table" aria-label={label}>
      <Table.Thead role="rowgroup">
        <Table.Tr role="row">
          <Table.Th role="columnheader">{people.columns.company}</Table.Th>
          <Table.Th role="columnheader">{people.columns.employees}</Table.Th>
          <Table.Th role="columnheader">{people.columns.tier}</Table.Th>
          <Table.Th role="columnheader">{people.columns.space}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody role="rowgroup">
        {companies.map((company) => (
          <CompanyRow key={company.id} company={company} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function CompanyRow({ company }: { company: Row }) {
  const { people, shell } = usePageWords();
  const { handle, name, employees, tier, space } = company;
  return (
    <Table.Tr role="row" className={classes.row}>
      <Table.Td role="cell" data-main>
        <Anchor component={Link} to={paths.company(handle)} className={classes.cover} size="sm">
          {name}
        </Anchor>
      </Table.Td>
      <Table.Td role="cell">
        {employees === null ? people.companies.unnamedSize : people.people(employees)}
      </Table.Td>
      <Table.Td role="cell">
        {tier && (
          <Badge variant="light" color={TIER_COLORS[tier]} size="sm" tt="none">
            {shell.tiers[tier]}
          </Badge>
        )}
      </Table.Td>
      <Table.Td role="cell" data-label={people.columns.space}>
        {space ? (
          <Text size="sm" component="span" className={classes.open}>
            <IconCircleCheck size={16} stroke={1.8} aria-hidden /> {people.companies.hasSpace}
          </Text>
        ) : (
          <Text size="sm" c="dimmed" component="span">
            {people.companies.noSpace}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
