// New content goes to companies: whom, how many that is, and only then the button that sends it.
import { Alert, Button, Group, MultiSelect, Radio, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { TIERS, type Tier } from '../gql/words';
import { Dialog } from '../kit/Dialog';
import { sayError } from '../kit/errors';
import { useNewContentWords } from '../words/newContent';
import { useTrainingWords } from '../words/training';
import { useLocale } from '../words/words';
import { AnnounceCourse, PreviewQuery } from './newContent.gql';
import { number } from './said';
import { CompaniesToChoose } from './sessions.gql';

const AUDIENCES = ['PARTICIPANTS', 'TIER', 'COMPANIES'] as const;
type Audience = (typeof AUDIENCES)[number];

export function AnnounceDialog({ versionId, onClose }: { versionId: string; onClose: () => void }) {
  const words = useTrainingWords();
  const { training, shell } = words;
  const content = useNewContentWords();
  const locale = useLocale();
  const [audience, setAudience] = useState<Audience>('PARTICIPANTS');
  const [tier, setTier] = useState<Tier | null>(null);
  const [chosen, setChosen] = useState(new Map<string, string>());
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const [{ data: companies }] = useQuery({ query: CompaniesToChoose, variables: { search: search || null } });
  const wanted = {
    courseVersionId: versionId,
    audience,
    tier: audience === 'TIER' ? tier : null,
    companyIds: audience === 'COMPANIES' ? [...chosen.keys()] : null,
  };
  let missing: string | null = null;
  if (audience === 'TIER' && !tier) missing = content.chooseTier;
  if (audience === 'COMPANIES' && chosen.size === 0) missing = content.chooseCompanies;
  const [{ data, fetching: counting }] = useQuery({
    query: PreviewQuery,
    variables: wanted,
    requestPolicy: 'network-only',
    pause: missing !== null,
  });
  const [{ error, fetching }, announce] = useMutation(AnnounceCourse);
  const reach = missing || counting ? null : data?.announcementPreview;
  const found = (companies?.companies.edges ?? []).map(({ node }) => [node.id, node.name] as const);
  const names = new Map([...found, ...chosen]);
  const send = async () => {
    const { data: sent } = await announce({ input: wanted });
    if (!sent) return;
    notifications.show({
      message: content.sent(number(locale, sent.announceCourse.companies)),
      closeButtonProps: { 'aria-label': shell.close },
    });
    onClose();
  };
  return (
    <Dialog title={content.announceTitle} onClose={onClose} size="lg">
      <Stack>
        <Text size="sm" c="dimmed">
          {content.announceHint}
        </Text>
        <Radio.Group
          label={content.toWhom}
          value={audience}
          onChange={(value) => setAudience(AUDIENCES.find((each) => each === value) ?? 'PARTICIPANTS')}
        >
          <Stack gap="xs" mt="xs">
            {AUDIENCES.map((value) => (
              <Radio key={value} value={value} label={content.audiences[value]} />
            ))}
          </Stack>
        </Radio.Group>
        {audience === 'TIER' && (
          <Select
            label={content.tier}
            value={tier}
            onChange={(value) => setTier(TIERS.find((each) => each === value) ?? null)}
            data={TIERS.map((value) => ({ value, label: shell.tiers[value] }))}
          />
        )}
        {audience === 'COMPANIES' && (
          <MultiSelect
            label={content.chosen}
            searchable
            clearable
            maxValues={200}
            searchValue={typed}
            onSearchChange={setTyped}
            value={[...chosen.keys()]}
            onChange={(ids) => setChosen(new Map(ids.map((id) => [id, names.get(id) ?? ''])))}
            data={[...names].map(([value, label]) => ({ value, label }))}
            // The server has searched already, by first consonants too.
            filter={({ options }) => options}
            nothingFoundMessage={training.noCompany}
          />
        )}
        <div aria-live="polite">
          <Text fw={missing ? 400 : 600}>
            {missing ??
              (!reach
                ? content.counting
                : reach.companies === 0
                  ? content.reachesNobody
                  : content.reaches(number(locale, reach.companies), number(locale, reach.people)))}
          </Text>
          {reach && reach.announced > 0 && (
            <Text size="sm" c="dimmed">
              {content.already(number(locale, reach.announced))}
            </Text>
          )}
        </div>
        {error && (
          <Alert color="red" role="alert" p="sm">
            {sayError(
              { ...words, shell: { ...shell, errors: { ...shell.errors, ...content.errors } } },
              error,
            )}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {shell.cancel}
          </Button>
          <Button loading={fetching} disabled={!reach || reach.companies === 0} onClick={() => void send()}>
            {reach ? content.send(number(locale, reach.companies)) : content.announce}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
