// Mails in lines; opening one shows its text.
import { Accordion, Badge, Text } from '@mantine/core';
import { Moment } from '../kit/Moment';
import { usePageWords } from '../words/pages';
import type { MailRow } from './mail';
import { MailText } from './MailText';
import classes from './people.module.css';

type MailState = 'waiting' | 'sent' | 'failed';
const COLORS: Record<MailState, string> = { waiting: 'yellow', sent: 'teal', failed: 'red' };

/** A failed mail is tried again by its job; until it is sent it counts as failed. */
const stateOf = ({ sentAt, error }: MailRow): MailState => (sentAt ? 'sent' : error ? 'failed' : 'waiting');

export function MailList({ mails }: { mails: readonly MailRow[] }) {
  return (
    <Accordion variant="contained" order={2} chevronPosition="right" classNames={{ item: classes.mailItem }}>
      {mails.map((mail) => (
        <Accordion.Item key={mail.id} value={mail.id}>
          <Accordion.Control>
            <MailLine mail={mail} />
          </Accordion.Control>
          <Accordion.Panel>
            <MailText mail={mail} />
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

function MailLine({ mail }: { mail: MailRow }) {
  const { people } = usePageWords();
  const state = stateOf(mail);
  return (
    <span className={classes.mail}>
      <span className={classes.subject}>
        <Text size="sm" fw={600} component="span" display="block">
          {mail.subject}
        </Text>
        <Text size="xs" c="dimmed" component="span" display="block">
          {people.outbox.kinds[mail.kind] ?? mail.kind} → {mail.to}
        </Text>
      </span>
      <span className={classes.mailState}>
        <Badge variant="light" color={COLORS[state]} size="sm" tt="none" component="span">
          {people.outbox[state]}
        </Badge>
        <Moment at={mail.createdAt} />
      </span>
    </span>
  );
}
