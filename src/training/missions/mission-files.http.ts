// POST /training/missions/files takes what shows a step, GET gives it to whoever may see it now.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { serveTrainingFiles } from '../courses/index.js';
import { MissionFilesService } from './mission-files.service.js';
import { MissionsReads } from './missions.reads.js';
import { missionFileShape } from './missions.shapes.js';

export async function serveMissionFiles(app: NestFastifyApplication): Promise<void> {
  const service = app.get(MissionFilesService, { strict: false });
  const reads = app.get(MissionsReads, { strict: false });
  await serveTrainingFiles(app, {
    path: '/training/missions/files',
    word: 'missionfile',
    mustTake: (actor) => service.mustTake(actor),
    keep: async (actor, file) => missionFileShape(await service.keep(actor, file), null),
    find: (actor, id) => reads.file(actor, id),
  });
}
