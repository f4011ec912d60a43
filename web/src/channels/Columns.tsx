// Which column is what: a choice for each field, and beneath what the first rows become of it.
import { Alert, Button, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import type { ImportField } from '../gql/words';
import { useImportWords } from '../words/importing';
import { Discard } from './Discard';
import { FieldChoice } from './FieldChoice';
import classes from './importing.module.css';
import { CheckImport, type Import, MapImport } from './importing.gql';
import { Preview } from './Preview';
import { Refused } from './Refused';
import { useStep } from './useImport';

const REQUIRED: readonly ImportField[] = ['COMPANY', 'CONTACT_EMAIL', 'DATE', 'TEXT', 'CHANNEL'];
const OPTIONAL: readonly ImportField[] = [
  'CONTACT_NAME',
  'TITLE',
  'CATEGORY',
  'EXTERNAL_ID',
  'COMPANY_DOMAIN',
  'COMPANY_EMPLOYEES',
  'TIME',
  'LANGUAGE',
];

export function Columns({ subject }: { subject: Import }) {
  const { importing } = useImportWords();
  const map = useStep(MapImport);
  const check = useStep(CheckImport);
  const [source, setSource] = useState(subject.source);
  const importId = subject.id;
  const save = () => {
    const next = source.trim();
    if (next === '') return setSource(subject.source);
    if (next !== subject.source) void map.go({ input: { importId, choices: [], source: next } });
  };
  const choice = (field: ImportField) => (
    <FieldChoice
      key={field}
      field={field}
      subject={subject}
      required={REQUIRED.includes(field)}
      onChoose={(chosen) => void map.go({ input: { importId, choices: [{ field, ...chosen }] } })}
    />
  );
  return (
    <section className={classes.stage} aria-labelledby="import-columns">
      {subject.state === 'FAILED' && (
        <Alert color="red" role="alert" title={importing.failedTitle}>
          {importing.failures[subject.failure ?? 'INTERNAL']}
        </Alert>
      )}
      <div>
        <Title order={2} size="h4" id="import-columns">
          {importing.columnsTitle}
        </Title>
        <Text size="sm" c="dimmed" mt={4}>
          {importing.columnsLead}
        </Text>
      </div>
      <fieldset className={classes.fields}>
        <legend>{importing.required}</legend>
        {REQUIRED.map(choice)}
      </fieldset>
      <fieldset className={classes.fields}>
        <legend>{importing.optional}</legend>
        {OPTIONAL.map(choice)}
        <TextInput
          label={importing.source}
          description={importing.sourceHint}
          inputWrapperOrder={['label', 'input', 'description']}
          maxLength={60}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
          onBlur={save}
          className={classes.source}
        />
      </fieldset>
      <Preview subject={subject} />
      <Refused text={map.refused ?? check.refused} />
      {subject.missing.length > 0 && (
        <Text size="sm" className={classes.missing} role="status">
          {importing.missing(subject.missing.map((field) => importing.fields[field]).join(', '))}
        </Text>
      )}
      <div className={classes.actions}>
        <Discard subject={subject} />
        <Button
          size="md"
          loading={check.busy}
          disabled={!subject.abilities.check}
          onClick={() => void check.go({ input: { importId } })}
        >
          {importing.check}
        </Button>
      </div>
    </section>
  );
}
