// Invites several people at once, contacts or colleagues: addresses as they are pasted, one role, one language.
import { Alert, Button, Group, Input, Radio, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { CombinedError } from 'urql';
import { Dialog } from '../kit/Dialog';
import { refusalOf } from '../session/client';
import { useMe } from '../session/me';
import { usePageWords } from '../words/pages';
import { type Locale, useLocale } from '../words/words';
import { type Guest, readAddresses } from './addresses';
import { announce, sayRefusal } from './refusals';

type Props<Role extends string> = {
  title: string;
  roles: readonly { value: Role; label: string; hint: string }[];
  initialRole: Role;
  /** Addresses of those who are here already. */
  known?: readonly string[];
  onClose: () => void;
  onInvite: (people: Guest[], role: Role, locale: Locale) => Promise<CombinedError | undefined>;
};

const MOST = 50;

export function InviteDialog<Role extends string>({
  title,
  roles,
  initialRole,
  known = [],
  onClose,
  onInvite,
}: Props<Role>) {
  const words = usePageWords();
  const { people, shell } = words;
  const { installation } = useMe();
  const [text, setText] = useState('');
  const [role, setRole] = useState<Role>(initialRole);
  const [locale, setLocale] = useState<Locale>(useLocale());
  const [wrong, setWrong] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const read = readAddresses(text);
  const here = read.guests.filter(({ email }) => known.includes(email));
  const guests = read.guests.filter(({ email }) => !known.includes(email));

  const problem = (): string | null => {
    if (read.wrong.length > 0) return people.invite.wrong(read.wrong.join(', '));
    if (guests.length > MOST) return people.invite.tooMany;
    if (guests.length > 0) return null;
    return here.length > 0 ? people.invite.onlyMembers : people.invite.nobody;
  };
  const submit = async () => {
    setRefused(null);
    const found = problem();
    setWrong(found);
    if (found) return;
    setBusy(true);
    const error = await onInvite(guests, role, locale);
    setBusy(false);
    if (error) {
      // The server names the place in the list; people know the address.
      const place = /^people\.(\d+)\./.exec(refusalOf(error)?.field ?? '')?.[1];
      const address = place === undefined ? undefined : guests[Number(place)]?.email;
      return address ? setWrong(people.invite.wrongAddress(address)) : setRefused(sayRefusal(words, error));
    }
    announce(
      words,
      installation?.mailIsSent === false
        ? people.invite.doneWaiting(guests.length)
        : people.invite.done(guests.length),
    );
    onClose();
  };
  return (
    <Dialog onClose={onClose} title={title} size="lg">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="lg">
          <div>
            <Textarea
              label={people.invite.addresses}
              description={people.invite.addressesHint}
              placeholder={people.invite.addressesExample}
              autosize
              minRows={3}
              maxRows={10}
              autoComplete="off"
              spellCheck={false}
              data-autofocus
              value={text}
              error={wrong}
              onChange={(event) => {
                setText(event.currentTarget.value);
                setWrong(null);
              }}
            />
            <Text size="sm" c="dimmed" mt={6} role="status">
              {guests.length > 0 && people.invite.found(guests.length)}{' '}
              {here.length > 0 && people.invite.already(here.map(({ email }) => email).join(', '))}
            </Text>
          </div>
          <Radio.Group label={people.invite.role} value={role} onChange={(value) => setRole(value)}>
            <Stack gap="xs" mt={6}>
              {roles.map(({ value, label, hint }) => (
                <Radio key={value} value={value} label={label} description={hint} />
              ))}
            </Stack>
          </Radio.Group>
          <div>
            <Input.Label labelElement="div" display="block" id="invite-language" mb={4}>
              {people.invite.language}
            </Input.Label>
            <SegmentedControl
              aria-labelledby="invite-language"
              value={locale}
              onChange={(value) => setLocale(value)}
              data={[
                { value: 'ko', label: people.invite.korean },
                { value: 'en', label: people.invite.english },
              ]}
            />
          </div>
          {refused && (
            <Alert color="red" role="alert" p="sm">
              {refused}
            </Alert>
          )}
          <Group justify="space-between" gap="xs">
            <Text size="xs" c="dimmed">
              {people.invite.rule}
            </Text>
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {shell.cancel}
              </Button>
              <Button type="submit" loading={busy}>
                {people.invite.submit}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
