// Which week this is, the way to others, and what can be done with the page.
import { ActionIcon, Badge, Button, Group, Text, Title, Tooltip } from '@mantine/core';
import { useFullscreenDocument } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import {
  IconChevronLeft,
  IconChevronRight,
  IconDownload,
  IconMaximize,
  IconMinimize,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useClient } from 'urql';
import { sayError } from '../../kit/errors';
import { paths } from '../../paths';
import { useLocale, useWords } from '../../words/words';
import { WeekCsvQuery, type Week } from '../voc.gql';
import { WeekPicker } from '../WeekPicker';
import { spanOf } from '../weeks';
import { download } from '../../kit/csv';
import { useSelection } from './selection';
import classes from './weekly.module.css';

export function WeekHeader({ week }: { week: Week }) {
  const { voc } = useWords();
  const locale = useLocale();
  const navigate = useNavigate();
  const { search } = useSelection();
  return (
    <header className={classes.head}>
      <div className={classes.headTitle}>
        <Text size="sm" c="dimmed" fw={500}>
          {week.complete ? voc.weekly.title : `${voc.weekly.title} · ${voc.weekly.soFarText}`}
        </Text>
        <Title order={1} className={classes.title}>
          <span className={classes.weekName}>{week.week}</span>
          <span className={classes.span}>{spanOf(locale, week.week)}</span>
          {!week.complete && (
            <Badge variant="light" size="lg" tt="none" component="span">
              {voc.weekly.soFar}
            </Badge>
          )}
        </Title>
      </div>
      <Group gap={6} wrap="nowrap" className={classes.tools}>
        <Step
          to={week.previousWeek}
          label={voc.weekly.previous}
          search={search}
          icon={<IconChevronLeft size={18} aria-hidden />}
        />
        <WeekPicker
          value={week.week}
          firstWeek={week.firstWeek}
          onChange={(next) => next && navigate(`${paths.week(next)}${search}`)}
          className={classes.picker}
        />
        <Step
          to={week.nextWeek}
          label={voc.weekly.next}
          search={search}
          icon={<IconChevronRight size={18} aria-hidden />}
        />
        <CsvButton week={week.week} />
        <FullScreenButton />
      </Group>
    </header>
  );
}

type StepProps = { to: string | null; label: string; search: string; icon: React.ReactNode };

function Step({ to, label, search, icon }: StepProps) {
  const { voc } = useWords();
  if (!to) {
    return (
      <ActionIcon variant="default" size={36} disabled aria-label={label}>
        {icon}
      </ActionIcon>
    );
  }
  return (
    <Tooltip label={`${label} · ${voc.weekly.keysHint}`} openDelay={500}>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={`${label} ${to}`}
        component={Link}
        to={`${paths.week(to)}${search}`}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

function CsvButton({ week }: { week: string }) {
  const words = useWords();
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const fetchCsv = async () => {
    setBusy(true);
    const { data, error } = await client
      .query(WeekCsvQuery, { week }, { requestPolicy: 'network-only' })
      .toPromise();
    setBusy(false);
    if (data) download(`voc-${week}.csv`, data.weeklyVocCsv);
    else
      notifications.show({
        color: 'red',
        title: words.voc.weekly.csvFailed,
        message: sayError(words, error),
        closeButtonProps: { 'aria-label': words.shell.close },
      });
  };
  return (
    <Tooltip label={words.voc.weekly.csvLong} openDelay={500}>
      <Button
        variant="default"
        px={12}
        leftSection={<IconDownload size={16} aria-hidden />}
        loading={busy}
        onClick={fetchCsv}
        aria-label={words.voc.weekly.csvLong}
        classNames={{ label: classes.csvWord ?? '', section: classes.csvSign ?? '' }}
      >
        {words.voc.weekly.csv}
      </Button>
    </Tooltip>
  );
}

function FullScreenButton() {
  const { voc } = useWords();
  const { toggle, fullscreen } = useFullscreenDocument();
  if (!document.fullscreenEnabled) return null;
  const label = fullscreen ? voc.weekly.leaveFullScreen : voc.weekly.fullScreen;
  return (
    <Tooltip label={label} openDelay={500}>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={label}
        onClick={() => void toggle()}
        visibleFrom="sm"
      >
        {fullscreen ? <IconMinimize size={18} aria-hidden /> : <IconMaximize size={18} aria-hidden />}
      </ActionIcon>
    </Tooltip>
  );
}
