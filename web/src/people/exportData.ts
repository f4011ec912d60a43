// Fetches the file of everything that is kept of somebody and hands it to the browser to save.
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { usePageWords } from '../words/pages';
import { announce } from './refusals';

export function useExport(): { exporting: boolean; exportData: (personId: string) => Promise<void> } {
  const words = usePageWords();
  const [exporting, setExporting] = useState(false);
  const exportData = async (personId: string) => {
    setExporting(true);
    try {
      const answer = await fetch(`/people/${personId}/data`);
      if (!answer.ok) throw new Error(String(answer.status));
      save(await answer.blob(), nameIn(answer.headers.get('content-disposition')));
      announce(words, words.erasing.exportDone);
    } catch {
      notifications.show({
        color: 'red',
        message: words.erasing.exportFailed,
        closeButtonProps: { 'aria-label': words.shell.close },
      });
    }
    setExporting(false);
  };
  return { exporting, exportData };
}

const nameIn = (header: string | null): string =>
  /filename="([^"]+)"/.exec(header ?? '')?.[1] ?? 'hotline.json';

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
