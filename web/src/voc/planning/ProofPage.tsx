// The proof that what clients say becomes the product and that they learn of it; every number opens its list.
import { Anchor, Button, Group, Paper, Select, Table, Text, Title } from '@mantine/core';
import { IconChartDots, IconPlugConnectedX } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { CATEGORIES } from '../../gql/words';
import { CategoryBadge } from '../../kit/CategoryBadge';
import { Definition, Sentence } from '../../kit/Definition';
import { Failed, Loading, Saying } from '../../kit/states';
import { paths } from '../../paths';
import { Page } from '../../people/Page';
import { usePages } from '../../people/usePages';
import { usePlanningWords } from '../../words/planning';
import { useLocale } from '../../words/words';
import { count, percent } from '../numbers';
import { AllVoices, type Proof, ProofQuery } from './planning.gql';
import classes from './planning.module.css';
import { Voices } from './Voices';

type Closing = { asked: number; told: number; closure: number | null; medianDays: number | null };

export default function ProofPage() {
  const { planning, shell } = usePlanningWords();
  const [parameters, setParameters] = useSearchParams();
  const quarter = parameters.get('quarter');
  const [{ data, error }, ask] = useQuery({ query: ProofQuery, variables: { quarter } });
  const proof = data?.planningProof;
  const back = { to: paths.planning, label: planning.toList };
  if (!proof) {
    return (
      <Page title={planning.proofTitle} back={back}>
        {error ? (
          <Failed
            icon={<IconPlugConnectedX size={28} />}
            title={shell.failedTitle}
            text={shell.failed}
            retry={shell.retry}
            onRetry={() => ask({ requestPolicy: 'network-only' })}
          />
        ) : (
          <Loading label={shell.loading} />
        )}
      </Page>
    );
  }
  const nothing = proof.quarters.every(({ shipped, asked }) => shipped === 0 && asked === 0);
  return (
    <Page title={planning.proofTitle} lead={planning.proofLead} back={back}>
      {nothing && <Saying icon={<IconChartDots size={28} />} title={planning.proofNone} />}
      {!nothing && (
        <>
          <Quarters proof={proof} />
          <Select
            label={planning.quarter}
            mb="md"
            maw={240}
            clearable
            placeholder={planning.allQuarters}
            value={quarter}
            data={proof.quarters.map((each) => each.quarter).reverse()}
            onChange={(next) => setParameters(next ? { quarter: next } : {})}
          />
          <ByCategory proof={proof} />
          <ByCompany proof={proof} />
          <Behind quarter={quarter} />
        </>
      )}
    </Page>
  );
}

function Head({ name, meaning }: { name: string; meaning?: string }) {
  const { planning } = usePlanningWords();
  return (
    <Table.Th className={classes.end} scope="col">
      <span className={classes.headName}>
        {name}
        {meaning && (
          <Definition label={planning.about(name)}>
            <Sentence>{meaning}</Sentence>
          </Definition>
        )}
      </span>
    </Table.Th>
  );
}

/** The same three cells wherever a loop is counted. */
function ClosingCells({ of, to }: { of: Closing; to: (told?: 'true' | 'false') => string }) {
  const { planning } = usePlanningWords();
  const locale = useLocale();
  return (
    <>
      <Figure n={of.asked} to={to()} />
      <Figure n={of.told} to={to('true')} />
      <Table.Td className={classes.end}>
        {of.closure === null ? planning.nothing : percent(locale, of.closure)}
      </Table.Td>
      <Table.Td className={classes.end}>
        {of.medianDays === null ? planning.nothing : planning.daysOf(count(locale, of.medianDays))}
      </Table.Td>
    </>
  );
}

/** Behind nothing there is nothing to open. */
function Figure({ n, to }: { n: number; to: string }) {
  const shown = count(useLocale(), n);
  return (
    <Table.Td className={classes.end}>
      {n === 0 ? (
        <Text span size="sm" c="dimmed">
          {shown}
        </Text>
      ) : (
        <Anchor underline="always" component={Link} to={to} size="sm">
          {shown}
        </Anchor>
      )}
    </Table.Td>
  );
}

const behind = (values: Record<string, string | null | undefined>): string => {
  const given = Object.entries(values).flatMap(([key, value]) => (value ? [[key, value]] : []));
  return `${paths.proof}?${new URLSearchParams(given)}#behind`;
};

function Closings() {
  const { planning } = usePlanningWords();
  return (
    <>
      <Head name={planning.asked} />
      <Head name={planning.toldCount} />
      <Head name={planning.closure} meaning={planning.closureMeaning} />
      <Head name={planning.days} meaning={planning.daysMeaning} />
    </>
  );
}

function Quarters({ proof }: { proof: Proof }) {
  const { planning } = usePlanningWords();
  const locale = useLocale();
  return (
    <Paper withBorder className={classes.panel}>
      <div className={classes.wide} tabIndex={0} role="group" aria-label={planning.quarter}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{planning.quarter}</Table.Th>
              <Head name={planning.shipped} />
              <Head name={planning.withVoc} />
              <Head name={planning.share} meaning={planning.shareMeaning} />
              <Closings />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {[...proof.quarters].reverse().map((each) => {
              const shipped = `${paths.planning}?quarter=${each.quarter}&state=SHIPPED`;
              return (
                <Table.Tr key={each.quarter}>
                  <Table.Th scope="row">{each.quarter}</Table.Th>
                  <Figure n={each.shipped} to={shipped} />
                  <Figure n={each.shippedWithVoc} to={`${shipped}&voc=1`} />
                  <Table.Td className={classes.end}>
                    {each.share === null ? planning.nothing : percent(locale, each.share)}
                  </Table.Td>
                  <ClosingCells of={each} to={(told) => behind({ quarter: each.quarter, told })} />
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </div>
    </Paper>
  );
}

function ByCategory({ proof }: { proof: Proof }) {
  const { planning, shell } = usePlanningWords();
  const quarter = useSearchParams()[0].get('quarter');
  return (
    <Paper withBorder component="section" className={classes.panel} aria-labelledby="proof-categories">
      <Title order={2} size="sm" mb="xs" id="proof-categories">
        {planning.byCategory}
      </Title>
      <div className={classes.wide} tabIndex={0} role="group" aria-labelledby="proof-categories">
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{planning.category}</Table.Th>
              <Closings />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {proof.categories.map((each) => (
              <Table.Tr key={each.category}>
                <Table.Th scope="row">
                  <CategoryBadge category={each.category} label={shell.categories[each.category]} quiet />
                </Table.Th>
                <ClosingCells of={each} to={(told) => behind({ quarter, category: each.category, told })} />
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Paper>
  );
}

function ByCompany({ proof }: { proof: Proof }) {
  const { planning } = usePlanningWords();
  const quarter = useSearchParams()[0].get('quarter');
  const never = proof.companies.filter(({ told }) => told === 0);
  return (
    <Paper withBorder component="section" className={classes.panel} aria-labelledby="proof-companies">
      <Title order={2} size="sm" mb="xs" id="proof-companies">
        {planning.byCompany}
      </Title>
      <div className={classes.wide} tabIndex={0} role="group" aria-labelledby="proof-companies">
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{planning.company}</Table.Th>
              <Closings />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {proof.companies.map((each) => (
              <Table.Tr key={each.company.id}>
                <Table.Th scope="row">
                  <Anchor
                    underline="always"
                    component={Link}
                    to={paths.companySaid(each.company.handle)}
                    size="sm"
                  >
                    {each.company.name}
                  </Anchor>
                </Table.Th>
                <ClosingCells of={each} to={(told) => behind({ quarter, company: each.company.id, told })} />
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Title order={3} size="sm" mt="md" mb={4}>
        {planning.neverTold}
      </Title>
      {never.length === 0 ? (
        <Text size="sm" c="dimmed">
          {planning.neverToldNone}
        </Text>
      ) : (
        <ul className={classes.tabs}>
          {never.map(({ company }) => (
            <li key={company.id}>
              <Link className={classes.tab} to={behind({ quarter, company: company.id, told: 'false' })}>
                {company.name}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Paper>
  );
}

/** The list behind whichever number was chosen. */
function Behind({ quarter }: { quarter: string | null }) {
  const { planning, shell } = usePlanningWords();
  const [parameters, setParameters] = useSearchParams();
  const told = parameters.get('told');
  const category = CATEGORIES.find((each) => each === parameters.get('category')) ?? null;
  const companyId = parameters.get('company');
  const list = usePages(
    AllVoices,
    { quarter, category, companyId, told: told === null ? null : told === 'true' },
    (data) => data.planningVoices,
  );
  const company = list.rows.find((each) => each.company?.id === companyId)?.company?.name;
  const chosen = [
    quarter,
    category && shell.categories[category],
    companyId && company,
    told && (told === 'true' ? planning.toldCount : planning.notTold),
  ].filter(Boolean);
  return (
    <Paper withBorder component="section" className={classes.panel} aria-labelledby="behind">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="sm" id="behind">
          {[planning.behind, ...chosen].join(' · ')}
        </Title>
        {chosen.length > 0 && (
          <Button size="xs" variant="default" onClick={() => setParameters({})}>
            {planning.clear}
          </Button>
        )}
      </Group>
      {list.loading ? (
        <Loading rows={3} label={shell.loading} />
      ) : list.rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {list.failed ? shell.failed : planning.noVoices}
        </Text>
      ) : (
        <Voices voices={list.rows} of />
      )}
      {list.hasMore && (
        <Button mt="sm" size="xs" variant="default" loading={list.fetching} onClick={() => list.more()}>
          {planning.more}
        </Button>
      )}
    </Paper>
  );
}
