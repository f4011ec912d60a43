// The second look: one task in the hand, the next ones ready, and what was said in this visit.
import { useCallback, useEffect, useRef, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import type { Category } from '../../gql/words';
import { refusalOf } from '../../session/client';
import { CodeSecondLook, LookQuery, type Task } from './quality.gql';

type Said = { task: Task; category: Category };
export type News = { kind: 'SAVED'; category: Category } | { kind: 'TAKEN' } | { kind: 'AGAIN' } | null;

export function useSecondLook() {
  const client = useClient();
  const [tasks, setTasks] = useState<Task[] | null>(null);
  const [waiting, setWaiting] = useState(0);
  const [error, setError] = useState<CombinedError | undefined>();
  const [failed, setFailed] = useState<CombinedError | undefined>();
  const [said, setSaid] = useState<Said[]>([]);
  const [news, setNews] = useState<News>(null);
  // What was said already, so that an answer that was on its way does not bring it back.
  const done = useRef(new Set<string>());

  const take = useCallback((queue: { waiting: number; tasks: Task[] }) => {
    setWaiting(queue.waiting);
    setTasks((held) => {
      const known = new Set((held ?? []).map(({ id }) => id));
      const fresh = queue.tasks.filter(({ id }) => !known.has(id) && !done.current.has(id));
      return [...(held ?? []), ...fresh];
    });
  }, []);

  const load = useCallback(async () => {
    setError(undefined);
    const answer = await client.query(LookQuery, {}, { requestPolicy: 'network-only' }).toPromise();
    if (answer.data) take(answer.data.secondLook);
    else setError(answer.error);
  }, [client, take]);
  useEffect(() => void load(), [load]);

  const task = tasks?.[0] ?? null;

  const choose = useCallback(
    async (category: Category) => {
      if (!task) return;
      done.current.add(task.id);
      setFailed(undefined);
      setTasks((held) => (held ?? []).filter(({ id }) => id !== task.id));
      const input = { taskId: task.id, category };
      const { data, error: refused } = await client.mutation(CodeSecondLook, { input }).toPromise();
      if (data) {
        setSaid((before) => [...before.filter((each) => each.task.id !== task.id), { task, category }]);
        setNews({ kind: 'SAVED', category });
        take(data.codeSecondLook.queue);
        return;
      }
      if (['TAKEN', 'NOT_FOUND'].includes(refusalOf(refused)?.reason ?? '')) {
        setNews({ kind: 'TAKEN' });
        await load();
        return;
      }
      // Back into the hand: nothing of it was kept.
      done.current.delete(task.id);
      setFailed(refused);
      setTasks((held) => [task, ...(held ?? [])]);
    },
    [client, load, take, task],
  );

  /** Behind the others that are ready. */
  const later = useCallback(() => setTasks((held) => held && [...held.slice(1), ...held.slice(0, 1)]), []);

  /** The last one once more, while it may be said anew. */
  const back = useCallback(() => {
    const last = said.at(-1);
    if (!last) return;
    setSaid((before) => before.slice(0, -1));
    setTasks((held) => [last.task, ...(held ?? []).filter(({ id }) => id !== last.task.id)]);
    setNews({ kind: 'AGAIN' });
  }, [said]);

  return {
    task,
    loaded: tasks !== null,
    more: (tasks?.length ?? 0) > 1,
    waiting,
    done: said.length,
    news,
    error,
    failed,
    load,
    choose,
    later,
    back,
  };
}
