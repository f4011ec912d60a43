// After the dry run: what would come in, in sentences, what would not, and the button that brings it.
import { Button, List, Paper, Text, Title } from '@mantine/core';
import { day } from '../words/dates';
import { useImportWords } from '../words/importing';
import { useLocale } from '../words/words';
import { Discard } from './Discard';
import classes from './importing.module.css';
import { type Import, RunImport } from './importing.gql';
import { Problems } from './Problems';
import { Refused } from './Refused';
import { useStep } from './useImport';

export function Checked({ subject, onChoose }: { subject: Import; onChoose: () => void }) {
  const { importing } = useImportWords();
  const locale = useLocale();
  const run = useStep(RunImport);
  const { figures } = subject;
  if (!figures) return null;
  const { threads, companies, people, already, changed, wrong, firstAt, lastAt } = figures;
  const sentences = [
    threads > 0 && firstAt && lastAt && importing.between(day(locale, firstAt), day(locale, lastAt)),
    threads > 0 && (companies + people > 0 ? importing.newOnes(companies, people) : importing.nobodyNew),
    already > 0 && importing.already(already),
    changed > 0 && importing.changed(changed),
    wrong > 0 ? importing.wrong(wrong) : importing.allRight,
    threads > 0 && importing.quiet,
  ].filter((each) => each !== false && each !== null);
  return (
    <div className={classes.stage}>
      <Paper withBorder className={classes.panel}>
        <Title order={2} size="h4">
          {threads > 0 ? importing.newThreads(threads) : importing.nothingNew}
        </Title>
        {threads === 0 && (
          <Text size="sm" c="dimmed">
            {importing.nothingNewText}
          </Text>
        )}
        <List size="sm" spacing={6} mt="sm">
          {sentences.map((sentence) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
      </Paper>
      {wrong + changed > 0 && <Problems subject={subject} />}
      <Refused text={run.refused} />
      <div className={classes.actions}>
        <Discard subject={subject} />
        <div className={classes.onward}>
          <Button variant="default" size="md" onClick={onChoose}>
            {importing.again}
          </Button>
          {threads > 0 && (
            <Button
              size="md"
              loading={run.busy}
              onClick={() => void run.go({ input: { importId: subject.id } })}
            >
              {importing.run(threads)}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}
