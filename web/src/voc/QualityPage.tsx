// How far categories can be trusted: agreement, single coders, what was coded twice, who decided what.
import { Button, SegmentedControl } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { paths } from '../paths';
import { Page } from '../people/Page';
import { useQualityWords } from '../words/quality';
import { AgreementShow } from './quality/AgreementShow';
import { ChangesShow } from './quality/ChangesShow';
import { CodersShow } from './quality/CodersShow';
import { ModelShow } from './quality/ModelShow';
import { SampleQuery } from './quality/quality.gql';
import classes from './quality/quality.module.css';
import { OutsideShow } from './quality/OutsideShow';
import { TwiceShow } from './quality/TwiceShow';

const SHOWS = ['agreement', 'model', 'coders', 'twice', 'changes', 'outside'] as const;
type Show = (typeof SHOWS)[number];

/** What names single colleagues is for those who lead them. */
const LEADS: readonly Show[] = ['coders', 'twice', 'changes'];

export default function QualityPage() {
  const words = useQualityWords();
  const [params, setParams] = useSearchParams();
  const [{ data }] = useQuery({ query: SampleQuery });
  const sample = data?.secondLookSample ?? null;
  const readCoders = sample?.abilities.readCoders ?? false;
  const wanted = SHOWS.find((each) => each === params.get('show')) ?? 'agreement';
  // Only an installation that has named a model outside leads there.
  const offered = SHOWS.filter(
    (each) => (readCoders || !LEADS.includes(each)) && (each !== 'outside' || wanted === 'outside'),
  );
  const shown = offered.includes(wanted) ? wanted : 'agreement';
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        sample?.abilities.look && (
          <Button component={Link} to={paths.secondLook} variant="light">
            {words.toLook}
          </Button>
        )
      }
    >
      {offered.length > 1 && (
        <div className={classes.tabs}>
          <SegmentedControl
            aria-label={words.tabs}
            value={shown}
            onChange={(next) => setParams(next === 'agreement' ? {} : { show: next }, { replace: true })}
            data={offered.map((value) => ({ value, label: words.shows[value] }))}
          />
        </div>
      )}
      {shown === 'agreement' && <AgreementShow sample={sample} />}
      {shown === 'model' && <ModelShow />}
      {shown === 'coders' && <CodersShow />}
      {shown === 'twice' && <TwiceShow />}
      {shown === 'changes' && <ChangesShow />}
      {shown === 'outside' && <OutsideShow />}
    </Page>
  );
}
