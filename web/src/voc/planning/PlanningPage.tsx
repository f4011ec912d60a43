// All planning items by state, each with how far it reaches.
import { Anchor, Badge, Button, Group, Paper, Select } from '@mantine/core';
import { IconChartDots, IconPlugConnectedX, IconPlus, IconRoute, IconSearchOff } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import type { PlanningKind, PlanningState } from '../../gql/words';
import { Failed, Loading, Saying } from '../../kit/states';
import { paths } from '../../paths';
import { Page } from '../../people/Page';
import classesOfLists from '../../people/people.module.css';
import { SearchInput } from '../../people/SearchInput';
import { usePages } from '../../people/usePages';
import { useSearch } from '../../people/useSearch';
import { useHints } from '../../session/live';
import { day } from '../../words/dates';
import { usePlanningWords } from '../../words/planning';
import { useLocale } from '../../words/words';
import { count } from '../numbers';
import { PlanningCounts, PlanningList } from './planning.gql';
import classes from './planning.module.css';
import { Reach } from './Reach';
import { STATES, StateBadge } from './StateBadge';

const CreateDialog = lazy(() => import('./CreateDialog').then((file) => ({ default: file.CreateDialog })));

const stateOf = (text: string | null): PlanningState | null => STATES.find((each) => each === text) ?? null;
const kindOf = (text: string | null): PlanningKind | null =>
  text === 'QUICK_FIX' || text === 'LONG_TERM' ? text : null;

export default function PlanningPage() {
  const { planning, shell } = usePlanningWords();
  const locale = useLocale();
  const navigate = useNavigate();
  const { text, setText, search } = useSearch();
  const [parameters, setParameters] = useSearchParams();
  const need = parameters.get('need');
  const [creating, setCreating] = useState(parameters.has('new'));
  const quarter = parameters.get('quarter');
  const filter = {
    kind: kindOf(parameters.get('kind')),
    search: search || null,
    needId: parameters.has('new') ? null : need,
    quarter,
    withVoc: parameters.has('voc') ? true : null,
  };
  const state = stateOf(parameters.get('state'));
  const list = usePages(PlanningList, { ...filter, state }, (data) => data.planningItems);
  const [{ data: counted }, countAgain] = useQuery({ query: PlanningCounts, variables: filter });
  useHints(
    ({ kind }) => kind === 'PLANNING',
    () => {
      list.again();
      countAgain({ requestPolicy: 'network-only' });
    },
  );
  const counts = new Map(counted?.planningItems.states.map((each) => [each.state, each.count]));
  const may = counted?.planningItems.abilities.plan ?? false;
  const addressOf = (wanted: PlanningState | null): string => {
    const next = new URLSearchParams(parameters);
    next.delete('new');
    if (wanted) next.set('state', wanted);
    else next.delete('state');
    return `${paths.planning}?${next}`;
  };
  const clear = () => {
    setText('');
    setParameters(new URLSearchParams());
  };
  const create = may && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setCreating(true)}>
      {planning.create}
    </Button>
  );
  const filtered = Boolean(search || state || filter.kind || need || quarter);
  let content = <Loading label={shell.loading} />;
  if (list.rows.length > 0) {
    content = (
      <>
        <Paper withBorder className={classesOfLists.list} data-stale={list.stale || undefined}>
          <ul className={classes.list} role="list">
            {list.rows.map((item) => (
              <li key={item.id} className={classes.row}>
                <span className={classes.rowHead}>
                  <Anchor
                    underline="hover"
                    component={Link}
                    to={paths.planningItem(item.number)}
                    className={`${classesOfLists.cover} ${classes.title}`}
                  >
                    #{item.number} {item.title}
                  </Anchor>
                  <StateBadge state={item.state} />
                  <Badge variant="default" tt="none">
                    {planning.kinds[item.kind]}
                  </Badge>
                </span>
                <Reach reach={item.reach} />
                <span className={classes.facts}>
                  {item.owner && <span>{item.owner.name}</span>}
                  {item.release && <span>{planning.releaseOf(item.release)}</span>}
                  <span>{day(locale, item.decidedAt ?? item.createdAt)}</span>
                  {item.public && <span>{planning.onRoadmap}</span>}
                </span>
              </li>
            ))}
          </ul>
        </Paper>
        {list.hasMore && (
          <Group justify="center" mt="md">
            <Button variant="default" loading={list.fetching} onClick={() => list.more()}>
              {planning.more}
            </Button>
          </Group>
        )}
      </>
    );
  } else if (list.failed) {
    content = (
      <Failed
        icon={<IconPlugConnectedX size={28} />}
        title={shell.failedTitle}
        text={shell.failed}
        retry={shell.retry}
        onRetry={list.again}
      />
    );
  } else if (!list.loading && filtered) {
    content = (
      <Saying
        icon={<IconSearchOff size={28} />}
        title={planning.noMatchTitle}
        action={
          <Button variant="light" onClick={clear}>
            {planning.clear}
          </Button>
        }
      >
        {planning.noMatch}
      </Saying>
    );
  } else if (!list.loading) {
    content = (
      <Saying icon={<IconRoute size={28} />} title={planning.noneTitle} action={create}>
        {may ? planning.none : planning.noneReader}
      </Saying>
    );
  }
  return (
    <Page
      title={planning.title}
      lead={
        quarter
          ? [planning.ofQuarter(quarter), filter.withVoc && planning.withVocOnly].filter(Boolean).join(' · ')
          : planning.lead
      }
      actions={
        <>
          <Button
            component={Link}
            to={paths.proof}
            variant="default"
            leftSection={<IconChartDots size={16} aria-hidden />}
          >
            {planning.proof}
          </Button>
          {create}
        </>
      }
    >
      <div className={classesOfLists.tools} data-fields>
        <SearchInput label={planning.search} hint={planning.search} value={text} onChange={setText} />
        <Select
          aria-label={planning.kind}
          placeholder={planning.anyKind}
          clearable
          value={filter.kind}
          data={(['QUICK_FIX', 'LONG_TERM'] as const).map((value) => ({
            value,
            label: planning.kinds[value],
          }))}
          onChange={(value) =>
            setParameters((old) => {
              if (value) old.set('kind', value);
              else old.delete('kind');
              return old;
            })
          }
        />
      </div>
      <nav aria-label={planning.state}>
        <ul className={classes.tabs}>
          {[null, ...STATES].map((each) => (
            <li key={each ?? 'ALL'}>
              <Link
                to={addressOf(each)}
                className={classes.tab}
                aria-current={each === state ? 'page' : undefined}
              >
                {each ? planning.states[each] : planning.all}
                <span>
                  {count(locale, each ? (counts.get(each) ?? 0) : (counted?.planningItems.totalCount ?? 0))}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {content}
      {creating && (
        <Suspense>
          <CreateDialog
            need={need ? { id: need, title: parameters.get('title') ?? '' } : null}
            onClose={() => setCreating(false)}
            onMade={(number) => navigate(paths.planningItem(number))}
          />
        </Suspense>
      )}
    </Page>
  );
}
