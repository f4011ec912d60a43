// The text of one mail, its links made clickable, and its times.
import { Alert, Anchor, Button, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { exact } from '../words/dates';
import { usePageWords } from '../words/pages';
import { useLocale } from '../words/words';
import type { MailRow } from './mail';
import classes from './people.module.css';

const LINK = /(https?:\/\/\S+)/;

export function MailText({ mail }: { mail: MailRow }) {
  const { people } = usePageWords();
  const locale = useLocale();
  const { to, text, createdAt, sentAt, error } = mail;
  const parts = text.split(LINK);
  const link = parts.find((part) => LINK.test(part));
  return (
    <Stack gap="sm">
      <Text size="xs" c="dimmed">
        {people.outbox.to} {to} · {people.outbox.created} {exact(locale, createdAt)}
        {sentAt && ` · ${people.outbox.sentAt} ${exact(locale, sentAt)}`}
      </Text>
      {error && !sentAt && (
        <Alert color="red" p="sm" title={people.outbox.error}>
          {error}
        </Alert>
      )}
      {text ? (
        <div className={classes.letter}>
          {parts.map((part, index) =>
            LINK.test(part) ? (
              <Anchor
                key={index}
                href={part}
                target="_blank"
                rel="noopener noreferrer"
                inherit
                underline="always"
              >
                {part}
              </Anchor>
            ) : (
              part
            ),
          )}
        </div>
      ) : (
        <Text size="sm" c="dimmed">
          {people.outbox.emptied}
        </Text>
      )}
      {link && (
        <Group>
          <CopyButton value={link} timeout={2000}>
            {({ copied, copy }) => (
              <Button
                size="xs"
                variant="default"
                onClick={copy}
                leftSection={
                  copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />
                }
              >
                {copied ? people.outbox.copied : people.outbox.copy}
              </Button>
            )}
          </CopyButton>
        </Group>
      )}
    </Stack>
  );
}
