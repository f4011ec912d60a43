// The short form of `npm run test:faults`: one round in which server, worker, database and mail server die under load.
import { Chance } from './chance.js';
import { Storm } from './storm.js';

const seed = Date.now() % 1_000_000;

it(`loses and doubles nothing when everything dies once (seed ${seed})`, async () => {
  const storm = await Storm.open(new Chance(seed));
  try {
    const { wrong } = await storm.round('한 번', 5);
    expect(wrong).toEqual([]);
  } finally {
    await storm.close();
  }
}, 180_000);
