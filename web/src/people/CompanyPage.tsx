// One client company, for staff: its facts, its space, its people, what was talked about last.
import { Box, Button } from '@mantine/core';
import {
  IconArrowMerge,
  IconBuildingOff,
  IconMessageCheck,
  IconPhone,
  IconMessages,
  IconPlugConnectedX,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { CompanyCalendar } from '../calendars/CompanyCalendar';
import { graphql } from '../gql/graphql';
import { Failed, Loading, Saying } from '../kit/states';
import { paths } from '../paths';
import { useHints } from '../session/live';
import { useSignedIn } from '../session/me';
import { CompanyProjects } from '../training/ProjectRows';
import { CompanyWall } from '../training/CompanyWall';
import { useNeedsWords } from '../words/needs';
import { usePageWords } from '../words/pages';
import { CompanyFigures } from './CompanyFigures';
import { CompanyFacts } from './CompanyFacts';
import { CompanyMembers } from './documents';
import { Members } from './Members';
import { MergeDialog } from './MergeDialog';
import { NoSpace } from './NoSpace';
import { Page } from './Page';
import { RecentThreads } from './RecentThreads';

const CompanyQuery = graphql(
  `
    query Company($handle: String!) {
      companyByHandle(handle: $handle) {
        id
        handle
        name
        employees
        tier
        domains
        createdAt
        version
        abilities {
          edit
        }
        space {
          id
          openedAt
          reason
          threads(first: 10) {
            edges {
              node {
                id
                number
                heading
                state
                lastMessageAt
              }
            }
          }
        }
        ...CompanyMembers
      }
    }
  `,
  [CompanyMembers],
);

/** A company without a space has contacts all the same. */
const CompanyContacts = graphql(`
  query CompanyContacts($companyId: ID!) {
    people(companyId: $companyId, first: 100) {
      edges {
        node {
          id
          name
          title
          email
          active
        }
      }
    }
  }
`);

export default function CompanyPage() {
  const { handle = '' } = useParams();
  const { merging, people, shell } = usePageWords();
  const { writing } = useNeedsWords();
  const me = useSignedIn();
  const navigate = useNavigate();
  const [merges, setMerging] = useState(false);
  const [{ data, fetching, error }, ask] = useQuery({ query: CompanyQuery, variables: { handle } });
  const company = data?.companyByHandle;
  const [contacts, askContacts] = useQuery({
    query: CompanyContacts,
    variables: { companyId: company?.id ?? '' },
    pause: !company || company.space !== null,
  });
  const again = () => {
    ask({ requestPolicy: 'network-only' });
    if (company?.space === null) askContacts({ requestPolicy: 'network-only' });
  };
  useHints(
    ({ kind, spaceId }) =>
      (kind === 'SPACE' || kind === 'THREAD') && (spaceId === null || spaceId === company?.space?.id),
    again,
  );
  const back = { to: paths.companies, label: people.company.toList };
  if (!company) {
    let state = <Loading label={shell.loading} />;
    if (error) {
      state = (
        <Failed
          icon={<IconPlugConnectedX size={28} />}
          title={shell.failedTitle}
          text={shell.failed}
          retry={shell.retry}
          onRetry={again}
        />
      );
    } else if (!fetching) {
      state = (
        <Saying icon={<IconBuildingOff size={28} />} title={people.company.missingTitle}>
          {people.company.missing}
        </Saying>
      );
    }
    return (
      <Page title={people.columns.company} back={back}>
        {state}
      </Page>
    );
  }
  const threads = company.space?.threads.edges.map(({ node }) => node) ?? [];
  return (
    <Page
      title={company.name}
      back={back}
      actions={
        <>
          <Button
            component={Link}
            to={paths.writeDown(company.id)}
            variant="default"
            leftSection={<IconPhone size={16} aria-hidden />}
          >
            {writing.open}
          </Button>
          {me.abilities.merge && (
            <Button
              variant="default"
              leftSection={<IconArrowMerge size={16} aria-hidden />}
              onClick={() => setMerging(true)}
            >
              {merging.withCompany}
            </Button>
          )}
          <Button
            component={Link}
            to={paths.companySaid(handle)}
            variant="default"
            leftSection={<IconMessageCheck size={16} aria-hidden />}
          >
            {shell.youSaid}
          </Button>
          {company.space && (
            <Button
              component={Link}
              to={paths.space(handle)}
              variant="default"
              leftSection={<IconMessages size={16} aria-hidden />}
            >
              {people.company.openThreads}
            </Button>
          )}
        </>
      }
    >
      <CompanyFacts company={company} />
      <CompanyFigures handle={company.handle} />
      <CompanyCalendar company={company} />
      <Box mt="xl">
        <CompanyProjects handle={company.handle} />
      </Box>
      {!company.space && <NoSpace company={company} onOpened={again} />}
      <Box mt="xl">
        <Members
          key={company.id}
          company={company}
          contacts={contacts.data?.people.edges.map(({ node }) => node).filter(({ active }) => active)}
          onChanged={again}
        />
      </Box>
      {merges && (
        <MergeDialog
          kind="COMPANY"
          one={{ id: company.id, name: company.name, label: company.handle }}
          onClose={() => setMerging(false)}
          onMerged={(kept) => (kept.id === company.id ? again() : navigate(paths.company(kept.label)))}
        />
      )}
      {company.space && <CompanyWall spaceId={company.space.id} company={company.name} />}
      {company.space && <RecentThreads threads={threads} handle={handle} />}
    </Page>
  );
}
