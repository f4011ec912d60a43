// Invitations of colleagues: the dialog, and those that wait for an answer.
import { Alert, Box } from '@mantine/core';
import { useMutation, useQuery } from 'urql';
import { graphql } from '../gql/graphql';
import { STAFF_ROLES, type StaffRole } from '../gql/words';
import { usePageWords } from '../words/pages';
import { useLocale } from '../words/words';
import { Invitations } from './Invitations';
import { InviteDialog } from './InviteDialog';

const InviteStaff = graphql(`
  mutation InviteStaff($input: InviteStaffInput!) {
    inviteStaff(input: $input) {
      done
    }
  }
`);
const StaffInvitationsQuery = graphql(`
  query StaffInvitations {
    staffInvitations {
      email
      name
      role
      sentAt
      expiresAt
    }
  }
`);

export function InviteStaffDialog({ onClose, onInvited }: { onClose: () => void; onInvited: () => void }) {
  const { people, shell } = usePageWords();
  const [, invite] = useMutation(InviteStaff);
  return (
    <InviteDialog
      title={people.invite.staffTitle}
      roles={STAFF_ROLES.map((value) => ({
        value,
        label: shell.roles[value],
        hint: people.staffRoleHints[value],
      }))}
      initialRole="AGENT"
      onClose={onClose}
      onInvite={async (guests, role, locale) => {
        const { error } = await invite({ input: { people: guests, role, locale } });
        if (!error) onInvited();
        return error;
      }}
    />
  );
}

export function StaffInvitations({ fresh }: { fresh: boolean }) {
  const { people } = usePageWords();
  const locale = useLocale();
  const [, invite] = useMutation(InviteStaff);
  const [{ data, error }, again] = useQuery({
    query: StaffInvitationsQuery,
    requestPolicy: fresh ? 'network-only' : 'cache-and-network',
  });
  if (error && !data) {
    return (
      <Alert color="red" mb="lg" p="sm">
        {people.invitations.failed}
      </Alert>
    );
  }
  const waiting = data?.staffInvitations ?? [];
  if (waiting.length === 0) return null;
  return (
    <Box mb="xl">
      <Invitations
        invitations={waiting}
        onResend={async ({ email, name, role }) => {
          const { error: refused } = await invite({
            input: { people: [{ email, name }], role: role as StaffRole, locale },
          });
          if (!refused) again({ requestPolicy: 'network-only' });
          return refused;
        }}
      />
    </Box>
  );
}
