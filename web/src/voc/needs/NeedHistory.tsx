// What happened to a need, newest first; a merge that stands can be undone here.
import { Button, Title } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMutation } from 'urql';
import { Moment } from '../../kit/Moment';
import { type needsKo, useNeedsWords } from '../../words/needs';
import { UndoNeedMerge, type WholeNeed } from './needs.gql';
import classes from './needs.module.css';
import { useSaying } from './said';

/** `times`: so many of a kind by one person in one go are one line. */
type Change = WholeNeed['changes'][number] & { times: number };

const LONGEST = 60;
const brief = (quote: string): string => {
  const letters = [...quote];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('').trimEnd()}…` : quote;
};

/** What was joined or taken out by one person within a minute reads as one line. */
const GO_MS = 60_000;

function inOneGo(changes: WholeNeed['changes']): Change[] {
  const lines: Change[] = [];
  for (const change of changes) {
    const last = lines.at(-1);
    const same =
      last !== undefined &&
      (change.kind === 'JOINED' || change.kind === 'LEFT') &&
      last.kind === change.kind &&
      last.actor?.id === change.actor?.id &&
      Math.abs(new Date(last.at).getTime() - new Date(change.at).getTime()) < GO_MS;
    if (same) last.times += 1;
    else lines.push({ ...change, times: 1 });
  }
  return lines;
}

function sentence(needs: typeof needsKo, need: WholeNeed, change: Change): string {
  const { changes: say } = needs;
  const quote = brief(change.item?.quote ?? '');
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
      return change.times > 1 ? say.JOINED_MANY(change.times) : say.JOINED(quote);
    case 'LEFT':
      return change.times > 1 ? say.LEFT_MANY(change.times) : say.LEFT(quote);
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
        {inOneGo(need.changes).map((change, index) => (
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
