// What was shown for a step and what was said to it, in its order.
import { Anchor, Paper, Text } from '@mantine/core';
import { Moment } from '../kit/Moment';
import { useMissionWords } from '../words/missions';
import type { Shown } from './missions.gql';
import classes from './training.module.css';

export function ShownList({ shown }: { shown: readonly Shown[] }) {
  return shown.map((each) => (
    <Paper withBorder component="article" className={classes.panel} key={each.id}>
      <ShownView shown={each} />
    </Paper>
  ));
}

export function ShownView({ shown }: { shown: Shown }) {
  const { missions } = useMissionWords();
  const { person, at, words, url, file, review } = shown;
  return (
    <>
      <span className={classes.facts}>
        <span>{person.name}</span>
        <Moment at={at} span inherit />
      </span>
      {words && <p className={classes.said}>{words}</p>}
      {url && (
        <p>
          <Anchor
            underline="always"
            href={url}
            target="_blank"
            rel="noopener noreferrer"
            className={classes.said}
          >
            {url}
          </Anchor>
        </p>
      )}
      {file && (
        <p>
          <Anchor underline="always" href={file.url} aria-label={missions.openFile(file.name)}>
            {file.inline ? <img src={file.url} alt={file.name} className={classes.shot} /> : file.name}
          </Anchor>
        </p>
      )}
      {review && (
        <div className={classes.answer} data-verdict={review.verdict}>
          <Text size="sm" fw={600}>
            {review.verdict === 'PASS'
              ? missions.passed(review.reviewer.name)
              : missions.again(review.reviewer.name)}
          </Text>
          {review.comment && <p className={classes.said}>{review.comment}</p>}
          {review.praise && <p className={classes.said}>{`${missions.praised}: ${review.praise}`}</p>}
        </div>
      )}
    </>
  );
}
