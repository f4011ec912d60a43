// Said where a link from a mail would take the place of the session that is open here.
import { Alert } from '@mantine/core';
import { IconUserExclamation } from '@tabler/icons-react';
import { useMe } from '../session/me';
import { useWords } from '../words/words';
import classes from './signin.module.css';

export function AsOther() {
  const { signin } = useWords();
  const { me } = useMe();
  if (!me) return null;
  return (
    <Alert variant="default" className={classes.hint} icon={<IconUserExclamation size={18} />} p="sm">
      {signin.asOther(me.person.name)}
    </Alert>
  );
}
