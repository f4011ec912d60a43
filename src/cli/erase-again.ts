// npm run erase-again -- --erased FILE: after a database came back by other means than `restore`.
import { resolve } from 'node:path';
import { ErasingService, readErasures } from '../identity/index.js';
import { Usage, finish, parseOptions, tell, withProduct } from './command.js';

await finish(async () => {
  const file = parseOptions(['erased']).options.get('erased');
  if (!file) throw new Usage('Who? npm run erase-again -- --erased FILE');
  const erased = await readErasures(resolve(file));
  if (erased.length === 0) throw new Usage(`${file} names nobody who was erased.`);
  return withProduct(async (app) => {
    const count = await app.get(ErasingService, { strict: false }).eraseAgain(erased);
    tell(`Erased ${count} people again.`);
  });
});
