// What holds on a board, one click away.
import { Button, Popover } from '@mantine/core';
import { IconBook2 } from '@tabler/icons-react';
import { INSIDE_MAIN } from '../kit/inside';
import { Markdown } from '../kit/Markdown';
import { useCommunityWords } from '../words/community';
import classes from './community.module.css';

export function RulesPopover({ rules }: { rules: string }) {
  const { community } = useCommunityWords();
  return (
    <Popover width={360} position="bottom-end" shadow="md" withArrow trapFocus portalProps={INSIDE_MAIN}>
      <Popover.Target>
        <Button variant="default" leftSection={<IconBook2 size={16} aria-hidden />}>
          {community.rules}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.rules} aria-label={community.rules} tabIndex={0}>
        <Markdown text={rules} />
      </Popover.Dropdown>
    </Popover>
  );
}
