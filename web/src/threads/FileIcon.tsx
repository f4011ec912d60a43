// A quiet sign for the kind of a file.
import {
  IconFile,
  IconFileText,
  IconFileTypePdf,
  IconFileZip,
  IconMovie,
  IconPhoto,
  IconPresentation,
  IconTable,
} from '@tabler/icons-react';

const SIGNS: [RegExp, typeof IconFile][] = [
  [/\.(png|jpe?g|gif|webp|svg)$/i, IconPhoto],
  [/\.pdf$/i, IconFileTypePdf],
  [/\.(xlsx|csv)$/i, IconTable],
  [/\.pptx$/i, IconPresentation],
  [/\.(docx|hwpx?|txt|log|md)$/i, IconFileText],
  [/\.zip$/i, IconFileZip],
  [/\.(mp4|mov)$/i, IconMovie],
];

export function FileIcon({ name, size = 20 }: { name: string; size?: number }) {
  const Sign = SIGNS.find(([ending]) => ending.test(name))?.[1] ?? IconFile;
  return <Sign size={size} stroke={1.6} aria-hidden />;
}

/** '1.2 MB', as both languages write it. */
export function sizeOf(bytes: number): string {
  if (bytes < 1_024) return `${bytes} B`;
  const kilobytes = bytes / 1_024;
  if (kilobytes < 1_000) return `${Math.round(kilobytes)} KB`;
  return `${(kilobytes / 1_024).toFixed(1)} MB`;
}
