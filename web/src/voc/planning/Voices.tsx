// Words behind planning items, each with whether whoever said it was told, or why they cannot be.
import { Anchor, Text } from '@mantine/core';
import { IconArrowUpRight, IconCheck, IconClock, IconX } from '@tabler/icons-react';
import { Link } from 'react-router';
import { CategoryBadge } from '../../kit/CategoryBadge';
import { paths } from '../../paths';
import { useMe } from '../../session/me';
import { usePlanningWords } from '../../words/planning';
import { ago, day } from '../../words/dates';
import { useLocale } from '../../words/words';
import type { Voice } from './planning.gql';
import classes from './planning.module.css';

export function Voices({ voices, of = false }: { voices: readonly Voice[]; of?: boolean }) {
  return (
    <ul className={classes.list} role="list">
      {voices.map((voice) => (
        <VoiceLine key={`${voice.itemId} ${voice.planningItem.id}`} voice={voice} of={of} />
      ))}
    </ul>
  );
}

function VoiceLine({ voice, of }: { voice: Voice; of: boolean }) {
  const { planning, shell, voc } = usePlanningWords();
  const locale = useLocale();
  const { me } = useMe();
  const { thread, planningItem } = voice;
  const to =
    thread &&
    (me?.abilities.answer
      ? paths.inboxThread(thread.id)
      : paths.thread(thread.space.company.handle, thread.id));
  return (
    <li className={classes.row}>
      <Text
        component="blockquote"
        m={0}
        mb={4}
        lineClamp={3}
        className={classes.said}
        lang={voice.language === locale ? undefined : voice.language}
      >
        {voice.quote}
      </Text>
      <span className={classes.facts}>
        <CategoryBadge category={voice.category} label={shell.categories[voice.category]} quiet />
        <span>{voice.company?.name ?? voc.noCompany}</span>
        <span>{voice.person?.name ?? planning.unknown}</span>
        <span>{shell.channels[voice.channel]}</span>
        <span>{day(locale, voice.occurredAt)}</span>
        {to && (
          <Anchor
            underline="always"
            component={Link}
            to={to}
            size="sm"
            aria-label={`${planning.original}: ${thread.heading}`}
          >
            {planning.original}
            <IconArrowUpRight size={14} aria-hidden />
          </Anchor>
        )}
        {voice.originalUrl?.startsWith('/') && (
          <Anchor underline="always" component={Link} to={voice.originalUrl} size="sm">
            {voice.couldNot === 'ANONYMOUS' ? planning.answerThere : planning.original}
            <IconArrowUpRight size={14} aria-hidden />
          </Anchor>
        )}
        {of && (
          <Anchor underline="always" component={Link} to={paths.planningItem(planningItem.number)} size="sm">
            #{planningItem.number} {planningItem.title}
          </Anchor>
        )}
      </span>
      <span className={classes.facts}>
        {voice.toldAt ? (
          <span className={classes.fact}>
            <IconCheck size={14} aria-hidden /> {planning.told(ago(locale, voice.toldAt))}
          </span>
        ) : voice.couldNot ? (
          <span className={classes.fact}>
            <IconX size={14} aria-hidden /> {planning.couldNot[voice.couldNot]}
          </span>
        ) : (
          <span className={classes.fact}>
            <IconClock size={14} aria-hidden /> {planning.willTell(planning.languages[voice.locale])}
          </span>
        )}
      </span>
    </li>
  );
}
