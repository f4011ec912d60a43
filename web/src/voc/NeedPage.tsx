// One need: its figures, the sentences behind them, whose they are, and what people did with it.
import { Alert, Anchor, Button, Text, Title } from '@mantine/core';
import { IconArrowMerge, IconPencil, IconPlugConnectedX, IconZoomQuestion } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Failed, Loading, Saying } from '../kit/states';
import { paths } from '../paths';
import { Page } from '../people/Page';
import { refusalOf } from '../session/client';
import { useHints } from '../session/live';
import { useNeedsWords } from '../words/needs';
import { useLocale, useWords } from '../words/words';
import { JoinItems } from './needs/JoinItems';
import { MergeNeed } from './needs/MergeNeed';
import { NeedFigures } from './needs/NeedFigures';
import { NeedForm } from './needs/NeedForm';
import { NeedHistory } from './needs/NeedHistory';
import { NeedItems } from './needs/NeedItems';
import classes from './needs/needs.module.css';
import { NeedQuery, type WholeNeed } from './needs/needs.gql';
import { count } from './numbers';
import { PlansOfNeed } from './planning/PlansOfNeed';

export default function NeedPage() {
  const { shell } = useWords();
  const needs = useNeedsWords();
  const number = Number(useParams().number);
  const known = Number.isInteger(number) && number > 0 && number < 2 ** 31;
  const [{ data, error, fetching }, again] = useQuery({
    query: NeedQuery,
    variables: { number },
    pause: !known,
  });
  const refresh = () => again({ requestPolicy: 'network-only' });
  useHints((hint) => hint.kind === 'VOC', refresh);
  const need = data?.need.number === number ? data.need : null;
  if (need) return <Whole key={need.id} need={need} onChanged={refresh} />;
  if (known && fetching) return <Loading label={shell.loading} />;
  if (!known || refusalOf(error)?.code === 'NOT_FOUND') {
    return (
      <Saying
        order={1}
        icon={<IconZoomQuestion size={28} />}
        title={needs.noMatchTitle}
        action={
          <Button component={Link} to={paths.needs} variant="light">
            {needs.back}
          </Button>
        }
      />
    );
  }
  return (
    <Failed
      icon={<IconPlugConnectedX size={28} />}
      title={shell.failedTitle}
      text={shell.failed}
      retry={shell.retry}
      onRetry={refresh}
    />
  );
}

type Opened = 'edit' | 'join' | 'merge' | null;

function Whole({ need, onChanged }: { need: WholeNeed; onChanged: () => void }) {
  const needs = useNeedsWords();
  const locale = useLocale();
  const { hash } = useLocation();
  const [opened, setOpened] = useState<Opened>(null);
  const [round, setRound] = useState(0);
  const close = () => setOpened(null);
  const changed = () => {
    setRound((before) => before + 1);
    onChanged();
  };
  // A number leads to its rows.
  useEffect(() => {
    const part = hash && document.getElementById(hash.slice(1));
    if (!part) return;
    part.scrollIntoView({ block: 'start' });
    part.focus({ preventScroll: true });
  }, [hash]);
  const area = need.productArea && (locale === 'ko' ? need.productArea.nameKo : need.productArea.nameEn);
  const actions = need.abilities.sort && (
    <>
      <Button
        variant="default"
        leftSection={<IconPencil size={16} aria-hidden />}
        onClick={() => setOpened('edit')}
      >
        {needs.edit}
      </Button>
      <Button
        variant="default"
        leftSection={<IconArrowMerge size={16} aria-hidden />}
        onClick={() => setOpened('merge')}
      >
        {needs.merge}
      </Button>
    </>
  );
  return (
    <Page
      title={need.title}
      lead={[needs.number(need.number), area ?? needs.noArea].join(' · ')}
      back={{ to: paths.needs, label: needs.back }}
      actions={actions}
    >
      {need.mergedInto && (
        <Alert color="gray" title={needs.mergedInto} mb="md">
          <Anchor underline="always" component={Link} to={paths.need(need.mergedInto.number)}>
            {needs.mergedTo(need.mergedInto.title)}
          </Anchor>
        </Alert>
      )}
      {need.description && <p className={classes.description}>{need.description}</p>}
      <NeedFigures need={need} />
      <div className={classes.columns}>
        <NeedItems need={need} round={round} onJoin={() => setOpened('join')} onChanged={onChanged} />
        <div className={classes.side}>
          <PlansOfNeed need={need} />
          <Companies need={need} />
          <NeedHistory need={need} onChanged={changed} />
        </div>
      </div>
      {opened === 'edit' && (
        <NeedForm
          need={need}
          onClose={close}
          onDone={() => {
            close();
            onChanged();
          }}
        />
      )}
      {opened === 'join' && <JoinItems need={need} onClose={close} onJoined={changed} />}
      {opened === 'merge' && <MergeNeed need={need} onClose={close} onMerged={changed} />}
    </Page>
  );
}

function Companies({ need }: { need: WholeNeed }) {
  const needs = useNeedsWords();
  const locale = useLocale();
  return (
    <section aria-labelledby="companies">
      <Title order={2} size="h5" id="companies" tabIndex={-1}>
        {needs.whose}
      </Title>
      {need.companies.length === 0 ? (
        <Text size="sm" c="dimmed">
          {needs.noCompanies}
        </Text>
      ) : (
        <ul className={classes.companies}>
          {need.companies.map(({ company, mentions, seats }) => (
            <li key={company.id}>
              <Anchor underline="always" component={Link} to={paths.company(company.handle)} size="sm">
                {company.name}
              </Anchor>
              <span>
                <Anchor
                  underline="always"
                  component={Link}
                  to={`?${new URLSearchParams({ company: company.id })}#items`}
                  size="sm"
                  aria-label={`${company.name}: ${needs.mentions} ${count(locale, mentions)}`}
                >
                  {needs.mentions} {count(locale, mentions)}
                </Anchor>{' '}
                · {needs.seatsOf(count(locale, seats))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
