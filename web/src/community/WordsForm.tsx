// The one form in which boards are written: questions, answers, comments, and changes of them. Nothing leaves before it was looked
// through for what points at somebody.
import { Alert, Button, Group, Stack, Switch, TagsInput, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { CombinedError } from 'urql';
import { sayError } from '../kit/errors';
import { refusalOf } from '../session/client';
import { NEARLY_FULL } from '../threads/typing';
import { useFileDrop } from '../threads/useFileTaking';
import { useCommunityWords } from '../words/community';
import { useLocale } from '../words/words';
import { CareField, SEND_KEY } from './CareField';
import { CarePanel } from './CarePanel';
import { type Finding, masked } from './care';
import classes from './community.module.css';
import { PictureField, usePictures } from './PictureField';
import { StillOpenDialog } from './StillOpenDialog';
import type { BoardWords, WordsChange } from './useBoardDraft';
import { useCare } from './useCare';

const MOST_TITLE = 120;
/** With title and tags the server looks through no more at once. */
const MOST_BODY = 19_800;
const MOST_TAGS = 5;
const MOST_TAG = 30;

type Props = {
  words: BoardWords;
  write: (change: WordsChange) => void;
  boardId: string;
  /** Of questions; null: only a text is written. */
  question: { tagsKnown: readonly string[]; similar?: ReactNode } | null;
  bodyLabel: string;
  bodyHint: string;
  hideLabel?: boolean;
  autoFocus?: boolean;
  /** Null: there is no company that could be shown. */
  company?: { name: string; shown: boolean; show: (shown: boolean) => void } | null;
  sendLabel: string;
  onSend: (words: BoardWords) => Promise<CombinedError | undefined>;
  /** Where the id stands for something else that arrived before. */
  onSendAnew?: () => Promise<CombinedError | undefined>;
  onCancel?: () => void;
  note?: string;
};

export function WordsForm(props: Props) {
  const { words: written, write, question, company, sendLabel, onSend, onSendAnew, onCancel, note } = props;
  const words = useCommunityWords();
  const { community, shell } = words;
  const locale = useLocale();
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<CombinedError>();
  const { title, tags, body } = written;
  const pictures = usePictures(props.boardId, written.pictures, (change) =>
    write((now) => ({ pictures: change(now.pictures) })),
  );
  const drop = useFileDrop((files) => void pictures.add(files));
  const parts = question ? [title, body, ...tags] : [body];
  const care = useCare(parts);
  const ready = body.trim() !== '' && pictures.sending === 0 && (!question || title.trim() !== '');

  /** The words with what was found in these parts masked. */
  const maskedWords = (found: (part: number) => readonly Finding[]): BoardWords => {
    const now = parts.map((part, at) => masked(part, found(at), locale));
    const rest = { pictures: written.pictures };
    if (!question) return { ...rest, title, tags, body: now[0] ?? body };
    const [newTitle = title, newBody = body, ...newTags] = now;
    const shortTags = newTags.map((tag) => tag.slice(0, MOST_TAG));
    return { ...rest, title: newTitle.slice(0, MOST_TITLE), body: newBody, tags: [...new Set(shortTags)] };
  };
  const all = () => maskedWords((part) => care.findings[part] ?? []);

  const send = async (said: BoardWords) => {
    setBusy(true);
    setError(await onSend({ ...said, title: said.title.trim() }));
    setBusy(false);
  };
  const look = async () => {
    if (!ready || busy) return;
    setBusy(true);
    setError(undefined);
    const found = await care.check();
    if (found === 0) return send(written);
    setBusy(false);
    if (typeof found === 'number') setAsking(true);
    else setError(found);
  };
  const reason = refusalOf(error)?.reason;
  const arrived = reason === 'KEY_REUSED' || reason === 'NOT_RANDOM';

  return (
    <form
      {...drop.pane}
      className={classes.words}
      data-over={drop.over || undefined}
      onPaste={(event) => {
        // What also has words (a table, a document) is pasted as words.
        const files = [...event.clipboardData.files];
        if (files.length === 0 || event.clipboardData.getData('text/plain').trim() !== '') return;
        event.preventDefault();
        void pictures.add(files);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void look();
      }}
    >
      <Stack gap="md">
        {question && (
          <CareField
            oneLine
            label={community.questionTitle}
            hint={community.questionTitleHint}
            text={title}
            setText={(text) => write({ title: text })}
            findings={care.findings[0] ?? []}
            most={MOST_TITLE}
            autoFocus={props.autoFocus ?? false}
            onSend={() => void look()}
          />
        )}
        {question?.similar}
        <CareField
          label={props.bodyLabel}
          hint={props.bodyHint}
          hideLabel={props.hideLabel ?? false}
          text={body}
          setText={(text) => write({ body: text })}
          findings={care.findings[question ? 1 : 0] ?? []}
          most={MOST_BODY}
          autoFocus={(props.autoFocus ?? false) && !question}
          onSend={() => void look()}
        />
        <PictureField of={pictures} />
        {question && (
          <TagsInput
            label={community.tagsField}
            description={community.tagsHint}
            value={tags}
            onChange={(next) =>
              write({ tags: [...new Set(next.map((tag) => tag.trim().slice(0, MOST_TAG)))].filter(Boolean) })
            }
            data={[...question.tagsKnown]}
            maxTags={MOST_TAGS}
            splitChars={[',', '，']}
            acceptValueOnBlur
          />
        )}
        <CarePanel
          findings={care.findings}
          onMask={(part, found) => write(maskedWords((at) => (at === part ? found : [])))}
          onMaskAll={() => write(all())}
        />
        {company && (
          <Switch
            label={community.showCompany(company.name)}
            description={community.showCompanyHint}
            checked={company.shown}
            onChange={(event) => company.show(event.currentTarget.checked)}
          />
        )}
        {error && (
          <Alert color="red" role="alert" p="sm" icon={<IconAlertTriangle size={18} aria-hidden />}>
            {sayError(words, error)}
            {arrived && onSendAnew && (
              <Button
                size="compact-sm"
                variant="default"
                mt={8}
                display="block"
                loading={busy}
                onClick={() => void onSendAnew().then(setError)}
              >
                {community.postAsNew}
              </Button>
            )}
          </Alert>
        )}
        <div className={classes.bar}>
          <Text size="xs" c="dimmed" className={classes.barNote}>
            {body.length > NEARLY_FULL
              ? community.left(MOST_BODY - body.length)
              : (note ?? community.markdown)}
          </Text>
          <Group gap="xs" className={classes.barButtons}>
            {onCancel && (
              <Button variant="default" onClick={onCancel}>
                {shell.cancel}
              </Button>
            )}
            <Button type="submit" loading={busy} disabled={!ready} title={SEND_KEY}>
              {sendLabel}
            </Button>
          </Group>
        </div>
      </Stack>
      {asking && (
        <StillOpenDialog
          findings={care.findings.flat()}
          onClose={() => setAsking(false)}
          onMask={() => {
            const said = all();
            setAsking(false);
            write(said);
            void send(said);
          }}
          onSend={() => {
            setAsking(false);
            void send(written);
          }}
        />
      )}
    </form>
  );
}
