// The files of a report, in the language in which it is read.
import { Menu } from '@mantine/core';
import { INSIDE_MAIN } from '../../kit/inside';
import type { Opened } from '../../kit/Opening';
import { paths } from '../../paths';
import { useReportWords } from '../../words/reporting';
import { useLocale } from '../../words/words';

const KINDS = ['pdf', 'xlsx', 'csv'] as const;

export default function ReportFileMenu({ week, target }: { week: string } & Opened) {
  const { report: say } = useReportWords();
  const locale = useLocale();
  return (
    <Menu position="bottom-end" portalProps={INSIDE_MAIN} defaultOpened>
      <Menu.Target>{target}</Menu.Target>
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
