// Two become one: which stays, what moves, and only then the button.
import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { usePageWords } from '../words/pages';
import { Dialog } from '../kit/Dialog';
import { ChooseTwin } from './ChooseTwin';
import { KeepChoice } from './KeepChoice';
import { MergeMoves } from './MergeMoves';
import { CompaniesPreview, MergeCompanies, MergePeople, PeoplePreview, type Twin } from './merging';
import { announce, sayRefusal } from './refusals';

type Props = {
  kind: 'PERSON' | 'COMPANY';
  one: Twin;
  /** Left out: it is chosen first. */
  other?: Twin | undefined;
  onClose: () => void;
  onMerged: (kept: Twin) => void;
};

export function MergeDialog({ kind, one, other: given, onClose, onMerged }: Props) {
  const { merging } = usePageWords();
  const [other, setOther] = useState<Twin | null>(given ?? null);
  const title = other
    ? merging.mergeTitle
    : kind === 'PERSON'
      ? merging.chooseTitle
      : merging.chooseCompanyTitle;
  return (
    <Dialog onClose={onClose} title={title} size="lg">
      {other ? (
        <Compare
          kind={kind}
          twins={[one, other]}
          onBack={given ? onClose : () => setOther(null)}
          onMerged={(kept) => {
            onMerged(kept);
            onClose();
          }}
        />
      ) : (
        <ChooseTwin kind={kind} one={one} onChosen={setOther} />
      )}
    </Dialog>
  );
}

type CompareProps = {
  kind: 'PERSON' | 'COMPANY';
  twins: [Twin, Twin];
  onBack: () => void;
  onMerged: (kept: Twin) => void;
};

function Compare({ kind, twins, onBack, onMerged }: CompareProps) {
  const words = usePageWords();
  const { merging, shell } = words;
  const [keptId, setKeptId] = useState(twins[0].id);
  const kept = twins[0].id === keptId ? twins[0] : twins[1];
  const duplicate = kept === twins[0] ? twins[1] : twins[0];
  const ask = {
    variables: { keep: kept.id, duplicate: duplicate.id },
    requestPolicy: 'network-only' as const,
  };
  const [people] = useQuery({ query: PeoplePreview, pause: kind !== 'PERSON', ...ask });
  const [companies] = useQuery({ query: CompaniesPreview, pause: kind !== 'COMPANY', ...ask });
  const asked = kind === 'PERSON' ? people : companies;
  const preview = asked.fetching
    ? undefined
    : (people.data?.peopleMergePreview ?? companies.data?.companiesMergePreview);
  const [, mergePeople] = useMutation(MergePeople);
  const [, mergeCompanies] = useMutation(MergeCompanies);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const problem = preview?.problem ? (merging.problems[preview.problem] ?? preview.problem) : null;
  const run = async () => {
    setBusy(true);
    setRefused(null);
    const { error } =
      kind === 'PERSON'
        ? await mergePeople({ input: { keepPersonId: kept.id, duplicatePersonId: duplicate.id } })
        : await mergeCompanies({ input: { keepCompanyId: kept.id, duplicateCompanyId: duplicate.id } });
    setBusy(false);
    if (error) return setRefused(sayRefusal(words, error));
    announce(words, merging.merged(kept.name));
    onMerged(kept);
  };
  return (
    <Stack gap="md">
      <KeepChoice twins={twins} keptId={keptId} onChange={setKeptId} />
      {preview && <MergeMoves kind={kind} kept={kept} preview={preview} />}
      {!preview && !asked.error && (
        <Text size="sm" c="dimmed" role="status">
          <Loader size={12} mr={8} aria-hidden />
          {merging.asking}
        </Text>
      )}
      {(problem || refused || asked.error) && (
        <Text size="sm" c="red" role="alert">
          {refused ?? problem ?? merging.askFailed}
        </Text>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onBack}>
          {shell.cancel}
        </Button>
        <Button loading={busy} disabled={!preview || problem !== null} onClick={() => void run()}>
          {merging.go}
        </Button>
      </Group>
    </Stack>
  );
}
