// The first rows as they would become; what cannot come in as it is stands out, with why.
import { Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import type { Category, Channel, ImportField } from '../gql/words';
import { exact } from '../words/dates';
import { type ImportWords, useImportWords } from '../words/importing';
import { useLocale } from '../words/words';
import classes from './importing.module.css';
import { type Import, PreviewQuery } from './importing.gql';

/** As people look for them: when, who, what. */
const ORDER: readonly ImportField[] = [
  'DATE',
  'COMPANY',
  'CONTACT_NAME',
  'CONTACT_EMAIL',
  'CHANNEL',
  'TITLE',
  'TEXT',
  'CATEGORY',
  'EXTERNAL_ID',
  'COMPANY_DOMAIN',
  'COMPANY_EMPLOYEES',
  'LANGUAGE',
];

export function Preview({ subject }: { subject: Import }) {
  const words = useImportWords();
  const { importing } = words;
  const locale = useLocale();
  const [{ data, error }, ask] = useQuery({
    query: PreviewQuery,
    variables: { importId: subject.id, locale },
    requestPolicy: 'network-only',
  });
  const mapping = JSON.stringify(subject.mapping);
  useEffect(() => {
    ask({ requestPolicy: 'network-only' });
  }, [ask, mapping]);
  if (error && !data) {
    return (
      <Text size="sm" role="alert">
        {importing.previewFailed}
      </Text>
    );
  }
  const rows = data?.importPreview ?? [];
  const fields = ORDER.filter((field) => subject.mapping.some((each) => each.field === field));
  if (rows.length === 0 || fields.length === 0) return null;
  return (
    <div>
      <Title order={3} size="h5" id="import-preview">
        {importing.previewTitle}
      </Title>
      <Text size="sm" c="dimmed" mt={2} mb={10}>
        {importing.previewLead(rows.length)}
      </Text>
      <div className={classes.scroll} tabIndex={0} role="region" aria-labelledby="import-preview">
        <table className={classes.preview}>
          <thead>
            <tr>
              <th scope="col">{importing.line}</th>
              {fields.map((field) => (
                <th key={field} scope="col">
                  {importing.fields[field]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, problem, cells }) => (
              <tr key={line}>
                <th scope="row">{line}</th>
                {problem ? (
                  <td colSpan={fields.length} data-wrong>
                    <Wrong text={problem} />
                  </td>
                ) : (
                  fields.map((field) => {
                    const cell = cells.find((each) => each.field === field);
                    return (
                      <td key={field} data-field={field} data-wrong={cell?.problem ? true : undefined}>
                        {cell?.problem ? (
                          <Wrong text={cell.problem} value={cell.value} />
                        ) : (
                          <span className={classes.cell}>
                            {cell && valueOf(words, locale, field, cell.value)}
                          </span>
                        )}
                      </td>
                    );
                  })
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Wrong({ text, value }: { text: string; value?: string }) {
  return (
    <>
      {value && <span className={classes.cell}>{value}</span>}
      <span className={classes.wrong}>
        <IconAlertTriangle size={13} stroke={2} aria-hidden />
        {text}
      </span>
    </>
  );
}

function valueOf({ shell }: ImportWords, locale: 'ko' | 'en', field: ImportField, value: string): string {
  if (value === '') return '';
  if (field === 'DATE') return exact(locale, value);
  if (field === 'CHANNEL') return shell.channels[value as Channel];
  if (field === 'CATEGORY') return shell.categories[value as Category];
  return value;
}
