// All client companies: find one, add one.
import { Button, Paper } from '@mantine/core';
import { IconBuildingPlus, IconPlugConnectedX, IconPlus, IconSearchOff } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import { graphql } from '../gql/graphql';
import { Failed, Loading, Saying } from '../kit/states';
import { paths } from '../paths';
import { useSignedIn } from '../session/me';
import { usePageWords } from '../words/pages';
import { CompanyTable } from './CompanyTable';
import { More } from './More';
import { Page } from './Page';
import classes from './people.module.css';
import { SearchInput } from './SearchInput';
import { usePages } from './usePages';
import { useSearch } from './useSearch';

// The list is there before the form that few come for.
const CreateCompanyDialog = lazy(() =>
  import('./CreateCompanyDialog').then((file) => ({ default: file.CreateCompanyDialog })),
);

const Companies = graphql(`
  query Companies($search: String, $after: String) {
    companies(search: $search, after: $after, first: 30) {
      edges {
        cursor
        node {
          id
          handle
          name
          employees
          tier
          space {
            id
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export default function CompaniesPage() {
  const { people, shell } = usePageWords();
  const { abilities } = useSignedIn();
  const navigate = useNavigate();
  const { text, setText, search } = useSearch();
  const [creating, setCreating] = useState(false);
  const list = usePages(Companies, { search: search || null }, (data) => data.companies);
  const create = abilities.manageCompanies && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setCreating(true)}>
      {people.companies.create}
    </Button>
  );
  let content = <Loading label={shell.loading} />;
  if (list.rows.length > 0) {
    content = (
      <>
        <Paper
          withBorder
          className={classes.list}
          data-stale={list.stale || undefined}
          aria-busy={list.stale}
        >
          <CompanyTable companies={list.rows} label={people.companies.title} />
        </Paper>
        <More {...list} />
      </>
    );
  } else if (list.failed) {
    content = (
      <Failed
        icon={<IconPlugConnectedX size={28} />}
        title={shell.failedTitle}
        text={shell.failed}
        retry={shell.retry}
        onRetry={list.again}
      />
    );
  } else if (!list.loading && search) {
    content = (
      <Saying
        icon={<IconSearchOff size={28} />}
        title={people.companies.noMatchTitle}
        action={
          <Button variant="light" onClick={() => setText('')}>
            {people.clear}
          </Button>
        }
      >
        {people.companies.noMatch(search)}
      </Saying>
    );
  } else if (!list.loading) {
    content = (
      <Saying icon={<IconBuildingPlus size={28} />} title={people.companies.noneTitle} action={create}>
        {abilities.manageCompanies ? people.companies.none : people.companies.noneReader}
      </Saying>
    );
  }
  return (
    <Page title={people.companies.title} lead={people.companies.lead} actions={create}>
      <div className={classes.tools}>
        <SearchInput
          label={people.companies.search}
          hint={people.companies.searchHint}
          value={text}
          onChange={setText}
        />
      </div>
      {content}
      {creating && (
        <Suspense>
          <CreateCompanyDialog
            onClose={() => setCreating(false)}
            onCreated={(handle) => navigate(paths.company(handle))}
          />
        </Suspense>
      )}
    </Page>
  );
}
