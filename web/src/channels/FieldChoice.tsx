// Where one field comes from: a column of the file, or for the channel one word for all rows.
import { NativeSelect } from '@mantine/core';
import { CHANNELS, type ImportField } from '../gql/words';
import { useImportWords } from '../words/importing';
import type { Import } from './importing.gql';

type Props = {
  field: ImportField;
  subject: Import;
  required: boolean;
  onChoose: (chosen: { column?: number; constant?: string }) => void;
};

export function FieldChoice({ field, subject, required, onChoose }: Props) {
  const { importing, shell } = useImportWords();
  const origin = subject.mapping.find((each) => each.field === field);
  const missing = subject.missing.includes(field);
  const value = !origin ? '' : origin.constant !== null ? `=${origin.constant}` : String(origin.column);
  const column = subject.columns.find(({ index }) => index === origin?.column);
  const sample = column?.samples.find((cell) => cell.trim() !== '');
  const words =
    field === 'CHANNEL' ? CHANNELS.map((each) => ({ value: each, label: shell.channels[each] })) : [];
  if (origin?.constant && !words.some((each) => each.value === origin.constant))
    words.push({ value: origin.constant as (typeof CHANNELS)[number], label: origin.constant });
  return (
    <NativeSelect
      label={importing.fields[field]}
      withAsterisk={required}
      required={required}
      description={sample ? importing.sample(sample) : importing.hints[field]}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={missing ? importing.mustChoose : undefined}
      value={value}
      onChange={({ currentTarget: { value: chosen } }) =>
        onChoose(
          chosen === ''
            ? {}
            : chosen.startsWith('=')
              ? { constant: chosen.slice(1) }
              : { column: Number(chosen) },
        )
      }
    >
      <option value="">{importing.notChosen}</option>
      <optgroup label={importing.fromColumn}>
        {subject.columns.map(({ index, name }) => (
          <option key={index} value={index}>
            {importing.column(index, name)}
          </option>
        ))}
      </optgroup>
      {words.length > 0 && (
        <optgroup label={importing.sameForAll}>
          {words.map((each) => (
            <option key={each.value} value={`=${each.value}`}>
              {each.label}
            </option>
          ))}
        </optgroup>
      )}
    </NativeSelect>
  );
}
