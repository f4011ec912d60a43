// Single coders: how much they decide, how often they correct, how far others agree with them, and how that drifts.
import { Anchor, Table, Text, Title } from '@mantine/core';
import { IconPlugConnectedX, IconUsers } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { sayError } from '../../kit/errors';
import { Definition, Sentence } from '../../kit/Definition';
import { Failed, Loading, Saying } from '../../kit/states';
import { useQualityWords } from '../../words/quality';
import { useLocale, useWords } from '../../words/words';
import { count, percent } from '../numbers';
import { Cells } from './AgreementShow';
import { coderOf, decisionsOf, twiceOf, type Weeks } from './links';
import { type Coder, CodersQuery } from './quality.gql';
import classes from './quality.module.css';

export function CodersShow() {
  const words = useWords();
  const quality = useQualityWords();
  const [params] = useSearchParams();
  const [{ data, error }, again] = useQuery({ query: CodersQuery });
  if (!data) {
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
  const coders = data.coderQuality;
  if (coders.length === 0) return <Saying icon={<IconUsers size={28} />} title={quality.noCoders} />;
  const chosen = coders.find(({ coder }) => coder.id === params.get('coder')) ?? null;
  return (
    <>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={quality.coders}>
        <Table className={classes.table}>
          <Heads first={quality.coder} />
          <Table.Tbody>
            {coders.map((each) => (
              <Table.Tr key={each.coder.id} data-current={each === chosen || undefined}>
                <Table.Th scope="row">
                  <Anchor
                    underline="always"
                    component={Link}
                    to={coderOf(each.coder.id)}
                    size="sm"
                    aria-label={quality.driftOf(each.coder.name)}
                  >
                    {each.coder.name}
                  </Anchor>
                </Table.Th>
                <Row
                  name={each.coder.name}
                  coder={each.coder.id}
                  figures={each.total}
                  weeks={{ week: each.weeks[0]?.week ?? '', toWeek: each.weeks.at(-1)?.week ?? '' }}
                />
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <div className={classes.tools}>
        <Text size="sm" c="dimmed" mt="xs">
          {quality.weekMeans}
        </Text>
      </div>
      {chosen && <Drift coder={chosen} />}
    </>
  );
}

function Drift({ coder: { coder, weeks } }: { coder: Coder }) {
  const quality = useQualityWords();
  return (
    <>
      <Title order={2} size="h6" className={classes.section}>
        {quality.drift(coder.name)}
      </Title>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={quality.drift(coder.name)}>
        <Table className={classes.table}>
          <Heads first={quality.week} />
          <Table.Tbody>
            {[...weeks].reverse().map(({ week, ...figures }) => (
              <Table.Tr key={week}>
                <Table.Th scope="row">{week}</Table.Th>
                <Row
                  name={`${week} ${coder.name}`}
                  coder={coder.id}
                  figures={figures}
                  weeks={{ week, toWeek: week }}
                />
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </>
  );
}

function Heads({ first }: { first: string }) {
  const quality = useQualityWords();
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th scope="col">{first}</Table.Th>
        <Table.Th scope="col" className={classes.number}>
          {quality.decisions}
        </Table.Th>
        <Table.Th scope="col" className={classes.number}>
          {quality.corrections}
          <Definition label={quality.about(quality.corrections)}>
            <Sentence>{quality.correctionsMeans}</Sentence>
          </Definition>
        </Table.Th>
        <Table.Th scope="col" className={classes.number}>
          {quality.kappa}
          <Definition label={quality.about(quality.kappa)}>
            <Sentence>{quality.coderKappaMeans}</Sentence>
            <Sentence title={quality.kappa}>{quality.kappaMeans}</Sentence>
          </Definition>
        </Table.Th>
        <Table.Th scope="col" className={classes.number}>
          {quality.share}
        </Table.Th>
        <Table.Th scope="col" className={classes.number}>
          {quality.n}
        </Table.Th>
      </Table.Tr>
    </Table.Thead>
  );
}

type RowProps = { name: string; coder: string; figures: Coder['total']; weeks: Weeks };

function Row({ name, coder, figures, weeks }: RowProps) {
  const quality = useQualityWords();
  const locale = useLocale();
  const { decisions, corrections, agreement } = figures;
  return (
    <>
      <Table.Td className={classes.number}>
        {decisions === 0 ? (
          quality.none
        ) : (
          <Anchor
            underline="always"
            component={Link}
            to={decisionsOf(weeks, { coder })}
            size="sm"
            aria-label={quality.itemsOf(`${name} ${quality.decisions}`, count(locale, decisions))}
          >
            {count(locale, decisions)}
          </Anchor>
        )}
      </Table.Td>
      <Table.Td className={classes.number}>
        {decisions === 0 ? (
          quality.none
        ) : corrections === 0 ? (
          percent(locale, 0)
        ) : (
          <Anchor
            underline="always"
            component={Link}
            to={decisionsOf(weeks, { coder, kind: 'CORRECTED' })}
            size="sm"
            aria-label={quality.itemsOf(`${name} ${quality.kinds.CORRECTED}`, count(locale, corrections))}
          >
            {percent(locale, corrections / decisions)}
          </Anchor>
        )}
      </Table.Td>
      <Cells name={name} agreement={agreement} to={twiceOf(weeks, { coder })} />
    </>
  );
}
