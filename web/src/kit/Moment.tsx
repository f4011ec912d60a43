// A moment as people say it, the exact one on hover.
import { Text, type TextProps } from '@mantine/core';
import { ago, exact } from '../words/dates';
import { useLocale } from '../words/words';

export function Moment({ at, ...rest }: { at: string } & TextProps) {
  const locale = useLocale();
  return (
    <Text component="time" dateTime={at} title={exact(locale, at)} size="xs" c="dimmed" {...rest}>
      {ago(locale, at)}
    </Text>
  );
}
