// A contact sees the pages of their own companies; any other address leads nowhere, and says so before the server is asked.
import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Saying } from '../kit/states';
import { paths } from '../paths';
import { useSignedIn } from '../session/me';
import { useWords } from '../words/words';

export function OwnCompany({ handle, children }: { handle: string; children: ReactNode }) {
  const { shell } = useWords();
  const me = useSignedIn();
  if (me.role || me.companies.some((company) => company.handle === handle)) return children;
  const first = me.companies[0];
  const home = first ? paths.space(first.handle) : paths.profile;
  return (
    <Saying
      order={1}
      icon={<IconMapOff size={28} />}
      title={shell.notFoundTitle}
      action={
        <Button component={Link} to={home} variant="light">
          {shell.goHome}
        </Button>
      }
    >
      {shell.notFound}
    </Saying>
  );
}
