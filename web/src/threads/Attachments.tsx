// The files of what was said: pictures to look at, all else as quiet cards to save.
import { useWords } from '../words/words';
import { FileIcon, sizeOf } from './FileIcon';
import classes from './Files.module.css';
import { Pictures } from './Pictures';
import type { SentFile } from './upload';

export function Attachments({ files }: { files: readonly SentFile[] }) {
  const { files: words } = useWords();
  if (files.length === 0) return null;
  const pictures = files.filter(({ inline }) => inline);
  const others = files.filter(({ inline }) => !inline);
  return (
    <div className={classes.files}>
      <Pictures pictures={pictures} />
      {others.map((file) => (
        <a
          key={file.id}
          className={classes.card}
          href={file.url}
          download={file.name}
          aria-label={words.downloadFile(file.name, sizeOf(file.bytes))}
        >
          <FileIcon name={file.name} size={24} />
          <span className={classes.cardText}>
            <span className={classes.cardName}>{file.name}</span>
            <span className={classes.cardSize}>{sizeOf(file.bytes)}</span>
          </span>
        </a>
      ))}
    </div>
  );
}
