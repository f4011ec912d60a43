// The tree of product areas: planners add, rename, move and reorder; nothing goes round in a circle.
import { ActionIcon, Button, Group, Paper, Select, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowDown, IconArrowUp, IconPencil, IconPlus, IconSitemap } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { type CombinedError, useMutation, useQuery } from 'urql';
import { graphql } from '../gql/graphql';
import { Dialog } from '../kit/Dialog';
import { sayError } from '../kit/errors';
import { Loading, Saying } from '../kit/states';
import { paths } from '../paths';
import { Page } from '../people/Page';
import { refusalOf } from '../session/client';
import { useSignedIn } from '../session/me';
import { useNeedsWords } from '../words/needs';
import { useLocale, useWords } from '../words/words';
import classes from './needs/needs.module.css';
import { type Area, AreasQuery } from './voc.gql';

const Create = graphql(`
  mutation CreateArea($input: CreateProductAreaInput!) {
    createProductArea(input: $input) {
      productArea {
        id
      }
    }
  }
`);

const Change = graphql(`
  mutation ChangeArea($input: ChangeProductAreaInput!) {
    changeProductArea(input: $input) {
      productAreas {
        id
        nameKo
        nameEn
        parentId
      }
    }
  }
`);

type Placed = { area: Area; depth: number; place: number; last: boolean };

/** Depth first, as the tree is read; `place` counts among sisters. */
function placed(areas: readonly Area[], parentId: string | null = null, depth = 0): Placed[] {
  const sisters = areas.filter((area) => (area.parentId ?? null) === parentId);
  return sisters.flatMap((area, place) => [
    { area, depth, place, last: place === sisters.length - 1 },
    ...placed(areas, area.id, depth + 1),
  ]);
}

export default function AreasPage() {
  const words = useWords();
  const { areas: say, back } = useNeedsWords();
  const locale = useLocale();
  const { role } = useSignedIn();
  const manages = role !== null && role !== 'AGENT';
  const [{ data, fetching }, again] = useQuery({ query: AreasQuery });
  const [, change] = useMutation(Change);
  const [opened, setOpened] = useState<Area | 'new' | null>(null);
  const refresh = () => again({ requestPolicy: 'network-only' });
  const areas = data?.productAreas ?? [];
  const name = (area: Area) => (locale === 'ko' ? area.nameKo : area.nameEn);
  const move = async (area: Area, position: number) => {
    const { error } = await change({ input: { productAreaId: area.id, position } });
    if (error)
      notifications.show({
        color: 'red',
        message: sayError(words, error),
        closeButtonProps: { 'aria-label': words.shell.close },
      });
    refresh();
  };
  const create = manages && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpened('new')}>
      {say.create}
    </Button>
  );
  return (
    <Page title={say.title} lead={say.lead} narrow back={{ to: paths.needs, label: back }} actions={create}>
      {areas.length === 0 && fetching ? (
        <Loading label={words.shell.loading} />
      ) : areas.length === 0 ? (
        <Saying icon={<IconSitemap size={28} />} title={say.none} action={create} />
      ) : (
        <Paper withBorder>
          <ul className={classes.rows} aria-label={say.title}>
            {placed(areas).map(({ area, depth, place, last }) => (
              <li key={area.id} className={classes.area} style={{ paddingInlineStart: 16 + depth * 24 }}>
                <span>
                  {name(area)}
                  <span className={classes.quiet}>{locale === 'ko' ? area.nameEn : area.nameKo}</span>
                </span>
                {manages && (
                  <Group gap={2} wrap="nowrap">
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      disabled={place === 0}
                      className={classes.move}
                      aria-label={say.up(name(area))}
                      onClick={() => void move(area, place - 1)}
                    >
                      <IconArrowUp size={16} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      disabled={last}
                      className={classes.move}
                      aria-label={say.down(name(area))}
                      onClick={() => void move(area, place + 1)}
                    >
                      <IconArrowDown size={16} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={say.edit(name(area))}
                      onClick={() => setOpened(area)}
                    >
                      <IconPencil size={16} aria-hidden />
                    </ActionIcon>
                  </Group>
                )}
              </li>
            ))}
          </ul>
        </Paper>
      )}
      {opened && (
        <AreaForm
          area={opened === 'new' ? null : opened}
          areas={areas}
          onClose={() => setOpened(null)}
          onDone={() => {
            setOpened(null);
            refresh();
          }}
        />
      )}
    </Page>
  );
}

type FormProps = { area: Area | null; areas: readonly Area[]; onClose: () => void; onDone: () => void };

function AreaForm({ area, areas, onClose, onDone }: FormProps) {
  const words = useWords();
  const { areas: say, save } = useNeedsWords();
  const locale = useLocale();
  const [nameKo, setNameKo] = useState(area?.nameKo ?? '');
  const [nameEn, setNameEn] = useState(area?.nameEn ?? '');
  const [parentId, setParentId] = useState(area?.parentId ?? null);
  const [error, setError] = useState<CombinedError | undefined>();
  const [creating, create] = useMutation(Create);
  const [changing, change] = useMutation(Change);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!nameKo.trim() || !nameEn.trim()) return;
    const answer = area
      ? await change({ input: { productAreaId: area.id, nameKo, nameEn, parentId } })
      : await create({ input: { nameKo, nameEn, parentId } });
    setError(answer.error);
    if (answer.data) onDone();
  };
  return (
    <Dialog title={area ? say.editTitle : say.create} onClose={onClose} size="sm">
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <TextInput
            label={say.nameKo}
            value={nameKo}
            maxLength={60}
            required
            data-autofocus
            onChange={(event) => setNameKo(event.currentTarget.value)}
          />
          <TextInput
            label={say.nameEn}
            value={nameEn}
            maxLength={60}
            required
            onChange={(event) => setNameEn(event.currentTarget.value)}
          />
          <Select
            label={say.parent}
            placeholder={say.top}
            value={parentId}
            onChange={setParentId}
            clearable
            searchable
            data={areas
              .filter(({ id }) => id !== area?.id)
              .map((each) => ({ value: each.id, label: locale === 'ko' ? each.nameKo : each.nameEn }))}
          />
          {error && (
            <Text size="sm" c="red" role="alert">
              {say.errors[refusalOf(error)?.reason ?? ''] ?? sayError(words, error)}
            </Text>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {words.shell.cancel}
            </Button>
            <Button type="submit" loading={creating.fetching || changing.fetching}>
              {save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
