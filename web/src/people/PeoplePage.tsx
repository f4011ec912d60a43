// Everybody: our team and the contacts of all companies; administrators invite, change roles, end access.
import { Button, Paper, SegmentedControl } from '@mantine/core';
import { IconPlugConnectedX, IconSearchOff, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { graphql } from '../gql/graphql';
import { Failed, Loading, Saying } from '../kit/states';
import { useSignedIn } from '../session/me';
import { usePageWords } from '../words/pages';
import { More } from './More';
import { Page } from './Page';
import classes from './people.module.css';
import { PeopleTable } from './PeopleTable';
import { SearchInput } from './SearchInput';
import { InviteStaffDialog, StaffInvitations } from './StaffInvitations';
import { usePages } from './usePages';
import { useSearch } from './useSearch';

const People = graphql(`
  query People($search: String, $staff: Boolean, $after: String) {
    people(search: $search, staff: $staff, after: $after, first: 30) {
      edges {
        cursor
        node {
          id
          name
          title
          email
          side
          staffRole
          active
          avatarColor
          companies {
            id
            name
          }
          abilities {
            changeRole
            deactivate
            endSessions
            erase
            exportData
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

type Who = 'all' | 'staff' | 'contacts';
const STAFF: Record<Who, boolean | null> = { all: null, staff: true, contacts: false };

export default function PeoplePage() {
  const { people, shell } = usePageWords();
  const { abilities } = useSignedIn();
  const { text, setText, search } = useSearch();
  const [parameters, setParameters] = useSearchParams();
  const [inviting, setInviting] = useState(false);
  const [invited, setInvited] = useState(0);
  const shown = parameters.get('who');
  const who: Who = shown === 'staff' || shown === 'contacts' ? shown : 'all';
  const list = usePages(People, { search: search || null, staff: STAFF[who] }, (data) => data.people);
  const show = (next: string) =>
    setParameters(
      (old) => {
        if (next === 'all') old.delete('who');
        else old.set('who', next);
        return old;
      },
      { replace: true },
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
          <PeopleTable people={list.rows} onChanged={list.again} />
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
        title={people.list.noMatchTitle}
        action={
          <Button variant="light" onClick={() => setText('')}>
            {people.clear}
          </Button>
        }
      >
        {people.list.noMatch}
      </Saying>
    );
  } else if (!list.loading) {
    content = (
      <Saying icon={<IconUsers size={28} />} title={people.list.noneTitle}>
        {people.list.none}
      </Saying>
    );
  }
  return (
    <Page
      title={people.list.title}
      lead={people.list.lead}
      actions={
        abilities.manageStaff && (
          <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setInviting(true)}>
            {people.list.invite}
          </Button>
        )
      }
    >
      {abilities.manageStaff && <StaffInvitations key={invited} fresh={invited > 0} />}
      <div className={classes.tools}>
        <SearchInput
          label={people.list.search}
          hint={people.list.searchHint}
          value={text}
          onChange={setText}
        />
        <SegmentedControl
          aria-label={people.list.filter}
          value={who}
          onChange={show}
          data={[
            { value: 'all', label: people.list.all },
            { value: 'staff', label: people.list.staff },
            { value: 'contacts', label: people.list.contacts },
          ]}
        />
      </div>
      {content}
      {inviting && (
        <InviteStaffDialog
          onClose={() => setInviting(false)}
          onInvited={() => setInvited((before) => before + 1)}
        />
      )}
    </Page>
  );
}
