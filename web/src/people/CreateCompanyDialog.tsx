// Adds a company; a large one has its hotline in the same moment.
import { Alert, Button, Group, Stack, TagsInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useMutation } from 'urql';
import { graphql } from '../gql/graphql';
import { Dialog } from '../kit/Dialog';
import { showRefusal } from '../kit/refusedForm';
import { refusalOf } from '../session/client';
import { usePageWords } from '../words/pages';
import { CompanyFields, type CompanyValues, checkCompany } from './companyForm';
import { announce, sayRefusal } from './refusals';

const CreateCompany = graphql(`
  mutation CreateCompany($input: CreateCompanyInput!) {
    createCompany(input: $input) {
      company {
        id
        handle
        space {
          id
        }
      }
    }
  }
`);

export function CreateCompanyDialog({
  onClose,
  onCreated,
}: {
  onClose: () => void;
  onCreated: (handle: string) => void;
}) {
  const words = usePageWords();
  const { people, shell } = words;
  const [{ fetching }, create] = useMutation(CreateCompany);
  const [refused, setRefused] = useState<string | null>(null);
  const form = useForm<CompanyValues>({
    initialValues: { name: '', employees: '', tier: 'STANDARD', domains: [] },
    validate: checkCompany(words),
  });
  const submit = form.onSubmit(async ({ name, employees, tier, domains }) => {
    setRefused(null);
    const { data, error } = await create({
      input: { name: name.trim(), employees: Number(employees), tier, domains },
    });
    if (error || !data) {
      const sentence = sayRefusal(words, error) ?? '';
      // The server names no field for a domain that another company has.
      if (refusalOf(error)?.reason === 'DOMAIN_TAKEN') return form.setFieldError('domains', sentence);
      return setRefused(error ? showRefusal(form, error, sentence) : sentence);
    }
    const { handle, space } = data.createCompany.company;
    announce(
      words,
      space ? people.company.createdWithSpace(name.trim()) : people.company.created(name.trim()),
    );
    onCreated(handle);
  });
  return (
    <Dialog onClose={onClose} title={people.company.createTitle}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <CompanyFields form={form} hint={people.company.employeesHint} />
          <TagsInput
            label={people.company.domainsLabel}
            description={people.company.domainsHint}
            placeholder={form.values.domains.length === 0 ? people.company.domainsExample : undefined}
            splitChars={[',', ' ', ';', '\n']}
            acceptValueOnBlur
            maxTags={50}
            {...form.getInputProps('domains')}
            onChange={(domains) => form.setFieldValue('domains', domains.map(tidyDomain).filter(Boolean))}
          />
          {refused && (
            <Alert color="red" role="alert" p="sm">
              {refused}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {shell.cancel}
            </Button>
            <Button type="submit" loading={fetching}>
              {people.company.create}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

/** People paste '@hanbit.example', whole addresses or web pages. */
const tidyDomain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^.*@/, '')
    .replace(/^www\./, '')
    .replace(/\/.*$/, '');
