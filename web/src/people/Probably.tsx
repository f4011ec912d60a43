// Pairs that are probably one: why, and the way to look closer.
import { Badge, Button, Paper, Text } from '@mantine/core';
import { IconPlugConnectedX, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../gql/graphql';
import { Failed, Loading, Saying } from '../kit/states';
import { usePageWords } from '../words/pages';
import { MergeDialog } from './MergeDialog';
import type { Twin } from './merging';
import classes from './people.module.css';

const DuplicatePeople = graphql(`
  query DuplicatePeople {
    duplicatePeople {
      why
      one {
        id
        name
        email
        companies {
          id
          name
        }
      }
      other {
        id
        name
        email
        companies {
          id
          name
        }
      }
    }
  }
`);
const DuplicateCompanies = graphql(`
  query DuplicateCompanies {
    duplicateCompanies {
      why
      one {
        id
        name
        handle
        domains
      }
      other {
        id
        name
        handle
        domains
      }
    }
  }
`);

type Pair = { why: string; one: Twin; other: Twin };
type ListProps = {
  kind: 'PERSON' | 'COMPANY';
  pairs: Pair[] | null;
  failed: boolean;
  again: () => void;
  none: string;
};

export function ProbablyPeople() {
  const { merging } = usePageWords();
  const [{ data, error }, ask] = useQuery({ query: DuplicatePeople });
  const twin = (person: {
    id: string;
    name: string;
    email: string | null;
    companies: readonly { name: string }[] | null;
  }): Twin => ({
    id: person.id,
    name: person.name,
    label: [person.email, ...(person.companies ?? []).map(({ name }) => name)].filter(Boolean).join(' · '),
  });
  return (
    <Pairs
      kind="PERSON"
      pairs={
        data?.duplicatePeople.map(({ why, one, other }) => ({ why, one: twin(one), other: twin(other) })) ??
        null
      }
      failed={Boolean(error)}
      again={() => ask({ requestPolicy: 'network-only' })}
      none={merging.nonePeople}
    />
  );
}

export function ProbablyCompanies() {
  const { merging } = usePageWords();
  const [{ data, error }, ask] = useQuery({ query: DuplicateCompanies });
  const twin = (company: {
    id: string;
    name: string;
    handle: string;
    domains: readonly string[] | null;
  }): Twin => ({
    id: company.id,
    name: company.name,
    label: (company.domains ?? []).join(', ') || company.handle,
  });
  return (
    <Pairs
      kind="COMPANY"
      pairs={
        data?.duplicateCompanies.map(({ why, one, other }) => ({
          why,
          one: twin(one),
          other: twin(other),
        })) ?? null
      }
      failed={Boolean(error)}
      again={() => ask({ requestPolicy: 'network-only' })}
      none={merging.noneCompanies}
    />
  );
}

function Pairs({ kind, pairs, failed, again, none }: ListProps) {
  const { merging, shell } = usePageWords();
  const [chosen, setChosen] = useState<Pair | null>(null);
  if (!pairs) {
    return failed ? (
      <Failed
        icon={<IconPlugConnectedX size={28} />}
        title={shell.failedTitle}
        text={shell.failed}
        retry={shell.retry}
        onRetry={again}
      />
    ) : (
      <Loading label={shell.loading} />
    );
  }
  if (pairs.length === 0) {
    return (
      <Saying icon={<IconUsersGroup size={28} />} title={merging.noneTitle}>
        {none}
      </Saying>
    );
  }
  return (
    <>
      <Paper withBorder className={classes.list}>
        <ul className={classes.lines}>
          {pairs.map((pair) => (
            <li key={`${pair.one.id} ${pair.other.id}`} className={classes.pair}>
              <div className={classes.sides}>
                {[pair.one, pair.other].map(({ id, name, label }) => (
                  <div key={id}>
                    <Text size="sm" fw={600}>
                      {name}
                    </Text>
                    <Text size="xs" c="dimmed" className={classes.workLine}>
                      {label}
                    </Text>
                  </div>
                ))}
              </div>
              <div className={classes.pairEnd}>
                <Badge variant="light" color="gray" size="sm" tt="none">
                  {merging.why[pair.why]}
                </Badge>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={merging.compareThese(pair.one.name, pair.other.name)}
                  onClick={() => setChosen(pair)}
                >
                  {merging.compare}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      </Paper>
      {chosen && (
        <MergeDialog
          kind={kind}
          one={chosen.one}
          other={chosen.other}
          onClose={() => setChosen(null)}
          onMerged={again}
        />
      )}
    </>
  );
}
