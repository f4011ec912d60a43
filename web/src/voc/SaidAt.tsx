// When something was said. Of what was asked on a board only the day is known, and it says so.
import { Text } from '@mantine/core';
import { Moment } from '../kit/Moment';
import { day } from '../words/dates';
import { useLocale } from '../words/words';
import type { Item } from './voc.gql';

export function SaidAt({ item: { channel, occurredAt } }: { item: Pick<Item, 'channel' | 'occurredAt'> }) {
  const locale = useLocale();
  if (channel !== 'COMMUNITY') return <Moment at={occurredAt} span />;
  return (
    <Text span size="xs" c="dimmed">
      {day(locale, occurredAt)}
    </Text>
  );
}
