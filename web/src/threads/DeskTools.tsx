// What only the desk does with a thread: who takes care, how urgent, which tags, which category.
import { type RefObject, Suspense } from 'react';
import { AssigneePicker } from './AssigneePicker';
import { PriorityPicker } from './PriorityPicker';
import { useThreadSlots } from './slots';
import { TagPicker } from './TagPicker';
import classes from './ThreadView.module.css';
import type { ThreadHead } from './threads.gql';
import { useDeskOffers } from './useDeskOffers';
import type { ThreadModel } from './useThread';

type Props = {
  model: ThreadModel;
  thread: ThreadHead;
  assignee: RefObject<HTMLInputElement | null>;
  keys: boolean;
};

export function DeskTools({ model, thread, assignee, keys }: Props) {
  const { voc: Voc } = useThreadSlots();
  const { abilities } = thread;
  useDeskOffers(model, thread);
  return (
    <div className={classes.tools}>
      {abilities.assign && <AssigneePicker model={model} thread={thread} field={assignee} />}
      {abilities.triage && <PriorityPicker model={model} thread={thread} keys={keys} />}
      {abilities.triage && <TagPicker model={model} thread={thread} keys={keys} />}
      {Voc && (
        <Suspense fallback={null}>
          <Voc threadId={thread.id} keys={keys} />
        </Suspense>
      )}
    </div>
  );
}
