// The files of what was said: pictures to look at, all else as quiet cards to save.
import { Suspense, lazy, useState } from 'react';
import { useWords } from '../words/words';
import { FileIcon, sizeOf } from './FileIcon';
import classes from './Files.module.css';
import type { ShownFile } from './upload';

const Lightbox = lazy(() => import('./Lightbox'));

/** A picture alone stands within this box; several share a row. */
const ALONE = { width: 320, height: 260 };
const AMONG = { width: 150, height: 120 };

export function Attachments({ files }: { files: readonly ShownFile[] }) {
  const { files: words } = useWords();
  const [shown, setShown] = useState<number | null>(null);
  if (files.length === 0) return null;
  const pictures = files.filter(({ inline }) => inline);
  const others = files.filter(({ inline }) => !inline);
  return (
    <div className={classes.files}>
      {pictures.length > 0 && (
        <ul className={classes.pictures} role="list" aria-label={words.attached}>
          {pictures.map((picture, index) => (
            <li key={picture.id}>
              <button
                type="button"
                className={classes.picture}
                aria-label={words.openPicture(picture.name)}
                onClick={() => setShown(index)}
              >
                <img
                  src={picture.thumbnailUrl ?? picture.url}
                  alt=""
                  loading="lazy"
                  decoding="async"
                  {...within(picture, pictures.length === 1 ? ALONE : AMONG)}
                />
                {picture.mediaType === 'image/gif' && <span className={classes.moves}>GIF</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
      {others.map((file) => (
        <a
          key={file.id}
          className={classes.card}
          href={file.url}
          download={file.name}
          aria-label={words.downloadFile(file.name, sizeOf(file.bytes ?? 0))}
        >
          <FileIcon name={file.name} size={24} />
          <span className={classes.cardText}>
            <span className={classes.cardName}>{file.name}</span>
            <span className={classes.cardSize}>{sizeOf(file.bytes ?? 0)}</span>
          </span>
        </a>
      ))}
      {shown !== null && (
        <Suspense fallback={null}>
          <Lightbox pictures={pictures} start={shown} onClose={() => setShown(null)} />
        </Suspense>
      )}
    </div>
  );
}

/** The size it will have, so that nothing moves when it arrives. */
function within({ width, height }: ShownFile, box: { width: number; height: number }) {
  if (!width || !height) return box;
  const scale = Math.min(1, box.width / width, box.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
