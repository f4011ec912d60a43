// All needs: what customers want, how many say it, and whether it grows.
import { Button, Paper, Select, Text } from '@mantine/core';
import { IconBulb, IconPlugConnectedX, IconPlus, IconSearchOff } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Definition, Sentence } from '../kit/Definition';
import { INSIDE_MAIN } from '../kit/inside';
import { Failed, Loading, Saying } from '../kit/states';
import { paths } from '../paths';
import { More } from '../people/More';
import { Page } from '../people/Page';
import pageClasses from '../people/people.module.css';
import { SearchInput } from '../people/SearchInput';
import { usePages } from '../people/usePages';
import { useSearch } from '../people/useSearch';
import { useHints } from '../session/live';
import { useNeedsWords } from '../words/needs';
import { useLocale, useWords } from '../words/words';
import { NeedForm } from './needs/NeedForm';
import { NeedRow } from './needs/NeedRow';
import classes from './needs/needs.module.css';
import { NeedsQuery } from './needs/needs.gql';
import { count } from './numbers';
import { AreasQuery } from './voc.gql';

const ORDERS = ['MOST_MENTIONED', 'GROWING', 'NEWEST'] as const;
type Order = (typeof ORDERS)[number];

export default function NeedsPage() {
  const { shell } = useWords();
  const needs = useNeedsWords();
  const locale = useLocale();
  const navigate = useNavigate();
  const { text, setText, search } = useSearch();
  const [params, setParams] = useSearchParams();
  const [creating, setCreating] = useState(false);
  const [total, setTotal] = useState<number | null>(null);
  const [{ data }] = useQuery({ query: AreasQuery });
  const order = ORDERS.find((each) => each === params.get('order')) ?? 'MOST_MENTIONED';
  const area = params.get('area');
  const set = (name: string, value: string | null) =>
    setParams(
      (old) => {
        if (value) old.set(name, value);
        else old.delete(name);
        return old;
      },
      { replace: true },
    );
  const list = usePages(NeedsQuery, { order, search: search || null, productAreaId: area }, (answer) => {
    setTotal(answer.needs.totalCount);
    return answer.needs;
  });
  useHints(
    (hint) => hint.kind === 'VOC',
    () => list.again(),
  );
  const create = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setCreating(true)}>
      {needs.create}
    </Button>
  );
  const actions = (
    <>
      <Button component={Link} to={paths.areas} variant="default">
        {needs.areas.title}
      </Button>
      {create}
    </>
  );
  let content = <Loading label={shell.loading} />;
  if (list.rows.length > 0) {
    content = (
      <>
        <Paper withBorder data-stale={list.stale || undefined} aria-busy={list.stale}>
          <ol className={classes.rows} aria-label={needs.list}>
            {list.rows.map((need) => (
              <NeedRow key={need.id} need={need} />
            ))}
          </ol>
        </Paper>
        <More {...list} />
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
  } else if (!list.loading && (search || area)) {
    const clear = () => {
      setText('');
      set('area', null);
    };
    content = (
      <Saying
        icon={<IconSearchOff size={28} />}
        title={needs.noMatchTitle}
        action={
          <Button variant="light" onClick={clear}>
            {needs.clear}
          </Button>
        }
      >
        {needs.noMatch}
      </Saying>
    );
  } else if (!list.loading) {
    content = (
      <Saying icon={<IconBulb size={28} />} title={needs.noneTitle} action={create}>
        {needs.none}
      </Saying>
    );
  }
  const meanings = [
    [needs.mentions, needs.mentionsMeans],
    [needs.companies, needs.companiesMeans],
    [needs.seats, needs.seatsMeans],
    [needs.growth, needs.growthMeans],
    [needs.trend, needs.trendMeans],
  ] as const;
  return (
    <Page title={needs.title} lead={needs.lead} actions={actions}>
      <div className={pageClasses.tools} data-fields>
        <SearchInput label={needs.search} hint={needs.searchHint} value={text} onChange={setText} />
        <Select
          aria-label={needs.order}
          value={order}
          onChange={(value) => set('order', value as Order | null)}
          allowDeselect={false}
          data={ORDERS.map((value) => ({ value, label: needs.orders[value] }))}
          comboboxProps={{ portalProps: INSIDE_MAIN }}
        />
        <Select
          aria-label={needs.area}
          placeholder={needs.allAreas}
          value={area}
          onChange={(value) => set('area', value)}
          clearable
          searchable
          data={[
            { value: 'NONE', label: needs.noArea },
            ...(data?.productAreas ?? []).map(({ id, nameKo, nameEn }) => ({
              value: id,
              label: locale === 'ko' ? nameKo : nameEn,
            })),
          ]}
          comboboxProps={{ portalProps: INSIDE_MAIN }}
        />
      </div>
      <div className={classes.count}>
        <Text size="sm" c="dimmed" role="status">
          {total === null || list.stale ? ' ' : needs.found(count(locale, total))}
        </Text>
        <Definition label={needs.about(needs.title)}>
          {meanings.map(([title, meaning]) => (
            <Sentence key={title} title={title}>
              {meaning}
            </Sentence>
          ))}
        </Definition>
      </div>
      {content}
      {creating && (
        <NeedForm
          onClose={() => setCreating(false)}
          onDone={({ number }) => void navigate(paths.need(number))}
        />
      )}
    </Page>
  );
}
