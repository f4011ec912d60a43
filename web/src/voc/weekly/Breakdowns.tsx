// Where the week's items come from: channels, areas, tiers, companies as bars that open their items.
import { Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { useLocale, useWords } from '../../words/words';
import { count } from '../numbers';
import type { Week } from '../voc.gql';
import { type Part, useSelection } from './selection';
import classes from './weekly.module.css';

type Bar = { value: string; name: string; n: number };

export function Breakdowns({ week, onOpen }: { week: Week; onOpen: () => void }) {
  const { shell, voc } = useWords();
  const locale = useLocale();
  const panels: { part: Part; title: string; bars: Bar[] }[] = [
    {
      part: 'channel',
      title: voc.weekly.channels,
      bars: week.channels.map(({ channel, count: n }) => ({
        value: channel,
        name: shell.channels[channel],
        n,
      })),
    },
    {
      part: 'area',
      title: voc.weekly.areas,
      bars: week.areas.map(({ productArea, count: n }) => ({
        value: productArea?.id ?? 'NONE',
        name: productArea ? (locale === 'ko' ? productArea.nameKo : productArea.nameEn) : voc.noArea,
        n,
      })),
    },
    {
      part: 'tier',
      title: voc.weekly.tiers,
      bars: week.tiers.map(({ tier, count: n }) => ({ value: tier, name: shell.tiers[tier], n })),
    },
    {
      part: 'company',
      title: voc.weekly.companies,
      bars: week.companies.map(({ company, count: n }) => ({ value: company.id, name: company.name, n })),
    },
  ];
  return (
    <section className={classes.breakdowns} aria-label={voc.weekly.breakdowns}>
      {panels.map(({ part, title, bars }) => (
        <div key={part} className={classes.panel} data-part={part}>
          <Title order={2} size="h6" mb={8}>
            {title}
          </Title>
          {bars.length > 0 ? (
            <Bars part={part} bars={bars} onOpen={onOpen} />
          ) : (
            <Text size="sm" c="dimmed">
              {voc.weekly.noneHere}
            </Text>
          )}
          {part === 'channel' && bars.some(({ value }) => value === 'COMMUNITY') && (
            <Text size="xs" c="dimmed" mt={8}>
              {voc.weekly.boardsLater}
            </Text>
          )}
        </div>
      ))}
    </section>
  );
}

function Bars({ part, bars, onOpen }: { part: Part; bars: Bar[]; onOpen: () => void }) {
  const { voc } = useWords();
  const locale = useLocale();
  const { selection, only } = useSelection();
  const most = Math.max(1, ...bars.map(({ n }) => n));
  return (
    <ul className={classes.bars}>
      {bars.map(({ value, name, n }) => (
        <li key={value}>
          <Link
            to={only(part, value)}
            onClick={onOpen}
            className={classes.bar}
            aria-current={selection[part] === value || undefined}
            aria-label={`${name} ${voc.items(count(locale, n))}`}
          >
            <span className={classes.barName} title={name}>
              {name}
            </span>
            <span className={classes.barTrack}>
              <span className={classes.barFill} style={{ width: `${(n / most) * 100}%` }} />
            </span>
            <span className={classes.barCount}>{count(locale, n)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
