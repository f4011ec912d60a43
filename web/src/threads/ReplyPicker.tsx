// Saved replies beside the writing field: search, choose, and it stands in the text with its names filled in.
import { ActionIcon, Anchor, Popover, ScrollArea, TextInput } from '@mantine/core';
import { IconMessageBolt, IconSearch } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { paths } from '../paths';
import { useSignedIn } from '../session/me';
import { useLocale, useWords } from '../words/words';
import composer from './Composer.module.css';
import classes from './replies.module.css';
import { RepliesQuery, type SavedReply } from './replies.gql';
import type { ThreadHead } from './threads.gql';
import { isComposing } from './typing';

type Props = { thread: ThreadHead; onChoose: (text: string) => void };

export function ReplyPicker({ thread, onChoose }: Props) {
  const { threads } = useWords();
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="top-start"
      width={360}
      shadow="md"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          className={composer.settings}
          aria-label={threads.replies.title}
          title={threads.replies.title}
          onClick={() => setOpened((open) => !open)}
        >
          <IconMessageBolt size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={threads.replies.title}>
        <List
          thread={thread}
          onChoose={(text) => {
            setOpened(false);
            onChoose(text);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function List({ thread, onChoose }: Props) {
  const { threads } = useWords();
  const me = useSignedIn();
  const locale = useLocale();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [{ data }] = useQuery({ query: RepliesQuery });
  const wanted = typed.trim().toLowerCase();
  const found = (data?.savedReplies ?? [])
    .filter(({ name, body }) => `${name} ${body}`.toLowerCase().includes(wanted))
    // Those in one's own language first.
    .sort((a, b) => Number(b.locale === locale) - Number(a.locale === locale));
  const names = { contact: thread.openedBy.name, company: thread.space.company.name, me: me.person.name };
  const choose = (reply: SavedReply | undefined) => {
    if (reply) onChoose(fill(reply.body, names));
  };
  return (
    <>
      <TextInput
        data-autofocus
        variant="unstyled"
        className={classes.search}
        leftSection={<IconSearch size={16} aria-hidden />}
        aria-label={threads.replies.search}
        placeholder={threads.replies.search}
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={found[at] ? `${id}-${at}` : undefined}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (step && found.length > 0) setAt((at + step + found.length) % found.length);
          else if (event.key === 'Enter') choose(found[at]);
          else return;
          event.preventDefault();
        }}
      />
      <ScrollArea.Autosize mah={300} type="auto" scrollbars="y">
        <ul id={id} role="listbox" aria-label={threads.replies.title} className={classes.choices}>
          {found.map((reply, index) => (
            <li
              key={reply.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              className={classes.choice}
              onClick={() => choose(reply)}
              onMouseEnter={() => setAt(index)}
            >
              <span className={classes.name}>{reply.name}</span>
              <span className={classes.body}>{fill(reply.body, names)}</span>
            </li>
          ))}
        </ul>
        {data && found.length === 0 && <p className={classes.nothing}>{threads.replies.nothing}</p>}
      </ScrollArea.Autosize>
      <div className={classes.foot}>
        <Anchor component={Link} to={paths.replies} size="sm">
          {threads.replies.manage}
        </Anchor>
      </div>
    </>
  );
}

/** {{contact}}, {{company}} and {{me}} become names; other braces stay as they are. */
const fill = (body: string, names: Record<'contact' | 'company' | 'me', string>): string =>
  body.replace(/\{\{(contact|company|me)\}\}/g, (_, word: keyof typeof names) => names[word]);
