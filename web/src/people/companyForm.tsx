// The fields that a company has when it is added and when it is edited.
import { Input, NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { TIERS, type Tier } from '../gql/words';
import { type PageWords, usePageWords } from '../words/pages';

/** The number field is empty text until something is typed. */
export type CompanyValues = { name: string; employees: number | string; tier: Tier; domains: string[] };

export const LARGEST = 10_000_000;

export const checkCompany = ({ people }: PageWords) => ({
  name: (value: string) => {
    if (!value.trim()) return people.nameMissing;
    return [...value.trim()].length > 120 ? people.nameLong(120) : null;
  },
  employees: (value: number | string) =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LARGEST
      ? null
      : people.company.employeesWrong,
});

export function CompanyFields({ form, hint }: { form: UseFormReturnType<CompanyValues>; hint: string }) {
  const { people, shell } = usePageWords();
  return (
    <>
      <TextInput
        label={people.company.name}
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('name')}
      />
      <NumberInput
        label={people.company.employees}
        description={hint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        thousandSeparator=","
        allowDecimal={false}
        allowNegative={false}
        min={0}
        max={LARGEST}
        clampBehavior="none"
        hideControls
        {...form.getInputProps('employees')}
      />
      <div>
        <Input.Label labelElement="div" display="block" id="company-tier" mb={4}>
          {people.company.tier}
        </Input.Label>
        <SegmentedControl
          aria-labelledby="company-tier"
          data={TIERS.map((value) => ({ value, label: shell.tiers[value] }))}
          {...form.getInputProps('tier')}
          onChange={(value) => form.setFieldValue('tier', value as Tier)}
        />
      </div>
    </>
  );
}
