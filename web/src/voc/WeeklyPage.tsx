// The week: what came in, what grew, and the sentences behind every number.
import { Alert, Button } from '@mantine/core';
import { useDocumentTitle, useFullscreenDocument } from '@mantine/hooks';
import { IconAlertTriangle, IconCalendarOff, IconPlugConnectedX } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useMemo, useRef } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { sayError } from '../kit/errors';
import { Failed, Saying } from '../kit/states';
import { paths } from '../paths';
import { refusalOf } from '../session/client';
import { useLocale, useWords } from '../words/words';
import { count } from './numbers';
import { PanelSkeleton } from './report/PanelSkeleton';
import { useItems } from './useItems';
import { useKeys } from './useKeys';
import type { Week } from './voc.gql';
import { Breakdowns } from './weekly/Breakdowns';
import { Figures } from './weekly/Figures';
import { useSelection } from './weekly/selection';
import { Total } from './weekly/Total';
import { Trend } from './weekly/Trend';
import { useWeek } from './weekly/useWeek';
import { WeekHeader } from './weekly/WeekHeader';
import { WeekSkeleton } from './weekly/WeekSkeleton';
import classes from './weekly/weekly.module.css';
import { mondayOf } from './weeks';

/** What is published stands above the figures; it comes after them, so that they are there at once. */
const ReportPanel = lazy(() => import('./report/ReportPanel'));
const ItemList = lazy(() => import('./weekly/ItemList'));

export default function WeeklyPage() {
  const params = useParams();
  const words = useWords();
  const asked = params.week ?? null;
  const misspelt = asked !== null && mondayOf(asked) === null;
  const reload = useRef<() => void>(() => {});
  const { week, changing, error, again } = useWeek(misspelt ? null : asked, () => reload.current());
  if (misspelt || refusalOf(error)?.code === 'INVALID') return <NoSuchWeek />;
  if (error && !week) {
    const { shell } = words;
    return (
      <Failed
        icon={<IconPlugConnectedX size={28} />}
        title={shell.failedTitle}
        text={sayError(words, error) ?? shell.failed}
        retry={shell.retry}
        onRetry={again}
      />
    );
  }
  if (!week) return <WeekSkeleton label={words.voc.weekly.loading} />;
  return <Shown week={week} asked={asked} changing={changing} reload={reload} />;
}

type ShownProps = {
  week: Week;
  asked: string | null;
  changing: boolean;
  reload: React.RefObject<() => void>;
};

function Shown({ week, asked, changing, reload }: ShownProps) {
  const { voc } = useWords();
  const locale = useLocale();
  const navigate = useNavigate();
  const { fullscreen } = useFullscreenDocument();
  const { selection, search } = useSelection();
  const name = asked ?? week.week;
  useDocumentTitle(voc.weekly.documentTitle(name));

  const filter = useMemo(
    () => ({
      order: 'NEWEST' as const,
      state: 'COUNTED' as const,
      week: name,
      category: selection.category,
      channel: selection.channel,
      tier: selection.tier,
      companyId: selection.company,
      productAreaId: selection.area,
    }),
    [name, selection],
  );
  const list = useItems(filter);
  reload.current = () => void list.reload();

  const go = (to: string | null): void => {
    if (to && !changing) void navigate(`${paths.week(to)}${search}`);
  };
  useKeys({ ArrowLeft: () => go(week.previousWeek), ArrowRight: () => go(week.nextWeek) });

  const heading = useRef<HTMLHeadingElement>(null);
  const top = useRef<HTMLDivElement>(null);
  const toList = () => {
    // After the address has changed, so that the heading already names what was opened.
    requestAnimationFrame(() => {
      heading.current?.scrollIntoView({ block: 'start', behavior: 'smooth' });
      heading.current?.focus({ preventScroll: true });
    });
  };
  // An address with a figure in it, as in Monday's mail, leads straight to its sentences.
  const leads = useRef(search !== '');
  useEffect(() => {
    if (!leads.current) return;
    leads.current = false;
    heading.current?.scrollIntoView({ block: 'start' });
  }, []);
  const toTop = () => {
    top.current?.scrollIntoView({ block: 'start', behavior: 'smooth' });
    top.current?.focus({ preventScroll: true });
  };

  return (
    <div
      className={classes.page}
      data-fullscreen={fullscreen || undefined}
      ref={top}
      tabIndex={-1}
      aria-busy={changing || undefined}
    >
      <div className={classes.inner}>
        <WeekHeader week={week} />
        {week.alarms > 0 && (
          <Alert
            icon={<IconAlertTriangle aria-hidden />}
            color="orange"
            title={voc.weekly.alarms(count(locale, week.alarms))}
            role="alert"
            className={classes.alarm}
          >
            {voc.weekly.alarmsText}
          </Alert>
        )}
        <Suspense fallback={week.complete && <PanelSkeleton />}>
          <ReportPanel week={week.week} complete={week.complete} current={week} />
        </Suspense>
        <Total week={week} onOpen={toList} />
        <Figures week={week} onOpen={toList} />
        <Trend week={week} />
        <Breakdowns week={week} onOpen={toList} />
        <Suspense>
          <ItemList week={week} list={list} heading={heading} onTop={toTop} />
        </Suspense>
      </div>
    </div>
  );
}

function NoSuchWeek() {
  const { voc } = useWords();
  return (
    <Saying
      order={1}
      icon={<IconCalendarOff size={28} />}
      title={voc.weekly.noWeekTitle}
      action={
        <Button component={Link} to={paths.weekly} variant="light">
          {voc.weekly.lastComplete}
        </Button>
      }
    >
      {voc.weekly.noWeek}
    </Saying>
  );
}
