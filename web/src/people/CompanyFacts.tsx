// What is known of a company.
import { Badge, Button, Group, Paper, Text, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { Tier } from '../gql/words';
import { day } from '../words/dates';
import { usePageWords } from '../words/pages';
import { useLocale } from '../words/words';
import { TIER_COLORS } from './CompanyTable';
import { EditCompanyDialog } from './EditCompanyDialog';
import classes from './people.module.css';

type Company = {
  id: string;
  handle: string;
  name: string;
  employees: number | null;
  tier: Tier | null;
  domains: string[] | null;
  createdAt: string | null;
  version: number | null;
  abilities: { edit: boolean };
  space: { openedAt: string; reason: string | null } | null;
};

export function CompanyFacts({ company }: { company: Company }) {
  const { people, shell } = usePageWords();
  const locale = useLocale();
  const [editing, setEditing] = useState(false);
  const { employees, tier, domains, createdAt, space } = company;
  return (
    <Paper withBorder component="section" className={classes.panel} aria-labelledby="company-facts">
      <Group justify="space-between" mb="md" wrap="nowrap">
        <Title order={2} size="sm" id="company-facts">
          {people.company.facts}
        </Title>
        {company.abilities.edit && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPencil size={14} aria-hidden />}
            onClick={() => setEditing(true)}
          >
            {people.company.edit}
          </Button>
        )}
      </Group>
      <dl className={classes.facts}>
        <div>
          <dt>{people.company.size}</dt>
          <dd>{employees === null ? people.companies.unnamedSize : people.people(employees)}</dd>
        </div>
        {tier && (
          <div>
            <dt>{people.company.tier}</dt>
            <dd>
              <Badge variant="light" color={TIER_COLORS[tier]} tt="none">
                {shell.tiers[tier]}
              </Badge>
            </dd>
          </div>
        )}
        <div>
          <dt>{people.company.domains}</dt>
          <dd>
            {domains && domains.length > 0 ? (
              domains.join(', ')
            ) : (
              <Text c="dimmed" size="sm" span>
                {people.company.noDomains}
              </Text>
            )}
          </dd>
        </div>
        {createdAt && (
          <div>
            <dt>{people.company.since}</dt>
            <dd>{day(locale, createdAt)}</dd>
          </div>
        )}
        {space && (
          <div>
            <dt>{people.company.spaceSince}</dt>
            <dd>{day(locale, space.openedAt)}</dd>
          </div>
        )}
        {space?.reason && (
          <div data-wide>
            <dt>{people.company.reason}</dt>
            <dd>{space.reason}</dd>
          </div>
        )}
      </dl>
      {editing && <EditCompanyDialog company={company} onClose={() => setEditing(false)} />}
    </Paper>
  );
}
