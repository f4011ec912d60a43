// The tags of a thread, from the managed list; a new word joins the list.
import { Button, Popover, TagsInput } from '@mantine/core';
import { IconTag } from '@tabler/icons-react';
import { useState } from 'react';
import { useClient, useMutation, useQuery } from 'urql';
import { useWords } from '../words/words';
import { useKeys } from './keys';
import classes from './ThreadView.module.css';
import { CreateTag, SetThreadTags, TagsQuery, type ThreadHead } from './threads.gql';
import type { ThreadModel } from './useThread';

type Tag = { id: string; name: string };

/** Longer names are cut by the server's rules. */
const LONGEST = 40;

export function TagPicker({
  model,
  thread,
  keys,
}: {
  model: ThreadModel;
  thread: ThreadHead;
  keys: boolean;
}) {
  const { threads } = useWords();
  const client = useClient();
  const [opened, setOpened] = useState(false);
  useKeys({ tag: () => setOpened(true) }, keys);
  const [{ data }] = useQuery({ query: TagsQuery, pause: !opened });
  const [, set] = useMutation(SetThreadTags);
  const tags: readonly Tag[] = thread.tags ?? [];
  const names = tags.map(({ name }) => name);

  const change = async (wanted: string[]) => {
    const known = [...(data?.tags ?? []), ...tags];
    await model.command(
      {
        tags: wanted.map((name) => ({
          id: known.find((tag) => tag.name === name)?.id ?? name,
          name,
        })),
      },
      async () => {
        const tagIds: string[] = [];
        for (const name of wanted) {
          const found = known.find((tag) => tag.name === name);
          if (found) {
            tagIds.push(found.id);
            continue;
          }
          const made = await client.mutation(CreateTag, { input: { name } }).toPromise();
          if (!made.data) return made;
          tagIds.push(made.data.createTag.tag.id);
        }
        return set({ input: { threadId: thread.id, tagIds } });
      },
    );
  };

  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      width={280}
      trapFocus
      withinPortal
      returnFocus
    >
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          className={classes.tags}
          leftSection={<IconTag size={15} aria-hidden />}
          onClick={() => setOpened(!opened)}
          aria-label={names.length ? `${threads.tags}: ${names.join(', ')}` : threads.addTag}
          title={names.join(', ')}
        >
          {names.length ? names.join(', ') : threads.addTag}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={threads.tags}>
        <TagsInput
          label={threads.tags}
          description={threads.tagsHint}
          data={(data?.tags ?? []).map(({ name }) => name)}
          value={names}
          onChange={(value) =>
            void change(value.map((name) => name.trim().slice(0, LONGEST)).filter(Boolean))
          }
          data-autofocus
          // Few enough to need no scrolling: typing finds the others.
          limit={7}
          maxDropdownHeight={320}
          comboboxProps={{ withinPortal: false }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
