// The end of a growing list: the button for more, or what went wrong on the way.
import { Button, Center, Group, Text } from '@mantine/core';
import { usePageWords } from '../words/pages';

type Props = { hasMore: boolean; fetching: boolean; failed: boolean; more: () => void };

export function More({ hasMore, fetching, failed, more }: Props) {
  const { people, shell } = usePageWords();
  if (!hasMore) return null;
  return (
    <Center mt="md">
      <Group gap="sm">
        {failed && (
          <Text size="sm" role="alert">
            {people.moreFailed}
          </Text>
        )}
        <Button variant="default" loading={fetching} onClick={more}>
          {failed ? shell.retry : people.moreRows}
        </Button>
      </Group>
    </Center>
  );
}
