// Items that two people coded: where they differ a lead settles it, with the ordinary decision on the item.
import { Anchor, SegmentedControl, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChecks, IconFilterOff, IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { CATEGORIES, type Category } from '../../gql/words';
import { CategoryBadge } from '../../kit/CategoryBadge';
import { sayError } from '../../kit/errors';
import { Failed, Loading, Saying } from '../../kit/states';
import { More } from '../../people/More';
import { usePages } from '../../people/usePages';
import { useQualityWords } from '../../words/quality';
import { useLocale, useWords } from '../../words/words';
import { ItemLine } from '../ItemLine';
import { useOriginal } from '../original';
import { Choices } from '../review/Choices';
import { choose, useDecide } from '../useDecide';
import { useKeys } from '../useKeys';
import { Narrowed } from './Narrowed';
import { type Twice, TwiceQuery } from './quality.gql';
import classes from './quality.module.css';
import { spanText, useNarrowing } from './useNarrowing';

const VIEWS = ['open', 'different', 'all'] as const;
const AGREED = { open: false, different: false, all: null } as const;
const SETTLED = { open: false, different: null, all: null } as const;

export function TwiceShow() {
  const words = useWords();
  const quality = useQualityWords();
  const navigate = useNavigate();
  const original = useOriginal();
  const decide = useDecide();
  const { params, week, toWeek, coder, category, change } = useNarrowing();
  const view = VIEWS.find((each) => each === params.get('view')) ?? 'open';
  const [first, second] = [category('first'), category('second')];
  const list = usePages(
    TwiceQuery,
    {
      first: 30,
      week,
      toWeek,
      coderId: coder,
      firstCategory: first,
      category: second,
      agreed: AGREED[view],
      settled: SETTLED[view],
    },
    (data) => data.secondCodings,
  );
  const { rows } = list;
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [follow, setFollow] = useState(false);
  const [busy, setBusy] = useState(false);
  const at = Math.max(
    0,
    rows.findIndex(({ item }) => item.id === chosenId),
  );
  const chosen = rows[at] ?? null;

  const move = (step: 1 | -1) => () => {
    setFollow(true);
    setChosenId(rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.item.id ?? null);
  };
  const settle = async (row: Twice | null, decided: Category) => {
    if (!row || busy || !row.item.abilities.review) return;
    setBusy(true);
    const next = rows[at + 1] ?? rows[at - 1];
    const { error } = await decide(row.item, choose(row.item, decided));
    setBusy(false);
    notifications.show({
      ...(error ? { color: 'red' } : {}),
      message: error
        ? (sayError(words, error) ?? words.shell.errors.other)
        : quality.settled(words.shell.categories[decided]),
      closeButtonProps: { 'aria-label': words.shell.close },
    });
    if (!error && next) setChosenId(next.item.id);
    list.again();
  };
  useKeys({
    ...Object.fromEntries(
      CATEGORIES.map((each, index) => [String(index + 1), () => void settle(chosen, each)]),
    ),
    j: move(1),
    k: move(-1),
    ArrowDown: move(1),
    ArrowUp: move(-1),
    o: () => {
      const to = chosen && original(chosen.item);
      if (to) void navigate(to);
    },
  });

  const { shell } = words;
  const cell =
    first || second
      ? quality.fromTo(
          first ? shell.categories[first] : quality.anyCategory,
          second ? shell.categories[second] : quality.anyCategory,
        )
      : null;
  const coderName = coder
    ? (rows.flatMap((row) => [row.coder, row.firstCoder]).find(({ id }) => id === coder)?.name ??
      quality.coder)
    : null;
  let content = <Loading label={shell.loading} />;
  if (rows.length > 0) {
    content = (
      <>
        <ul className={classes.rows} aria-label={quality.twice}>
          {rows.map((row, index) => (
            <Row
              key={row.item.id}
              row={row}
              chosen={index === at}
              follow={follow}
              busy={busy}
              onChoose={() => {
                setFollow(false);
                setChosenId(row.item.id);
              }}
              onSettle={(decided) => void settle(row, decided)}
            />
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
    content =
      view === 'open' && !week && !coder && !cell ? (
        <Saying icon={<IconChecks size={28} />} title={quality.noneOpenTitle}>
          {quality.noneOpen}
        </Saying>
      ) : (
        <Saying icon={<IconFilterOff size={28} />} title={quality.noneTitle} />
      );
  }
  return (
    <>
      <div className={classes.tools}>
        <SegmentedControl
          aria-label={quality.twiceView}
          value={view}
          onChange={(next) => change({ view: next === 'open' ? null : next })}
          data={VIEWS.map((value) => ({ value, label: quality.twiceViews[value] }))}
        />
        <Narrowed what={spanText(week, toWeek)} onDrop={() => change({ week: null, toWeek: null })} />
        <Narrowed what={coderName} onDrop={() => change({ coder: null })} />
        <Narrowed what={cell} onDrop={() => change({ first: null, second: null })} />
      </div>
      <Text size="xs" c="dimmed" mb="xs" className={classes.keys}>
        {quality.settleKeys}
      </Text>
      {content}
    </>
  );
}

type RowProps = {
  row: Twice;
  chosen: boolean;
  follow: boolean;
  busy: boolean;
  onChoose: () => void;
  onSettle: (category: Category) => void;
};

function Row({ row, chosen, follow, busy, onChoose, onSettle }: RowProps) {
  const { shell, voc } = useWords();
  const quality = useQualityWords();
  const locale = useLocale();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!chosen || !follow) return;
    button.current?.focus({ preventScroll: true });
    button.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen, follow]);
  const { item } = row;
  const to = useOriginal()(item);
  const badge = (category: Category) => (
    <CategoryBadge category={category} label={shell.categories[category]} />
  );
  return (
    <li className={classes.row} data-chosen={chosen || undefined}>
      <button
        type="button"
        ref={button}
        data-row
        className={classes.rowButton}
        tabIndex={chosen ? 0 : -1}
        aria-current={chosen || undefined}
        onClick={onChoose}
      >
        <span className={classes.quote} lang={item.language === locale ? undefined : item.language}>
          {item.quote}
        </span>
        <ItemLine item={item} />
        <span className={classes.saids}>
          <span>
            {quality.first} {row.firstCoder.name} {badge(row.firstCategory)}
          </span>
          <span>
            {quality.second} {row.coder.name} {badge(row.category)}
          </span>
          {row.settled && (
            <Text span size="xs" c="dimmed">
              {quality.settled(shell.categories[item.category])}
            </Text>
          )}
          {row.agreed && (
            <Text span size="xs" c="dimmed">
              {quality.sameSaid}
            </Text>
          )}
        </span>
      </button>
      {chosen && (
        <div className={classes.settle}>
          {!row.agreed && item.abilities.review && (
            <Choices legend={quality.settle} chosen={item.category} disabled={busy} onChoose={onSettle} />
          )}
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
      )}
    </li>
  );
}
