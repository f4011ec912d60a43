// Who decided what on which item, newest first.
import { Anchor, Button, Select, Text } from '@mantine/core';
import { IconHistory, IconPlugConnectedX } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { CATEGORIES } from '../../gql/words';
import { CategoryBadge } from '../../kit/CategoryBadge';
import { INSIDE_MAIN } from '../../kit/inside';
import { Moment } from '../../kit/Moment';
import { Failed, Loading, Saying } from '../../kit/states';
import { More } from '../../people/More';
import { usePages } from '../../people/usePages';
import { useQualityWords } from '../../words/quality';
import { useLocale, useWords } from '../../words/words';
import { useOriginal } from '../original';
import { Narrowed } from './Narrowed';
import { CodersQuery, type Coding, CodingsQuery } from './quality.gql';
import classes from './quality.module.css';
import { spanText, useNarrowing } from './useNarrowing';

const KINDS = ['CONFIRMED', 'CORRECTED'] as const;

export function ChangesShow() {
  const { shell } = useWords();
  const quality = useQualityWords();
  const { params, week, toWeek, coder, category, change } = useNarrowing();
  const [{ data }] = useQuery({ query: CodersQuery });
  const kind = KINDS.find((each) => each === params.get('kind')) ?? null;
  const [from, to] = [category('from'), category('to')];
  const list = usePages(
    CodingsQuery,
    { first: 30, week, toWeek, coderId: coder, kind, from, to },
    (answer) => answer.codings,
  );
  const narrowed = Boolean(week ?? coder ?? kind ?? from ?? to);
  const categories = CATEGORIES.map((value) => ({ value, label: shell.categories[value] }));
  const inside = { portalProps: INSIDE_MAIN };
  let content = <Loading label={shell.loading} />;
  if (list.rows.length > 0) {
    content = (
      <>
        <ul className={classes.rows} aria-label={quality.changes}>
          {list.rows.map((row) => (
            <Row key={`${row.item.id} ${row.at} ${row.kind}`} row={row} />
          ))}
        </ul>
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
  } else if (!list.loading) {
    content = (
      <Saying
        icon={<IconHistory size={28} />}
        title={narrowed ? quality.noneTitle : quality.noChangesTitle}
        action={
          narrowed && (
            <Button
              variant="light"
              onClick={() =>
                change({ week: null, toWeek: null, coder: null, kind: null, from: null, to: null })
              }
            >
              {quality.clear}
            </Button>
          )
        }
      >
        {!narrowed && quality.noChanges}
      </Saying>
    );
  }
  return (
    <>
      <div className={classes.tools} data-fields>
        <Select
          aria-label={quality.coder}
          placeholder={quality.anyCoder}
          value={coder}
          onChange={(next) => change({ coder: next })}
          data={(data?.coderQuality ?? []).map((each) => ({ value: each.coder.id, label: each.coder.name }))}
          clearable
          searchable
          comboboxProps={inside}
        />
        <Select
          aria-label={quality.kind}
          placeholder={quality.anyKind}
          value={kind}
          onChange={(next) => change({ kind: next })}
          data={KINDS.map((value) => ({ value, label: quality.kinds[value] }))}
          clearable
          comboboxProps={inside}
        />
        <Select
          aria-label={quality.from}
          placeholder={quality.from}
          value={from}
          onChange={(next) => change({ from: next })}
          data={categories}
          clearable
          comboboxProps={inside}
        />
        <Select
          aria-label={quality.to}
          placeholder={quality.to}
          value={to}
          onChange={(next) => change({ to: next })}
          data={categories}
          clearable
          comboboxProps={inside}
        />
        <Narrowed what={spanText(week, toWeek)} onDrop={() => change({ week: null, toWeek: null })} />
      </div>
      {content}
    </>
  );
}

function Row({ row }: { row: Coding }) {
  const { shell, voc } = useWords();
  const quality = useQualityWords();
  const locale = useLocale();
  const { item } = row;
  const to = useOriginal()(item);
  return (
    <li className={classes.row}>
      <Text size="sm" className={classes.quote} lang={item.language === locale ? undefined : item.language}>
        {item.quote}
      </Text>
      <div className={classes.saids}>
        <span>
          <Text span size="sm" fw={600}>
            {row.coder?.name ?? shell.left}
          </Text>
          {quality.kinds[row.kind]}
        </span>
        <span>
          {row.kind === 'CORRECTED' && (
            <>
              <CategoryBadge category={row.from} label={shell.categories[row.from]} quiet />
              <span aria-hidden>→</span>
            </>
          )}
          <CategoryBadge category={row.to} label={shell.categories[row.to]} />
        </span>
        <Moment at={row.at} span />
        {to && item.thread && (
          <Anchor
            underline="always"
            component={Link}
            to={to}
            size="sm"
            aria-label={voc.originalOf(item.thread.heading)}
          >
            {voc.original}
          </Anchor>
        )}
      </div>
    </li>
  );
}
