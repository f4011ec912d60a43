// What the filters of the inbox are called: colleagues, tags and companies to choose from, and those that are chosen.
import { useQuery } from 'urql';
import { useWords } from '../words/words';
import { FilterCompaniesQuery, FilterSpaceQuery } from './inbox.gql';
import { type InboxPlace, NOBODY } from './place';
import { TagsQuery } from './threads.gql';
import { useColleagues } from './useColleagues';

type Option = { value: string; label: string };

/** `choosing`: the choices are open, so that they are read; the names of what is chosen are read anyway. */
export function useFilterNames(place: InboxPlace, choosing: boolean, companySearch = '') {
  const { threads } = useWords();
  const colleagues = useColleagues();
  const [{ data: tagged }] = useQuery({ query: TagsQuery, pause: !choosing && !place.tag });
  const [{ data: found }] = useQuery({
    query: FilterCompaniesQuery,
    variables: { search: companySearch || null },
    pause: !choosing,
  });
  const [{ data: space }] = useQuery({
    query: FilterSpaceQuery,
    variables: { id: place.company ?? '' },
    pause: !place.company,
    requestPolicy: 'cache-first',
  });
  const chosen = place.company && space ? [{ value: space.space.id, label: space.space.company.name }] : [];
  const options = {
    assignee: [
      { value: NOBODY, label: threads.nobody },
      ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
    ],
    tag: (tagged?.tags ?? []).map(({ id, name }) => ({ value: id, label: name })),
    company: unique([
      ...chosen,
      ...(found?.companies.edges ?? []).flatMap(({ node }) =>
        node.space ? [{ value: node.space.id, label: node.name }] : [],
      ),
    ]),
  } satisfies Record<string, Option[]>;
  const nameOf = (kind: keyof typeof options): string =>
    options[kind].find(({ value }) => value === place[kind])?.label ?? '…';
  return { options, nameOf };
}

const unique = (all: Option[]): Option[] => [...new Map(all.map((each) => [each.value, each])).values()];
