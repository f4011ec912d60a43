// What the one called what the other called: five by five, each number opens its items.
import { Anchor, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import { CATEGORIES, type Category } from '../../gql/words';
import { useQualityWords } from '../../words/quality';
import { useLocale, useWords } from '../../words/words';
import { count } from '../numbers';
import classes from './quality.module.css';

type Props = {
  name: string;
  /** What rows and columns are. */
  means: string;
  confusion: readonly (readonly (number | null)[] | null)[];
  to: ((first: Category, second: Category) => string) | null;
};

export function Confusion({ name, means, confusion, to }: Props) {
  const { shell } = useWords();
  const words = useQualityWords();
  const locale = useLocale();
  return (
    <>
      <Text size="sm" c="dimmed" mb={6}>
        {means}
      </Text>
      {/* Scrolls by keyboard where it is wider than the page. */}
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={name}>
        <Table className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Td />
              {CATEGORIES.map((category) => (
                <Table.Th key={category} scope="col" className={classes.number}>
                  {shell.categories[category]}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {CATEGORIES.map((first, row) => (
              <Table.Tr key={first}>
                <Table.Th scope="row">{shell.categories[first]}</Table.Th>
                {CATEGORIES.map((second, column) => {
                  const n = confusion[row]?.[column] ?? 0;
                  const shown = count(locale, n);
                  return (
                    <Table.Td
                      key={second}
                      className={`${classes.number} ${row === column ? classes.diagonal : ''}`}
                    >
                      {n > 0 && to ? (
                        <Anchor
                          underline="always"
                          component={Link}
                          to={to(first, second)}
                          size="sm"
                          aria-label={words.cell(shell.categories[first], shell.categories[second], shown)}
                        >
                          {shown}
                        </Anchor>
                      ) : (
                        <Text span size="sm" c={n === 0 ? 'dimmed' : undefined}>
                          {shown}
                        </Text>
                      )}
                    </Table.Td>
                  );
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </>
  );
}
