// The report as files: the button; what it opens comes when a person reaches for it.
import { Button } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { Opening } from '../../kit/Opening';
import { useReportWords } from '../../words/reporting';

const loadKinds = () => import('./ReportFileMenu');

export function ReportFiles({ week }: { week: string }) {
  const { report: say } = useReportWords();
  return (
    <Opening
      load={loadKinds}
      given={{ week }}
      target={
        <Button
          variant="default"
          size="sm"
          leftSection={<IconDownload size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {say.files}
        </Button>
      }
    />
  );
}
