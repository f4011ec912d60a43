// You said, we did: one company's words grouped by what became of them; for its contacts, and for staff.
import { Anchor, Paper, Text, Title } from '@mantine/core';
import { IconChevronRight, IconMessageCheck, IconPlugConnectedX } from '@tabler/icons-react';
import { Link, useLocation, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Failed, Loading, Saying } from '../../kit/states';
import { paths } from '../../paths';
import { Page } from '../../people/Page';
import { useMe } from '../../session/me';
import { day } from '../../words/dates';
import { usePlanningWords } from '../../words/planning';
import { useLocale } from '../../words/words';
import { Became } from './Became';
import { type SaidRow, YouSaidQuery } from './planning.gql';
import classes from './planning.module.css';

/** What is done first, what was declined last. */
const ORDER = ['SHIPPED', 'IN_PROGRESS', 'PLANNED', 'CONSIDERING', 'DECLINED'];

type Group = { plan: NonNullable<SaidRow['plan']>; said: SaidRow[] };

function grouped(rows: readonly SaidRow[]): Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    if (!row.plan) continue;
    const group = groups.get(row.plan.id) ?? { plan: row.plan, said: [] };
    group.said.push(row);
    groups.set(row.plan.id, group);
  }
  return [...groups.values()].sort((a, b) => ORDER.indexOf(a.plan.state) - ORDER.indexOf(b.plan.state));
}

export default function YouSaidPage() {
  const { planning, shell } = usePlanningWords();
  const { handle = '' } = useParams();
  const { pathname } = useLocation();
  const { me } = useMe();
  const [{ data, error, fetching }, ask] = useQuery({ query: YouSaidQuery, variables: { handle } });
  const company = data?.companyByHandle;
  const ofStaff = pathname.startsWith(paths.companies);
  const title = company && me?.role ? planning.saidTitleOf(company.name) : planning.saidTitle;
  const groups = grouped(company?.youSaid ?? []);
  const waiting = (company?.youSaid ?? []).filter(({ plan }) => !plan);
  return (
    <Page
      title={title}
      lead={planning.saidLead}
      narrow
      {...(ofStaff ? { back: { to: paths.company(handle), label: planning.toCompany } } : {})}
    >
      {!company && error ? (
        <Failed
          icon={<IconPlugConnectedX size={28} />}
          title={shell.failedTitle}
          text={shell.failed}
          retry={shell.retry}
          onRetry={() => ask({ requestPolicy: 'network-only' })}
        />
      ) : !company && fetching ? (
        <Loading label={shell.loading} />
      ) : groups.length === 0 && waiting.length === 0 ? (
        <Saying icon={<IconMessageCheck size={28} />} title={planning.saidNoneTitle}>
          {planning.saidNone}
        </Saying>
      ) : (
        <>
          {groups.map(({ plan, said }) => (
            <Paper withBorder component="article" className={classes.panel} key={plan.id}>
              <Became plan={plan} headed={2} />
              <SaidList rows={said} handle={handle} />
            </Paper>
          ))}
          {waiting.length > 0 && (
            <Paper withBorder component="section" className={classes.panel} aria-labelledby="said-waiting">
              <Title order={2} size="sm" mb="xs" id="said-waiting">
                {planning.waiting}
              </Title>
              <SaidList rows={waiting} handle={handle} />
            </Paper>
          )}
        </>
      )}
    </Page>
  );
}

function SaidList({ rows, handle }: { rows: readonly SaidRow[]; handle: string }) {
  const { planning, shell } = usePlanningWords();
  const locale = useLocale();
  const { me } = useMe();
  return (
    <ul className={classes.saidLines} role="list">
      {rows.map(({ thread, channel, occurredAt, toldAt }, index) => (
        <li key={`${thread?.id ?? channel} ${occurredAt} ${index}`}>
          <Text size="sm" component="div">
            {thread ? (
              <Anchor
                underline="hover"
                component={Link}
                size="sm"
                c="bright"
                to={me?.abilities.answer ? paths.inboxThread(thread.id) : paths.thread(handle, thread.id)}
              >
                {thread.heading}
                <IconChevronRight size={14} aria-hidden className={classes.onward} />
              </Anchor>
            ) : (
              planning.byOtherRoad(shell.channels[channel])
            )}
          </Text>
          <span className={classes.facts}>
            <span>{planning.saidAt(shell.channels[channel], day(locale, occurredAt))}</span>
            {toldAt && <span>{planning.toldAt(day(locale, toldAt))}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
