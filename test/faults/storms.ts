// npm run test:faults -- --times 10 --seed 7: as many storms, one after the other, on the same processes and database.
import { Chance } from './chance.js';
import { Storm } from './storm.js';

const times = Number(process.env.FAULTS_TIMES ?? 3);
const seed = Number(process.env.FAULTS_SEED ?? Date.now() % 1_000_000);
const VICTIMS = 7;

let storm: Storm | null = null;

beforeAll(async () => {
  process.stderr.write(`${times} storms, seed ${seed}\n`);
  storm = await Storm.open(new Chance(seed));
}, 120_000);

afterAll(async () => storm?.close(), 60_000);

for (let round = 1; round <= times; round++) {
  it(`loses and doubles nothing in storm ${round}`, async () => {
    if (!storm) throw new Error('There is nothing to storm at.');
    const { wrong, told } = await storm.round(`storm ${round}`, VICTIMS);
    process.stderr.write(`${[told, ...wrong.map((each) => `  wrong: ${each}`)].join('\n')}\n`);
    expect(wrong).toEqual([]);
  }, 400_000);
}
