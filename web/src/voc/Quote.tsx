// What was said, as it was said. Long ones are cut to three lines and opened by a button.
import { Anchor, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useLocale, useWords } from '../words/words';
import type { Item } from './voc.gql';
import classes from './voc.module.css';

/** More than three lines on a laptop: by its length or its line breaks. */
const isLong = (quote: string): boolean => quote.length > 170 || quote.split('\n').length > 3;

export function Quote({ item }: { item: Pick<Item, 'quote' | 'language'> }) {
  const { shell } = useWords();
  const locale = useLocale();
  const [opened, { toggle }] = useDisclosure();
  const long = isLong(item.quote);
  return (
    <>
      <Text
        component="blockquote"
        lineClamp={long && !opened ? 3 : undefined}
        className={classes.quote}
        lang={item.language === locale ? undefined : item.language}
      >
        {item.quote}
      </Text>
      {long && (
        <Anchor
          component="button"
          type="button"
          size="sm"
          aria-expanded={opened}
          onClick={toggle}
          className={classes.unfold}
        >
          {opened ? shell.close : shell.more}
        </Anchor>
      )}
    </>
  );
}
