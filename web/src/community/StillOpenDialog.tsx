// Something in the text still points at somebody: whoever sends it decides that, once and on purpose.
import { Button, Stack, Text } from '@mantine/core';
import { Dialog } from '../kit/Dialog';
import { useCommunityWords } from '../words/community';
import { useLocale } from '../words/words';
import { type Finding, maskOf } from './care';
import classes from './community.module.css';

type Props = {
  findings: readonly Finding[];
  onClose: () => void;
  onMask: () => void;
  onSend: () => void;
};

export function StillOpenDialog({ findings, onClose, onMask, onSend }: Props) {
  const { community } = useCommunityWords();
  const locale = useLocale();
  return (
    <Dialog title={community.stillTitle} onClose={onClose} centered>
      <Text size="sm">{community.stillText}</Text>
      <ul className={classes.findings}>
        {findings.map((each, at) => (
          <li key={at}>
            <span className={classes.findingKind}>{community.kinds[each.kind]}</span>
            <span className={classes.findingText}>
              <mark>{each.text}</mark> → {maskOf(locale, each.kind)}
            </span>
          </li>
        ))}
      </ul>
      <Stack gap="xs" mt="md">
        <Button onClick={onMask} data-autofocus>
          {community.maskAndPost}
        </Button>
        <Button variant="default" onClick={onClose}>
          {community.goBack}
        </Button>
        <Button variant="subtle" color="red" onClick={onSend}>
          {community.postAnyway}
        </Button>
      </Stack>
    </Dialog>
  );
}
