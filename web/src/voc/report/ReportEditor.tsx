// The lead finishes the draft: one headline, comments where there is something to say, the sentences worth hearing.
import { ActionIcon, Alert, Button, Group, Text, TextInput, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { CATEGORIES, type Category } from '../../gql/words';
import { CategoryBadge } from '../../kit/CategoryBadge';
import { useReportWords } from '../../words/reporting';
import { useLocale } from '../../words/words';
import { count } from '../numbers';
import { type Item, ItemsQuery } from '../voc.gql';
import { EditReport, type Report } from './report.gql';
import classes from './report.module.css';
import { sayReportError } from './refusals';

type Props = { report: Report; onClose: () => void; onChanged: () => void };
type Chosen = { itemId: string; text: string | null };

const MOST_QUOTES = 20;
const PLACES: readonly (Category | null)[] = [null, ...CATEGORIES];

export default function ReportEditor({ report, onClose, onChanged }: Props) {
  const words = useReportWords();
  const { report: say, shell } = words;
  const [headline, setHeadline] = useState(report.headline);
  const [comments, setComments] = useState<ReadonlyMap<Category | null, string>>(
    new Map(report.comments.map(({ category, text }) => [category, text])),
  );
  const [quotes, setQuotes] = useState<Chosen[]>(report.quotes.map(({ itemId, text }) => ({ itemId, text })));
  const [{ fetching }, edit] = useMutation(EditReport);
  const [refused, setRefused] = useState<string | null>(null);
  const save = async (event: React.FormEvent) => {
    event.preventDefault();
    const { error } = await edit({
      input: {
        reportId: report.id,
        version: report.version,
        headline,
        comments: PLACES.map((category) => ({ category, text: comments.get(category)?.trim() ?? '' })).filter(
          ({ text }) => text !== '',
        ),
        quoteIds: quotes.map(({ itemId }) => itemId),
      },
    });
    onChanged();
    if (error) return setRefused(sayReportError(words, error));
    notifications.show({ message: say.saved, closeButtonProps: { 'aria-label': shell.close } });
    onClose();
  };
  return (
    <form className={classes.editor} onSubmit={(event) => void save(event)}>
      <TextInput
        label={say.headline}
        placeholder={say.headlineHint}
        maxLength={200}
        value={headline}
        onChange={(event) => setHeadline(event.currentTarget.value)}
        data-autofocus
      />
      <div className={classes.fields}>
        {PLACES.map((category) => (
          <Textarea
            key={category ?? 'GENERAL'}
            label={category ? say.commentOn(shell.categories[category]) : say.general}
            autosize
            minRows={1}
            maxRows={8}
            maxLength={2000}
            value={comments.get(category) ?? ''}
            onChange={(event) => setComments(new Map(comments).set(category, event.currentTarget.value))}
          />
        ))}
      </div>
      <QuotePicker week={report.week} chosen={quotes} onChange={setQuotes} />
      {refused && (
        <Alert color="red" role="alert" p="sm">
          {refused}
        </Alert>
      )}
      <Group gap="xs" justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {say.cancel}
        </Button>
        <Button type="submit" loading={fetching}>
          {say.save}
        </Button>
      </Group>
    </form>
  );
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

type PickerProps = { week: string; chosen: Chosen[]; onChange: (quotes: Chosen[]) => void };

function QuotePicker({ week, chosen, onChange }: PickerProps) {
  const { report: say, shell } = useReportWords();
  const locale = useLocale();
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, 250);
  const [{ data }] = useQuery({
    query: ItemsQuery,
    variables: { first: 30, order: 'NEWEST', state: 'COUNTED', week, search: asked || null },
  });
  const taken = new Set(chosen.map(({ itemId }) => itemId));
  const items = (data?.vocItems.edges ?? []).map(({ node }) => node).filter(({ id }) => !taken.has(id));
  const up = (index: number) => {
    const next = [...chosen];
    const [moved] = next.splice(index, 1);
    if (moved) next.splice(index - 1, 0, moved);
    onChange(next);
  };
  return (
    <fieldset className={classes.picker}>
      <legend className={classes.legend}>{say.quotes}</legend>
      <Text size="sm" c="dimmed">
        {say.quotesHint}
      </Text>
      <Text size="sm" fw={600} role="status">
        {say.quotesChosen(count(locale, chosen.length))}
      </Text>
      {chosen.length > 0 && (
        <ol className={classes.chosen}>
          {chosen.map(({ itemId, text }, index) => (
            <li key={itemId}>
              <span className={classes.chosenText}>{text ?? say.removed}</span>
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={index === 0}
                aria-label={say.quoteUp(short(text ?? say.removed))}
                onClick={() => up(index)}
              >
                <IconArrowUp size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={say.quoteDrop(short(text ?? say.removed))}
                onClick={() => onChange(chosen.filter((each) => each.itemId !== itemId))}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ol>
      )}
      <TextInput
        aria-label={say.quoteFind}
        placeholder={say.quoteFind}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {chosen.length >= MOST_QUOTES ? (
        <Text size="sm" c="dimmed">
          {say.quotesFull}
        </Text>
      ) : (
        // A long list scrolls by itself, also with the keyboard.
        <ul className={classes.offered} tabIndex={0} aria-label={say.quoteFind}>
          {items.map((item) => (
            <li key={item.id}>
              <Offered
                item={item}
                name={shell.categories[item.category]}
                label={say.quoteAdd(short(item.quote))}
                onAdd={() => onChange([...chosen, { itemId: item.id, text: item.quote }])}
              />
            </li>
          ))}
          {data && items.length === 0 && (
            <li>
              <Text size="sm" c="dimmed">
                {say.noItems}
              </Text>
            </li>
          )}
        </ul>
      )}
    </fieldset>
  );
}

type OfferedProps = { item: Item; name: string; label: string; onAdd: () => void };

function Offered({ item, name, label, onAdd }: OfferedProps) {
  return (
    <>
      <ActionIcon variant="default" aria-label={label} onClick={onAdd}>
        <IconPlus size={16} aria-hidden />
      </ActionIcon>
      <span className={classes.chosenText}>{item.quote}</span>
      <CategoryBadge category={item.category} label={name} quiet />
    </>
  );
}
