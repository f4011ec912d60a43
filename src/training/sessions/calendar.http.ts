// A session as a file for calendars, for whoever takes part in it.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { found } from '../../platform/errors.js';
import { answer, localId } from '../../platform/graphql/index.js';
import { LOG, type Logger } from '../../platform/observe/index.js';
import { ActorSource, actorOfRequest } from '../../platform/session/index.js';
import { calendarFile, partyOf } from './calendar.js';
import { SessionsReads } from './sessions.reads.js';
import { inLocale, uidOf } from './telling.service.js';

type Asked = { Params: { file: string }; Querystring: Record<string, unknown> };

export async function serveTrainingCalendar(app: NestFastifyApplication): Promise<void> {
  const get = <T>(token: unknown): T => app.get<T>(token as never, { strict: false });
  const config = get<Config>(CONFIG);
  const reads = get<SessionsReads>(SessionsReads);
  const actors = get<ActorSource>(ActorSource);
  const clock = get<Clock>(Clock);
  const log = get<Logger>(LOG);
  const give = async (request: FastifyRequest<Asked>, reply: FastifyReply) => {
    const actor = await actorOfRequest(actors, request);
    const id = localId('trainingsession', request.params.file.replace(/\.ics$/, ''));
    const entry = found(await reads.entry(actor, id));
    const { title, summary } = inLocale(entry.titles, entry.locale);
    const content = calendarFile({
      method: 'PUBLISH',
      uid: uidOf(id, config),
      sequence: Math.max(0, entry.sequence),
      stamp: clock.now(),
      startsAt: entry.starts_at,
      endsAt: entry.ends_at,
      title,
      description: [summary, entry.link].filter(Boolean).join('\n'),
      place: entry.place,
      link: entry.link,
      organizer: partyOf(config.mailFrom),
      attendee: { name: entry.name, email: entry.email },
    });
    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'attachment; filename="training.ics"')
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-cache')
      .send(content);
  };
  await app.register(async (scope: FastifyInstance) => {
    scope.setErrorHandler((error, _request, reply) => answer(reply, error, log));
    scope.get<Asked>('/training/calendar/:file', give);
  });
}
