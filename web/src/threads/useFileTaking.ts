// Three ways in for files: the button, a paste and a drop; each ends in the same list.
import { type ClipboardEvent, type DragEvent, useEffect, useRef, useState } from 'react';
import { notifications } from '@mantine/notifications';
import { useMe } from '../session/me';
import { useWords } from '../words/words';
import { type FileList, MOST_FILES } from './uploads';

/** Until the server has said so. */
const USUAL_LIMIT_MB = 25;

export const useFileLimit = (): number => useMe().installation?.fileLimitMb ?? USUAL_LIMIT_MB;

/** Gives files to the list of a space; says so when there are too many. Null while the space is not known. */
export function useFileTaking({ list }: FileList, spaceId: string | null) {
  const { files: words, shell } = useWords();
  const limit = useFileLimit();
  const take = (files: readonly File[]): void => {
    if (!spaceId || files.length === 0) return;
    if (list.add(files, spaceId, limit)) return;
    notifications.show({
      color: 'yellow',
      role: 'alert',
      message: words.most(MOST_FILES),
      closeButtonProps: { 'aria-label': shell.close },
    });
  };
  const paste = (event: ClipboardEvent): void => {
    // What also has words (a table, a document) is pasted as words.
    const files = [...event.clipboardData.files];
    if (files.length === 0 || event.clipboardData.getData('text/plain').trim() !== '') return;
    event.preventDefault();
    take(files.map((file) => named(file, words.screenshot)));
  };
  return { take, paste };
}

/** Every pasted screenshot is called image.png: a time tells them apart. */
function named(file: File, screenshot: string): File {
  if (!/^image\.\w+$/.test(file.name)) return file;
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const time = `${two(now.getHours())}.${two(now.getMinutes())}.${two(now.getSeconds())}`;
  return new File([file], `${screenshot} ${day} ${time}.${file.name.split('.')[1]}`, { type: file.type });
}

const holdsFiles = (event: { dataTransfer: DataTransfer | null }): boolean =>
  event.dataTransfer?.types.includes('Files') ?? false;

/** `pane` goes on the element that takes drops; a file dropped beside it does not replace the page. */
export function useFileDrop(onFiles: ((files: File[]) => void) | null) {
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  useEffect(() => {
    const hold = (event: globalThis.DragEvent) => holdsFiles(event) && event.preventDefault();
    window.addEventListener('dragover', hold);
    window.addEventListener('drop', hold);
    return () => {
      window.removeEventListener('dragover', hold);
      window.removeEventListener('drop', hold);
    };
  }, []);
  const move = (step: 1 | -1) => (event: DragEvent) => {
    if (!holdsFiles(event)) return;
    depth.current = Math.max(0, depth.current + step);
    setOver(depth.current > 0);
  };
  const drop = (event: DragEvent) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    onFiles?.([...event.dataTransfer.files]);
  };
  const pane = { onDragEnter: move(1), onDragLeave: move(-1), onDrop: drop };
  return { over: over && onFiles !== null, pane };
}
