// All keys of the review and the five questions that decide.
import { Kbd, Modal, Table, Title } from '@mantine/core';
import { CATEGORIES } from '../../gql/words';
import { CategoryBadge } from '../../kit/CategoryBadge';
import { useNeedsWords } from '../../words/needs';
import { useWords } from '../../words/words';
import classes from './review.module.css';

export function KeysHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { shell, voc } = useWords();
  const { review } = voc;
  const needs = useNeedsWords();
  const rows: [keys: string[], text: string][] = [
    [['J', 'K', '↓', '↑'], review.keysMove],
    [['1', '2', '3', '4', '5'], review.keysCategory],
    [['Enter', 'C'], review.keysConfirm],
    [['X'], review.keysWithdraw],
    [['S'], needs.keyJoin],
    [['Z'], review.keysRestore],
    [['O'], review.keysOpen],
    [['R'], review.keysOrder],
    [['?'], review.keysHelp],
  ];
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={review.keysTitle}
      size="lg"
      closeButtonProps={{ 'aria-label': shell.close }}
      attributes={{ header: { role: 'none' } }}
    >
      <Table withRowBorders={false} verticalSpacing={5}>
        <Table.Tbody>
          {rows.map(([keys, text]) => (
            <Table.Tr key={text}>
              <Table.Td className={classes.helpKeys}>
                {keys.map((key) => (
                  <Kbd key={key} size="sm">
                    {key}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>{text}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Title order={3} size="h6" mt="lg" mb="xs">
        {review.questions}
      </Title>
      <ol className={classes.questions}>
        {CATEGORIES.map((category, index) => (
          <li key={category}>
            <Kbd size="sm">{index + 1}</Kbd>
            <span>
              <CategoryBadge category={category} label={shell.categories[category]} quiet />{' '}
              {voc.meanings[category].test}
              <span className={classes.choiceTest}>{voc.meanings[category].what}</span>
            </span>
          </li>
        ))}
      </ol>
    </Modal>
  );
}
