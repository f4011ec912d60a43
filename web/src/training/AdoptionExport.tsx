// All trainings of the list, page by page, as one file for spreadsheets.
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useClient } from 'urql';
import { CATEGORIES } from '../gql/words';
import { download } from '../kit/csv';
import { asCsv } from '../kit/csvText';
import { useAdoptionWords, type AdoptionWords } from '../words/adoption';
import { dateOf } from '../words/dates';
import { type Locale, useLocale } from '../words/words';
import { type Adoption, AdoptionQuery, type Figures } from './adoption.gql';
import { inLocale } from './said';

type Narrowed = { courseId: string | null; weeks: number | null };

/** More rows than this are not collected into one file: a single course makes a smaller one. */
const MOST_ROWS = 20_000;

export function AdoptionExport({ narrowed }: { narrowed: Narrowed }) {
  const words = useAdoptionWords();
  const { adoption } = words;
  const locale = useLocale();
  const client = useClient();
  const [running, setRunning] = useState(false);
  const page = (after: string | null) =>
    client
      .query(AdoptionQuery, { ...narrowed, first: 100, after }, { requestPolicy: 'network-only' })
      .toPromise();
  const run = async () => {
    setRunning(true);
    const rows: string[][] = [];
    let after: string | null = null;
    do {
      const { data, error }: Awaited<ReturnType<typeof page>> = await page(after);
      if (error || !data) {
        setRunning(false);
        notifications.show({ message: adoption.exportFailed, color: 'red' });
        return;
      }
      const { edges, pageInfo } = data.trainingAdoption;
      rows.push(...edges.map(({ node }) => cellsOf(locale, node)));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after && rows.length < MOST_ROWS);
    setRunning(false);
    download(`adoption-${dateOf(new Date())}.csv`, asCsv([headOf(words), ...rows]));
    notifications.show({ message: adoption.exported(rows.length) });
  };
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      loading={running}
      onClick={() => void run()}
    >
      {adoption.export}
    </Button>
  );
}

function headOf({ adoption, shell }: AdoptionWords): string[] {
  const { columns } = adoption;
  const figures = (when: string): string[] =>
    [...CATEGORIES.map((category) => shell.categories[category]), adoption.threads, adoption.messages].map(
      (name) => `${name} (${when})`,
    );
  return [
    columns.company,
    columns.course,
    columns.trained,
    columns.given,
    columns.passed,
    columns.weeksBefore,
    ...figures(adoption.before),
    columns.weeksAfter,
    ...figures(adoption.after),
    columns.others,
  ];
}

/** What is not complete has empty cells, no zeros. */
const numbersOf = (figures: Figures | null): string[] =>
  figures
    ? [...figures.threads.map(({ count }) => count), figures.threadCount, figures.messages].map(String)
    : Array.from({ length: CATEGORIES.length + 2 }, () => '');

function cellsOf(locale: Locale, row: Adoption): string[] {
  const { before, after, trainingSession } = row;
  return [
    row.company.name,
    inLocale(trainingSession.courseVersion.texts, locale)?.title ?? '',
    dateOf(trainingSession.startsAt),
    String(row.stepsGiven),
    String(row.stepsPassed),
    `${before.fromWeek} – ${before.toWeek}`,
    ...numbersOf(before.figures),
    `${after.fromWeek} – ${after.toWeek}`,
    ...numbersOf(after.figures),
    String(row.otherTrainings),
  ];
}
