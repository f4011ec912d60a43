// How far people agree with one another and the model with people: twelve weeks, or one of them.
import { Anchor, Button, Table, Title } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { sayError } from '../../kit/errors';
import { Failed, Loading } from '../../kit/states';
import { paths } from '../../paths';
import { useQualityWords } from '../../words/quality';
import { useLocale, useWords } from '../../words/words';
import { count, percent } from '../numbers';
import { AgreementCard } from './AgreementCard';
import { Confusion } from './Confusion';
import { kappaText } from './kappa';
import { outsideOf, reviewedOf, twiceOf, type Weeks } from './links';
import { type Agreement, AgreementQuery, type Figures, type Sample } from './quality.gql';
import classes from './quality.module.css';
import { SampleControl } from './SampleControl';

export function AgreementShow({ sample }: { sample: Sample | null }) {
  const words = useWords();
  const quality = useQualityWords();
  const [params] = useSearchParams();
  const [{ data, error }, again] = useQuery({ query: AgreementQuery });
  const figures = data?.categoryAgreement;
  if (!figures) {
    if (!error) return <Loading label={quality.loading} />;
    return (
      <Failed
        icon={<IconPlugConnectedX size={28} />}
        title={words.shell.failedTitle}
        text={sayError(words, error) ?? words.shell.failed}
        retry={words.shell.retry}
        onRetry={() => again({ requestPolicy: 'network-only' })}
      />
    );
  }
  const week = figures.weeks.find((each) => each.week === params.get('week')) ?? null;
  const { people, model } = week ?? figures;
  const { outside } = figures;
  const allWeeks: Weeks = { week: figures.fromWeek, toWeek: figures.toWeek };
  const weeks: Weeks = week ? { week: week.week, toWeek: week.week } : allWeeks;
  const named = sample?.abilities.readCoders ?? false;
  return (
    <>
      {sample && <SampleControl key={sample.percent} sample={sample} />}
      <div className={classes.tools}>
        <Title order={2} size="h5">
          {week ? quality.chosenWeek(week.week) : quality.weeks(figures.fromWeek, figures.toWeek)}
        </Title>
        {week && (
          <Button component={Link} to={paths.quality} variant="subtle" size="compact-sm">
            {quality.allWeeks}
          </Button>
        )}
      </div>
      <div className={classes.cards}>
        <AgreementCard
          name={quality.people}
          means={quality.peopleMeans}
          agreement={people}
          to={named ? twiceOf(weeks) : null}
        />
        <AgreementCard
          name={quality.withModel}
          means={quality.withModelMeans}
          agreement={model}
          to={reviewedOf(weeks)}
        />
        {outside.n > 0 && (
          <AgreementCard
            name={quality.outside}
            means={quality.outsideMeans}
            agreement={outside}
            to={outsideOf(allWeeks)}
          />
        )}
      </div>
      <Title order={2} size="h6" className={classes.section}>
        {quality.byWeek}
      </Title>
      <WeekTable figures={figures} chosen={week?.week ?? null} named={named} />
      <Title order={2} size="h6" className={classes.section}>
        {quality.confusion} · {quality.people}
      </Title>
      <Confusion
        name={`${quality.confusion} · ${quality.people}`}
        means={quality.confusionPeople}
        confusion={people.confusion}
        to={named ? (first, second) => twiceOf(weeks, { first, second }) : null}
      />
      <Title order={2} size="h6" className={classes.section}>
        {quality.confusion} · {quality.withModel}
      </Title>
      <Confusion
        name={`${quality.confusion} · ${quality.withModel}`}
        means={quality.confusionModel}
        confusion={model.confusion}
        to={(first, second) => reviewedOf(weeks, { first, second })}
      />
      {outside.n > 0 && (
        <>
          <Title order={2} size="h6" className={classes.section}>
            {quality.confusion} · {quality.outside}
          </Title>
          <Confusion
            name={`${quality.confusion} · ${quality.outside}`}
            means={quality.confusionOutside}
            confusion={outside.confusion}
            to={(first, second) => outsideOf(allWeeks, { first, second })}
          />
        </>
      )}
    </>
  );
}

function WeekTable({ figures, chosen, named }: { figures: Figures; chosen: string | null; named: boolean }) {
  const words = useQualityWords();
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={words.byWeek}>
      <Table className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{words.week}</Table.Th>
            {[words.people, words.withModel].map((name) => (
              <Heads key={name} name={name} />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {[...figures.weeks].reverse().map(({ week, people, model }) => {
            const only: Weeks = { week, toWeek: week };
            return (
              <Table.Tr key={week} data-current={week === chosen || undefined}>
                <Table.Th scope="row">
                  <Anchor
                    underline="always"
                    component={Link}
                    to={`${paths.quality}?week=${week}`}
                    size="sm"
                    aria-label={words.showWeek(week)}
                  >
                    {week}
                  </Anchor>
                </Table.Th>
                <Cells
                  name={`${week} ${words.people}`}
                  agreement={people}
                  to={named ? twiceOf(only) : null}
                />
                <Cells name={`${week} ${words.withModel}`} agreement={model} to={reviewedOf(only)} />
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Heads({ name }: { name: string }) {
  const words = useQualityWords();
  return (
    <>
      <Table.Th scope="col" className={classes.number}>
        {name} {words.kappa}
      </Table.Th>
      <Table.Th scope="col" className={classes.number}>
        {words.share}
      </Table.Th>
      <Table.Th scope="col" className={classes.number}>
        {words.n}
      </Table.Th>
    </>
  );
}

/** Kappa, share and number; what cannot be told is a dash with its reason. */
export function Cells({ name, agreement, to }: { name: string; agreement: Agreement; to: string | null }) {
  const words = useQualityWords();
  const locale = useLocale();
  const n = count(locale, agreement.n);
  return (
    <>
      <Table.Td
        className={classes.number}
        title={agreement.noKappa ? words.noKappa[agreement.noKappa] : undefined}
      >
        {kappaText(locale, agreement)}
      </Table.Td>
      <Table.Td className={classes.number}>
        {agreement.share === null ? words.none : percent(locale, agreement.share)}
      </Table.Td>
      <Table.Td className={classes.number}>
        {agreement.n === 0 ? (
          words.none
        ) : to ? (
          <Anchor underline="always" component={Link} to={to} size="sm" aria-label={words.itemsOf(name, n)}>
            {n}
          </Anchor>
        ) : (
          n
        )}
      </Table.Td>
    </>
  );
}
