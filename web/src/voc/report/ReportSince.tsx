// Published against now: how many items explain the difference; the details come when somebody asks for them.
import { Button, Text } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useReportWords } from '../../words/reporting';
import { useLocale } from '../../words/words';
import { count } from '../numbers';
import type { Report } from './report.gql';
import classes from './report.module.css';

const ReportDetails = lazy(() => import('./ReportDetails'));

export function ReportSince({ report }: { report: Report }) {
  const { report: say } = useReportWords();
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const n = report.differences.totalCount;
  return (
    <div className={classes.since}>
      <div className={classes.sinceHead}>
        <Text size="sm" fw={600}>
          {n === 0 ? say.sinceSame : say.sinceDiffers(count(locale, n))}
        </Text>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={open}
          rightSection={
            open ? <IconChevronUp size={14} aria-hidden /> : <IconChevronDown size={14} aria-hidden />
          }
          onClick={() => setOpen(!open)}
        >
          {open ? say.hide : say.show}
        </Button>
      </div>
      {open && (
        <Suspense>
          <ReportDetails report={report} />
        </Suspense>
      )}
    </div>
  );
}
