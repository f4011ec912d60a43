// Who else is at a thread, and telling them that one is here. Kept nowhere: whoever falls silent is gone after a while.
import { useDocumentVisibility } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import type { Doing } from '../gql/words';
import { useEachHint } from '../session/live';
import { useSignedIn } from '../session/me';
import type { Mode } from './outbox';
import { ShowPresence } from './threads.gql';

const VIEWING_EVERY_MS = 20_000;
const VIEWING_LASTS_MS = 45_000;
const WRITING_EVERY_MS = 4_000;
const WRITING_LASTS_MS = 7_000;

export type Present = { id: string; name: string; doing: Exclude<Doing, 'AWAY'> };
type Known = Present & { until: number };

/** Others only. `text` is what stands in the writing field of `mode`. */
export function usePresence(threadId: string, mode: Mode, text: string): Present[] {
  const client = useClient();
  const me = useSignedIn();
  const visible = useDocumentVisibility() === 'visible';
  const [known, setKnown] = useState<readonly Known[]>([]);
  // Planners look on unseen.
  const shows = me.role === null || me.abilities.answer;
  const show = useRef((_: Doing) => {});
  show.current = (doing) => {
    if (shows) void client.mutation(ShowPresence, { input: { threadId, doing } }).toPromise();
  };

  useEffect(() => {
    if (!visible) return;
    show.current('VIEWING');
    const timer = setInterval(() => show.current('VIEWING'), VIEWING_EVERY_MS);
    return () => {
      clearInterval(timer);
      show.current('AWAY');
    };
  }, [threadId, visible]);

  const said = useRef({ message: 0, note: 0, mode, text });
  useEffect(() => {
    const changed = text !== said.current.text && mode === said.current.mode;
    said.current = { ...said.current, mode, text };
    if (!changed || text.trim() === '') return;
    const say = () => {
      said.current[mode] = Date.now();
      show.current(mode === 'note' ? 'NOTING' : 'WRITING');
    };
    // At once, and then at most every few seconds while somebody goes on.
    const wait = said.current[mode] + WRITING_EVERY_MS - Date.now();
    if (wait <= 0) return say();
    const timer = setTimeout(say, wait);
    return () => clearTimeout(timer);
  }, [mode, text]);

  useEachHint((hint) => {
    if (hint.threadId !== threadId) return;
    const now = Date.now();
    // What was being written has come: whoever goes on says so again.
    if (hint.kind === 'THREAD') {
      setKnown((before) => before.map((each) => ({ ...each, doing: 'VIEWING' })));
      return;
    }
    const { personId: id, personName: name, doing } = hint;
    if (hint.kind !== 'PRESENCE' || !id || !name || !doing || id === me.person.id) return;
    setKnown((before) => {
      const others = before.filter((each) => each.id !== id && each.until > now);
      if (doing === 'AWAY') return others;
      const was = before.find((each) => each.id === id);
      // A sign of looking does not end a sign of writing.
      if (doing === 'VIEWING' && was && was.doing !== 'VIEWING' && was.until > now) return before;
      const lasts = doing === 'VIEWING' ? VIEWING_LASTS_MS : WRITING_LASTS_MS;
      return [...others, { id, name, doing, until: now + lasts }];
    });
  });

  // Whoever said nothing for a while is gone.
  useEffect(() => {
    if (known.length === 0) return;
    const next = Math.min(...known.map(({ until }) => until));
    const timer = setTimeout(
      () => setKnown((before) => before.filter(({ until }) => until > Date.now())),
      Math.max(0, next - Date.now()) + 50,
    );
    return () => clearTimeout(timer);
  }, [known]);
  return [...known];
}
