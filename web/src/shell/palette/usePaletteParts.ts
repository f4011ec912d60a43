// What the palette offers for what was typed: what can be done here, pages, threads, companies and people.
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useQuery } from 'urql';
import type { ResultOf } from '../../gql/graphql';
import { finds } from '../../kit/hangul';
import { offersNow } from '../../kit/offers';
import { paths } from '../../paths';
import { useSignedIn } from '../../session/me';
import { KEYS } from '../../threads/keys';
import { INBOX_QUEUES, inboxSuffix } from '../../threads/place';
import type { InboxWords } from '../../words/inbox';
import { useWords } from '../../words/words';
import { useLinks } from '../links';
import { FindNumberQuery, FindQuery, type FoundThread, SeenQuery } from './palette.gql';
import { seenThreads } from './seen';

export type PaletteItem = {
  id: string;
  label: string;
  hint?: string;
  keys?: readonly string[];
  run: () => unknown;
};
export type PalettePart = { name: keyof InboxWords['parts']; items: PaletteItem[] };

/** Of one kind, found by typing. */
const MOST = 7;

export function usePaletteParts(
  typed: string,
  opened: boolean,
): { parts: PalettePart[]; searching: boolean } {
  const words = useWords();
  const { shell, threads } = words;
  const me = useSignedIn();
  const staff = me.role !== null;
  const navigate = useNavigate();
  const { links, handle } = useLinks();
  const wish = typed.trim().slice(0, 100);
  const [search] = useDebouncedValue(wish, 150);
  const looks = opened && search !== '';
  const [found] = useQuery({ query: FindQuery, variables: { search, staff }, pause: !looks });
  const number = Number(/^#?(\d{1,9})$/.exec(search)?.[1] ?? 0);
  const [byNumber] = useQuery({ query: FindNumberQuery, variables: { number }, pause: !looks || !number });
  const lately = useMemo(
    () => (opened ? seenThreads(me.person.id).filter((id) => !location.pathname.endsWith(id)) : []),
    [opened, me.person.id],
  );
  const [seen] = useQuery({
    query: SeenQuery,
    variables: { threadIds: lately },
    pause: !opened || wish !== '' || lately.length === 0,
  });

  const fits = ({ label }: { label: string }) => wish === '' || finds(wish, label);
  const threadItem = ({ id, number: no, heading, state, space }: Found): PaletteItem => ({
    id,
    label: `${threads.number(no)} ${heading || threads.untitled}`,
    hint: staff ? `${space.company.name} · ${shell.states[state]}` : threads.clientStates[state],
    run: () => navigate(me.abilities.answer ? paths.inboxThread(id) : paths.thread(space.company.handle, id)),
  });
  const now: PaletteItem[] = opened
    ? offersNow().filter((offer) => fits(offer) && (wish !== '' || !offer.seldom))
    : [];
  const pages: PaletteItem[] = [
    ...(!staff && handle && me.company?.space?.abilities.openThread
      ? [{ id: 'ask', label: threads.ask, run: () => navigate(paths.newThread(handle)) }]
      : []),
    ...links.map(({ to, label, key }) => ({
      id: to,
      label,
      ...(key ? { keys: KEYS[key].shown } : {}),
      run: () => navigate(to),
    })),
    ...(me.abilities.answer
      ? INBOX_QUEUES.map((queue) => ({
          id: queue,
          label: `${shell.inbox} › ${shell.queues[queue]}`,
          run: () => navigate(`${paths.inbox}${inboxSuffix({ queue })}`),
        }))
      : []),
    { id: 'profile', label: shell.profile, run: () => navigate(paths.profile) },
  ].filter(fits);
  const order = (ids: string[]) => (one: Found, other: Found) => ids.indexOf(one.id) - ids.indexOf(other.id);
  const recent = wish
    ? []
    : (seen.data?.threads.edges ?? [])
        .map(({ node }) => node)
        .sort(order(lately))
        .map(threadItem);
  const data = wish ? found.data : undefined;
  const exact = wish && number ? byNumber.data?.threadByNumber : null;
  const hits = [
    ...(exact ? [exact] : []),
    ...(data?.threads.edges ?? []).map(({ node }) => node).filter(({ id }) => id !== exact?.id),
  ];
  const parts: PalettePart[] = [
    { name: 'recent', items: recent },
    { name: 'now', items: wish ? now.slice(0, MOST) : now },
    { name: 'pages', items: wish ? pages.slice(0, MOST) : pages },
    { name: 'threads', items: hits.map(threadItem) },
    {
      name: 'companies',
      items: (data?.companies?.edges ?? []).map(({ node }) => ({
        id: node.id,
        label: node.name,
        run: () => navigate(paths.company(node.handle)),
      })),
    },
    {
      name: 'people',
      items: (data?.people?.edges ?? []).map(({ node }) => ({
        id: node.id,
        label: node.name,
        ...(node.email ? { hint: node.email } : {}),
        run: () => navigate(`${paths.people}?q=${encodeURIComponent(node.name)}`),
      })),
    },
  ];
  return {
    parts: parts.filter(({ items }) => items.length > 0),
    searching: wish !== '' && (wish !== search || found.fetching),
  };
}

type Found = ResultOf<typeof FoundThread>;
