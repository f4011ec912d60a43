// Who is signed in, and what is only theirs.
import { Box, Divider, Menu, Text } from '@mantine/core';
import { IconLogout, IconRoute, IconUser } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { forgetBoardDrafts } from '../community/kept';
import { graphql } from '../gql/graphql';
import type { Opened } from '../kit/Opening';
import { paths } from '../paths';
import { useSessionControl } from '../session/locale';
import { useSignedIn } from '../session/me';
import { useTour } from '../tour/tour';
import { useWords } from '../words/words';

const SignOut = graphql(`
  mutation SignOut {
    signOut {
      done
    }
  }
`);

export default function PersonMenu({ target }: Opened) {
  const me = useSignedIn();
  const { shell } = useWords();
  const navigate = useNavigate();
  const { renew } = useSessionControl();
  const [, signOut] = useMutation(SignOut);
  const tour = useTour();
  return (
    <Menu defaultOpened position="bottom-end" width={220}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        <Box px="sm" py={6}>
          <Text size="sm" fw={600} truncate>
            {me.person.name}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {me.role ? shell.roles[me.role] : me.company?.name}
          </Text>
        </Box>
        <Divider my={4} />
        <Menu.Item leftSection={<IconUser size={16} />} onClick={() => navigate(paths.profile)}>
          {shell.profile}
        </Menu.Item>
        <Menu.Item leftSection={<IconRoute size={16} />} onClick={tour.again}>
          {shell.tour}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout size={16} />}
          onClick={async () => {
            await signOut({});
            forgetBoardDrafts();
            renew();
          }}
        >
          {shell.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
