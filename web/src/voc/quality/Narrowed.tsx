// What came with the address, each to be dropped by itself.
import { Pill } from '@mantine/core';
import { useQualityWords } from '../../words/quality';
import { useWords } from '../../words/words';

export function Narrowed({ what, onDrop }: { what: string | null; onDrop: () => void }) {
  const { voc } = useWords();
  const words = useQualityWords();
  if (!what) return null;
  return (
    <Pill
      size="md"
      withRemoveButton
      removeButtonProps={{ 'aria-label': voc.review.drop(what), 'aria-hidden': false, tabIndex: 0 }}
      onRemove={onDrop}
    >
      {words.only(what)}
    </Pill>
  );
}
