// Loaded into the server by `npm run bench -- --profile`: each SIGUSR2 begins a CPU profile, or writes the one that runs.
import fs from 'node:fs';
import { Session } from 'node:inspector/promises';

const session = new Session();
session.connect();
let running = false;

process.on('SIGUSR2', async () => {
  if (!running) {
    await session.post('Profiler.enable');
    await session.post('Profiler.start');
    running = true;
    return;
  }
  running = false;
  const { profile } = await session.post('Profiler.stop');
  const file = process.env.PROFILE_FILE;
  fs.writeFileSync(`${file}.part`, JSON.stringify(profile));
  fs.renameSync(`${file}.part`, file);
});
