// Pictures of what was said: small ones in a row, each as large as the screen on a press.
import { Suspense, lazy, useState } from 'react';
import { useWords } from '../words/words';
import classes from './Files.module.css';
import type { ShownPicture } from './upload';

const Lightbox = lazy(() => import('./Lightbox'));

/** A picture alone stands within this box; several share a row. */
const ALONE = { width: 320, height: 260 };
const AMONG = { width: 150, height: 120 };

export function Pictures({ pictures }: { pictures: readonly ShownPicture[] }) {
  const { files: words } = useWords();
  const [shown, setShown] = useState<number | null>(null);
  if (pictures.length === 0) return null;
  return (
    <>
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
      {shown !== null && (
        <Suspense fallback={null}>
          <Lightbox pictures={pictures} start={shown} onClose={() => setShown(null)} />
        </Suspense>
      )}
    </>
  );
}

/** The size it will have, so that nothing moves when it arrives. */
function within({ width, height }: ShownPicture, box: { width: number; height: number }) {
  if (!width || !height) return box;
  const scale = Math.min(1, box.width / width, box.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
