// What somebody has open, named before they go: how many of each state, the latest ones, the way to all.
import { Anchor, Badge, List, Text } from '@mantine/core';
import { Link } from 'react-router';
import { type FragmentOf, graphql, readFragment } from '../gql/graphql';
import { paths } from '../paths';
import { useSignedIn } from '../session/me';
import { usePageWords } from '../words/pages';
import classes from './people.module.css';

export const OpenThreadsParts = graphql(`
  fragment OpenThreadsParts on OpenThreads {
    state
    count
    first {
      id
      number
      heading
    }
  }
`);

type Group = FragmentOf<typeof OpenThreadsParts>;

export const countOf = (groups: readonly Group[]): number =>
  readFragment(OpenThreadsParts, groups).reduce((sum, { count }) => sum + count, 0);

type Props = { title: string; groups: readonly Group[]; handle?: string | undefined };

export function OpenWork({ title, groups: masked, handle }: Props) {
  const { leaving, people, shell } = usePageWords();
  const { abilities } = useSignedIn();
  const groups = readFragment(OpenThreadsParts, masked);
  const to = (id: string): string | null =>
    abilities.answer ? paths.inboxThread(id) : handle ? paths.thread(handle, id) : null;
  return (
    <div className={classes.work}>
      <Text size="sm" fw={600} component="h3">
        {title}
      </Text>
      {groups.map(({ state, count, first }) => (
        <div key={state}>
          <Badge variant="light" color="gray" size="sm" tt="none" mb={4}>
            {shell.states[state]} {count}
          </Badge>
          <List size="sm" listStyleType="none" spacing={2}>
            {first.map(({ id, number, heading }) => {
              const words = `#${number} ${heading || people.company.untitled}`;
              const address = to(id);
              return (
                <List.Item key={id} className={classes.workLine}>
                  {address ? (
                    <Anchor component={Link} to={address} size="sm" lineClamp={1}>
                      {words}
                    </Anchor>
                  ) : (
                    words
                  )}
                </List.Item>
              );
            })}
          </List>
          {count > first.length && (
            <Text size="xs" c="dimmed">
              {leaving.others(count - first.length)}
            </Text>
          )}
        </div>
      ))}
    </div>
  );
}
