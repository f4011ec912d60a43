// A company's space: its threads and their state, who answers, and one obvious way to ask.
import { Button, CloseButton, SegmentedControl, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle, IconMessage2Off, IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { sayError } from '../kit/errors';
import { Failed, Loading, Saying } from '../kit/states';
import { paths } from '../paths';
import { useHints } from '../session/live';
import { useSignedIn } from '../session/me';
import { useWords } from '../words/words';
import { Answerers } from './Answerers';
import { AnsweringLine } from './AnsweringLine';
import { OwnCompany } from './OwnCompany';
import classes from './SpacePage.module.css';
import { type Filter, FilteredThreads, OpenThreads } from './SpaceThreadsView';
import { SpaceQuery } from './threads.gql';
import { usePageTitle } from './usePageTitle';

export default function SpacePage() {
  const { handle = '' } = useParams();
  return (
    <OwnCompany handle={handle}>
      <Space key={handle} handle={handle} />
    </OwnCompany>
  );
}

function Space({ handle }: { handle: string }) {
  const words = useWords();
  const { threads, shell } = words;
  const staff = useSignedIn().role !== null;
  const [{ data, error, fetching }, again] = useQuery({
    query: SpaceQuery,
    variables: { handle },
  });
  const [filter, setFilter] = useState<Filter>('open');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const company = data?.companyByHandle;
  const space = company?.space;
  useHints(
    (hint) => hint.kind === 'SPACE',
    () => again({ requestPolicy: 'network-only' }),
  );
  usePageTitle(company?.name ?? null);

  if (!company) {
    if (error) {
      const retry = {
        retry: shell.retry,
        onRetry: () => again({ requestPolicy: 'network-only' }),
      };
      return (
        <Failed
          icon={<IconAlertTriangle size={28} />}
          title={shell.failedTitle}
          text={sayError(words, error) ?? shell.failed}
          {...retry}
        />
      );
    }
    if (fetching) return <Loading label={shell.loading} />;
  }
  if (!company || !space) {
    // Staff come here from a list, so an address without a company is simply wrong; a contact's company waits for its space.
    return (
      <Saying
        order={1}
        icon={<IconMessage2Off size={28} />}
        title={staff && !company ? shell.notFoundTitle : shell.noSpaceTitle}
      >
        {staff && !company ? shell.notFound : shell.noSpace}
      </Saying>
    );
  }
  const label = staff ? threads.open : threads.ask;
  // On a phone the button at the bottom is the only one.
  const ask = space.abilities.openThread ? (
    <Button
      component={Link}
      to={paths.newThread(handle)}
      visibleFrom="sm"
      leftSection={<IconPlus size={18} aria-hidden />}
    >
      {label}
    </Button>
  ) : null;
  const place = { handle, spaceId: space.id, ask };
  const filters: Filter[] = staff ? ['open', 'all', 'mine', 'closed'] : ['open', 'all', 'mine'];
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div className={classes.headText}>
          <Title order={1} className={classes.title}>
            {company.name}
          </Title>
          <Answerers handle={handle} members={space.members} usualAnswer={space.usualAnswer} />
          <AnsweringLine spaceId={space.id} />
        </div>
        {ask}
      </header>
      <div className={classes.controls}>
        <SegmentedControl
          aria-label={threads.filters}
          className={classes.filters}
          size="sm"
          value={search ? 'all' : filter}
          onChange={(value) => {
            setTyped('');
            setFilter(value);
          }}
          data={filters.map((value) => ({
            value,
            label: value === 'mine' && staff ? threads.filter.assigned : threads.filter[value],
          }))}
        />
        <TextInput
          type="search"
          className={classes.search}
          aria-label={threads.search}
          placeholder={threads.searchHint}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          rightSection={
            typed ? (
              <CloseButton size="sm" aria-label={threads.clearSearch} onClick={() => setTyped('')} />
            ) : null
          }
        />
      </div>
      {search ? (
        <FilteredThreads {...place} filter="all" search={search} />
      ) : filter === 'open' ? (
        <OpenThreads {...place} />
      ) : (
        <FilteredThreads {...place} filter={filter} search="" />
      )}
      {space.abilities.openThread && (
        <div className={classes.askPhone}>
          <Button
            component={Link}
            to={paths.newThread(handle)}
            size="lg"
            fullWidth
            leftSection={<IconPlus size={20} aria-hidden />}
          >
            {label}
          </Button>
        </div>
      )}
    </div>
  );
}
