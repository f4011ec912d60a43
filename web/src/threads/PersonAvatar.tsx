// A person's round mark: given name in Korean, initials otherwise. The name itself always stands beside it.
import { Avatar } from '@mantine/core';

const HANGUL_NAME = /^[가-힣]{2,4}$/;

/** 김다온 → 다온, as colleagues call each other. */
const shortOf = (name: string): string | null => (HANGUL_NAME.test(name) ? name.slice(-2) : null);

export function PersonAvatar({ name, size = 28 }: { name: string; size?: number }) {
  const short = shortOf(name);
  return (
    <Avatar name={name} color="initials" size={size} radius="xl" aria-hidden alt="" title={name}>
      {short}
    </Avatar>
  );
}
