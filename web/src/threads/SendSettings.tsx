// Whether Enter alone sends: everyone's own choice, kept in this browser.
import { ActionIcon, Popover, Switch } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useWords } from '../words/words';
import classes from './Composer.module.css';
import { useEnterSends } from './keys';

export function SendSettings() {
  const { threads } = useWords();
  const [enterSends, setEnterSends] = useEnterSends();
  return (
    <Popover position="top-start" withArrow trapFocus withinPortal>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          className={classes.settings}
          aria-label={threads.sendSettings}
        >
          <IconKeyboard size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={threads.sendSettings}>
        <Switch
          label={threads.enterSends}
          description={threads.enterSendsHint}
          checked={enterSends}
          onChange={(event) => setEnterSends(event.currentTarget.checked)}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
