// What a thread counts as, with the keys 1–5 to decide.
import { Kbd, Menu, Popover, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp, IconBulb, IconChevronDown } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useQuery } from 'urql';
import { CATEGORIES, type Category } from '../gql/words';
import { CATEGORY_ICONS, CategoryBadge, categoryColor } from '../kit/CategoryBadge';
import { sayError } from '../kit/errors';
import { useOffers } from '../kit/offers';
import { useHints } from '../session/live';
import { useMe } from '../session/me';
import type { ThreadPartProps } from '../threads/slots';
import { useInboxWords } from '../words/inbox';
import { useNeedsWords } from '../words/needs';
import { useLocale, useWords } from '../words/words';
import { INSIDE_MAIN } from '../kit/inside';
import { SaysTheSame } from './needs/SaysTheSame';
import { percent } from './numbers';
import { choose, type Decision, foresee, REASONS, useDecide } from './useDecide';
import { useKeys } from './useKeys';
import { type Item, ThreadItemQuery } from './voc.gql';
import classes from './voc.module.css';

export function ThreadVocControl({ threadId, keys }: ThreadPartProps) {
  const { me } = useMe();
  const { voc } = useWords();
  const staff = me?.abilities.readWeekly ?? false;
  const [{ data }, again] = useQuery({ query: ThreadItemQuery, variables: { threadId }, pause: !staff });
  useHints(
    (hint) => hint.kind === 'VOC' && hint.threadId === threadId,
    () => again({ requestPolicy: 'network-only' }),
  );
  // The answer about another thread is no answer about this one.
  const thread = data?.thread.id === threadId ? data.thread : null;
  if (!staff || !thread) return null;
  if (thread.vocItem)
    return (
      <>
        <Control
          key={threadId}
          item={thread.vocItem}
          keys={keys}
          onNews={() => again({ requestPolicy: 'network-only' })}
        />
        <ThreadNeed
          item={thread.vocItem}
          keys={keys}
          onNews={() => again({ requestPolicy: 'network-only' })}
        />
      </>
    );
  if (thread.openedSide === 'CONTACT') {
    return (
      <Text size="xs" c="dimmed" role="status">
        {voc.thread.waiting}
      </Text>
    );
  }
  return (
    <Tooltip label={voc.thread.notCountedWhy} events={{ hover: true, focus: true, touch: true }}>
      <Text size="xs" c="dimmed">
        {voc.thread.notCounted}
      </Text>
    </Tooltip>
  );
}

/** The need that the thread's item is in, or those that say the same. */
function ThreadNeed({ item, keys, onNews }: ControlProps) {
  const needs = useNeedsWords();
  const [opened, setOpened] = useState(false);
  useKeys({ s: () => setOpened(true) }, keys);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      shadow="md"
      width={360}
      trapFocus
      returnFocus
      portalProps={INSIDE_MAIN}
    >
      <Popover.Target>
        <UnstyledButton
          className={classes.control}
          aria-expanded={opened}
          onClick={() => setOpened((before) => !before)}
        >
          <span className={classes.standing}>
            <IconBulb size={14} aria-hidden />
            {item.need ? needs.number(item.need.number) : needs.find}
          </span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={needs.title}>
        {opened && <SaysTheSame key={item.id} item={item} keys={false} inHand onNeed={onNews} />}
      </Popover.Dropdown>
    </Popover>
  );
}

type ControlProps = { item: Item; keys: boolean; onNews: () => void };

function Control({ item: stored, keys, onNews }: ControlProps) {
  const words = useWords();
  const { shell, voc } = words;
  const inbox = useInboxWords();
  const decide = useDecide();
  const [opened, setOpened] = useState(false);
  const [foreseen, setForeseen] = useState<Item | null>(null);
  // The newest state that the server has told, by the list or as the answer to a decision.
  const newest = useRef(stored);
  if (stored.version > newest.current.version) newest.current = stored;
  const queue = useRef({ waiting: 0, last: Promise.resolve() });
  const item = foreseen ?? newest.current;
  const { review } = item.abilities;

  const carryOut = async (wish: (item: Item) => Decision) => {
    const before = newest.current;
    const decision = wish(before);
    setForeseen(foresee(before, decision));
    const { item: after, error, newer } = { newer: null, ...(await decide(before, decision)) };
    newest.current = after ?? newer ?? before;
    if (error)
      notifications.show({
        color: 'red',
        title: voc.thread.failed,
        message: sayError(words, error),
        closeButtonProps: { 'aria-label': shell.close },
      });
    queue.current.waiting -= 1;
    if (queue.current.waiting > 0) return;
    setForeseen(null);
    onNews();
  };
  /** One after the other: who changes their mind while a decision is on its way is heard as well. */
  const act = (wish: (item: Item) => Decision) => {
    if (!review) return;
    setOpened(false);
    queue.current.waiting += 1;
    queue.current.last = queue.current.last.then(() => carryOut(wish));
  };
  const byKey = (category: Category) => () => {
    if (item.state === 'COUNTED') act((now) => choose(now, category));
  };
  useKeys(
    {
      ...Object.fromEntries(CATEGORIES.map((category, index) => [String(index + 1), byKey(category)])),
      // What stands there is what the model proposed, or what somebody said since.
      c: () => item.state === 'COUNTED' && act(() => ({ kind: 'CONFIRM' })),
    },
    keys && review,
  );

  useOffers(
    review && item.state === 'COUNTED'
      ? CATEGORIES.map((category, index) => ({
          id: `category ${category}`,
          label: inbox.categorize(shell.categories[category]),
          keys: [String(index + 1)],
          run: byKey(category),
        }))
      : [],
  );

  if (!review) return <Standing item={item} />;
  const name =
    item.state === 'COUNTED'
      ? shell.categories[item.category]
      : said(item, voc.review.withdrawn, voc.reasons);
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      shadow="md"
      width={280}
      returnFocus
      withInitialFocusPlaceholder={false}
      portalProps={INSIDE_MAIN}
    >
      <Menu.Target>
        <UnstyledButton
          className={classes.control}
          aria-label={`${voc.thread.label(name)}. ${voc.thread.change}`}
        >
          <Standing item={item} />
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown aria-label={voc.thread.change}>
        {item.state === 'WITHDRAWN' ? (
          <Menu.Item
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            onClick={() => act(() => ({ kind: 'RESTORE' }))}
          >
            {voc.review.restore}
          </Menu.Item>
        ) : (
          <>
            {CATEGORIES.map((category, index) => {
              const Icon = CATEGORY_ICONS[category];
              return (
                <Menu.Item
                  key={category}
                  leftSection={<Icon size={16} color={categoryColor(category)} aria-hidden />}
                  rightSection={
                    keys && (
                      <Kbd size="xs" aria-hidden>
                        {category === item.category ? 'C' : index + 1}
                      </Kbd>
                    )
                  }
                  data-autofocus={category === item.category || undefined}
                  onClick={() => act((now) => choose(now, category))}
                >
                  <Text size="sm" fw={category === item.category ? 650 : 400}>
                    {category === item.category
                      ? voc.review.confirmAs(shell.categories[category])
                      : shell.categories[category]}
                  </Text>
                </Menu.Item>
              );
            })}
            <Menu.Divider />
            <Menu.Sub position="right-start">
              <Menu.Sub.Target>
                <Menu.Sub.Item>{voc.review.withdraw}</Menu.Sub.Item>
              </Menu.Sub.Target>
              <Menu.Sub.Dropdown aria-label={voc.review.withdrawWhy}>
                {REASONS.map((reason) => (
                  <Menu.Item key={reason} onClick={() => act(() => ({ kind: 'WITHDRAW', reason }))}>
                    {voc.reasons[reason]}
                  </Menu.Item>
                ))}
              </Menu.Sub.Dropdown>
            </Menu.Sub>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

const said = (item: Item, withdrawn: (reason: string) => string, reasons: Record<string, string>): string =>
  withdrawn(item.withdrawnReason ? (reasons[item.withdrawnReason] ?? '') : '');

/** The category and how firm it is: proposed with so much confidence, or confirmed by somebody. */
function Standing({ item }: { item: Item }) {
  const { shell, voc } = useWords();
  const locale = useLocale();
  if (item.state === 'WITHDRAWN') {
    return <span className={classes.standing}>{said(item, voc.review.withdrawn, voc.reasons)}</span>;
  }
  return (
    <span className={classes.standing}>
      <CategoryBadge category={item.category} label={shell.categories[item.category]} />
      {item.reviewed ? voc.thread.confirmed : voc.review.proposal(percent(locale, item.confidence))}
    </span>
  );
}
