// The model: how well it does on what it has not seen, where it errs, what it learned last, and its versions.
import { Alert, Paper, Table, Text, Title } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useQuery } from 'urql';
import { CategoryBadge } from '../../kit/CategoryBadge';
import { Definition, Sentence } from '../../kit/Definition';
import { sayError } from '../../kit/errors';
import { Moment } from '../../kit/Moment';
import { Failed, Loading, Saying } from '../../kit/states';
import { useQualityWords } from '../../words/quality';
import { useLocale, useWords } from '../../words/words';
import { ItemLine } from '../ItemLine';
import { count, percent } from '../numbers';
import { Confusion } from './Confusion';
import { type ModelVersion, ModelQuery, VersionsQuery } from './quality.gql';
import classes from './quality.module.css';

export function ModelShow() {
  const words = useWords();
  const { model: say } = useQualityWords();
  const [{ data: listed, error, fetching }, again] = useQuery({ query: VersionsQuery });
  const versions = listed?.modelVersions ?? [];
  const newest = versions[0];
  if (!listed) {
    if (!error && fetching) return <Loading label={say.loading} />;
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
  if (!newest) return <Saying icon={<IconPlugConnectedX size={28} />} title={say.none} />;
  const judged = versions.find(({ evaluation }) => evaluation !== null);
  return (
    <>
      <Facts version={newest} />
      {judged !== newest && (
        <Alert color="blue" mb="md">
          {judged ? say.judgedBefore(judged.version) : say.notJudged}
        </Alert>
      )}
      {judged?.evaluation && <Judged evaluation={judged.evaluation} />}
      <LastLearned />
      <Title order={2} size="h6" className={classes.section}>
        {say.versions}
      </Title>
      <Versions versions={versions} />
    </>
  );
}

function Facts({ version }: { version: ModelVersion }) {
  const { model: say } = useQualityWords();
  const locale = useLocale();
  return (
    <Text size="sm" mb="md" className={classes.tabular}>
      {say.facts(
        count(locale, version.version),
        count(locale, version.examples),
        count(locale, version.learned),
      )}{' '}
      <Moment at={version.trainedAt} span />
    </Text>
  );
}

function Judged({ evaluation }: { evaluation: NonNullable<ModelVersion['evaluation']> }) {
  const { shell } = useWords();
  const { model: say, ...words } = useQualityWords();
  const locale = useLocale();
  const share = (value: number | null) => (value === null ? words.none : percent(locale, value));
  const figures = [
    { name: say.accuracy, means: say.accuracyMeans, value: evaluation.accuracy },
    { name: say.confidentHalf, means: say.confidentHalfMeans, value: evaluation.confidentHalf },
    { name: say.macroF1, means: say.macroF1Means, value: evaluation.macroF1 },
  ];
  return (
    <>
      <div className={classes.cards}>
        {figures.map(({ name, means, value }) => (
          <Paper key={name} withBorder className={classes.card}>
            <div className={classes.cardHead}>
              <Title order={2} size="h6">
                {name}
              </Title>
              <Definition label={words.about(name)}>
                <Sentence>{means}</Sentence>
                <Text size="xs" c="dimmed">
                  {say.judgedMeans}
                </Text>
              </Definition>
            </div>
            <div className={classes.kappa}>{share(value)}</div>
            <Text size="sm" className={classes.tabular}>
              {say.judged(count(locale, evaluation.n))}
            </Text>
          </Paper>
        ))}
      </div>
      <Title order={2} size="h6" className={classes.section}>
        {say.byCategory}
      </Title>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={say.byCategory}>
        <Table className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{say.category}</Table.Th>
              <Table.Th scope="col" className={classes.number}>
                {words.n}
              </Table.Th>
              <Table.Th scope="col" className={classes.number}>
                {say.precision}
                <Definition label={words.about(say.precision)}>
                  <Sentence>{say.precisionMeans}</Sentence>
                </Definition>
              </Table.Th>
              <Table.Th scope="col" className={classes.number}>
                {say.recall}
                <Definition label={words.about(say.recall)}>
                  <Sentence>{say.recallMeans}</Sentence>
                </Definition>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {evaluation.categories.map(({ category, expected, precision, recall }) => (
              <Table.Tr key={category}>
                <Table.Th scope="row">
                  <CategoryBadge category={category} label={shell.categories[category]} />
                </Table.Th>
                <Table.Td className={classes.number}>{count(locale, expected)}</Table.Td>
                <Table.Td className={classes.number}>{share(precision)}</Table.Td>
                <Table.Td className={classes.number}>{share(recall)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Title order={2} size="h6" className={classes.section}>
        {words.confusion}
      </Title>
      <Confusion name={words.confusion} means={say.confusion} confusion={evaluation.confusion} to={null} />
    </>
  );
}

function LastLearned() {
  const { shell } = useWords();
  const { model: say } = useQualityWords();
  const locale = useLocale();
  const [{ data }] = useQuery({ query: ModelQuery });
  const items = data?.modelVersions[0]?.lastLearned ?? [];
  return (
    <>
      <Title order={2} size="h6" className={classes.section}>
        {say.lastLearned}
      </Title>
      {items.length === 0 ? (
        <Text size="sm" c="dimmed">
          {say.nothingLearned}
        </Text>
      ) : (
        <ul className={classes.rows} aria-label={say.lastLearned}>
          {items.map((item) => (
            <li key={item.id} className={classes.row}>
              <Text
                size="sm"
                className={classes.quote}
                lang={item.language === locale ? undefined : item.language}
              >
                {item.quote}
              </Text>
              <ItemLine item={item} />
              <div className={classes.saids}>
                <CategoryBadge category={item.category} label={shell.categories[item.category]} />
                {item.category !== item.proposedCategory && (
                  <Text span size="xs" c="dimmed">
                    {say.hadSaid(shell.categories[item.proposedCategory])}
                  </Text>
                )}
                {item.codedAt && <Moment at={item.codedAt} span />}
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Versions({ versions }: { versions: readonly ModelVersion[] }) {
  const { model: say, ...words } = useQualityWords();
  const locale = useLocale();
  const share = (value: number | null) => (value === null ? words.none : percent(locale, value));
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={say.versions}>
      <Table className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{say.version}</Table.Th>
            <Table.Th scope="col">{say.trained}</Table.Th>
            <Table.Th scope="col" className={classes.number}>
              {say.learned}
            </Table.Th>
            <Table.Th scope="col" className={classes.number}>
              {say.accuracy}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {versions.map(({ version, trainedAt, learned, evaluation }) => (
            <Table.Tr key={version}>
              <Table.Th scope="row">{count(locale, version)}</Table.Th>
              <Table.Td>
                <Moment at={trainedAt} span />
              </Table.Td>
              <Table.Td className={classes.number}>{count(locale, learned)}</Table.Td>
              <Table.Td className={classes.number}>{share(evaluation?.accuracy ?? null)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
