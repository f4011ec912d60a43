// The colleagues who answer, oneself first.
import { useMemo } from 'react';
import { useQuery } from 'urql';
import type { AvatarColor, StaffRole } from '../gql/words';
import { useSignedIn } from '../session/me';
import { ColleaguesQuery } from './threads.gql';

const ANSWERS: readonly (StaffRole | null)[] = ['AGENT', 'LEAD', 'ADMIN'];

export type Colleague = { id: string; name: string; avatarColor: AvatarColor | null };

export function useColleagues(): readonly Colleague[] {
  const me = useSignedIn().person;
  const [{ data }] = useQuery({ query: ColleaguesQuery, requestPolicy: 'cache-first' });
  return useMemo(
    () =>
      (data?.people.edges ?? [])
        .map(({ node }) => node)
        .filter(({ active, staffRole }) => active && ANSWERS.includes(staffRole))
        .map(({ id, name, avatarColor }) => ({ id, name, avatarColor }))
        .sort((a, b) => Number(b.id === me.id) - Number(a.id === me.id)),
    [data, me.id],
  );
}
