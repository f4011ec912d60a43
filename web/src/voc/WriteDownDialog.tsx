// What was said on the phone or in a meeting: who, by which way, when, in which words; the model proposes the category.
import { Button, Group, Select, SimpleGrid, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import { type CombinedError, useMutation, useQuery } from 'urql';
import { CATEGORIES, type Category, CHANNELS, type Channel, SEVERITIES, type Severity } from '../gql/words';
import { Dialog } from '../kit/Dialog';
import { sayError } from '../kit/errors';
import { useNeedsWords } from '../words/needs';
import { useLocale, useWords } from '../words/words';
import { localMoment } from './localMoment';
import { percent } from './numbers';
import { CompanyFilter } from './review/CompanyFilter';
import { AreasQuery, ContactsQuery, CreateItem, ProposalQuery } from './voc.gql';

type Props = { companyId: string | null; onClose: () => void; onDone: () => void };

export function WriteDownDialog({ companyId, onClose, onDone }: Props) {
  const words = useWords();
  const { shell } = words;
  const say = useNeedsWords().writing;
  const needs = useNeedsWords();
  const locale = useLocale();
  const [quote, setQuote] = useState('');
  const [company, setCompany] = useState(companyId);
  const [person, setPerson] = useState<string | null>(null);
  const [channel, setChannel] = useState<Channel>('PHONE');
  const [at, setAt] = useState(() => localMoment(new Date()));
  const [category, setCategory] = useState<Category | null>(null);
  const [severity, setSeverity] = useState<Severity | null>(null);
  const [area, setArea] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<CombinedError | undefined>();
  const [key] = useState(() => crypto.randomUUID());
  const [asked] = useDebouncedValue(quote.trim(), 400);
  const [{ data: proposed }] = useQuery({
    query: ProposalQuery,
    variables: { quote: asked },
    pause: asked.length < 4,
  });
  const [{ data: known }] = useQuery({
    query: ContactsQuery,
    variables: { id: company ?? '' },
    pause: company === null,
  });
  const [{ data: tree }] = useQuery({ query: AreasQuery });
  const [saving, create] = useMutation(CreateItem);
  const proposal = asked.length < 4 ? null : (proposed?.categoryProposal ?? null);
  const members = known?.node && 'space' in known.node ? (known.node.space?.members ?? []) : [];
  const contacts = members.filter(({ side }) => side === 'CONTACT');
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!quote.trim()) return;
    const answer = await create({
      input: {
        quote,
        channel,
        companyId: company,
        personId: company ? person : null,
        occurredAt: at ? new Date(at).toISOString() : null,
        category: category ?? proposal?.category ?? null,
        severity,
        productAreaId: area,
        idempotencyKey: key,
      },
    });
    setError(answer.error);
    if (answer.data) onDone();
  };
  return (
    <Dialog title={say.title} onClose={onClose} size="lg">
      <form onSubmit={(event) => void save(event)} noValidate>
        <Stack gap="md">
          <Textarea
            label={say.quote}
            description={say.quoteHint}
            value={quote}
            maxLength={2_000}
            autosize
            minRows={3}
            maxRows={10}
            data-autofocus
            error={tried && !quote.trim() ? say.quoteMissing : null}
            onChange={(event) => setQuote(event.currentTarget.value)}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
            <div>
              <Text size="sm" fw={500} mb={4} aria-hidden>
                {words.voc.review.company}
              </Text>
              <CompanyFilter
                value={company}
                onChange={(id) => {
                  setCompany(id);
                  setPerson(null);
                }}
              />
            </div>
            <Select
              label={say.contact}
              placeholder={say.contactUnknown}
              value={person}
              onChange={setPerson}
              disabled={company === null}
              clearable
              searchable
              data={contacts.map((each) => ({ value: each.person.id, label: each.person.name }))}
            />
            <Select
              label={say.channel}
              value={channel}
              allowDeselect={false}
              onChange={(value) => setChannel((value ?? 'PHONE') as Channel)}
              data={CHANNELS.map((value) => ({ value, label: shell.channels[value] }))}
            />
            <TextInput
              label={say.at}
              type="datetime-local"
              value={at}
              max={localMoment(new Date())}
              onChange={(event) => setAt(event.currentTarget.value)}
            />
            <Select
              label={say.category}
              description={
                proposal
                  ? say.proposed(shell.categories[proposal.category], percent(locale, proposal.confidence))
                  : say.proposedLater
              }
              value={category ?? proposal?.category ?? null}
              onChange={(value) => setCategory(value as Category | null)}
              data={CATEGORIES.map((value) => ({ value, label: shell.categories[value] }))}
            />
            <Select
              label={say.severity}
              description={say.severityHint}
              value={severity}
              onChange={(value) => setSeverity(value as Severity | null)}
              clearable
              data={SEVERITIES.map((value) => ({ value, label: say.severities[value] }))}
            />
            <Select
              label={needs.area}
              placeholder={needs.noArea}
              value={area}
              onChange={setArea}
              clearable
              searchable
              data={(tree?.productAreas ?? []).map(({ id, nameKo, nameEn }) => ({
                value: id,
                label: locale === 'ko' ? nameKo : nameEn,
              }))}
            />
          </SimpleGrid>
          {error && (
            <Text size="sm" c="red" role="alert">
              {sayError(words, error)}
            </Text>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {shell.cancel}
            </Button>
            <Button type="submit" loading={saving.fetching}>
              {say.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
