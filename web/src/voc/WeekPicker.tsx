// All weeks since the first item, newest first; found by name or by date.
import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useMe } from '../session/me';
import { useLocale, useWords } from '../words/words';
import classes from './voc.module.css';
import { runningWeek, shortSpanOf, weeksDownFrom } from './weeks';

type Props = {
  value: string | null;
  firstWeek: string | null;
  onChange: (week: string | null) => void;
  /** A word for no week at all, where that is a choice. */
  none?: string;
  className?: string;
};

export function WeekPicker({ value, firstWeek, onChange, none, className }: Props) {
  const { voc } = useWords();
  const locale = useLocale();
  const { installation } = useMe();
  const zone = installation?.zone ?? 'Asia/Seoul';
  const weeks = useMemo(() => {
    const running = runningWeek(zone);
    // A week of the address that lies before the first item still has a name here.
    const first = value && firstWeek && value < firstWeek ? value : (firstWeek ?? value);
    return weeksDownFrom(running, first).map((week) => ({
      value: week,
      label: `${week} · ${week === running ? voc.weekly.running : shortSpanOf(locale, week)}`,
    }));
  }, [zone, firstWeek, value, locale, voc]);
  return (
    <Select
      aria-label={voc.weekly.week}
      data={weeks}
      value={value}
      onChange={onChange}
      placeholder={none}
      clearable={none !== undefined}
      allowDeselect={false}
      searchable
      selectFirstOptionOnChange
      nothingFoundMessage="–"
      // The list scrolls itself: it needs no scroll area, and it stays inside its landmark and the full screen.
      withScrollArea={false}
      classNames={{ options: classes.weeks }}
      comboboxProps={{ shadow: 'md', width: 250, position: 'bottom-end', withinPortal: false }}
      className={className}
    />
  );
}
