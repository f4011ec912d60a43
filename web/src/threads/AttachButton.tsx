// The paperclip: chooses files; on a phone also the camera.
import { ActionIcon } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useRef } from 'react';
import { useWords } from '../words/words';
import classes from './Files.module.css';

/** `image/*` lets a phone offer its camera; what the server does not take it says itself. */
const ACCEPT =
  'image/*,video/mp4,video/quicktime,.pdf,.docx,.xlsx,.pptx,.hwp,.hwpx,.zip,.txt,.log,.csv,.json,.md,.xml,.html';

export function AttachButton({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { files: words } = useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        className={classes.attach}
        aria-label={words.attach}
        title={words.attach}
        onClick={() => input.current?.click()}
      >
        <IconPaperclip size={18} stroke={1.7} aria-hidden />
      </ActionIcon>
      <input
        ref={input}
        type="file"
        multiple
        accept={ACCEPT}
        hidden
        data-attach
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          // The same file may be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
