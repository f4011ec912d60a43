// What the desk does to one thread or to many: assign, tag, resolve, and the offer to take it back.
import { useCallback } from 'react';
import { CombinedError, useMutation } from 'urql';
import { useInboxWords } from '../words/inbox';
import { useLocale } from '../words/words';
import { ChangeThreads } from './threads.gql';
import { useUndo } from './undo';

/** As many as the server takes in one command. */
const AT_ONCE = 100;

export type DeskChange = { assigneeId?: string | null; addTagIds?: string[]; resolve?: boolean };
export type DeskOutcome = {
  changed: number;
  /** Those that refused, and those that were not reached. */
  left: string[];
  error?: CombinedError;
};
type Options = {
  /** Whose name the answer says. */
  assigneeName?: string;
  onUndone?: () => void;
};

export function useDesk() {
  const [{ fetching }, send] = useMutation(ChangeThreads);
  const inbox = useInboxWords();
  const locale = useLocale();
  const { offer, undo } = useUndo();

  const change = useCallback(
    async (ids: readonly string[], what: DeskChange, options: Options = {}): Promise<DeskOutcome> => {
      const outcome: DeskOutcome = { changed: 0, left: [] };
      const changeIds: string[] = [];
      for (let at = 0; at < ids.length; at += AT_ONCE) {
        const threadIds = ids.slice(at, at + AT_ONCE);
        const { data, error } = await send({ input: { threadIds, ...what } });
        if (error || !data) {
          outcome.left.push(...ids.slice(at));
          if (error) outcome.error = error;
          break;
        }
        const { threads, refused, changeId } = data.changeThreads;
        outcome.changed += threads.length;
        outcome.left.push(...refused.map(({ threadId }) => threadId));
        if (changeId) changeIds.push(changeId);
        // One thread's refusal is said as that of a single command.
        if (ids.length === 1) Object.assign(outcome, refusedAs(refused[0]));
      }
      if (outcome.changed > 0) {
        const n = new Intl.NumberFormat(locale).format(outcome.changed);
        const { onUndone } = options;
        const message = what.resolve
          ? inbox.resolved(n)
          : what.addTagIds
            ? inbox.tagged(n)
            : what.assigneeId
              ? inbox.assigned(n, options.assigneeName ?? '')
              : inbox.released(n);
        offer({ message, changeIds, ...(onUndone ? { onUndone } : {}) });
      }
      return outcome;
    },
    [send, inbox, locale, offer],
  );
  return { change, busy: fetching, undo };
}

type Refused = { code: string; reason: string; message: string };

const refusedAs = (refused: Refused | undefined): Pick<DeskOutcome, 'error'> =>
  refused
    ? {
        error: new CombinedError({
          graphQLErrors: [
            { message: refused.message, extensions: { code: refused.code, reason: refused.reason } },
          ],
        }),
      }
    : {};
