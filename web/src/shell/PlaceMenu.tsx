// The companies of a contact who has several.
import { Menu } from '@mantine/core';
import { IconBuilding } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import type { Opened } from '../kit/Opening';
import { paths } from '../paths';
import { useWords } from '../words/words';

type Props = Opened & { companies: readonly { id: string; handle: string; name: string }[] };

export default function PlaceMenu({ target, companies }: Props) {
  const { shell } = useWords();
  const navigate = useNavigate();
  return (
    <Menu defaultOpened position="bottom-start">
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{shell.switchCompany}</Menu.Label>
        {companies.map(({ id, handle, name }) => (
          <Menu.Item
            key={id}
            leftSection={<IconBuilding size={16} />}
            onClick={() => navigate(paths.space(handle))}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
