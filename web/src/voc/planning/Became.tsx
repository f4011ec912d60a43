// What became of something, in the words meant for contacts.
import { Text } from '@mantine/core';
import type { PlanningState } from '../../gql/words';
import { day } from '../../words/dates';
import { usePlanningWords } from '../../words/planning';
import { useLocale } from '../../words/words';
import classes from './planning.module.css';
import { StateBadge } from './StateBadge';

export type PlanWords = {
  id: string;
  state: PlanningState;
  titleKo: string | null;
  titleEn: string | null;
  bodyKo: string | null;
  bodyEn: string | null;
  release: string | null;
  decidedAt: string | null;
};

type Props = {
  plan: PlanWords;
  headed: 2 | 3;
  /** Where the section says already in which state all of it is. */
  stated?: boolean;
};

export function Became({ plan, headed, stated = false }: Props) {
  const { planning } = usePlanningWords();
  const locale = useLocale();
  const korean = { lang: 'ko', title: plan.titleKo, body: plan.bodyKo };
  const english = { lang: 'en', title: plan.titleEn, body: plan.bodyEn };
  const [own, other] = locale === 'ko' ? [korean, english] : [english, korean];
  const said = own.title ? own : other;
  return (
    <>
      <span className={classes.rowHead}>
        <Text
          component={headed === 2 ? 'h2' : 'h3'}
          m={0}
          fw={600}
          lang={said.title && said.lang !== locale ? said.lang : undefined}
        >
          {said.title ?? planning.inWork[plan.state]}
        </Text>
        {!stated && said.title && <StateBadge state={plan.state} />}
      </span>
      {said.body && (
        <Text size="sm" className={classes.said} lang={said.lang === locale ? undefined : said.lang}>
          {said.body}
        </Text>
      )}
      {(plan.decidedAt ?? plan.release) && (
        <span className={classes.facts}>
          {plan.decidedAt && <span>{day(locale, plan.decidedAt)}</span>}
          {plan.release && <span>{planning.releaseOf(plan.release)}</span>}
        </span>
      )}
    </>
  );
}
