// The report of the week above its figures: a draft for the lead to finish, or what was published.
import { Alert, Badge, Button, Group, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconList, IconPencil, IconPresentation, IconReportAnalytics, IconSend } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { sayError } from '../../kit/errors';
import { Moment } from '../../kit/Moment';
import { paths } from '../../paths';
import { useHints } from '../../session/live';
import { useSignedIn } from '../../session/me';
import { useReportWords } from '../../words/reporting';
import { DraftReport, type Report, ReportQuery } from './report.gql';
import classes from './report.module.css';
import { PanelSkeleton } from './PanelSkeleton';
import { ReportFiles } from './ReportFiles';
import { ReportSaid } from './ReportSaid';
import { type Current, ReportSince } from './ReportSince';

const ReportEditor = lazy(() => import('./ReportEditor'));
const PublishConfirm = lazy(() => import('./PublishConfirm'));

type PanelProps = {
  week: string;
  /** Only a week that is over has a report. */
  complete: boolean;
  current: Current;
};

export default function ReportPanel({ week, complete, current }: PanelProps) {
  const words = useReportWords();
  const [{ data, error, fetching }, ask] = useQuery({
    query: ReportQuery,
    variables: { week },
    pause: !complete,
  });
  const again = () => ask({ requestPolicy: 'network-only' });
  useHints(({ kind }) => kind === 'VOC', again);
  if (!complete) return null;
  if (fetching && !data) return <PanelSkeleton />;
  if (error && !data) {
    return (
      <Alert color="red" title={words.report.failed} role="alert">
        {sayError(words, error)}{' '}
        <Button variant="subtle" size="compact-sm" onClick={again}>
          {words.shell.retry}
        </Button>
      </Alert>
    );
  }
  const report = data?.weeklyReport;
  if (!report) return <NoReport week={week} onMade={again} />;
  return <Shown key={report.id} report={report} current={current} onChanged={again} />;
}

function NoReport({ week, onMade }: { week: string; onMade: () => void }) {
  const words = useReportWords();
  const { abilities } = useSignedIn();
  const [{ fetching }, draft] = useMutation(DraftReport);
  const make = async () => {
    const { error } = await draft({ input: { week } });
    if (error)
      notifications.show({
        color: 'red',
        message: sayError(words, error),
        closeButtonProps: { 'aria-label': words.shell.close },
      });
    else onMade();
  };
  return (
    <Group gap="sm" className={classes.none}>
      <Text size="sm" c="dimmed">
        {words.report.none}
      </Text>
      {abilities.leadTeam && (
        <Button variant="default" size="compact-sm" loading={fetching} onClick={() => void make()}>
          {words.report.makeDraft}
        </Button>
      )}
      <AllWeeks />
    </Group>
  );
}

type ShownProps = { report: Report; current: Current; onChanged: () => void };

function Shown({ report, current, onChanged }: ShownProps) {
  const { report: say } = useReportWords();
  const [open, setOpen] = useState<'edit' | 'publish' | null>(null);
  const { abilities, state } = report;
  const draft = state === 'DRAFT';
  return (
    <section className={classes.panel} data-state={state} aria-labelledby="report-title">
      <div className={classes.head}>
        <Title order={2} size="h5" id="report-title" className={classes.heading}>
          <IconReportAnalytics size={20} stroke={1.7} aria-hidden />
          {say.title}
          <Badge variant={draft ? 'default' : 'light'} tt="none" component="span">
            {say.states[state]}
          </Badge>
        </Title>
        <Group gap={6} className={classes.actions}>
          {abilities.edit && open !== 'edit' && (
            <Button
              variant="default"
              size="sm"
              leftSection={<IconPencil size={16} aria-hidden />}
              onClick={() => setOpen('edit')}
            >
              {say.edit}
            </Button>
          )}
          {abilities.publish && open !== 'edit' && (
            <Button
              size="sm"
              leftSection={<IconSend size={16} aria-hidden />}
              onClick={() => setOpen('publish')}
            >
              {say.publish}
            </Button>
          )}
          <Button
            variant="default"
            size="sm"
            component={Link}
            to={paths.present(report.week)}
            leftSection={<IconPresentation size={16} aria-hidden />}
          >
            {say.present}
          </Button>
          <ReportFiles week={report.week} />
          <AllWeeks />
        </Group>
      </div>
      {draft ? (
        <Text size="sm" c="dimmed">
          {abilities.edit ? say.draftLead : say.draftOthers}
        </Text>
      ) : (
        <Text size="sm" c="dimmed">
          {report.publishedBy ? say.publishedBy(report.publishedBy.name) : say.states.PUBLISHED}
          {' · '}
          {report.publishedAt && <Moment at={report.publishedAt} span inherit />}
        </Text>
      )}
      {open === 'edit' ? (
        <Suspense>
          <ReportEditor report={report} onClose={() => setOpen(null)} onChanged={onChanged} />
        </Suspense>
      ) : (
        <ReportSaid report={report} />
      )}
      {!draft && <ReportSince report={report} current={current} />}
      {open === 'publish' && (
        <Suspense>
          <PublishConfirm report={report} onClose={() => setOpen(null)} onChanged={onChanged} />
        </Suspense>
      )}
    </section>
  );
}

function AllWeeks() {
  const { report: say } = useReportWords();
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      component={Link}
      to={paths.reports}
      leftSection={<IconList size={16} aria-hidden />}
    >
      {say.all}
    </Button>
  );
}
