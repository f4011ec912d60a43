// Who said it, where and when: the quiet line under every quote.
import { Text } from '@mantine/core';
import { useLocale, useWords } from '../words/words';
import { count } from './numbers';
import { SaidAt } from './SaidAt';
import type { Item } from './voc.gql';
import classes from './voc.module.css';

type Line = Pick<Item, 'channel' | 'language' | 'occurredAt' | 'company'> &
  Partial<Pick<Item, 'companySeats'>>;
type Props = { item: Line; language?: boolean; /** How many people the company has. */ seats?: boolean };

export function ItemLine({ item, language = false, seats = false }: Props) {
  const { shell, voc } = useWords();
  const locale = useLocale();
  return (
    <span className={classes.line}>
      <Text span inherit fw={600} className={classes.company}>
        {item.company?.name ?? voc.noCompany}
      </Text>
      {seats && typeof item.companySeats === 'number' && (
        <span>{voc.review.seats(count(locale, item.companySeats))}</span>
      )}
      <span>{shell.channels[item.channel]}</span>
      {language && <span>{voc.languages[item.language] ?? item.language}</span>}
      <SaidAt item={item} />
    </span>
  );
}
