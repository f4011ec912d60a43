// A message on its way: there at once; when it was refused, it stays with the reason and three ways on.
import { Button, Group, Loader } from '@mantine/core';
import { IconAlertTriangle, IconCloudOff, IconLock } from '@tabler/icons-react';
import { sayError } from '../kit/errors';
import { useWords } from '../words/words';
import { Attachments } from './Attachments';
import type { Outgoing } from './outbox';
import { Said } from './Said';
import classes from './Timeline.module.css';

type Props = {
  item: Outgoing;
  onRetry: () => void;
  onDrop: (rewrite: boolean) => void;
};

export function PendingEntry({ item, onRetry, onDrop }: Props) {
  const words = useWords();
  const { threads } = words;
  const note = item.mode === 'note';
  const status = (
    <div className={classes.pending} role={item.status === 'sending' ? 'status' : 'alert'}>
      {item.status === 'sending' && (
        <>
          <Loader size={12} aria-hidden /> {threads.sending}
        </>
      )}
      {item.status === 'offline' && (
        <>
          <IconCloudOff size={14} aria-hidden /> {threads.waitingToSend}
        </>
      )}
      {item.status === 'refused' && (
        <span className={classes.refused}>
          <IconAlertTriangle size={14} aria-hidden /> {sayError(words, item.error ?? undefined)}
        </span>
      )}
      {item.status !== 'sending' && (
        <Group gap={4}>
          <Button size="compact-xs" variant="light" onClick={onRetry}>
            {threads.retry}
          </Button>
          <Button size="compact-xs" variant="subtle" onClick={() => onDrop(true)}>
            {threads.rewrite}
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            className={classes.discard}
            onClick={() => onDrop(false)}
          >
            {threads.discard}
          </Button>
        </Group>
      )}
    </div>
  );
  if (note) {
    return (
      <li className={classes.note} data-first data-pending>
        <div className={classes.noteHead}>
          <IconLock size={14} aria-hidden />
          <span>{threads.note}</span>
        </div>
        {item.body !== '' && <Said text={item.body} />}
        <Attachments files={item.files} />
        {status}
      </li>
    );
  }
  return (
    <li className={classes.entry} data-right data-first data-pending>
      <div className={classes.said}>
        <div className={classes.row}>
          <div className={classes.content}>
            {item.body !== '' && (
              <div className={classes.bubble}>
                <Said text={item.body} />
              </div>
            )}
            <Attachments files={item.files} />
          </div>
        </div>
        {status}
      </div>
    </li>
  );
}
