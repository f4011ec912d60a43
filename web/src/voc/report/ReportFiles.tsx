// The report as files, in the language in which it is read.
import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { INSIDE_MAIN } from '../../kit/inside';
import { paths } from '../../paths';
import { useReportWords } from '../../words/reporting';
import { useLocale } from '../../words/words';

const KINDS = ['pdf', 'xlsx', 'csv'] as const;

export function ReportFiles({ week }: { week: string }) {
  const { report: say } = useReportWords();
  const locale = useLocale();
  return (
    <Menu position="bottom-end" portalProps={INSIDE_MAIN}>
      <Menu.Target>
        <Button
          variant="default"
          size="sm"
          leftSection={<IconDownload size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {say.files}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {KINDS.map((kind) => (
          <Menu.Item key={kind} component="a" href={paths.reportFile(week, kind, locale)} download>
            {say[kind]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
