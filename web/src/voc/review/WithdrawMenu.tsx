// Why something does not count; the first reason has the focus, so that x and Enter are enough.
import { Button, Kbd, Menu } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { INSIDE_MAIN } from '../../kit/inside';
import { useWords } from '../../words/words';
import { REASONS, type WithdrawReason } from '../useDecide';

type Props = {
  opened: boolean;
  onOpened: (opened: boolean) => void;
  onReason: (reason: WithdrawReason) => void;
  disabled?: boolean;
};

export function WithdrawMenu({ opened, onOpened, onReason, disabled }: Props) {
  const { voc } = useWords();
  return (
    <Menu
      opened={opened}
      onChange={onOpened}
      position="bottom-start"
      shadow="md"
      width={220}
      returnFocus={false}
      withInitialFocusPlaceholder={false}
      portalProps={INSIDE_MAIN}
    >
      <Menu.Target>
        <Button
          variant="default"
          disabled={disabled}
          leftSection={<IconEyeOff size={16} aria-hidden />}
          rightSection={
            <Kbd size="xs" aria-hidden>
              X
            </Kbd>
          }
        >
          {voc.review.withdraw}
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={voc.review.withdrawWhy}>
        <Menu.Label>{voc.review.withdrawWhy}</Menu.Label>
        {REASONS.map((reason, index) => (
          <Menu.Item key={reason} data-autofocus={index === 0 || undefined} onClick={() => onReason(reason)}>
            {voc.reasons[reason]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
