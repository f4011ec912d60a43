// When and where a course is taught, by whom, and which companies may sign up by themselves.
import {
  Alert,
  Button,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  TextInput,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { Dialog } from '../kit/Dialog';
import { sayError } from '../kit/errors';
import { useSignedIn } from '../session/me';
import { useTrainingWords } from '../words/training';
import { useLocale } from '../words/words';
import { inLocale } from './said';
import {
  ChangeSession,
  CompaniesToChoose,
  PlanSession,
  type SessionDetail,
  TrainersQuery,
} from './sessions.gql';
import { CoursesQuery } from './training.gql';

type Props = { session: SessionDetail | null; onClose: () => void; onDone: (id: string) => void };

const pad = (n: number): string => String(n).padStart(2, '0');

/** As an <input type="datetime-local"> has it. */
const localOf = (at: Date): string =>
  `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}T${pad(at.getHours())}:${pad(at.getMinutes())}`;

/** In a week, on the hour. */
function inAWeek(hours: number): string {
  const at = new Date(Date.now() + 7 * 86_400_000);
  at.setHours(14 + hours, 0, 0, 0);
  return localOf(at);
}

export function PlanDialog({ session, onClose, onDone }: Props) {
  const words = useTrainingWords();
  const { training, shell } = words;
  const locale = useLocale();
  const me = useSignedIn();
  const [courseId, setCourseId] = useState<string | null>(null);
  const [starts, setStarts] = useState(session ? localOf(new Date(session.startsAt)) : inAWeek(0));
  const [ends, setEnds] = useState(session ? localOf(new Date(session.endsAt)) : inAWeek(2));
  const [place, setPlace] = useState(session?.place ?? '');
  const [link, setLink] = useState(session?.link ?? '');
  const [trainerId, setTrainer] = useState<string | null>(session?.trainer.id ?? me.person.id);
  const [capacity, setCapacity] = useState<number | string>(session?.capacity ?? '');
  const [open, setOpen] = useState<string[]>(session?.openTo.map(({ id }) => id) ?? []);
  const [known, setKnown] = useState(new Map(session?.openTo.map(({ id, name }) => [id, name])));
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const [{ data: courses }] = useQuery({
    query: CoursesQuery,
    variables: { stage: null, archived: false, search: null },
    pause: session !== null,
  });
  const [{ data: people }] = useQuery({ query: TrainersQuery });
  const [{ data: companies }] = useQuery({ query: CompaniesToChoose, variables: { search: search || null } });
  const [{ error: refusedPlan, fetching: planning }, plan] = useMutation(PlanSession);
  const [{ error: refusedChange, fetching: changing }, change] = useMutation(ChangeSession);
  // Sent again after a cut, it is planned once.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const error = refusedPlan ?? refusedChange;
  const trainers = (people?.people.edges ?? [])
    .map(({ node }) => node)
    .filter(({ active, staffRole, id }) => (active && staffRole !== 'PLANNER') || id === trainerId);
  const found = (companies?.companies.edges ?? []).map(({ node }) => [node.id, node.name] as const);
  const names = new Map([...found, ...known]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!trainerId) return;
    const wishes = {
      startsAt: new Date(starts).toISOString(),
      endsAt: new Date(ends).toISOString(),
      place: place.trim() || null,
      link: link.trim() || null,
      trainerId,
      capacity: typeof capacity === 'number' ? capacity : null,
      companyIds: open,
    };
    if (session) {
      const { data } = await change({
        input: { ...wishes, trainingSessionId: session.id, version: session.version },
      });
      if (data) onDone(session.id);
    } else if (courseId) {
      const { data } = await plan({ input: { ...wishes, courseId, idempotencyKey } });
      if (data) onDone(data.planTrainingSession.trainingSession.id);
    }
  };
  return (
    <Dialog title={session ? training.change : training.newSession} onClose={onClose} size="lg">
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          {session === null && (
            <Select
              label={training.course}
              placeholder={training.chooseCourse}
              searchable
              required
              value={courseId}
              onChange={setCourseId}
              data={(courses?.courses ?? [])
                .filter(({ published }) => published)
                .map((course) => ({
                  value: course.id,
                  label: `${training.stages[course.stage]} · ${inLocale(course.texts, locale)?.title ?? ''}`,
                }))}
            />
          )}
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput
              type="datetime-local"
              label={training.starts}
              required
              value={starts}
              onChange={(event) => setStarts(event.currentTarget.value)}
            />
            <TextInput
              type="datetime-local"
              label={training.ends}
              required
              value={ends}
              onChange={(event) => setEnds(event.currentTarget.value)}
            />
            <TextInput
              label={training.place}
              maxLength={200}
              value={place}
              onChange={(event) => setPlace(event.currentTarget.value)}
            />
            <TextInput
              type="url"
              label={training.link}
              maxLength={1000}
              placeholder="https://"
              value={link}
              onChange={(event) => setLink(event.currentTarget.value)}
            />
            <Select
              label={training.trainer}
              searchable
              required
              value={trainerId}
              onChange={setTrainer}
              data={trainers.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <NumberInput
              label={training.capacity}
              description={training.capacityHint}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              min={1}
              max={10_000}
              allowDecimal={false}
              value={capacity}
              onChange={setCapacity}
            />
          </SimpleGrid>
          <MultiSelect
            label={training.openTo}
            description={training.openToHint}
            placeholder={open.length === 0 ? training.chooseCompany : undefined}
            searchable
            clearable
            searchValue={typed}
            onSearchChange={setTyped}
            value={open}
            onChange={(ids) => {
              setKnown(new Map(ids.map((id) => [id, names.get(id) ?? ''])));
              setOpen(ids);
            }}
            data={[...names].map(([value, label]) => ({ value, label }))}
            // The server has searched already, by first consonants too.
            filter={({ options }) => options}
            nothingFoundMessage={training.noCompany}
          />
          {error && (
            <Alert color="red" role="alert" p="sm">
              {sayError(words, error)}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {shell.cancel}
            </Button>
            <Button type="submit" loading={planning || changing} disabled={!session && !courseId}>
              {session ? training.save : training.plan}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
