// Pictures beside the words: chosen, pasted or dropped, and taken out again.
import { ActionIcon, Button, Loader, Text } from '@mantine/core';
import { IconPhoto, IconPhotoPlus, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { usePictureWords } from '../words/boardPictures';
import { useWords } from '../words/words';
import classes from './community.module.css';
import { type DraftPicture, MOST_PICTURES, sendPicture } from './pictures';

export type PictureChange = (change: (now: readonly DraftPicture[]) => DraftPicture[]) => void;

export type Pictures = ReturnType<typeof usePictures>;

/** `change` is told how to make the next list of the present one: words may be typed while a picture is on its way. */
export function usePictures(boardId: string, pictures: readonly DraftPicture[], change: PictureChange) {
  const words = usePictureWords();
  const { files } = useWords();
  const [sending, setSending] = useState(0);
  const [why, setWhy] = useState<string | null>(null);
  const room = MOST_PICTURES - pictures.length - sending;
  const add = async (given: readonly File[]) => {
    const taken = given.slice(0, room);
    if (given.length === 0) return;
    setWhy(given.length > room ? words.most(MOST_PICTURES) : null);
    setSending((now) => now + taken.length);
    for (const file of taken) {
      const end = await sendPicture(boardId, file);
      setSending((now) => now - 1);
      if ('picture' in end) change((now) => [...now, end.picture]);
      else setWhy(words.refused[end.reason] ?? files.refused[end.reason] ?? files.notSent);
    }
  };
  const remove = (id: string) => {
    setWhy(null);
    change((now) => now.filter((each) => each.id !== id));
  };
  return { pictures, sending, why, room, add, remove };
}

export function PictureField({ of }: { of: Pictures }) {
  const words = usePictureWords();
  const input = useRef<HTMLInputElement>(null);
  const { pictures, sending, why, room, add, remove } = of;
  return (
    <div className={classes.pictureField}>
      {(pictures.length > 0 || sending > 0) && (
        <ul className={classes.drafted} role="list" aria-label={words.added}>
          {pictures.map(({ id, preview }, at) => (
            <li key={id}>
              {preview ? (
                <img src={preview} alt={words.one(at + 1)} />
              ) : (
                <IconPhoto aria-label={words.one(at + 1)} />
              )}
              <ActionIcon
                className={classes.takeOut}
                variant="default"
                size="md"
                radius="xl"
                aria-label={words.remove(at + 1)}
                title={words.remove(at + 1)}
                onClick={() => remove(id)}
              >
                <IconX size={15} aria-hidden />
              </ActionIcon>
            </li>
          ))}
          {sending > 0 && (
            <li>
              <Loader size="sm" aria-label={words.sending} />
            </li>
          )}
        </ul>
      )}
      {pictures.length > 0 && (
        <Text size="xs" c="dimmed">
          {words.care}
        </Text>
      )}
      {why && (
        <Text size="sm" c="red" role="alert">
          {why}
        </Text>
      )}
      <div>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconPhotoPlus size={16} aria-hidden />}
          disabled={room <= 0}
          onClick={() => input.current?.click()}
        >
          {words.add}
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          accept="image/*"
          hidden
          data-attach
          onChange={(event) => {
            void add([...(event.currentTarget.files ?? [])]);
            // The same one may be chosen again.
            event.currentTarget.value = '';
          }}
        />
      </div>
    </div>
  );
}
