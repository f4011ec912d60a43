// The language of the page and of one's mails; chosen is saved.
import { SegmentedControl } from '@mantine/core';
import { useMutation } from 'urql';
import { useSessionControl } from '../session/locale';
import { useMe } from '../session/me';
import { usePageWords } from '../words/pages';
import { type Locale, useLocale } from '../words/words';
import { UpdateProfile } from './profile';
import { announceRefusal } from './refusals';

export function ProfileLanguage() {
  const words = usePageWords();
  const { people } = words;
  const locale = useLocale();
  const { setLocale } = useSessionControl();
  const { refresh } = useMe();
  const [{ fetching }, update] = useMutation(UpdateProfile);
  const choose = async (next: Locale) => {
    const before = locale;
    setLocale(next);
    const { error } = await update({ input: { locale: next } });
    if (!error) return refresh();
    setLocale(before);
    announceRefusal(words, error);
  };
  return (
    <SegmentedControl
      aria-label={people.profile.language}
      value={locale}
      disabled={fetching}
      onChange={(value) => void choose(value)}
      data={[
        { value: 'ko', label: people.invite.korean },
        { value: 'en', label: people.invite.english },
      ]}
    />
  );
}
