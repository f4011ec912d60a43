// What a contact has finished, on the page of their trainings; their owner sees the company's, and everybody its wall.
import { Text } from '@mantine/core';
import { useQuery } from 'urql';
import { useHints } from '../session/live';
import { useCertificateWords } from '../words/certificates';
import { CertificateList } from './CertificateList';
import { MyCertificatesQuery, OurCertificatesQuery } from './certificates.gql';
import classes from './training.module.css';
import { Wall } from './Wall';

export function MyCertificates({ handle }: { handle: string }) {
  const { certificates } = useCertificateWords();
  const [{ data: mine }, readMine] = useQuery({
    query: MyCertificatesQuery,
    requestPolicy: 'cache-and-network',
  });
  const [{ data: ours }, readOurs] = useQuery({
    query: OurCertificatesQuery,
    requestPolicy: 'cache-and-network',
  });
  useHints(
    ({ kind }) => kind === 'TRAINING',
    () => {
      readMine({ requestPolicy: 'network-only' });
      readOurs({ requestPolicy: 'network-only' });
    },
  );
  const own = mine?.myCertificates ?? [];
  const space = ours?.me?.company?.space;
  // To everybody but an owner the company's are their own.
  const others = space?.abilities.manageMembers ? space.certificates : [];
  return (
    <>
      {own.length > 0 && (
        <section aria-labelledby="my-certificates">
          <h2 className={classes.month} id="my-certificates">
            {certificates.mine}
          </h2>
          <CertificateList certificates={own} handle={handle} named={false} />
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="our-certificates">
          <h2 className={classes.month} id="our-certificates">
            {certificates.ours}
          </h2>
          <Text size="sm" c="dimmed" mb="xs">
            {certificates.oursLead}
          </Text>
          <CertificateList certificates={others} handle={handle} named />
        </section>
      )}
      {space && <Wall spaceId={space.id} title={certificates.wall} />}
    </>
  );
}
