// All keys of the inbox on one page, and the switch that turns the single ones off.
import { ActionIcon, Kbd, Switch, Table } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { Dialog } from '../kit/Dialog';
import { useWords } from '../words/words';
import classes from './Inbox.module.css';
import { useKeysSetting } from './keys';
import { MOD } from './typing';

export function KeysHelpButton({ onClick }: { onClick: () => void }) {
  const { threads } = useWords();
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="md"
      className={classes.keysButton}
      aria-label={threads.keysHelp}
      title={`${threads.keysHelp} (?)`}
      onClick={onClick}
    >
      <IconKeyboard size={17} stroke={1.7} aria-hidden />
    </ActionIcon>
  );
}

export function KeysHelp({ onClose }: { onClose: () => void }) {
  const { threads } = useWords();
  const [on, setOn] = useKeysSetting();
  const { keys } = threads;
  const rows: [string[], string][] = [
    [['j'], keys.down],
    [['k'], keys.up],
    [['Enter'], keys.enter],
    [['r'], keys.reply],
    [['n'], keys.note],
    [['a'], keys.assign],
    [['e'], keys.resolve],
    [['1', '–', '5'], keys.category],
    [['x'], keys.mark],
    [['/'], keys.search],
    [['Esc'], keys.escape],
    [[MOD, 'Enter'], keys.send],
    [['Shift', 'Enter'], keys.newLine],
    [['?'], keys.help],
  ];
  return (
    <Dialog title={threads.keysTitle} onClose={onClose} centered>
      <Switch
        label={threads.keysOn}
        description={threads.keysOnHint}
        checked={on}
        onChange={(event) => setOn(event.currentTarget.checked)}
        mb="md"
      />
      <Table verticalSpacing={5} aria-label={threads.keysTitle}>
        <Table.Tbody>
          {rows.map(([pressed, what]) => (
            <Table.Tr key={what}>
              <Table.Td>{what}</Table.Td>
              <Table.Td className={classes.keyCell}>
                {pressed.map((key) => (key === '–' ? key : <Kbd key={key}>{key}</Kbd>))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Dialog>
  );
}
