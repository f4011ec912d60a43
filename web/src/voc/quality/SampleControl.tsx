// Which share is looked at twice: a sentence for all, a field for those who may change it.
import { Button, NumberInput, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useMutation } from 'urql';
import { sayError } from '../../kit/errors';
import { Moment } from '../../kit/Moment';
import { useQualityWords } from '../../words/quality';
import { useLocale, useWords } from '../../words/words';
import { count } from '../numbers';
import { type Sample, SetSample } from './quality.gql';
import classes from './quality.module.css';

export function SampleControl({ sample }: { sample: Sample }) {
  const words = useWords();
  const quality = useQualityWords();
  const locale = useLocale();
  const [percent, setPercent] = useState<string | number>(sample.percent);
  const [{ fetching }, set] = useMutation(SetSample);
  if (!sample.abilities.change) {
    return (
      <Text size="sm" c="dimmed" mb="lg">
        {quality.sample(count(locale, sample.percent))}
      </Text>
    );
  }
  const whole = typeof percent === 'number' && Number.isInteger(percent);
  const save = async () => {
    if (typeof percent !== 'number') return;
    const { error } = await set({ input: { percent } });
    notifications.show({
      ...(error ? { color: 'red' } : {}),
      message: error
        ? (sayError(words, error) ?? words.shell.errors.other)
        : quality.sampleSaved(count(locale, percent)),
      closeButtonProps: { 'aria-label': words.shell.close },
    });
  };
  return (
    <form
      className={classes.sample}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <NumberInput
        label={quality.sampleLabel}
        description={quality.sampleHint}
        value={percent}
        onChange={setPercent}
        min={0}
        max={100}
        clampBehavior="strict"
        allowDecimal={false}
        hideControls
        w={320}
        maw="100%"
      />
      <Button
        type="submit"
        variant="default"
        loading={fetching}
        disabled={!whole || percent === sample.percent}
      >
        {quality.sampleSave}
      </Button>
      {sample.changedBy && sample.changedAt && (
        <Text size="xs" c="dimmed">
          {quality.sampleBy(sample.changedBy.name)} <Moment at={sample.changedAt} span />
        </Text>
      )}
    </form>
  );
}
