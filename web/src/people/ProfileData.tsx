// One's own data as a file; whoever wants it erased asks an administrator.
import { Button, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useSignedIn } from '../session/me';
import { usePageWords } from '../words/pages';
import { useExport } from './exportData';
import classes from './people.module.css';

export function ProfileData() {
  const { erasing } = usePageWords();
  const { person } = useSignedIn();
  const { exporting, exportData } = useExport();
  return (
    <div className={classes.split}>
      <Text size="sm" c="dimmed">
        {erasing.ownErase}
      </Text>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        loading={exporting}
        onClick={() => void exportData(person.id)}
      >
        {erasing.exportOwn}
      </Button>
    </div>
  );
}
