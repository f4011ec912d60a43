// A dialog with its title and a close button. Mantine's own head would count as a second banner of the page.
import { Modal, type ModalRootProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../words/words';

type Props = {
  title: string;
  onClose: () => void;
  size?: ModalRootProps['size'];
  centered?: boolean;
  children: ReactNode;
};

/** Render it to open it. */
export function Dialog({ title, onClose, size, centered = false, children }: Props) {
  const { shell } = useWords();
  return (
    <Modal.Root opened onClose={onClose} size={size} centered={centered}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Header role="presentation">
          <Modal.Title component="h2" fw={650}>
            {title}
          </Modal.Title>
          <Modal.CloseButton aria-label={shell.close} />
        </Modal.Header>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
