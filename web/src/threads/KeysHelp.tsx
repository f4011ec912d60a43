// All keys of the inbox on one page, and the switch that turns the single ones off.
import { Kbd, Switch, Table } from '@mantine/core';
import { Dialog } from '../kit/Dialog';
import { useInboxWords } from '../words/inbox';
import { useWords } from '../words/words';
import classes from './Inbox.module.css';
import { GROUPS, KEYS, type KeyName, useKeysSetting } from './keys';

const NAMES = Object.keys(KEYS) as KeyName[];

export function KeysHelp({ onClose }: { onClose: () => void }) {
  const { threads } = useWords();
  const inbox = useInboxWords();
  const [on, setOn] = useKeysSetting();
  return (
    <Dialog title={threads.keysTitle} onClose={onClose} size="xl" centered>
      <Switch
        label={threads.keysOn}
        description={threads.keysOnHint}
        checked={on}
        onChange={(event) => setOn(event.currentTarget.checked)}
        mb="md"
      />
      <div className={classes.keyGroups}>
        {GROUPS.map((group) => (
          <Table
            key={group}
            verticalSpacing={4}
            horizontalSpacing={4}
            captionSide="top"
            className={classes.keyGroup}
          >
            <Table.Caption className={classes.keyCaption}>{inbox.groups[group]}</Table.Caption>
            <Table.Tbody>
              {NAMES.filter((name) => KEYS[name].group === group).map((name) => (
                <Table.Tr key={name}>
                  <Table.Td>{inbox.keys[name]}</Table.Td>
                  <Table.Td className={classes.keyCell}>
                    {KEYS[name].shown.map((key) => (key === '–' ? key : <Kbd key={key}>{key}</Kbd>))}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        ))}
      </div>
    </Dialog>
  );
}
