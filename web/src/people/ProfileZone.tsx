// The time zone in which one sees dates; chosen is saved.
import { Select, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useMutation } from 'urql';
import { INSIDE_MAIN } from '../kit/inside';
import { useMe, useSignedIn } from '../session/me';
import { time } from '../words/dates';
import { usePageWords } from '../words/pages';
import { useLocale } from '../words/words';
import { UpdateProfile } from './profile';
import { announceRefusal } from './refusals';

const MOST_SHOWN = 60;

export function ProfileZone() {
  const words = usePageWords();
  const { own } = words;
  const locale = useLocale();
  const { zone } = useSignedIn();
  const { installation, refresh } = useMe();
  const [{ fetching }, update] = useMutation(UpdateProfile);
  const zones = useMemo(
    () =>
      [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])].map((value) => ({
        value,
        label: value.replaceAll('_', ' '),
      })),
    [],
  );
  const choose = async (next: string | null) => {
    const { error } = await update({ input: { zone: next } });
    if (error) announceRefusal(words, error);
    else refresh();
  };
  return (
    <>
      <Select
        aria-label={own.zone}
        placeholder={own.zoneDefault(installation?.zone ?? '')}
        value={zone}
        disabled={fetching}
        onChange={(next) => void choose(next)}
        data={zones}
        searchable
        limit={MOST_SHOWN}
        clearable
        clearButtonProps={{ 'aria-label': own.zoneDefault(installation?.zone ?? '') }}
        nothingFoundMessage={own.zoneNone}
        comboboxProps={{ portalProps: INSIDE_MAIN }}
        maw={340}
      />
      <Text size="xs" c="dimmed" mt={6}>
        {own.now(time(locale, new Date().toISOString()))}
      </Text>
    </>
  );
}
