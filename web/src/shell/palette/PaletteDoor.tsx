// The way to the command palette: Ctrl/⌘ K anywhere, and a button; the palette itself comes when it is first asked for.
import { ActionIcon } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useSignedIn } from '../../session/me';
import { useKeysSetting, usePageKeys } from '../../threads/keys';
import { MOD } from '../../threads/typing';
import { useWords } from '../../words/words';
import { useLinks } from '../links';
import { useNoteSeen } from './seen';

const Palette = lazy(() => import('./Palette').then((file) => ({ default: file.Palette })));

export function PaletteDoor() {
  const { shell } = useWords();
  const staff = useSignedIn().role !== null;
  const navigate = useNavigate();
  const { links } = useLinks();
  const [keysOn] = useKeysSetting();
  /** How often it was asked for: each time opens it, or closes it again. */
  const [asked, setAsked] = useState(0);
  useNoteSeen();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const wanted = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if (!wanted || event.code !== 'KeyK' || event.isComposing) return;
      event.preventDefault();
      setAsked((times) => times + 1);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  usePageKeys(
    Object.fromEntries(links.flatMap(({ key, to }) => (key ? [[key, () => navigate(to)]] : []))),
    keysOn && staff,
  );
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={shell.palette}
        title={`${shell.palette} (${MOD}+K)`}
        onClick={() => setAsked(asked + 1)}
      >
        <IconSearch size={18} stroke={1.7} aria-hidden />
      </ActionIcon>
      {asked > 0 && (
        <Suspense fallback={null}>
          <Palette asked={asked} />
        </Suspense>
      )}
    </>
  );
}
