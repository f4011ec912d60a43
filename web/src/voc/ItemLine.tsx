// Who said it, where and when: the quiet line under every quote.
import { Text } from '@mantine/core';
import { Moment } from '../kit/Moment';
import { useWords } from '../words/words';
import type { Item } from './voc.gql';
import classes from './voc.module.css';

type Line = Pick<Item, 'channel' | 'language' | 'occurredAt' | 'company'>;

export function ItemLine({ item, language = false }: { item: Line; language?: boolean }) {
  const { shell, voc } = useWords();
  return (
    <span className={classes.line}>
      <Text span inherit fw={600} className={classes.company}>
        {item.company?.name ?? voc.noCompany}
      </Text>
      <span>{shell.channels[item.channel]}</span>
      {language && <span>{voc.languages[item.language] ?? item.language}</span>}
      <Moment at={item.occurredAt} span />
    </span>
  );
}
