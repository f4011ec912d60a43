// The filters of the review, each in the address.
import { Button, CloseButton, Pill, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconFilter, IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { CATEGORIES, CHANNELS, TIERS } from '../../gql/words';
import { useLocale, useWords } from '../../words/words';
import { INSIDE_MAIN } from '../../kit/inside';
import { type Area, FirstWeekQuery } from '../voc.gql';
import { WeekPicker } from '../WeekPicker';
import { CompanyFilter } from './CompanyFilter';
import { ORDERS, VIEWS, type useFilters } from './filters';
import classes from './review.module.css';

type Props = ReturnType<typeof useFilters> & { areas: readonly Area[] };

export function ReviewFilters({ filters, change, clear, narrowed, areas }: Props) {
  const { shell, voc } = useWords();
  const locale = useLocale();
  const [{ data }] = useQuery({ query: FirstWeekQuery });
  const { review } = voc;
  // On a phone they wait until they are wanted: the words to read come first.
  const [more, setMore] = useState(false);
  return (
    <div className={classes.filters}>
      <SegmentedControl
        value={filters.view}
        onChange={(view) => change({ view })}
        data={VIEWS.map((value) => ({ value, label: review.views[value] }))}
        aria-label={review.view}
        className={classes.views}
      />
      <Select
        aria-label={review.order}
        value={filters.order}
        onChange={(order) => change({ order })}
        data={ORDERS.map((value) => ({ value, label: review.orders[value] }))}
        allowDeselect={false}
        comboboxProps={{ portalProps: INSIDE_MAIN }}
        className={classes.order}
      />
      <span className={classes.lineEnd} />
      <Search value={filters.search} onChange={(search) => change({ search })} />
      <Button
        variant="default"
        hiddenFrom="sm"
        leftSection={<IconFilter size={16} aria-hidden />}
        aria-expanded={more}
        aria-controls="review-filters"
        onClick={() => setMore((shown) => !shown)}
      >
        {review.moreFilters}
      </Button>
      <div id="review-filters" className={classes.more} data-open={more || undefined}>
        <Select
          aria-label={review.category}
          placeholder={review.allCategories}
          value={filters.category}
          onChange={(category) => change({ category })}
          data={CATEGORIES.map((value) => ({ value, label: shell.categories[value] }))}
          clearable
          comboboxProps={{ portalProps: INSIDE_MAIN }}
          className={classes.filter}
        />
        <Select
          aria-label={review.channel}
          placeholder={review.allChannels}
          value={filters.channel}
          onChange={(channel) => change({ channel })}
          data={CHANNELS.map((value) => ({ value, label: shell.channels[value] }))}
          clearable
          comboboxProps={{ portalProps: INSIDE_MAIN }}
          className={classes.filter}
        />
        <Select
          aria-label={review.area}
          placeholder={review.allAreas}
          value={filters.area}
          onChange={(area) => change({ area })}
          data={[
            { value: 'NONE', label: voc.noArea },
            ...areas.map(({ id, nameKo, nameEn }) => ({
              value: id,
              label: locale === 'ko' ? nameKo : nameEn,
            })),
          ]}
          clearable
          searchable
          comboboxProps={{ portalProps: INSIDE_MAIN }}
          className={classes.filter}
        />
        <CompanyFilter value={filters.company} onChange={(company) => change({ company })} />
        <Select
          aria-label={review.tier}
          placeholder={review.allTiers}
          value={filters.tier}
          onChange={(tier) => change({ tier })}
          data={TIERS.map((value) => ({ value, label: shell.tiers[value] }))}
          clearable
          comboboxProps={{ portalProps: INSIDE_MAIN }}
          className={classes.filter}
        />
        <WeekPicker
          value={filters.week}
          firstWeek={data?.weeklyVoc.firstWeek ?? null}
          onChange={(week) => change({ week })}
          none={review.allWeeks}
          className={classes.weekFilter}
        />
      </div>
      {filters.proposed && (
        <Dropped
          label={review.proposedAs(shell.categories[filters.proposed])}
          onDrop={() => change({ proposed: null })}
        />
      )}
      {filters.toWeek && (
        <Dropped label={review.upTo(filters.toWeek)} onDrop={() => change({ toWeek: null })} />
      )}
      {filters.origin && (
        <Dropped label={review.origins[filters.origin]} onDrop={() => change({ origin: null })} />
      )}
      {narrowed && (
        <Button variant="subtle" color="gray" onClick={clear}>
          {review.clear}
        </Button>
      )}
    </div>
  );
}

/** What came with the address and has no field of its own. */
function Dropped({ label, onDrop }: { label: string; onDrop: () => void }) {
  const { voc } = useWords();
  return (
    <Pill
      size="md"
      withRemoveButton
      removeButtonProps={{ 'aria-label': voc.review.drop(label), 'aria-hidden': false, tabIndex: 0 }}
      onRemove={onDrop}
    >
      {label}
    </Pill>
  );
}

function Search({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { shell, voc } = useWords();
  const [text, setText] = useState(value);
  const tell = useDebouncedCallback(onChange, 300);
  // Cleared or gone back from outside.
  useEffect(() => setText(value), [value]);
  return (
    <TextInput
      type="search"
      aria-label={voc.review.search}
      placeholder={voc.review.search}
      maxLength={100}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        text && (
          <CloseButton
            size="sm"
            aria-label={`${voc.review.search}: ${shell.close}`}
            onClick={() => {
              setText('');
              onChange('');
            }}
          />
        )
      }
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        tell(event.currentTarget.value.trim());
      }}
      className={classes.search}
    />
  );
}
