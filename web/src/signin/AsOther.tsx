// Said where a link from a mail would take the place of the session that is open here.
import { Alert } from '@mantine/core';
import { IconUserExclamation } from '@tabler/icons-react';
import { useMe } from '../session/me';
import { useWords } from '../words/words';

export function AsOther() {
  const { signin } = useWords();
  const { me } = useMe();
  if (!me) return null;
  return (
    <Alert color="yellow" variant="light" icon={<IconUserExclamation size={18} />} p="sm">
      {signin.asOther(me.person.name)}
    </Alert>
  );
}
