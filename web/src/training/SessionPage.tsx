// One session as the trainer has it: who comes, the code on the wall, who is there, what they thought.
import { Alert, Badge, Button, Checkbox, Group, Paper, Progress, Text, Title } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useParams } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { Definition } from '../kit/Definition';
import { Dialog } from '../kit/Dialog';
import { Moment } from '../kit/Moment';
import { Loading, Saying } from '../kit/states';
import { paths } from '../paths';
import { Page } from '../people/Page';
import { useHints } from '../session/live';
import { exact, time } from '../words/dates';
import { useTrainingWords } from '../words/training';
import { useLocale } from '../words/words';
import { SessionProjects } from './ProjectRows';
import { inLocale, points } from './said';
import { SessionCertificates } from './SessionCertificates';
import { TrainingStateBadge } from './SessionRows';
import {
  CancelSession,
  EndSession,
  Hold,
  Mark,
  RemoveParticipant,
  type SessionDetail,
  SessionQuery,
} from './sessions.gql';
import { Away } from './TrainingPage';
import classes from './training.module.css';
import { useRun } from './useRun';

const PlanDialog = lazy(() => import('./PlanDialog').then((file) => ({ default: file.PlanDialog })));
const InviteDialog = lazy(() => import('./InviteDialog').then((file) => ({ default: file.InviteDialog })));

type Opened = 'change' | 'invite' | 'code' | 'end' | 'cancel' | null;

export default function SessionPage() {
  const { training, shell } = useTrainingWords();
  const { id = '' } = useParams();
  const [{ data, error }, again] = useQuery({
    query: SessionQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const read = () => again({ requestPolicy: 'network-only' });
  useHints(({ kind }) => kind === 'TRAINING', read);
  if (data) return <Session session={data.trainingSession} onChanged={read} />;
  if (error?.graphQLErrors.length)
    return (
      <Saying order={1} icon={<IconMapOff size={28} />} title={shell.notFoundTitle}>
        {shell.notFound}
      </Saying>
    );
  if (error) return <Away onRetry={read} />;
  return (
    <Page title={training.title}>
      <Loading label={shell.loading} />
    </Page>
  );
}

function Session({ session, onChanged }: { session: SessionDetail; onChanged: () => void }) {
  const { training } = useTrainingWords();
  const locale = useLocale();
  const [opened, setOpened] = useState<Opened>(null);
  const { run, running } = useRun(onChanged);
  const [, hold] = useMutation(Hold);
  const { abilities, code, courseVersion } = session;
  const input = { trainingSessionId: session.id };
  const close = () => setOpened(null);
  return (
    <Page
      title={inLocale(courseVersion.texts, locale)?.title ?? ''}
      back={{ to: paths.training, label: training.back }}
      lead={
        <span className={classes.facts}>
          <TrainingStateBadge state={session.state} />
          <span>
            {exact(locale, session.startsAt)} – {time(locale, session.endsAt)}
          </span>
          {session.place && <span>{session.place}</span>}
          {session.link && (
            <a href={session.link} target="_blank" rel="noopener noreferrer">
              {session.link}
            </a>
          )}
          <span>{training.trainerIs(session.trainer.name)}</span>
          <span>{training.versionNumber(courseVersion.number)}</span>
        </span>
      }
      actions={
        <>
          {abilities.change && (
            <Button variant="default" onClick={() => setOpened('change')}>
              {training.change}
            </Button>
          )}
          {abilities.cancel && (
            <Button variant="default" onClick={() => setOpened('cancel')}>
              {training.cancel}
            </Button>
          )}
          {abilities.hold && (
            <Button loading={running} onClick={() => void run(() => hold({ input }))}>
              {training.hold}
            </Button>
          )}
          {abilities.end && <Button onClick={() => setOpened('end')}>{training.end}</Button>}
        </>
      }
    >
      <div className={classes.columns}>
        <div>
          {session.state === 'CLOSED' && <SessionProjects sessionId={session.id} />}
          <Participants session={session} onChanged={onChanged} onInvite={() => setOpened('invite')} />
        </div>
        <div>
          {code && (session.state === 'PLANNED' || session.state === 'HELD') && (
            <Paper withBorder component="section" className={classes.panel} aria-labelledby="training-code">
              <Title order={2} size="sm" id="training-code">
                {training.code}
              </Title>
              <p className={classes.code}>{spaced(code)}</p>
              <Text size="sm" c="dimmed" mb="sm">
                {training.codeHint}
              </Text>
              <Button variant="light" onClick={() => setOpened('code')}>
                {training.codeLarge}
              </Button>
            </Paper>
          )}
          {session.state === 'CLOSED' && <SessionCertificates sessionId={session.id} />}
          <Feedback session={session} />
        </div>
      </div>
      <Suspense>
        {opened === 'change' && (
          <PlanDialog
            session={session}
            onClose={close}
            onDone={() => {
              close();
              onChanged();
            }}
          />
        )}
        {opened === 'invite' && (
          <InviteDialog
            session={session}
            onClose={close}
            onDone={() => {
              close();
              onChanged();
            }}
          />
        )}
      </Suspense>
      {opened === 'code' && code && (
        <Dialog title={training.code} size="100%" onClose={close}>
          <div className={classes.codeLarge}>{spaced(code)}</div>
        </Dialog>
      )}
      {(opened === 'end' || opened === 'cancel') && (
        <Finish session={session} way={opened} onClose={close} onChanged={onChanged} />
      )}
    </Page>
  );
}

const spaced = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

function Finish({
  session,
  way,
  onClose,
  onChanged,
}: {
  session: SessionDetail;
  way: 'end' | 'cancel';
  onClose: () => void;
  onChanged: () => void;
}) {
  const { training } = useTrainingWords();
  const { run, running } = useRun(() => {
    onClose();
    onChanged();
  });
  const [, end] = useMutation(EndSession);
  const [, cancel] = useMutation(CancelSession);
  const input = { trainingSessionId: session.id };
  const ending = way === 'end';
  return (
    <Dialog title={ending ? training.endConfirm : training.cancelConfirm} onClose={onClose}>
      <Text mb="md">{ending ? training.endHint : training.cancelHint}</Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {training.keep}
        </Button>
        <Button
          color={ending ? undefined : 'red'}
          loading={running}
          onClick={() => void run(() => (ending ? end({ input }) : cancel({ input })))}
        >
          {ending ? training.end : training.cancel}
        </Button>
      </Group>
    </Dialog>
  );
}

function Participants({
  session,
  onChanged,
  onInvite,
}: {
  session: SessionDetail;
  onChanged: () => void;
  onInvite: () => void;
}) {
  const { training } = useTrainingWords();
  const { run, running } = useRun(onChanged);
  const [, mark] = useMutation(Mark);
  const [, remove] = useMutation(RemoveParticipant);
  const { participants, abilities, figures } = session;
  const companies = [...new Set(participants.map(({ company }) => company.id))];
  return (
    <Paper withBorder component="section" className={classes.panel} aria-labelledby="training-people">
      <div className={classes.panelHead}>
        <Title order={2} size="sm" id="training-people">
          {training.participants}{' '}
          <Text span size="sm" c="dimmed" fw={400}>
            {session.state === 'PLANNED'
              ? training.people(participants.length)
              : training.attendedOf(figures?.attended ?? 0, participants.length)}
          </Text>
        </Title>
        {abilities.invite && (
          <Button size="xs" variant="light" onClick={onInvite}>
            {training.invite}
          </Button>
        )}
      </div>
      {participants.length === 0 && (
        <Text size="sm" c="dimmed">
          {training.noParticipants}
        </Text>
      )}
      {companies.map((companyId) => {
        const theirs = participants.filter(({ company }) => company.id === companyId);
        return (
          <section key={companyId} aria-label={theirs[0]?.company.name}>
            <Text size="sm" fw={600} mt="sm">
              {theirs[0]?.company.name}
            </Text>
            <ul className={classes.list} role="list">
              {theirs.map((each) => (
                <li key={each.id} className={classes.part}>
                  <span className={classes.main}>
                    {abilities.markAttendance ? (
                      <Checkbox
                        label={each.person.name}
                        aria-label={training.present(each.person.name)}
                        checked={Boolean(each.attendedAt)}
                        disabled={running}
                        onChange={({ currentTarget: { checked } }) =>
                          void run(() =>
                            mark({
                              input: {
                                trainingSessionId: session.id,
                                participantIds: [each.id],
                                attended: checked,
                              },
                            }),
                          )
                        }
                      />
                    ) : (
                      <span>{each.person.name}</span>
                    )}
                    {each.person.title && (
                      <Text size="xs" c="dimmed">
                        {each.person.title}
                      </Text>
                    )}
                  </span>
                  {each.attendedBy && (
                    <Badge variant="light" color="teal" tt="none" autoContrast>
                      {each.attendedBy === 'CODE' ? training.byCode : training.byList}
                    </Badge>
                  )}
                  {abilities.invite && !each.attendedAt && (
                    <Button
                      size="xs"
                      variant="subtle"
                      color="gray"
                      aria-label={training.remove(each.person.name)}
                      onClick={() => void run(() => remove({ input: { participantId: each.id } }))}
                    >
                      ✕
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </Paper>
  );
}

function Feedback({ session: { figures, feedback, state } }: { session: SessionDetail }) {
  const { training } = useTrainingWords();
  const locale = useLocale();
  if (!figures || state === 'PLANNED' || state === 'CANCELLED') return null;
  const { average, median, feedbacks, attended, scores } = figures;
  return (
    <Paper withBorder component="section" className={classes.panel} aria-labelledby="training-feedback">
      <div className={classes.panelHead}>
        <Title order={2} size="sm" id="training-feedback">
          {training.feedback}
        </Title>
        <Definition label={training.feedback}>{training.figuresHint}</Definition>
      </div>
      {feedbacks === 0 || average === null || median === null ? (
        <Alert color="gray" p="sm">
          {training.noFeedback}
        </Alert>
      ) : (
        <>
          <dl className={classes.figures}>
            <div>
              <dt>{training.average}</dt>
              <dd>{points(locale, average)}</dd>
            </div>
            <div>
              <dt>{training.median}</dt>
              <dd>{points(locale, median)}</dd>
            </div>
            <div>
              <dt>{training.responses}</dt>
              <dd>
                {feedbacks}/{attended}
              </dd>
            </div>
          </dl>
          {[5, 4, 3, 2, 1].map((score) => {
            const n = scores[score - 1] ?? 0;
            return (
              <Group key={score} gap="xs" wrap="nowrap" mb={4}>
                <Text size="xs" w={72} c="dimmed">
                  {training.peopleGave(score, n)}
                </Text>
                <Progress value={(n / feedbacks) * 100} flex={1} aria-hidden />
              </Group>
            );
          })}
          <ul className={classes.list} role="list">
            {feedback
              .filter(({ words }) => words)
              .map((each) => (
                <li key={each.id} className={classes.part}>
                  <span className={classes.main}>
                    <span className={classes.said}>{each.words}</span>
                    <span className={classes.facts}>
                      <span>{training.scoreOf(each.score)}</span>
                      <span>
                        {each.person.name} · {each.company.name}
                      </span>
                      <Moment at={each.givenAt} span inherit />
                    </span>
                  </span>
                </li>
              ))}
          </ul>
        </>
      )}
    </Paper>
  );
}
