// Edits a company's facts. When somebody was quicker, their values are shown and what was typed stays.
import { Alert, Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useClient, useMutation } from 'urql';
import { graphql } from '../gql/graphql';
import type { Tier } from '../gql/words';
import { Dialog } from '../kit/Dialog';
import { showRefusal } from '../kit/refusedForm';
import { refusalOf } from '../session/client';
import { usePageWords } from '../words/pages';
import { CompanyFields, type CompanyValues, checkCompany } from './companyForm';
import { announce, sayRefusal } from './refusals';

const UpdateCompany = graphql(`
  mutation UpdateCompany($input: UpdateCompanyInput!) {
    updateCompany(input: $input) {
      company {
        id
        name
        employees
        tier
        version
      }
    }
  }
`);
const CompanyNow = graphql(`
  query CompanyNow($handle: String!) {
    companyByHandle(handle: $handle) {
      id
      name
      employees
      tier
      version
    }
  }
`);

type Company = {
  id: string;
  handle: string;
  name: string;
  employees: number | null;
  tier: Tier | null;
  version: number | null;
};

export function EditCompanyDialog({ company, onClose }: { company: Company; onClose: () => void }) {
  const words = usePageWords();
  const { people, shell } = words;
  const client = useClient();
  const [{ fetching }, update] = useMutation(UpdateCompany);
  const [refused, setRefused] = useState<string | null>(null);
  const [stale, setStale] = useState<string | null>(null);
  // The version that was seen when editing began: what is read again behind the dialog must not slip past it.
  const [version, setVersion] = useState(company.version ?? 0);
  const form = useForm<CompanyValues>({
    initialValues: {
      name: company.name,
      employees: company.employees ?? '',
      tier: company.tier ?? 'STANDARD',
      domains: [],
    },
    validate: checkCompany(words),
  });
  const lookAgain = async (sentence: string) => {
    const { data } = await client.query(
      CompanyNow,
      { handle: company.handle },
      { requestPolicy: 'network-only' },
    );
    const now = data?.companyByHandle;
    if (!now) return setRefused(sentence);
    setVersion(now.version ?? version);
    setStale(
      people.company.stale(
        [
          now.name,
          now.employees === null ? null : people.people(now.employees),
          now.tier && shell.tiers[now.tier],
        ]
          .filter(Boolean)
          .join(' · '),
      ),
    );
  };
  const submit = form.onSubmit(async ({ name, employees, tier }) => {
    setRefused(null);
    setStale(null);
    const { error } = await update({
      input: { id: company.id, version, name: name.trim(), employees: Number(employees), tier },
    });
    if (!error) {
      announce(words, people.company.saved);
      return onClose();
    }
    const sentence = sayRefusal(words, error) ?? '';
    if (refusalOf(error)?.reason === 'STALE') return lookAgain(sentence);
    setRefused(showRefusal(form, error, sentence));
  });
  return (
    <Dialog onClose={onClose} title={people.company.editTitle}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {stale && (
            <Alert color="yellow" role="alert" p="sm" title={people.company.staleTitle}>
              {stale}
            </Alert>
          )}
          <CompanyFields form={form} hint={people.company.employeesEditHint} />
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
              {shell.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
