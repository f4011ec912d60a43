// What companies practised and said before and after their trainings, over whole weeks of the same number on either side.
import { Select } from '@mantine/core';
import { IconChartArrows } from '@tabler/icons-react';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Definition, Sentence } from '../kit/Definition';
import { Loading, Saying } from '../kit/states';
import { More } from '../people/More';
import { Page } from '../people/Page';
import classesOfLists from '../people/people.module.css';
import { usePages } from '../people/usePages';
import { useHints } from '../session/live';
import { useAdoptionWords } from '../words/adoption';
import { useLocale } from '../words/words';
import { AdoptionExport } from './AdoptionExport';
import { AdoptionSums } from './AdoptionSums';
import { AdoptionTable } from './AdoptionTable';
import { AdoptionQuery, AdoptionSumsQuery } from './adoption.gql';
import { inLocale, number } from './said';
import { CoursesQuery } from './training.gql';
import { Away } from './TrainingPage';
import { TrainingTabs } from './TrainingTabs';
import classes from './training.module.css';

const WEEKS = [2, 4, 8, 12];

export default function AdoptionPage() {
  const { adoption, training, shell } = useAdoptionWords();
  const locale = useLocale();
  const [parameters, setParameters] = useSearchParams();
  const asked = Number(parameters.get('weeks'));
  const narrowed = {
    courseId: parameters.get('course'),
    weeks: Number.isInteger(asked) && asked >= 1 && asked <= 26 ? asked : null,
  };
  const list = usePages(AdoptionQuery, { ...narrowed, first: 30 }, (data) => data.trainingAdoption);
  const [{ data: summed }, sumAgain] = useQuery({
    query: AdoptionSumsQuery,
    variables: narrowed,
    requestPolicy: 'cache-and-network',
  });
  const [{ data: taught }] = useQuery({
    query: CoursesQuery,
    variables: { stage: null, archived: false, search: null },
  });
  const again = () => {
    list.again();
    sumAgain({ requestPolicy: 'network-only' });
  };
  useHints(({ kind }) => kind === 'TRAINING' || kind === 'VOC', again);
  const narrow = (name: string, value: string | null) =>
    setParameters((before) => {
      if (value === null) before.delete(name);
      else before.set(name, value);
      return before;
    });
  const weeks = summed?.trainingAdoption.weeks ?? narrowed.weeks;
  const sums = summed?.trainingAdoption.sums;
  const choices = [...new Set([...WEEKS, ...(weeks ? [weeks] : [])])].sort((one, other) => one - other);
  const say = (n: number) => number(locale, n);
  return (
    <Page
      title={training.title}
      lead={
        <span className={classes.meaning}>
          {sums && weeks && adoption.lead(say(sums.compared), say(sums.trainings), say(weeks))}
          {weeks && (
            <Definition label={adoption.about}>
              <Sentence>{adoption.windowMeans(say(weeks))}</Sentence>
              <Sentence>{adoption.completeMeans}</Sentence>
              <Sentence>{adoption.cautionMeans}</Sentence>
            </Definition>
          )}
        </span>
      }
      actions={list.rows.length > 0 && <AdoptionExport narrowed={narrowed} />}
    >
      <TrainingTabs at="adoption" />
      <div className={classesOfLists.tools}>
        <Select
          aria-label={adoption.course}
          placeholder={adoption.anyCourse}
          clearable
          searchable
          value={narrowed.courseId}
          data={(taught?.courses ?? []).map((course) => ({
            value: course.id,
            label: inLocale(course.texts, locale)?.title ?? '',
          }))}
          onChange={(value) => narrow('course', value)}
        />
        <Select
          aria-label={adoption.window}
          w={150}
          allowDeselect={false}
          value={weeks === null ? null : String(weeks)}
          data={choices.map((n) => ({ value: String(n), label: adoption.weeksOf(say(n)) }))}
          onChange={(value) => narrow('weeks', value)}
        />
      </div>
      {list.failed && list.rows.length === 0 ? (
        <Away onRetry={again} />
      ) : list.loading ? (
        <Loading label={shell.loading} />
      ) : list.rows.length === 0 ? (
        <Saying icon={<IconChartArrows size={28} />} title={adoption.none}>
          {adoption.noneText}
        </Saying>
      ) : (
        <>
          {sums && <AdoptionSums sums={sums} />}
          <AdoptionTable rows={list.rows} stale={list.stale} />
          <More {...list} />
        </>
      )}
    </Page>
  );
}
