// Both sides of a space, for its own page and for the company's: roles, invitations, removal.
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useMutation } from 'urql';
import { type FragmentOf, readFragment } from '../gql/graphql';
import type { MemberRole } from '../gql/words';
import { useMe, useSignedIn } from '../session/me';
import { usePageWords } from '../words/pages';
import { Confirm } from './Confirm';
import { ContactInvitations, InviteContactsDialog } from './ContactInvitations';
import { ChangeMemberRole, CompanyMembers } from './documents';
import { MemberLine, type MemberPerson } from './MemberLine';
import classes from './people.module.css';
import { announce, announceRefusal } from './refusals';
import { RemoveConfirm } from './RemoveConfirm';

type Props = {
  company: FragmentOf<typeof CompanyMembers>;
  /** Contacts of a company that has no space yet. */
  contacts?: readonly MemberPerson[];
  onChanged: () => void;
};

export function Members({ company: masked, contacts = [], onChanged }: Props) {
  const company = readFragment(CompanyMembers, masked);
  const words = usePageWords();
  const { people, shell } = words;
  const me = useSignedIn();
  const { refresh } = useMe();
  const [, changeRole] = useMutation(ChangeMemberRole);
  const [inviting, setInviting] = useState(false);
  const [invited, setInvited] = useState(0);
  const [removing, setRemoving] = useState<MemberPerson | null>(null);
  const [stepping, setStepping] = useState<MemberRole | null>(null);
  const [busy, setBusy] = useState<string | null>(null);

  const { space } = company;
  const theirs =
    space?.members.filter(({ side }) => side === 'CONTACT') ??
    contacts.map((person) => ({ person, role: null }));
  const ours = space?.members.filter(({ side }) => side === 'STAFF') ?? [];
  const known = theirs.flatMap(({ person }) => (person.email ? [person.email.toLowerCase()] : []));

  /** Colleagues of whom one has to own the hotline, when this is its last owner. */
  const heirsOf = (personId: string) => {
    const others = theirs.filter(({ person }) => person.id !== personId);
    const leaves = theirs.some(({ person, role }) => person.id === personId && role === 'OWNER');
    const orphaned = leaves && others.length > 0 && !others.some(({ role }) => role === 'OWNER');
    return orphaned ? others.map(({ person }) => person) : null;
  };

  const setRole = async (person: { id: string; name: string }, role: MemberRole) => {
    if (!space) return;
    setBusy(person.id);
    const { error } = await changeRole({ input: { spaceId: space.id, personId: person.id, role } });
    setBusy(null);
    if (error) return error;
    announce(words, people.members.roleChanged(person.name, shell.memberRoles[role]));
    onChanged();
    // One's own rights are another matter now.
    if (person.id === me.person.id) refresh();
  };
  const chooseRole = async (
    person: { id: string; name: string },
    from: MemberRole | null,
    role: MemberRole,
  ) => {
    if (person.id === me.person.id && from === 'OWNER') return setStepping(role);
    const error = await setRole(person, role);
    if (error) announceRefusal(words, error);
  };

  return (
    <>
      <div className={classes.two}>
        <Side
          title={me.role ? people.members.theirs : people.members.ours}
          name={company.name}
          count={theirs.length}
          action={
            company.abilities.invite && (
              <Button
                size="xs"
                variant="light"
                leftSection={<IconUserPlus size={14} aria-hidden />}
                onClick={() => setInviting(true)}
              >
                {people.members.invite}
              </Button>
            )
          }
          empty={
            theirs.length === 0 && (
              <>
                {people.members.none}{' '}
                {company.abilities.invite &&
                  (space ? people.members.noneHint : people.members.noSpaceContacts)}
              </>
            )
          }
        >
          {theirs.map(({ person, role }) => (
            <MemberLine
              key={person.id}
              person={person}
              role={role}
              busy={busy === person.id}
              onRole={
                space?.abilities.manageMembers ? (next) => void chooseRole(person, role, next) : undefined
              }
              onRemove={
                company.abilities.invite && person.id !== me.person.id ? () => setRemoving(person) : undefined
              }
            />
          ))}
        </Side>
        {space && (
          <Side
            title={people.members.cx}
            count={ours.length}
            empty={ours.length === 0 && people.members.noneCx}
          >
            {ours.map(({ person }) => (
              <MemberLine key={person.id} person={person} role={null} />
            ))}
          </Side>
        )}
      </div>
      {company.abilities.invite && (
        <ContactInvitations
          key={invited}
          companyId={company.id}
          handle={company.handle}
          fresh={invited > 0}
        />
      )}
      {inviting && (
        <InviteContactsDialog
          company={company}
          known={known}
          onClose={() => setInviting(false)}
          onInvited={() => setInvited((before) => before + 1)}
        />
      )}
      {removing && (
        <RemoveConfirm
          company={company}
          person={removing}
          heirs={heirsOf(removing.id)}
          onClose={() => setRemoving(null)}
          onChanged={onChanged}
        />
      )}
      {stepping && (
        <Confirm
          title={people.members.ownRoleTitle}
          go={people.members.ownRoleGo}
          onClose={() => setStepping(null)}
          onGo={() => setRole(me.person, stepping)}
        >
          {people.members.ownRoleText}
        </Confirm>
      )}
    </>
  );
}

type SideProps = {
  title: string;
  name?: string;
  count: number;
  action?: ReactNode;
  empty: ReactNode;
  children: ReactNode;
};

function Side({ title, name, count, action, empty, children }: SideProps) {
  const { people } = usePageWords();
  return (
    <Stack component="section" gap="xs">
      <Group justify="space-between" gap="xs" mih={30} wrap="nowrap">
        <Title order={2} size="sm">
          {title}{' '}
          <Text span size="sm" c="dimmed" fw={400}>
            {[name, people.members.count(count)].filter(Boolean).join(' · ')}
          </Text>
        </Title>
        {action}
      </Group>
      <Paper withBorder className={classes.list}>
        {empty ? (
          <Text size="sm" c="dimmed" p="lg">
            {empty}
          </Text>
        ) : (
          <ul className={classes.lines}>{children}</ul>
        )}
      </Paper>
    </Stack>
  );
}
