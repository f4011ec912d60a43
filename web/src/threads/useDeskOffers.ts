// What the desk may do with the open thread, offered to the command palette: the same commands as its tools.
import { useMutation, useQuery } from 'urql';
import { type Offer, useOffers } from '../kit/offers';
import { useSignedIn } from '../session/me';
import { useInboxWords } from '../words/inbox';
import { useWords } from '../words/words';
import { KEYS } from './keys';
import { PRIORITIES } from './PriorityPicker';
import { SetThreadPriority, SetThreadTags, TagsQuery, type ThreadHead } from './threads.gql';
import { type Colleague, useColleagues } from './useColleagues';
import { useDesk } from './useDesk';
import type { ThreadModel } from './useThread';

export function useDeskOffers(model: ThreadModel, thread: ThreadHead): void {
  const { threads } = useWords();
  const inbox = useInboxWords();
  const me = useSignedIn().person;
  const colleagues = useColleagues();
  const { abilities } = thread;
  const [{ data }] = useQuery({
    query: TagsQuery,
    pause: !abilities.triage,
    requestPolicy: 'cache-first',
  });
  const [, setPriority] = useMutation(SetThreadPriority);
  const [, setTags] = useMutation(SetThreadTags);
  const { change } = useDesk();
  const threadId = thread.id;
  const offers: Offer[] = [];

  if (abilities.assign) {
    const give = (who: Colleague | null) =>
      model.command({ assignee: who }, () =>
        change([threadId], { assigneeId: who?.id ?? null }, { assigneeName: who?.name ?? '' }),
      );
    for (const colleague of colleagues) {
      const { id, name } = colleague;
      if (id === thread.assignee?.id) continue;
      offers.push({
        id: `assign ${id}`,
        label: id === me.id ? inbox.assignToMe : inbox.assignTo(name),
        ...(id === me.id ? { keys: KEYS.assign.shown } : { seldom: true }),
        run: () => give(colleague),
      });
    }
    if (thread.assignee)
      offers.push({
        id: 'assign nobody',
        label: inbox.assignTo(threads.nobody),
        seldom: true,
        run: () => give(null),
      });
  }
  if (abilities.triage) {
    for (const priority of PRIORITIES) {
      if (priority === thread.priority) continue;
      offers.push({
        id: `priority ${priority}`,
        label: inbox.setPriority(threads.priorities[priority]),
        seldom: true,
        run: () => model.command({ priority }, () => setPriority({ input: { threadId, priority } })),
      });
    }
    const tags = thread.tags ?? [];
    const tag = (next: typeof tags) => () =>
      model.command({ tags: next }, () => setTags({ input: { threadId, tagIds: next.map(({ id }) => id) } }));
    for (const each of data?.tags ?? []) {
      const has = tags.some(({ id }) => id === each.id);
      offers.push({
        id: `tag ${each.id}`,
        label: has ? inbox.dropTag(each.name) : inbox.addTag(each.name),
        seldom: true,
        run: tag(has ? tags.filter(({ id }) => id !== each.id) : [...tags, each]),
      });
    }
  }
  useOffers(offers);
}
