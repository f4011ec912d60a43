// Who looks at this page, and for which company: asked once, given to all below.
import { createContext, Fragment, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { useLocation } from 'react-router';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../gql/graphql';
import { companyInPath } from '../paths';
import { showDatesIn } from '../words/dates';
import { useSessionControl } from './locale';

const MeQuery = graphql(`
  query Me {
    installation {
      providerName
      zone
      mailIsSent
      fileLimitMb
    }
    me {
      locale
      zone
      quietFrom
      quietTo
      quietWeekends
      role
      person {
        id
        name
        title
        email
        side
        avatarColor
      }
      company {
        id
        handle
        name
        abilities {
          invite
        }
        space {
          id
          abilities {
            openThread
            manageMembers
          }
        }
      }
      companies {
        id
        handle
        name
      }
      abilities {
        answer
        leadTeam
        reviewVoc
        readWeekly
        manageCompanies
        manageStaff
        readOutbox
        merge
        readAudit
        import
      }
    }
  }
`);

export type Me = NonNullable<ResultOf<typeof MeQuery>['me']>;
export type Installation = ResultOf<typeof MeQuery>['installation'];

type MeState = {
  me: Me | null;
  installation: Installation | null;
  loading: boolean;
  failed: boolean;
  refresh: () => void;
};

const MeContext = createContext<MeState>({
  me: null,
  installation: null,
  loading: true,
  failed: false,
  refresh: () => {},
});

export function MeProvider({ children }: { children: ReactNode }) {
  // Another company in the address is another actor: ask again.
  const company = companyInPath(useLocation().pathname);
  const context = useMemo(
    () => ({
      requestPolicy: 'network-only' as const,
      ...(company ? { fetchOptions: { headers: { 'hotline-company': company } } } : {}),
    }),
    [company],
  );
  const [{ data, fetching, error }, again] = useQuery({ query: MeQuery, context });
  const { proposeLocale } = useSessionControl();
  // Before anything below draws a date; another zone draws everything anew.
  const zone = data?.me ? (data.me.zone ?? data.installation.zone) : undefined;
  showDatesIn(zone);
  const own = data?.me?.locale;
  useEffect(() => {
    if (own) proposeLocale(own);
  }, [own, proposeLocale]);
  const state = useMemo<MeState>(
    () => ({
      me: data?.me ?? null,
      installation: data?.installation ?? null,
      loading: fetching && !data,
      failed: Boolean(error) && !data,
      refresh: () => again({ requestPolicy: 'network-only' }),
    }),
    [data, fetching, error, again],
  );
  return (
    <MeContext value={state}>
      <Fragment key={zone}>{children}</Fragment>
    </MeContext>
  );
}

export const useMe = (): MeState => useContext(MeContext);

/** For pages behind the sign-in, where there always is somebody. */
export function useSignedIn(): Me {
  const { me } = useMe();
  if (!me) throw new Error('This page needs somebody who is signed in.');
  return me;
}
