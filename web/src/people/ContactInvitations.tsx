// Invitations of contacts into one company: the dialog, and those that wait for an answer.
import { Alert } from '@mantine/core';
import { useMutation, useQuery } from 'urql';
import type { MemberRole } from '../gql/words';
import { usePageWords } from '../words/pages';
import { useLocale } from '../words/words';
import { CompanyInvitations, InviteContacts } from './documents';
import { Invitations } from './Invitations';
import { InviteDialog } from './InviteDialog';
import { MEMBER_ROLES } from './roles';

type DialogProps = {
  company: { id: string; name: string };
  known: readonly string[];
  onClose: () => void;
  onInvited: () => void;
};

export function InviteContactsDialog({ company, known, onClose, onInvited }: DialogProps) {
  const { people, shell } = usePageWords();
  const [, invite] = useMutation(InviteContacts);
  return (
    <InviteDialog
      title={people.invite.contactsTitle(company.name)}
      roles={MEMBER_ROLES.map((value) => ({
        value,
        label: shell.memberRoles[value],
        hint: people.memberRoleHints[value],
      }))}
      initialRole="MEMBER"
      known={known}
      onClose={onClose}
      onInvite={async (guests, role, locale) => {
        const { error } = await invite({ input: { companyId: company.id, people: guests, role, locale } });
        if (!error) onInvited();
        return error;
      }}
    />
  );
}

/** `fresh`: something was sent just now, so what is remembered is old. */
export function ContactInvitations({
  companyId,
  handle,
  fresh,
}: {
  companyId: string;
  handle: string;
  fresh: boolean;
}) {
  const { people } = usePageWords();
  const locale = useLocale();
  const [, invite] = useMutation(InviteContacts);
  const [{ data, error }, again] = useQuery({
    query: CompanyInvitations,
    variables: { handle },
    requestPolicy: fresh ? 'network-only' : 'cache-and-network',
  });
  if (error && !data) {
    return (
      <Alert color="red" mt="lg" p="sm">
        {people.invitations.failed}
      </Alert>
    );
  }
  return (
    <Invitations
      invitations={data?.companyByHandle?.invitations ?? []}
      onResend={async ({ email, name, role }) => {
        const { error: refused } = await invite({
          input: { companyId, people: [{ email, name }], role: role as MemberRole, locale },
        });
        if (!refused) again({ requestPolicy: 'network-only' });
        return refused;
      }}
    />
  );
}
