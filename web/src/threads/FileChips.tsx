// The files of a draft: how far each is, why one was not taken, and the way out.
import { ActionIcon } from '@mantine/core';
import { IconAlertTriangle, IconRefresh, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useWords } from '../words/words';
import { FileIcon, sizeOf } from './FileIcon';
import classes from './Files.module.css';
import type { FileItem, FileList } from './uploads';
import { useFileLimit } from './useFileTaking';

export function FileChips({ files }: { files: FileList }) {
  const { files: words } = useWords();
  const { items, busy, failed } = files;
  if (items.length === 0) return null;
  return (
    <div className={classes.drafted}>
      <ul className={classes.chips} aria-label={words.attached} role="list">
        {items.map((item) => (
          <Chip key={item.key} item={item} files={files} />
        ))}
      </ul>
      <p className={classes.why} role="status">
        {failed ? words.fixFirst : busy ? words.stillUploading : ''}
      </p>
    </div>
  );
}

function Chip({ item, files: { list } }: { item: FileItem; files: FileList }) {
  const { files: words } = useWords();
  const limit = useFileLimit();
  const { key, name, bytes, preview, status, progress, reason } = item;
  const refused = status === 'refused';
  const uploading = status === 'waiting' || status === 'sending';
  // A reason that nobody sees explains nothing.
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (refused) row.current?.scrollIntoView({ block: 'nearest' });
  }, [refused]);
  const why = reason === 'TOO_LARGE' ? words.limit(limit) : (words.refused[reason ?? ''] ?? words.notSent);
  return (
    <li ref={row} className={classes.chip} data-refused={refused || undefined}>
      <span className={classes.chipPicture}>
        {preview ? <img src={preview} alt="" /> : <FileIcon name={name} />}
      </span>
      <span className={classes.chipText}>
        <span className={classes.chipName} title={name}>
          {name}
        </span>
        {refused ? (
          <span className={classes.chipWhy} role="alert">
            <IconAlertTriangle size={13} aria-hidden /> {why}
          </span>
        ) : (
          <span className={classes.chipSize}>
            {uploading ? `${Math.round(progress * 100)}% · ${sizeOf(bytes)}` : sizeOf(bytes)}
          </span>
        )}
      </span>
      {refused && list.canRetry(item) && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={words.retryUpload(name)}
          onClick={() => list.retry(key)}
        >
          <IconRefresh size={15} aria-hidden />
        </ActionIcon>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={uploading ? words.cancelUpload(name) : words.removeFile(name)}
        onClick={() => list.remove(key)}
      >
        <IconX size={15} aria-hidden />
      </ActionIcon>
      {uploading && (
        <span
          className={classes.progress}
          role="progressbar"
          aria-label={words.uploading(name)}
          aria-valuenow={Math.round(progress * 100)}
          style={{ width: `${Math.max(4, progress * 100)}%` }}
        />
      )}
    </li>
  );
}
