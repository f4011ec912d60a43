// What planners opened for clients: what is worked on, and what has come.
import { Paper, Title } from '@mantine/core';
import { IconMap, IconPlugConnectedX } from '@tabler/icons-react';
import { useQuery } from 'urql';
import { Failed, Loading, Saying } from '../../kit/states';
import { Page } from '../../people/Page';
import { usePlanningWords } from '../../words/planning';
import { Became } from './Became';
import { RoadmapQuery } from './planning.gql';
import classes from './planning.module.css';

const ORDER = ['IN_PROGRESS', 'PLANNED', 'CONSIDERING', 'SHIPPED'] as const;

export default function RoadmapPage() {
  const { planning, shell } = usePlanningWords();
  const [{ data, error }, ask] = useQuery({ query: RoadmapQuery, requestPolicy: 'cache-and-network' });
  const entries = data?.roadmap;
  return (
    <Page title={planning.roadmap} lead={planning.roadmapLead} narrow>
      {!entries && error ? (
        <Failed
          icon={<IconPlugConnectedX size={28} />}
          title={shell.failedTitle}
          text={shell.failed}
          retry={shell.retry}
          onRetry={() => ask({ requestPolicy: 'network-only' })}
        />
      ) : !entries ? (
        <Loading label={shell.loading} />
      ) : entries.length === 0 ? (
        <Saying icon={<IconMap size={28} />} title={planning.roadmapNoneTitle}>
          {planning.roadmapNone}
        </Saying>
      ) : (
        ORDER.map((state) => {
          const these = entries.filter((each) => each.state === state);
          if (these.length === 0) return null;
          return (
            <section key={state} aria-labelledby={`roadmap-${state}`}>
              <Title order={2} size="sm" mb="xs" id={`roadmap-${state}`}>
                {planning.inWork[state]}
              </Title>
              {these.map((each) => (
                <Paper withBorder component="article" className={classes.panel} key={each.id}>
                  <Became plan={each} headed={3} stated />
                </Paper>
              ))}
            </section>
          );
        })
      )}
    </Page>
  );
}
