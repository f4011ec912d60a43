// For whoever does not believe that a board is anonymous.
import { Alert, Button, Code, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { Loading } from '../kit/states';
import { Page } from '../people/Page';
import { usePromiseWords } from '../words/boardPromise';
import { useCommunityWords } from '../words/community';
import { FactsQuery } from './boards.gql';
import classes from './community.module.css';
import { useBoardPaths } from './place';

export default function PromisePage() {
  const { community } = useCommunityWords();
  const promise = usePromiseWords();
  const to = useBoardPaths();
  return (
    <Page narrow title={promise.title} lead={promise.lead} back={{ to: to.boards, label: community.title }}>
      <Part title={promise.stored} items={promise.storedItems} />
      <Part title={promise.unknown} items={promise.unknownItems} />
      <Part title={promise.possible} items={promise.possibleItems} />
      <section className={classes.part}>
        <Title order={2} size="h4">
          {promise.here}
        </Title>
        <Facts />
      </section>
      <section className={classes.part}>
        <Title order={2} size="h4">
          {promise.test}
        </Title>
        <Text size="sm">{promise.testText}</Text>
        <Code block mt="sm" fz="sm">
          npm run test:anonymity
        </Code>
      </section>
    </Page>
  );
}

function Part({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <section className={classes.part}>
      <Title order={2} size="h4">
        {title}
      </Title>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}

function Facts() {
  const { shell } = useCommunityWords();
  const promise = usePromiseWords();
  const [{ data, error }, again] = useQuery({ query: FactsQuery });
  if (error && !data)
    return (
      <Alert color="red" role="alert" p="sm">
        {promise.readError}{' '}
        <Button size="compact-sm" variant="default" onClick={() => again({ requestPolicy: 'network-only' })}>
          {shell.retry}
        </Button>
      </Alert>
    );
  if (!data) return <Loading rows={3} label={shell.loading} />;
  const { ownCluster, keys, leastCompanies, leastPeople, labelFrom } = data.boardFacts;
  return (
    <>
      {!ownCluster && (
        <Alert
          color="orange"
          role="alert"
          title={promise.shared}
          icon={<IconAlertTriangle size={18} aria-hidden />}
        >
          {promise.sharedText}
        </Alert>
      )}
      <ul className={classes.holds}>
        {ownCluster && <Holds title={promise.ownCluster}>{promise.ownClusterText}</Holds>}
        <Holds title={promise.keys(keys)}>{promise.keysText}</Holds>
        <Holds title={promise.least(leastCompanies, leastPeople)}>{promise.leastText}</Holds>
        <Holds title={promise.label(labelFrom)}>{promise.labelText}</Holds>
      </ul>
    </>
  );
}

function Holds({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li>
      <IconCircleCheck size={20} stroke={1.7} aria-hidden />
      <div>
        <Text size="sm" fw={600}>
          {title}
        </Text>
        <Text size="sm" c="dimmed">
          {children}
        </Text>
      </div>
    </li>
  );
}
