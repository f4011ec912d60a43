// What happened to a need, newest first; a merge that stands can be undone here.
import { Button, Title } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMutation } from 'urql';
import { Moment } from '../../kit/Moment';
import { type needsKo, useNeedsWords } from '../../words/needs';
import { UndoNeedMerge, type WholeNeed } from './needs.gql';
import classes from './needs.module.css';
import { useSaying } from './said';

type Change = WholeNeed['changes'][number];

function sentence(needs: typeof needsKo, need: WholeNeed, change: Change): string {
  const { changes: say } = needs;
  const quote = change.item?.quote.slice(0, 60) ?? '';
  const [from, to] = [change.fromNeed?.title ?? '', change.toNeed?.title ?? ''];
  const came = change.toNeed?.id === need.id;
  switch (change.kind) {
    case 'MADE':
      return say.MADE(change.to ?? '');
    case 'RENAMED':
      return say.RENAMED(change.to ?? '');
    case 'DESCRIBED':
      return say.DESCRIBED();
    case 'AREA':
      return say.AREA();
    case 'JOINED':
      return say.JOINED(quote);
    case 'LEFT':
      return say.LEFT(quote);
    case 'MERGED':
      return came ? say.MERGED_HERE(from, change.items) : say.MERGED_AWAY(to);
    default:
      return came ? say.APART_HERE(from, change.items) : say.APART_AWAY(to);
  }
}

export function NeedHistory({ need, onChanged }: { need: WholeNeed; onChanged: () => void }) {
  const needs = useNeedsWords();
  const { say, refuse } = useSaying();
  const [undoing, undo] = useMutation(UndoNeedMerge);
  const takeApart = async (needMergeId: string) => {
    const { error } = await undo({ input: { needMergeId } });
    if (error) return refuse(error);
    say(needs.undoneMerge);
    onChanged();
  };
  return (
    <section aria-labelledby="history">
      <Title order={2} size="h5" id="history">
        {needs.history}
      </Title>
      <ol className={classes.changes}>
        {need.changes.map((change, index) => (
          <li key={`${change.at} ${index}`}>
            {sentence(needs, need, change)}
            <span className={classes.changeLine}>
              {change.actor && <span>{change.actor.name}</span>}
              <Moment at={change.at} span />
              {change.undoable && change.needMergeId && (
                <Button
                  variant="subtle"
                  size="compact-xs"
                  loading={undoing.fetching}
                  leftSection={<IconArrowBackUp size={14} aria-hidden />}
                  onClick={() => void takeApart(change.needMergeId ?? '')}
                >
                  {needs.undoMerge}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
