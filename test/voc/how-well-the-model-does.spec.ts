// The model's card: how well the newest version does is found out by a job, kept with it and shown, with what it learned last.
import { sql } from '../../src/platform/database/index.js';
import { ItemsService } from '../../src/voc/index.js';
import { type Company, type Person, World } from '../world/world.js';
import { bring } from './inquiries.js';

let world: World;
let company: Company;
let minji: Person;
let doyun: Person;
let items: ItemsService;

const CARD = `{ modelVersions { version examples learned evaluation { n accuracy macroF1 confidentHalf confusion
  categories { category expected precision recall } } lastLearned { quote category } } }`;
const versions = async () => (await doyun.get(CARD)).modelVersions;

beforeAll(async () => {
  world = await World.open();
  company = await world.company('한빛전자');
  minji = await world.contact(company, '김민지');
  doyun = await world.staff('AGENT', '강도윤');
  items = world.app.get(ItemsService);
});
afterAll(() => world.close());

it('is found out once by cross-validation, and kept with the version', async () => {
  const [before] = await versions();
  expect(before).toMatchObject({ learned: 0, evaluation: null, lastLearned: [] });
  await items.evaluateModel();
  const [{ evaluation, examples }] = await versions();
  expect(evaluation.n).toBe(examples);
  expect(evaluation.accuracy).toBeGreaterThan(0.7);
  expect(evaluation.confidentHalf).toBeGreaterThan(evaluation.accuracy);
  // Row by row as many as there are of a category; right are those on the diagonal.
  const sum = (row: number[]) => row.reduce((total, n) => total + n, 0);
  expect(evaluation.confusion.map(sum)).toEqual(evaluation.categories.map(({ expected }: any) => expected));
  const right = sum(evaluation.confusion.map((row: number[], at: number) => row[at]));
  expect(right / evaluation.n).toBeCloseTo(evaluation.accuracy, 10);
  const [usage] = evaluation.categories;
  expect(usage.recall).toBeCloseTo(evaluation.confusion[0][0] / usage.expected, 10);
  // A second time there is nothing to find out.
  const kept = await world.rows(sql`select evaluated_at from hotline.classifier_model`);
  world.clock.pass(1_000);
  await items.evaluateModel();
  expect(await world.rows(sql`select evaluated_at from hotline.classifier_model`)).toEqual(kept);
}, 120_000);

it('shows what the newest version learned last; the one before keeps its figures', async () => {
  const quote = '화면이 하얗게 나오고 아무것도 안 눌려요';
  const [thread] = await bring(world, [
    { company, person: minji, at: '2026-11-10T03:00:00Z', category: 'USAGE', body: quote },
  ]);
  const { thread: found } = await doyun.get(
    'query ($id: ID!) { thread(id: $id) { vocItem { id version } } }',
    {
      id: `thread_${thread?.replaceAll('-', '')}`,
    },
  );
  await doyun.do(
    'correctVocItem',
    { itemId: found.vocItem.id, version: found.vocItem.version, category: 'DEFECT' },
    'item { id }',
  );
  await world.later(3_000);
  const [newest, older] = await versions();
  expect(newest).toMatchObject({
    version: older.version + 1,
    learned: 1,
    examples: older.examples,
    evaluation: null,
    lastLearned: [{ quote, category: 'DEFECT' }],
  });
  expect(older.evaluation).not.toBeNull();
  expect(older.lastLearned).toEqual([]);
}, 120_000);

it('is for staff', async () => {
  expect((await minji.ask(CARD)).errors?.[0]?.extensions.code).toBe('DENIED');
});
