// One agreement as a figure: kappa, how many agree, of how many; with its definition beside it.
import { Anchor, Paper, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { Definition, Sentence } from '../../kit/Definition';
import { useQualityWords } from '../../words/quality';
import { useLocale } from '../../words/words';
import { count, percent } from '../numbers';
import { kappaText } from './kappa';
import type { Agreement } from './quality.gql';
import classes from './quality.module.css';

type Props = {
  name: string;
  means: string;
  agreement: Agreement;
  /** Where its items are; null where the reader may not see them. */
  to: string | null;
};

export function AgreementCard({ name, means, agreement, to }: Props) {
  const words = useQualityWords();
  const locale = useLocale();
  const items = words.items(count(locale, agreement.n));
  return (
    <Paper withBorder className={classes.card}>
      <div className={classes.cardHead}>
        <Title order={2} size="h6">
          {name}
        </Title>
        <Definition label={words.about(name)}>
          <Sentence>{means}</Sentence>
          <Sentence title={words.kappa}>{words.kappaMeans}</Sentence>
          <Text size="xs" c="dimmed">
            {words.weekMeans}
          </Text>
        </Definition>
      </div>
      <div className={classes.kappa}>
        <small>{words.kappa}</small>
        {kappaText(locale, agreement)}
      </div>
      <Text size="sm" className={classes.tabular}>
        {words.share} {agreement.share === null ? words.none : percent(locale, agreement.share)} ·{' '}
        {to && agreement.n > 0 ? (
          <Anchor
            underline="always"
            component={Link}
            to={to}
            inherit
            aria-label={words.itemsOf(name, count(locale, agreement.n))}
          >
            {items}
          </Anchor>
        ) : (
          items
        )}
      </Text>
      {agreement.noKappa && (
        <Text size="xs" c="dimmed" mt={4}>
          {words.noKappa[agreement.noKappa]}
        </Text>
      )}
    </Paper>
  );
}
