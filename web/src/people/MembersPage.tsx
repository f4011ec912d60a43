// Who shares this space: the client's people and the CX team.
import { IconMapOff, IconMessages, IconPlugConnectedX } from '@tabler/icons-react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../gql/graphql';
import { Failed, Loading, Saying } from '../kit/states';
import { useHints } from '../session/live';
import { usePageWords } from '../words/pages';
import { CompanyMembers } from './documents';
import { Members } from './Members';
import { Page } from './Page';

const MembersQuery = graphql(
  `
    query Members($handle: String!) {
      companyByHandle(handle: $handle) {
        id
        space {
          id
        }
        ...CompanyMembers
      }
    }
  `,
  [CompanyMembers],
);

export default function MembersPage() {
  const { handle = '' } = useParams();
  const { people, shell } = usePageWords();
  const [{ data, fetching, error }, ask] = useQuery({ query: MembersQuery, variables: { handle } });
  const again = () => ask({ requestPolicy: 'network-only' });
  useHints(({ kind }) => kind === 'SPACE', again);
  const company = data?.companyByHandle;
  let content = <Loading label={shell.loading} />;
  if (company?.space) content = <Members key={handle} company={company} onChanged={again} />;
  else if (company) {
    content = (
      <Saying icon={<IconMessages size={28} />} title={shell.noSpaceTitle}>
        {shell.noSpace}
      </Saying>
    );
  } else if (error) {
    content = (
      <Failed
        icon={<IconPlugConnectedX size={28} />}
        title={shell.failedTitle}
        text={shell.failed}
        retry={shell.retry}
        onRetry={again}
      />
    );
  } else if (!fetching) {
    content = (
      <Saying icon={<IconMapOff size={28} />} title={shell.notFoundTitle}>
        {shell.notFound}
      </Saying>
    );
  }
  return (
    <Page title={people.members.title} lead={people.members.lead}>
      {content}
    </Page>
  );
}
