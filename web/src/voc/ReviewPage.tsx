// The review of VOC items: the most doubtful first, one key per decision.
import { Button, Group, Title, VisuallyHidden } from '@mantine/core';
import { useDocumentTitle, useMediaQuery } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconKeyboard, IconPhone, IconRefresh } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { CATEGORIES } from '../gql/words';
import { useNeedsWords } from '../words/needs';
import { useLocale, useWords } from '../words/words';
import { count } from './numbers';
import { useOriginal } from './original';
import { ExportButton } from './review/ExportButton';
import { toItemFilter, useFilters } from './review/filters';
import { ItemDetail } from './review/ItemDetail';
import { KeysHelp } from './review/KeysHelp';
import { ModelCard } from './review/ModelCard';
import { ReviewFilters } from './review/ReviewFilters';
import { ReviewList } from './review/ReviewList';
import classes from './review/review.module.css';
import { useReview } from './review/useReview';
import { choose, type Decision } from './useDecide';
import { useKeys } from './useKeys';
import { AreasQuery, type Item } from './voc.gql';
import { WriteDownDialog } from './WriteDownDialog';

const WIDE = '(min-width: 72em)';

export default function ReviewPage() {
  const { shell, voc } = useWords();
  const { writing } = useNeedsWords();
  const [params, setParams] = useSearchParams();
  const [writes, setWriting] = useState(false);
  const company = params.get('write');
  const stopWriting = () => {
    setWriting(false);
    if (company)
      setParams(
        (old) => {
          old.delete('write');
          return old;
        },
        { replace: true },
      );
  };
  const locale = useLocale();
  const navigate = useNavigate();
  const original = useOriginal();
  const control = useFilters();
  const [{ data }] = useQuery({ query: AreasQuery });
  const areas = data?.productAreas ?? [];
  const review = useReview(control.filters, areas);
  const wide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false });
  const [help, setHelp] = useState(false);
  const [withdrawing, setWithdrawing] = useState(false);
  // The focus follows the keyboard and never the mouse.
  const [follow, setFollow] = useState(false);
  useEffect(() => setFollow(false), [control.filters]);
  useDocumentTitle(voc.review.title);
  const { chosen } = review;

  const byKey = (act: () => void) => () => {
    setFollow(true);
    act();
  };
  // The menu goes away with the focus in it: the row in hand gets it, which may be the next one by then.
  const endWithdrawing = () => {
    setWithdrawing(false);
    setTimeout(() => document.querySelector<HTMLElement>('[data-row][aria-current]')?.focus(), 120);
  };
  const decide = (item: Item, decision: Decision) => {
    if (withdrawing) endWithdrawing();
    void review.act(item, decision);
  };
  const onChosen = (make: (item: Item) => Decision) =>
    byKey(() => {
      if (chosen?.abilities.review && chosen.state === 'COUNTED') decide(chosen, make(chosen));
    });
  const categoryKeys = Object.fromEntries(
    CATEGORIES.map((category, index) => [String(index + 1), onChosen((item) => choose(item, category))]),
  );
  const next = byKey(() => review.move(1));
  const previous = byKey(() => review.move(-1));
  const confirm = onChosen(() => ({ kind: 'CONFIRM' }));
  useKeys({
    ...categoryKeys,
    j: next,
    k: previous,
    ArrowDown: next,
    ArrowUp: previous,
    c: confirm,
    Enter: confirm,
    x: () => chosen?.abilities.review && chosen.state === 'COUNTED' && setWithdrawing(true),
    z: byKey(review.undoLast),
    o: () => {
      const to = chosen && original(chosen);
      if (to) void navigate(to);
    },
    r: byKey(() =>
      control.change({ order: control.filters.order === 'MOST_REACH' ? 'MOST_DOUBTFUL' : 'MOST_REACH' }),
    ),
    '?': () => setHelp(true),
  });

  const detail = (item: Item) => (
    <ItemDetail
      item={item}
      inline={!wide}
      areas={areas}
      busy={review.marks.get(item.id)?.pending ?? false}
      withdrawing={withdrawing}
      onWithdrawing={(opened) => (opened ? setWithdrawing(true) : endWithdrawing())}
      onDecide={(decision) => decide(item, decision)}
      onItem={review.list.replace}
    />
  );
  const total = count(locale, review.total);
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div>
          <Title order={1} className={classes.title}>
            {voc.review.title}
          </Title>
          <p className={classes.remaining} role="status" data-testid="remaining">
            {review.list.loaded
              ? control.filters.view === 'queue'
                ? voc.review.remaining(total)
                : voc.review.found(total)
              : ' '}
          </p>
        </div>
        <Group gap={4}>
          {review.fresh > 0 && (
            <Button
              variant="light"
              size="compact-sm"
              leftSection={<IconRefresh size={16} aria-hidden />}
              onClick={byKey(() => void review.refresh())}
            >
              {voc.review.fresh(review.fresh >= 30 ? '30+' : count(locale, review.fresh))}
            </Button>
          )}
          <Button
            variant="light"
            size="compact-sm"
            leftSection={<IconPhone size={16} aria-hidden />}
            onClick={() => setWriting(true)}
          >
            {writing.open}
          </Button>
          <ExportButton filter={toItemFilter(control.filters)} empty={review.total === 0} />
          <ModelCard />
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            className={classes.keys}
            leftSection={<IconKeyboard size={16} aria-hidden />}
            onClick={() => setHelp(true)}
            aria-keyshortcuts="?"
          >
            {voc.review.keys}
          </Button>
        </Group>
      </header>
      <ReviewFilters {...control} areas={areas} />
      <VisuallyHidden role="status">{review.said}</VisuallyHidden>
      <div className={classes.columns}>
        <ReviewList
          review={review}
          narrowed={control.narrowed}
          view={control.filters.view}
          reach={control.filters.order === 'MOST_REACH'}
          onClear={control.clear}
          follow={follow}
          onChoose={(id) => {
            setFollow(false);
            review.choose(id);
          }}
          detail={wide ? null : detail}
        />
        {wide && chosen && (
          <aside className={classes.aside} aria-label={voc.review.detail}>
            {detail(chosen)}
          </aside>
        )}
      </div>
      {(writes || company) && (
        <WriteDownDialog
          companyId={company}
          onClose={stopWriting}
          onDone={() => {
            stopWriting();
            notifications.show({
              role: 'status',
              message: writing.done,
              closeButtonProps: { 'aria-label': shell.close },
            });
            void review.refresh();
          }}
        />
      )}
      <KeysHelp opened={help} onClose={() => setHelp(false)} />
    </div>
  );
}
