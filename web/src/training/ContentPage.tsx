// A version of a course as it was announced to a contact's company: what it is about, and its materials.
import { Badge, Button, Paper, Title } from '@mantine/core';
import { IconMapOff, IconMessagePlus } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Markdown } from '../kit/Markdown';
import { Loading, Saying } from '../kit/states';
import { paths } from '../paths';
import { Page } from '../people/Page';
import { useNewContentWords } from '../words/newContent';
import { useTrainingWords } from '../words/training';
import { useLocale } from '../words/words';
import { MaterialView } from './MaterialView';
import { ContentQuery } from './newContent.gql';
import { inLocale } from './said';
import { Away } from './TrainingPage';
import classes from './training.module.css';

export default function ContentPage() {
  const { training, shell } = useTrainingWords();
  const words = useNewContentWords();
  const locale = useLocale();
  const { id = '', handle = '' } = useParams();
  const [{ data, error }, again] = useQuery({ query: ContentQuery, variables: { id } });
  const back = { to: paths.trainingOf(handle), label: words.back };
  if (error && !data) return <Away onRetry={() => again({ requestPolicy: 'network-only' })} />;
  if (!data)
    return (
      <Page title={words.thisWeek} back={back} narrow>
        <Loading label={shell.loading} />
      </Page>
    );
  const version = data.node?.__typename === 'CourseVersion' ? data.node : null;
  if (!version)
    return (
      <Saying order={1} icon={<IconMapOff size={28} />} title={shell.notFoundTitle}>
        {shell.notFound}
      </Saying>
    );
  const said = inLocale(version.texts, locale);
  return (
    <Page
      narrow
      title={said?.title ?? ''}
      lead={said?.summary}
      back={back}
      actions={
        <Button
          component={Link}
          to={paths.newThread(handle)}
          variant="default"
          leftSection={<IconMessagePlus size={16} aria-hidden />}
        >
          {words.ask}
        </Button>
      }
    >
      <Paper withBorder className={classes.panel}>
        <Badge variant="default" tt="none">
          {training.stages[version.course.stage]}
        </Badge>
        {said?.body && <Markdown text={said.body} />}
      </Paper>
      {version.materials.length > 0 && (
        <section aria-labelledby="content-materials">
          <Title order={2} size="sm" mb="xs" id="content-materials">
            {words.materials}
          </Title>
          {version.materials.map((material) => (
            <MaterialView key={material.id} material={material} />
          ))}
        </section>
      )}
    </Page>
  );
}
