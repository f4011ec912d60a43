// A picture by itself, as large as the screen allows; arrows go on, Esc goes back.
import { ActionIcon, Button, Modal } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../words/words';
import { sizeOf } from './FileIcon';
import classes from './Lightbox.module.css';
import type { ShownPicture } from './upload';

type Props = { pictures: readonly ShownPicture[]; start: number; onClose: () => void };

export default function Lightbox({ pictures, start, onClose }: Props) {
  const { files: words, shell } = useWords();
  const [at, setAt] = useState(start);
  const step = (by: number) => setAt((now) => Math.min(pictures.length - 1, Math.max(0, now + by)));
  useHotkeys([
    ['ArrowLeft', () => step(-1)],
    ['ArrowRight', () => step(1)],
  ]);
  const picture = pictures[at];
  if (!picture) return null;
  const several = pictures.length > 1;
  return (
    <Modal.Root opened onClose={onClose} fullScreen transitionProps={{ transition: 'fade', duration: 120 }}>
      <Modal.Content className={classes.content}>
        <Modal.Header role="presentation" className={classes.head}>
          <Modal.Title component="h2" className={classes.name}>
            {picture.name}
          </Modal.Title>
          <span className={classes.facts}>
            {several && <span>{words.place(at + 1, pictures.length)}</span>}
            {picture.bytes !== null && <span className={classes.size}>{sizeOf(picture.bytes)}</span>}
          </span>
          <Button
            component="a"
            href={picture.url}
            download={picture.name}
            size="xs"
            variant="default"
            leftSection={<IconDownload size={15} aria-hidden />}
          >
            {words.download}
          </Button>
          <Modal.CloseButton aria-label={shell.close} className={classes.close} />
        </Modal.Header>
        <Modal.Body className={classes.body}>
          <img
            key={picture.id}
            src={picture.url}
            alt={picture.name}
            width={picture.width ?? undefined}
            height={picture.height ?? undefined}
            className={classes.picture}
          />
          {several && (
            <>
              <ActionIcon
                className={classes.previous}
                size="xl"
                radius="xl"
                variant="default"
                disabled={at === 0}
                aria-label={words.previous}
                onClick={() => step(-1)}
              >
                <IconChevronLeft size={22} aria-hidden />
              </ActionIcon>
              <ActionIcon
                className={classes.next}
                size="xl"
                radius="xl"
                variant="default"
                disabled={at === pictures.length - 1}
                aria-label={words.next}
                onClick={() => step(1)}
              >
                <IconChevronRight size={22} aria-hidden />
              </ActionIcon>
            </>
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
