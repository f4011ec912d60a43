// One planning item: what it answers, what was decided and why, where the work is, who was told.
import { Badge, Button, Paper, Text, Title } from '@mantine/core';
import { IconArrowsExchange, IconMapOff, IconPencil, IconPlugConnectedX } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { Failed, Loading, Saying } from '../../kit/states';
import { paths } from '../../paths';
import { Page } from '../../people/Page';
import { refusalOf } from '../../session/client';
import { useHints } from '../../session/live';
import { exact } from '../../words/dates';
import { usePlanningWords } from '../../words/planning';
import { useLocale } from '../../words/words';
import { Chain } from './Chain';
import { ItemVoiceList } from './ItemVoiceList';
import { Needs } from './Needs';
import { type PlanningItem, PlanningItemQuery } from './planning.gql';
import classes from './planning.module.css';
import { Reach } from './Reach';
import { StateBadge } from './StateBadge';
import { useSaying } from './useSaying';
import { WorkLinks } from './WorkLinks';

const DecideDialog = lazy(() => import('./DecideDialog').then((file) => ({ default: file.DecideDialog })));
const EditDialog = lazy(() => import('./EditDialog').then((file) => ({ default: file.EditDialog })));

export default function PlanningItemPage() {
  const { planning, shell } = usePlanningWords();
  const number = Number(useParams().number);
  const known = Number.isInteger(number) && number > 0 && number < 2 ** 31;
  const [{ data, fetching, error }, ask] = useQuery({
    query: PlanningItemQuery,
    variables: { number },
    pause: !known,
  });
  const again = () => ask({ requestPolicy: 'network-only' });
  useHints(({ kind }) => kind === 'PLANNING', again);
  const item = data?.planningItem;
  const missing = refusalOf(error)?.code === 'NOT_FOUND';
  if (item) return <Shown item={item} again={again} />;
  const back = { to: paths.planning, label: planning.toList };
  return (
    <Page title={planning.title} back={back}>
      {error && !missing ? (
        <Failed
          icon={<IconPlugConnectedX size={28} />}
          title={shell.failedTitle}
          text={shell.failed}
          retry={shell.retry}
          onRetry={again}
        />
      ) : fetching ? (
        <Loading label={shell.loading} />
      ) : (
        <Saying icon={<IconMapOff size={28} />} title={planning.missingTitle}>
          {planning.missing}
        </Saying>
      )}
    </Page>
  );
}

function Shown({ item, again }: { item: PlanningItem; again: () => void }) {
  const { planning } = usePlanningWords();
  const say = useSaying();
  const [open, setOpen] = useState<'edit' | 'decide' | null>(null);
  const close = () => setOpen(null);
  const actions = item.abilities.plan && (
    <>
      <Button
        variant="default"
        leftSection={<IconPencil size={16} aria-hidden />}
        onClick={() => setOpen('edit')}
      >
        {planning.edit}
      </Button>
      <Button leftSection={<IconArrowsExchange size={16} aria-hidden />} onClick={() => setOpen('decide')}>
        {planning.decide}
      </Button>
    </>
  );
  const lead = (
    <span className={classes.rowHead}>
      <StateBadge state={item.state} />
      <Badge variant="default" tt="none">
        {planning.kinds[item.kind]}
      </Badge>
      {item.release && <span>{planning.releaseOf(item.release)}</span>}
      {item.public && <span>{planning.onRoadmap}</span>}
      {item.owner && <span>{planning.ownedBy(item.owner.name)}</span>}
    </span>
  );
  return (
    <Page
      title={`#${item.number} ${item.title}`}
      lead={lead}
      back={{ to: paths.planning, label: planning.toList }}
      actions={actions}
    >
      <div className={classes.columns}>
        <div>
          <Paper withBorder component="section" className={classes.panel} aria-labelledby="planning-reach">
            <Title order={2} size="sm" mb="xs" id="planning-reach">
              {planning.reach}
            </Title>
            <Reach reach={item.reach} />
            {item.description && (
              <Text size="sm" mt="sm" className={classes.said}>
                {item.description}
              </Text>
            )}
          </Paper>
          {(item.state === 'SHIPPED' || item.state === 'DECLINED') && <Chain item={item} />}
          <ItemVoiceList item={item} />
        </div>
        <div>
          <Needs item={item} onChanged={again} />
          <Decisions item={item} />
          <ContactWords item={item} />
          <WorkLinks item={item} onChanged={again} />
        </div>
      </div>
      <Suspense>
        {open === 'edit' && (
          <EditDialog
            item={item}
            onClose={close}
            onSaved={() => {
              close();
              say.done(planning.saved);
              again();
            }}
          />
        )}
        {open === 'decide' && (
          <DecideDialog
            item={item}
            onClose={close}
            onDecided={(state) => {
              close();
              say.done(planning.decided(planning.states[state]));
              again();
            }}
          />
        )}
      </Suspense>
    </Page>
  );
}

function Decisions({ item }: { item: PlanningItem }) {
  const { planning } = usePlanningWords();
  const locale = useLocale();
  return (
    <Paper withBorder component="section" className={classes.panel} aria-labelledby="planning-log">
      <Title order={2} size="sm" mb="sm" id="planning-log">
        {planning.log}
      </Title>
      <ol className={classes.log}>
        {item.decisions.map((each) => (
          <li key={`${each.at} ${each.to}`}>
            <Text size="sm" fw={600}>
              {planning.logLine(
                each.from ? planning.states[each.from] : planning.made,
                planning.states[each.to],
              )}
            </Text>
            <Text size="sm" className={classes.said}>
              {each.reason}
            </Text>
            <Text size="xs" c="dimmed">
              {each.actor.name} · {exact(locale, each.at)}
            </Text>
          </li>
        ))}
      </ol>
    </Paper>
  );
}

function ContactWords({ item }: { item: PlanningItem }) {
  const { planning } = usePlanningWords();
  const { titleKo, titleEn, bodyKo, bodyEn } = item.wording;
  return (
    <Paper withBorder component="section" className={classes.panel} aria-labelledby="planning-words">
      <Title order={2} size="sm" mb="xs" id="planning-words">
        {planning.contactWords}
      </Title>
      {!titleKo && !titleEn && (
        <Text size="sm" c="dimmed">
          {planning.noWording}
        </Text>
      )}
      {[
        { lang: 'ko', title: titleKo, body: bodyKo },
        { lang: 'en', title: titleEn, body: bodyEn },
      ].map(
        ({ lang, title, body }) =>
          title && (
            <div key={lang} lang={lang}>
              <Text size="sm" fw={600}>
                {title}
              </Text>
              <Text size="sm" mb="xs" className={classes.said}>
                {body}
              </Text>
            </div>
          ),
      )}
    </Paper>
  );
}
