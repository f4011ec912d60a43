// npm run recount [-- --mend yes]: compares the weekly figures with a count of the items, and mends them when asked.
import { weekName } from '../platform/week.js';
import { WeeklyService } from '../voc/index.js';
import { finish, parseOptions, tell, withProduct } from './command.js';

await finish(async () => {
  const { options } = parseOptions(['mend']);
  return withProduct(async (app) => {
    const weekly = app.get(WeeklyService);
    const wrong = options.get('mend') === 'yes' ? await weekly.mend() : await weekly.recount();
    for (const { week, category, channel, kept, counted } of wrong) {
      tell(`${weekName(week)} ${category} ${channel}: kept ${kept}, counted ${counted}`);
    }
    tell(wrong.length === 0 ? 'Every figure equals a recount.' : `${wrong.length} cells differed.`);
    return wrong.length > 0 && options.get('mend') !== 'yes' ? 1 : 0;
  });
});
