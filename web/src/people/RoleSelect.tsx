// The role of a person in its line, changed in place.
import { Loader, Select } from '@mantine/core';
import classes from './people.module.css';

type Props<Role extends string> = {
  label: string;
  value: Role;
  roles: readonly Role[];
  words: Record<Role, string>;
  busy?: boolean;
  onChange: (role: Role) => void;
};

export function RoleSelect<Role extends string>({
  label,
  value,
  roles,
  words,
  busy = false,
  onChange,
}: Props<Role>) {
  return (
    <Select
      size="xs"
      classNames={{ input: classes.roleInput }}
      aria-label={label}
      value={value}
      data={roles.map((role) => ({ value: role, label: words[role] }))}
      allowDeselect={false}
      disabled={busy}
      rightSection={busy ? <Loader size={12} /> : undefined}
      onChange={(role) => role && role !== value && onChange(role)}
      comboboxProps={{ width: 'max-content', position: 'bottom-end' }}
    />
  );
}
