// Naming a need, new or old: a title in one sentence, a description, the area of the product.
import { Button, Group, Select, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type CombinedError, useMutation, useQuery } from 'urql';
import { Dialog } from '../../kit/Dialog';
import { sayError } from '../../kit/errors';
import { refusalOf } from '../../session/client';
import { useNeedsWords } from '../../words/needs';
import { useLocale, useWords } from '../../words/words';
import { AreasQuery } from '../voc.gql';
import { ChangeNeed, CreateNeed, type Need } from './needs.gql';

type Props = {
  /** Left out: a new one. */
  need?: Need;
  /** A new one begins with these. */
  itemIds?: string[];
  title?: string;
  onClose: () => void;
  onDone: (need: { id: string; number: number; title: string }) => void;
};

export function NeedForm({ need, itemIds = [], title: proposed = '', onClose, onDone }: Props) {
  const words = useWords();
  const needs = useNeedsWords();
  const locale = useLocale();
  const [title, setTitle] = useState(need?.title ?? proposed.slice(0, 120));
  const [description, setDescription] = useState(need?.description ?? '');
  const [area, setArea] = useState(need?.productArea?.id ?? null);
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<CombinedError | undefined>();
  const [key] = useState(() => crypto.randomUUID());
  const [{ data }] = useQuery({ query: AreasQuery });
  const [creating, create] = useMutation(CreateNeed);
  const [changing, change] = useMutation(ChangeNeed);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!title.trim()) return;
    const wishes = { title, description: description.trim() || null, productAreaId: area };
    const answer = need
      ? await change({ input: { needId: need.id, version: need.version, ...wishes } })
      : await create({ input: { ...wishes, itemIds, idempotencyKey: key } });
    setError(answer.error);
    const { data: done } = answer;
    const saved = done && ('createNeed' in done ? done.createNeed.need : done.changeNeed.need);
    if (saved) onDone(saved);
  };
  return (
    <Dialog title={need ? needs.editTitle : needs.createTitle} onClose={onClose} size="md">
      <form onSubmit={(event) => void save(event)} noValidate>
        <Stack gap="md">
          <TextInput
            label={needs.name}
            description={needs.nameHint}
            value={title}
            maxLength={120}
            data-autofocus
            autoComplete="off"
            error={tried && !title.trim() ? needs.nameMissing : null}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Textarea
            label={needs.description}
            value={description}
            maxLength={2_000}
            autosize
            minRows={2}
            maxRows={8}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
          <Select
            label={needs.area}
            placeholder={needs.noArea}
            value={area}
            onChange={setArea}
            clearable
            searchable
            data={(data?.productAreas ?? []).map(({ id, nameKo, nameEn }) => ({
              value: id,
              label: locale === 'ko' ? nameKo : nameEn,
            }))}
          />
          {error && (
            <Text size="sm" c="red" role="alert">
              {needs.errors[refusalOf(error)?.reason ?? ''] ?? sayError(words, error)}
            </Text>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {words.shell.cancel}
            </Button>
            <Button type="submit" loading={creating.fetching || changing.fetching}>
              {needs.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
