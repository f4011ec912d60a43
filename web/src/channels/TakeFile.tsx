// The place for a file: a button, a drop, its way to the server, and what to do when it cannot be read.
import { Alert, Button, Progress, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useEffect, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../paths';
import { useMe } from '../session/me';
import { useImportWords } from '../words/importing';
import classes from './importing.module.css';
import { sendHistory } from './sendHistory';

/** Until the server has said so. */
const USUAL_LIMIT_MB = 25;

const MEGABYTE = 1_048_576;

export function TakeFile() {
  const { importing, shell } = useImportWords();
  const navigate = useNavigate();
  const limit = useMe().installation?.fileLimitMb ?? USUAL_LIMIT_MB;
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<{ name: string; part: number } | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  // A file dropped beside the place for it does not replace the page.
  useEffect(() => {
    const hold = (event: globalThis.DragEvent) => event.preventDefault();
    window.addEventListener('dragover', hold);
    window.addEventListener('drop', hold);
    return () => {
      window.removeEventListener('dragover', hold);
      window.removeEventListener('drop', hold);
    };
  }, []);

  const take = async (file: File | undefined) => {
    if (!file || sending) return;
    setRefused(null);
    if (file.size > limit * MEGABYTE) return setRefused('TOO_LARGE');
    setSending({ name: file.name, part: 0 });
    const end = await sendHistory(file, (part) => setSending({ name: file.name, part }));
    setSending(null);
    if ('id' in end) await navigate(paths.import(end.id));
    else setRefused(end.reason);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };

  return (
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={() => setOver(true)}
      onDragLeave={({ currentTarget, relatedTarget }) =>
        !currentTarget.contains(relatedTarget as Node | null) && setOver(false)
      }
      onDrop={drop}
    >
      <IconFileUpload size={34} stroke={1.4} aria-hidden className={classes.dropIcon} />
      {sending ? (
        <div className={classes.sending} role="status">
          <Text size="sm" fw={600} className={classes.breaks}>
            {sending.part < 1 ? importing.uploading(sending.name) : importing.reading}
          </Text>
          <Progress
            value={sending.part * 100}
            animated={sending.part >= 1}
            aria-label={importing.uploading(sending.name)}
          />
        </div>
      ) : (
        <>
          <Button size="md" aria-describedby={hint} onClick={() => input.current?.click()}>
            {importing.choose}
          </Button>
          <Text size="sm" c="dimmed" className={classes.dropHint}>
            {over ? importing.dropNow : importing.drop}
          </Text>
        </>
      )}
      <Text size="xs" c="dimmed" id={hint} ta="center">
        {importing.limits(limit)} {importing.excelHint}
      </Text>
      {refused && (
        <Alert color="red" role="alert" p="sm" className={classes.refused}>
          {importing.refused[refused] ?? shell.errors[refused] ?? shell.errors.other}
        </Alert>
      )}
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        hidden
        aria-label={importing.choose}
        onChange={(event) => {
          void take(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
