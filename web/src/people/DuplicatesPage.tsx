// Duplicates, for administrators: who is probably the same, and what was merged, to take it back.
import { SegmentedControl } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { usePageWords } from '../words/pages';
import { Merges } from './Merges';
import { Page } from './Page';
import classes from './people.module.css';
import { ProbablyCompanies, ProbablyPeople } from './Probably';

const SHOWN = ['companies', 'people', 'done'] as const;
type Shown = (typeof SHOWN)[number];

export default function DuplicatesPage() {
  const { merging } = usePageWords();
  const [parameters, setParameters] = useSearchParams();
  const shown: Shown = SHOWN.find((each) => each === parameters.get('show')) ?? 'companies';
  return (
    <Page title={merging.title} lead={merging.lead}>
      <div className={classes.tools}>
        <SegmentedControl
          aria-label={merging.tabs}
          value={shown}
          onChange={(next) => setParameters(next === 'companies' ? {} : { show: next }, { replace: true })}
          data={SHOWN.map((value) => ({ value, label: merging[value] }))}
        />
      </div>
      {shown === 'companies' && <ProbablyCompanies />}
      {shown === 'people' && <ProbablyPeople />}
      {shown === 'done' && <Merges />}
    </Page>
  );
}
