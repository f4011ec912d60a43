// The chosen item in full, and everything that can be decided about it.
import { Anchor, Button, Divider, Kbd, Select, Text, Title } from '@mantine/core';
import { IconArrowBackUp, IconArrowUpRight, IconCheck, IconClockEdit } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { CategoryBadge } from '../../kit/CategoryBadge';
import { Moment } from '../../kit/Moment';
import { useNeedsWords } from '../../words/needs';
import { useLocale, useWords } from '../../words/words';
import { Confidence } from '../Confidence';
import { useSaying } from '../needs/said';
import { SaysTheSame } from '../needs/SaysTheSame';
import { INSIDE_MAIN } from '../../kit/inside';
import { percent } from '../numbers';
import { useOriginal } from '../original';
import { choose, type Decision } from '../useDecide';
import type { Area, Item } from '../voc.gql';
import { Choices } from './Choices';
import { SaidAt } from '../SaidAt';
import classes from './review.module.css';
import { ItemDescription } from './ItemDescription';
import { WithdrawMenu } from './WithdrawMenu';

const RedateDialog = lazy(() => import('./RedateDialog').then((file) => ({ default: file.RedateDialog })));

type Props = {
  item: Item;
  /** Below its row, which shows the quote already. */
  inline: boolean;
  areas: readonly Area[];
  busy: boolean;
  withdrawing: boolean;
  onWithdrawing: (opened: boolean) => void;
  onDecide: (decision: Decision) => void;
  /** It is in another need, or has another summary or severity. */
  onItem: (item: Item) => void;
};

export function ItemDetail({
  item,
  inline,
  areas,
  busy,
  withdrawing,
  onWithdrawing,
  onDecide,
  onItem,
}: Props) {
  const { shell, voc } = useWords();
  const locale = useLocale();
  const to = useOriginal()(item);
  const { review } = voc;
  const { redating } = useNeedsWords();
  const { say } = useSaying();
  const [redates, setRedating] = useState(false);
  const counted = item.state === 'COUNTED';
  return (
    <div className={classes.detail}>
      <Title order={2} size="h6" c="dimmed" fw={500}>
        {item.company?.name ?? voc.noCompany}
        {item.person && ` · ${item.person.name}`}
        {item.tier && ` · ${shell.tiers[item.tier]}`}
      </Title>
      {!inline && (
        <Text
          component="blockquote"
          className={classes.detailQuote}
          lang={item.language === locale ? undefined : item.language}
        >
          {item.quote}
        </Text>
      )}
      <div className={classes.facts}>
        {!inline && <ItemFacts item={item} />}
        {to && item.thread && (
          <Anchor
            component={Link}
            to={to}
            size="sm"
            className={classes.original}
            aria-label={voc.originalOf(item.thread.heading)}
          >
            {voc.original}
            <IconArrowUpRight size={14} aria-hidden />
          </Anchor>
        )}
        {item.originalUrl && <Elsewhere to={item.originalUrl} />}
        {item.abilities.review && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            leftSection={<IconClockEdit size={14} aria-hidden />}
            onClick={() => setRedating(true)}
          >
            {redating.open}
          </Button>
        )}
      </div>
      {redates && (
        <Suspense>
          <RedateDialog
            item={item}
            onClose={() => setRedating(false)}
            onDone={(after) => {
              setRedating(false);
              say(redating.done(after.week));
              onItem(after);
            }}
          />
        </Suspense>
      )}
      {!inline && <Divider />}
      <div className={classes.proposal} hidden={inline && item.category === item.proposedCategory}>
        {counted ? (
          <CategoryBadge category={item.category} label={shell.categories[item.category]} />
        ) : (
          <Text size="sm" fw={600}>
            {review.withdrawn(item.withdrawnReason ? voc.reasons[item.withdrawnReason] : '')}
          </Text>
        )}
        {item.category === item.proposedCategory ? (
          <Confidence value={item.confidence} />
        ) : (
          <Text size="xs" c="dimmed">
            {review.proposed(shell.categories[item.proposedCategory], percent(locale, item.confidence))}
          </Text>
        )}
      </div>
      {item.opinion && (
        <Text size="xs" c="dimmed">
          {review.opinion(item.opinion.model, shell.categories[item.opinion.category])} “
          {item.opinion.summary}”
        </Text>
      )}
      {item.codedBy && (
        <Text size="xs" c="dimmed">
          {review.by(item.codedBy.name)} {item.codedAt && <Moment at={item.codedAt} span />}
        </Text>
      )}
      {item.abilities.review ? (
        <>
          {counted && (
            <Choices
              legend={review.decide}
              chosen={item.category}
              disabled={busy}
              onChoose={(category) => onDecide(choose(item, category))}
            />
          )}
          <div className={classes.actions}>
            {counted ? (
              <>
                <Button
                  disabled={busy}
                  leftSection={<IconCheck size={16} aria-hidden />}
                  rightSection={
                    <Kbd size="xs" aria-hidden>
                      ↵
                    </Kbd>
                  }
                  onClick={() => onDecide({ kind: 'CONFIRM' })}
                >
                  {review.confirmAs(shell.categories[item.category])}
                </Button>
                <WithdrawMenu
                  opened={withdrawing}
                  onOpened={onWithdrawing}
                  disabled={busy}
                  onReason={(reason) => onDecide({ kind: 'WITHDRAW', reason })}
                />
              </>
            ) : (
              <Button
                variant="default"
                disabled={busy}
                leftSection={<IconArrowBackUp size={16} aria-hidden />}
                rightSection={
                  <Kbd size="xs" aria-hidden>
                    Z
                  </Kbd>
                }
                onClick={() => onDecide({ kind: 'RESTORE' })}
              >
                {review.restore}
              </Button>
            )}
          </div>
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {review.readOnly}
        </Text>
      )}
      <AreaSelect
        item={item}
        areas={areas}
        disabled={busy}
        onChange={(areaId) => onDecide({ kind: 'AREA', areaId })}
      />
      <ItemDescription key={`words ${item.id}`} item={item} disabled={busy} onSaved={onItem} />
      <SaysTheSame key={item.id} item={item} keys onNeed={(need) => onItem({ ...item, need })} />
    </div>
  );
}

/** The original in another program, or on another page of ours: a path or an address. */
function Elsewhere({ to }: { to: string }) {
  const { elsewhere } = useNeedsWords();
  const words = (
    <>
      {elsewhere}
      <IconArrowUpRight size={14} aria-hidden />
    </>
  );
  return to.startsWith('/') ? (
    <Anchor component={Link} to={to} size="sm" className={classes.original}>
      {words}
    </Anchor>
  ) : (
    <Anchor href={to} target="_blank" rel="noreferrer" size="sm" className={classes.original}>
      {words}
    </Anchor>
  );
}

function ItemFacts({ item }: { item: Item }) {
  const { shell, voc } = useWords();
  return (
    <>
      <span>{shell.channels[item.channel]}</span>
      <span>{voc.languages[item.language] ?? item.language}</span>
      <SaidAt item={item} />
    </>
  );
}

type AreaProps = {
  item: Item;
  areas: readonly Area[];
  disabled: boolean;
  onChange: (areaId: string | null) => void;
};

function AreaSelect({ item, areas, disabled, onChange }: AreaProps) {
  const { voc } = useWords();
  const locale = useLocale();
  return (
    <Select
      label={voc.review.area}
      placeholder={voc.noArea}
      value={item.productArea?.id ?? null}
      onChange={onChange}
      readOnly={!item.abilities.setArea}
      disabled={disabled}
      data={areas.map(({ id, nameKo, nameEn }) => ({ value: id, label: locale === 'ko' ? nameKo : nameEn }))}
      clearable={item.abilities.setArea}
      searchable={item.abilities.setArea}
      maxDropdownHeight={280}
      comboboxProps={{ portalProps: INSIDE_MAIN }}
    />
  );
}
