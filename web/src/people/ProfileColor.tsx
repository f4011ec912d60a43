// The colour of one's mark, chosen among eight or left to the name.
import { Group, Radio, Text } from '@mantine/core';
import { useMutation } from 'urql';
import type { AvatarColor } from '../gql/words';
import { AVATAR_COLORS } from '../words/own';
import { PersonMark } from '../kit/PersonMark';
import { useMe, useSignedIn } from '../session/me';
import { usePageWords } from '../words/pages';
import classes from './people.module.css';
import { UpdateProfile } from './profile';
import { announceRefusal } from './refusals';

const OF_NAME = 'OF_NAME';

export function ProfileColor() {
  const words = usePageWords();
  const { own } = words;
  const { person } = useSignedIn();
  const { refresh } = useMe();
  const [{ fetching }, update] = useMutation(UpdateProfile);
  const choices: { value: string; color: AvatarColor | null; label: string }[] = [
    { value: OF_NAME, color: null, label: own.colorOfName },
    ...AVATAR_COLORS.map((color) => ({ value: color, color, label: own.colors[color] })),
  ];
  const choose = async (value: string) => {
    const avatarColor = AVATAR_COLORS.find((each) => each === value) ?? null;
    const { error } = await update({ input: { avatarColor } });
    if (error) announceRefusal(words, error);
    else refresh();
  };
  return (
    <Radio.Group
      aria-label={own.color}
      value={person.avatarColor ?? OF_NAME}
      onChange={(value) => void choose(value)}
    >
      <Group gap="xs">
        {choices.map(({ value, color, label }) => (
          <Radio.Card
            key={value}
            value={value}
            aria-label={label}
            title={label}
            disabled={fetching}
            className={classes.color}
          >
            <PersonMark name={person.name} color={color} size={38} />
            <Text size="xs" c="dimmed" aria-hidden>
              {label}
            </Text>
          </Radio.Card>
        ))}
      </Group>
    </Radio.Group>
  );
}
