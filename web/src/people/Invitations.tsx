// Invitations that wait for an answer; sending one again takes the place of the link before.
import { Badge, Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { CombinedError } from 'urql';
import { Moment } from '../kit/Moment';
import { day } from '../words/dates';
import { usePageWords } from '../words/pages';
import { useLocale } from '../words/words';
import classes from './people.module.css';
import { announce, announceRefusal } from './refusals';

export type Waiting = { email: string; name: string | null; role: string; sentAt: string; expiresAt: string };

type Props = {
  invitations: readonly Waiting[];
  order?: 2 | 3;
  onResend: (invitation: Waiting) => Promise<CombinedError | undefined>;
};

export function Invitations({ invitations, order = 2, onResend }: Props) {
  const { people } = usePageWords();
  if (invitations.length === 0) return null;
  return (
    <Stack component="section" gap="xs" mt="lg">
      <Title order={order} size="sm">
        {people.invitations.title}{' '}
        <Text span c="dimmed" fw={400}>
          {invitations.length}
        </Text>
      </Title>
      <Paper withBorder className={classes.list}>
        <ul className={classes.lines}>
          {invitations.map((invitation) => (
            <InvitationLine
              key={`${invitation.email} ${invitation.role}`}
              invitation={invitation}
              onResend={onResend}
            />
          ))}
        </ul>
      </Paper>
    </Stack>
  );
}

function InvitationLine({ invitation, onResend }: { invitation: Waiting; onResend: Props['onResend'] }) {
  const words = usePageWords();
  const { people, shell } = words;
  const locale = useLocale();
  const [busy, setBusy] = useState(false);
  const { email, name, role, sentAt, expiresAt } = invitation;
  const expired = new Date(expiresAt).getTime() < Date.now();
  const roles: Record<string, string> = { ...shell.roles, ...shell.memberRoles };
  const resend = async () => {
    setBusy(true);
    const error = await onResend(invitation);
    setBusy(false);
    if (error) announceRefusal(words, error);
    else announce(words, people.invitations.resent(email));
  };
  return (
    <li className={classes.line}>
      <div className={classes.who}>
        <Text size="sm" fw={500}>
          {name ? `${name} · ${email}` : email}
        </Text>
        <Text size="xs" c="dimmed" component="div">
          {roles[role] ?? role} · {people.invitations.sent} <Moment at={sentAt} span /> ·{' '}
          {expired ? (
            <Badge size="xs" color="red" variant="light" tt="none">
              {people.invitations.expired}
            </Badge>
          ) : (
            people.invitations.until(day(locale, expiresAt))
          )}
        </Text>
      </div>
      <Button
        size="compact-sm"
        variant="subtle"
        loading={busy}
        onClick={() => void resend()}
        aria-label={people.invitations.resendTo(email)}
      >
        {people.invitations.resend}
      </Button>
    </li>
  );
}
