// Whether a certificate is true, for anybody who has its link: no sign-in, and nothing that it does not say itself.
import { Alert, Button } from '@mantine/core';
import { IconCertificate, IconCertificateOff, IconHelpCircle } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { refusalOf } from '../session/client';
import { Outside, OutsideCard } from '../signin/Outside';
import { useCertificateWords } from '../words/certificates';
import { longDay } from '../words/dates';
import { useLocale } from '../words/words';
import { VerifyQuery } from './certificates.gql';
import classes from './certificates.module.css';
import { inLocale } from './said';

export default function VerifyPage() {
  const { certificates } = useCertificateWords();
  useEffect(() => {
    const robots = document.createElement('meta');
    robots.name = 'robots';
    robots.content = 'noindex, nofollow';
    document.head.append(robots);
    return () => robots.remove();
  }, []);
  return (
    <Outside title={certificates.verifyTitle}>
      <Checked />
    </Outside>
  );
}

function Checked() {
  const { certificates, shell } = useCertificateWords();
  const locale = useLocale();
  const { token = '' } = useParams();
  const [{ data, error, fetching }, again] = useQuery({
    query: VerifyQuery,
    variables: { token },
    requestPolicy: 'network-only',
  });
  const retry = () => again({ requestPolicy: 'network-only' });
  if (error)
    return (
      <OutsideCard
        title={certificates.verifyTitle}
        text={refusalOf(error)?.code === 'RATE_LIMITED' ? certificates.tooOften : shell.failed}
      >
        <Button variant="default" loading={fetching} onClick={retry}>
          {shell.retry}
        </Button>
      </OutsideCard>
    );
  if (!data)
    return <OutsideCard title={certificates.verifyTitle} text={certificates.checking} children={null} />;
  const found = data.verifyCertificate;
  if (!found)
    return (
      <OutsideCard title={certificates.verifyTitle}>
        <Alert
          color="gray"
          role="status"
          icon={<IconHelpCircle size={22} aria-hidden />}
          title={certificates.unknown}
        >
          {certificates.unknownText}
        </Alert>
      </OutsideCard>
    );
  return (
    <OutsideCard title={certificates.verifyTitle}>
      {found.valid ? (
        <Alert
          color="teal"
          role="status"
          icon={<IconCertificate size={22} aria-hidden />}
          title={certificates.valid}
        />
      ) : (
        <Alert
          color="red"
          role="status"
          icon={<IconCertificateOff size={22} aria-hidden />}
          title={certificates.notValid}
        >
          {certificates.notValidText}
        </Alert>
      )}
      <dl className={classes.checked}>
        <dt>{certificates.name}</dt>
        <dd>{found.personName}</dd>
        <dt>{certificates.course}</dt>
        <dd>{inLocale(found.titles, locale)?.title}</dd>
        <dt>{certificates.company}</dt>
        <dd>{found.companyName}</dd>
        <dt>{certificates.date}</dt>
        <dd>{longDay(locale, found.issuedOn)}</dd>
      </dl>
    </OutsideCard>
  );
}
