// Materials of a version, and in a draft the dialog that writes one.
import {
  Alert,
  Button,
  FileButton,
  Group,
  Paper,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import type { MaterialKind } from '../gql/words';
import { Dialog } from '../kit/Dialog';
import { sayError } from '../kit/errors';
import { useTrainingWords } from '../words/training';
import { useLocale } from '../words/words';
import { MaterialView } from './MaterialView';
import { PartTexts, usePartTexts } from './PartTexts';
import { PartTools } from './PartTools';
import { inLocale } from './said';
import { type CourseContent, type Material, WriteMaterial } from './training.gql';
import classes from './training.module.css';

const KINDS: readonly MaterialKind[] = ['FILE', 'LINK', 'VIDEO', 'MARKDOWN'];

type Props = { content: CourseContent; writes: boolean; onChanged: () => void };

export function Materials({ content, writes, onChanged }: Props) {
  const { training } = useTrainingWords();
  const locale = useLocale();
  const [editing, setEditing] = useState<Material | 'new' | null>(null);
  const ids = content.materials.map(({ id }) => id);
  return (
    <Paper withBorder component="section" className={classes.panel} aria-labelledby="course-materials">
      <div className={classes.panelHead}>
        <Title order={2} size="sm" id="course-materials">
          {training.materials}
        </Title>
        {writes && (
          <Button size="xs" variant="light" onClick={() => setEditing('new')}>
            {training.addMaterial}
          </Button>
        )}
      </div>
      {content.materials.length === 0 && (
        <Text size="sm" c="dimmed">
          {training.noMaterials}
        </Text>
      )}
      {writes ? (
        <ul className={classes.list} role="list">
          {content.materials.map((material) => {
            const name = inLocale(material.texts, locale)?.title ?? '';
            return (
              <li key={material.id} className={classes.part}>
                <span className={classes.main}>
                  <span>{name}</span>
                  <span className={classes.facts}>
                    <span>{training.kinds[material.kind]}</span>
                    <span>{material.texts.map((text) => training.languages[text.locale]).join(' · ')}</span>
                  </span>
                </span>
                <PartTools
                  content={content}
                  id={material.id}
                  name={name}
                  ids={ids}
                  onEdit={() => setEditing(material)}
                  onChanged={onChanged}
                />
              </li>
            );
          })}
        </ul>
      ) : (
        content.materials.map((material) => <MaterialView key={material.id} material={material} />)
      )}
      {editing && (
        <MaterialDialog
          content={content}
          material={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onDone={() => {
            setEditing(null);
            onChanged();
          }}
        />
      )}
    </Paper>
  );
}

function MaterialDialog({
  content,
  material,
  onClose,
  onDone,
}: {
  content: CourseContent;
  material: Material | null;
  onClose: () => void;
  onDone: () => void;
}) {
  const words = useTrainingWords();
  const { training, shell } = words;
  const texts = usePartTexts(
    content.texts.map(({ locale }) => locale),
    material?.texts ?? [],
  );
  const [kind, setKind] = useState<MaterialKind>(material?.kind ?? 'FILE');
  const [url, setUrl] = useState(material?.url ?? '');
  const [file, setFile] = useState(material?.file ?? null);
  const [uploading, setUploading] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [{ error, fetching }, write] = useMutation(WriteMaterial);
  const send = async (given: File | null) => {
    if (!given) return;
    setUploading(true);
    setRefused(null);
    const form = new FormData();
    form.append('file', given, given.name);
    const headers = { 'apollo-require-preflight': 'true' };
    try {
      const answer = await fetch('/training/files', { method: 'POST', body: form, headers });
      const body = await answer.json();
      const reason: string = body.errors?.[0]?.extensions.reason ?? 'other';
      if (answer.ok) setFile(body);
      else setRefused(shell.errors[reason] ?? shell.errors.other ?? shell.failed);
    } catch {
      setRefused(shell.failed);
    }
    setUploading(false);
  };
  const save = async () => {
    const { data } = await write({
      input: {
        courseVersionId: content.id,
        version: content.version,
        ...(material ? { materialId: material.id } : {}),
        kind,
        ...(kind === 'LINK' || kind === 'VIDEO' ? { url } : {}),
        ...(kind === 'FILE' ? { fileId: file?.id ?? null } : {}),
        texts: texts.said,
      },
    });
    if (data) onDone();
  };
  return (
    <Dialog title={material ? training.editMaterial : training.addMaterial} size="xl" onClose={onClose}>
      <Stack>
        <SegmentedControl
          aria-label={training.kind}
          value={kind}
          data={KINDS.map((value) => ({ value, label: training.kinds[value] }))}
          onChange={(value) => setKind(KINDS.find((each) => each === value) ?? 'FILE')}
        />
        {kind === 'FILE' && (
          <Group gap="sm">
            <FileButton onChange={(given) => void send(given)}>
              {(props) => (
                <Button {...props} variant="default" loading={uploading}>
                  {training.chooseFile}
                </Button>
              )}
            </FileButton>
            <Text size="sm" role="status">
              {uploading ? training.uploading : file?.name}
            </Text>
          </Group>
        )}
        {(kind === 'LINK' || kind === 'VIDEO') && (
          <TextInput
            type="url"
            label={training.address}
            placeholder="https://"
            maxLength={2000}
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
        )}
        <PartTexts texts={texts} />
        {(error || refused) && (
          <Alert color="red" role="alert" p="sm">
            {refused ?? sayError(words, error)}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {shell.cancel}
          </Button>
          <Button
            loading={fetching}
            disabled={texts.said.length === 0 || uploading}
            onClick={() => void save()}
          >
            {training.save}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
