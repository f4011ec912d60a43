// The end: what came in and where it stands now; or, once it was undone, what stayed.
import { Anchor, Button, Group, List, Paper, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { Moment } from '../kit/Moment';
import { paths } from '../paths';
import { useImportWords } from '../words/importing';
import classes from './importing.module.css';
import type { Import } from './importing.gql';
import { Problems } from './Problems';
import { UndoButton } from './UndoButton';

export function Ended({ subject }: { subject: Import }) {
  return subject.state === 'UNDONE' ? <Undone subject={subject} /> : <Done subject={subject} />;
}

function Done({ subject }: { subject: Import }) {
  const { importing } = useImportWords();
  const { threads, companies, people, already, changed, wrong } = subject.brought;
  const sentences = [
    companies + people > 0 && importing.came(companies, people),
    already > 0 && importing.already(already),
    changed > 0 && importing.changed(changed),
    wrong > 0 && importing.notCame(wrong),
  ].filter((each) => each !== false);
  return (
    <div className={classes.stage}>
      <Paper withBorder className={classes.panel}>
        <Title order={2} size="h4">
          {threads > 0 ? importing.doneTitle(threads) : importing.doneNothing}
        </Title>
        <List size="sm" spacing={6} mt={sentences.length > 0 ? 'sm' : 0}>
          {sentences.map((sentence) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
        <Group gap="sm" mt="md">
          {threads > 0 && (
            <>
              <Button component={Link} to={paths.companies}>
                {importing.seeCompanies}
              </Button>
              <Button component={Link} to={`${paths.inbox}?queue=CLOSED`} variant="default">
                {importing.seeThreads}
              </Button>
              <Button component={Link} to={paths.weekly} variant="default">
                {importing.seeWeekly}
              </Button>
            </>
          )}
          <Button component={Link} to={paths.imports} variant={threads > 0 ? 'subtle' : 'default'}>
            {importing.another}
          </Button>
        </Group>
      </Paper>
      {wrong + changed > 0 && <Problems subject={subject} />}
      {subject.abilities.undo && threads > 0 && (
        <Group gap="md" className={classes.undo}>
          <UndoButton subject={subject} />
          <Text size="sm" c="dimmed" className={classes.undoHint}>
            {importing.undoHint}
          </Text>
        </Group>
      )}
    </div>
  );
}

function Undone({ subject }: { subject: Import }) {
  const { importing } = useImportWords();
  const { kept, keptCount, undoneAt, undoneBy } = subject;
  return (
    <div className={classes.stage}>
      <Paper withBorder className={classes.panel}>
        <Title order={2} size="h4">
          {importing.undoneTitle}
        </Title>
        <Text size="sm" mt="xs">
          {keptCount > 0 ? importing.undoneSome(keptCount) : importing.undoneAll}
        </Text>
        <Text size="xs" c="dimmed" mt={4} component="div">
          {undoneBy && importing.undoneBy(undoneBy.name)}
          {undoneAt && (
            <>
              {' · '}
              <Moment at={undoneAt} span />
            </>
          )}
        </Text>
        <Group gap="sm" mt="md">
          <Button component={Link} to={paths.imports} variant="default">
            {importing.another}
          </Button>
        </Group>
      </Paper>
      {kept.length > 0 && (
        <section aria-labelledby="import-kept">
          <Title order={3} size="h5" mb={10} id="import-kept">
            {importing.keptTitle}
          </Title>
          <Paper withBorder className={classes.list}>
            <ul className={classes.lines}>
              {kept.map(({ kind, id, name, why }) => (
                <li key={id} className={classes.problem}>
                  <Text size="sm" c="dimmed" className={classes.problemColumn}>
                    {importing.kinds[kind]}
                  </Text>
                  <Text size="sm" className={classes.problemText}>
                    {kind === 'THREAD' ? (
                      <Anchor component={Link} to={paths.inboxThread(id)}>
                        {name}
                      </Anchor>
                    ) : (
                      name
                    )}
                  </Text>
                  <Text size="xs" c="dimmed" className={classes.problemLines}>
                    {importing.why[why]}
                  </Text>
                </li>
              ))}
            </ul>
          </Paper>
          {keptCount > kept.length && (
            <Text size="sm" c="dimmed" mt="xs">
              {importing.more(keptCount - kept.length)}
            </Text>
          )}
        </section>
      )}
    </div>
  );
}
