// Who can be named here: asked for when somebody has typed an @.
import { useEffect, useMemo } from 'react';
import { useQuery } from 'urql';
import { PersonMark } from '../kit/PersonMark';
import { useSignedIn } from '../session/me';
import { useWords } from '../words/words';
import classes from './MentionList.module.css';
import { ColleaguesQuery, SpaceQuery } from './threads.gql';
import type { Nameable, useMentions } from './useMentions';

type Props = { id: string; handle: string; note: boolean; model: ReturnType<typeof useMentions> };

export default function MentionList({ id, handle, note, model }: Props) {
  const { threads } = useWords();
  const people = useNameable(handle, note);
  const { setPeople, matching, open, at, choose } = model;
  useEffect(() => setPeople(people), [people, setPeople]);
  if (!open) return null;
  return (
    <ul id={id} role="listbox" aria-label={threads.mention} className={classes.list}>
      {matching.map((person, index) => (
        <li
          key={person.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          className={classes.person}
          // The field keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(person)}
        >
          <PersonMark name={person.name} size={24} />
          <span className={classes.name}>{person.name}</span>
          {person.title && <span className={classes.title}>{person.title}</span>}
        </li>
      ))}
    </ul>
  );
}

/** In a note colleagues only; in a message whoever reads it. Never oneself. */
function useNameable(handle: string, note: boolean): readonly Nameable[] {
  const me = useSignedIn();
  const answers = me.abilities.answer;
  const [{ data: space }] = useQuery({
    query: SpaceQuery,
    variables: { handle },
    requestPolicy: 'cache-first',
    pause: note,
  });
  const [{ data: staff }] = useQuery({
    query: ColleaguesQuery,
    requestPolicy: 'cache-first',
    pause: !answers,
  });
  return useMemo(() => {
    const members = (note ? [] : (space?.companyByHandle?.space?.members ?? []))
      .filter(({ side, person }) => person.active && (side === 'CONTACT' || !answers))
      .map(({ person }) => person);
    const colleagues = (staff?.people.edges ?? [])
      .map(({ node }) => node)
      .filter(({ active, staffRole }) => active && staffRole !== null && staffRole !== 'PLANNER')
      .map(({ id, name }) => ({ id, name, title: null }));
    return [...members, ...colleagues]
      .filter(({ id }) => id !== me.person.id)
      .map(({ id, name, title }) => ({ id, name, title }));
  }, [space, staff, note, answers, me.person.id]);
}
