// One certificate as its person has it: as it looks, to download, and the link by which others see that it is true.
import { Alert, Badge, Button, CopyButton, Group, Paper, Text, Title } from '@mantine/core';
import { IconCertificateOff, IconCopy, IconDownload, IconMapOff } from '@tabler/icons-react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { Loading, Saying } from '../kit/states';
import { paths } from '../paths';
import { Page } from '../people/Page';
import { useHints } from '../session/live';
import { useCertificateWords } from '../words/certificates';
import { dateOf, longDay } from '../words/dates';
import { useLocale } from '../words/words';
import { type Certificate, CertificateQuery } from './certificates.gql';
import classes from './certificates.module.css';
import { inLocale, pdfIn } from './said';
import { Away } from './TrainingPage';
import panels from './training.module.css';

export default function CertificatePage() {
  const { certificates, training, shell } = useCertificateWords();
  const { id = '', handle = '' } = useParams();
  const [{ data, error }, again] = useQuery({
    query: CertificateQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const read = () => again({ requestPolicy: 'network-only' });
  useHints(({ kind }) => kind === 'TRAINING', read);
  const back = { to: paths.trainingOf(handle), label: training.back };
  if (error && !data && !error.graphQLErrors.length) return <Away onRetry={read} />;
  if (!data && !error)
    return (
      <Page title={certificates.title} back={back} narrow>
        <Loading label={shell.loading} />
      </Page>
    );
  const certificate = data?.node?.__typename === 'Certificate' ? data.node : null;
  if (!certificate)
    return (
      <Saying order={1} icon={<IconMapOff size={28} />} title={shell.notFoundTitle}>
        {shell.notFound}
      </Saying>
    );
  return (
    <Page title={certificates.title} back={back} narrow>
      {certificate.withdrawnAt ? (
        <Alert
          color="red"
          mb="md"
          icon={<IconCertificateOff size={22} aria-hidden />}
          title={certificates.withdrawn}
        >
          {certificate.withdrawnReason && certificates.reason(certificate.withdrawnReason)}
        </Alert>
      ) : (
        <Text mb="md">{certificates.congratulations(certificate.personName)}</Text>
      )}
      <Drawn certificate={certificate} />
      <Download certificate={certificate} />
      {certificate.verifyUrl && <Share url={certificate.verifyUrl} />}
    </Page>
  );
}

function Drawn({ certificate }: { certificate: Certificate }) {
  const { certificates, training } = useCertificateWords();
  const locale = useLocale();
  const { personName, companyName, titles, stage, issuedAt, number, withdrawnAt } = certificate;
  return (
    <section className={classes.paper} data-withdrawn={withdrawnAt ? true : undefined} aria-label={number}>
      <p className={classes.heading}>{certificates.heading}</p>
      <Text c="dimmed">{companyName}</Text>
      <p className={classes.person}>{personName}</p>
      <Text>{certificates.sentence}</Text>
      <p className={classes.course}>{inLocale(titles, locale)?.title}</p>
      <Badge variant="light" tt="none" size="lg">
        {training.stages[stage]}
      </Badge>
      <dl className={classes.facts}>
        <div>
          <dt>{certificates.date}</dt>
          <dd>{longDay(locale, dateOf(issuedAt))}</dd>
        </div>
        <div>
          <dt>{certificates.number}</dt>
          <dd>{number}</dd>
        </div>
      </dl>
    </section>
  );
}

function Download({ certificate: { pdfUrl } }: { certificate: Certificate }) {
  const { certificates } = useCertificateWords();
  const locale = useLocale();
  if (!pdfUrl) return null;
  return (
    <Group gap="xs" mb="md">
      <Button
        component="a"
        href={pdfIn(pdfUrl, locale)}
        download
        size="md"
        leftSection={<IconDownload size={18} aria-hidden />}
      >
        {certificates.download}
      </Button>
      <Button
        component="a"
        href={pdfIn(pdfUrl, locale === 'ko' ? 'en' : 'ko')}
        download
        size="md"
        variant="default"
      >
        {certificates.downloadOther}
      </Button>
    </Group>
  );
}

function Share({ url }: { url: string }) {
  const { certificates } = useCertificateWords();
  return (
    <Paper withBorder component="section" className={panels.panel} aria-labelledby="certificate-link">
      <Title order={2} size="h5" id="certificate-link">
        {certificates.share}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {certificates.shareHint}
      </Text>
      <p className={classes.link}>
        <a href={url} target="_blank" rel="noopener noreferrer">
          {url}
        </a>
      </p>
      <CopyButton value={url}>
        {({ copied, copy }) => (
          <Button variant="light" leftSection={<IconCopy size={16} aria-hidden />} onClick={copy}>
            <span role="status">{copied ? certificates.copied : certificates.copy}</span>
          </Button>
        )}
      </CopyButton>
    </Paper>
  );
}
