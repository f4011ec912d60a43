// What somebody wrote, as Markdown. Its reader is large and comes after the page: until then the words stand there as typed.
import { lazy, Suspense } from 'react';
import classes from './Timeline.module.css';

const Markdown = lazy(() => import('../kit/Markdown').then((file) => ({ default: file.Markdown })));

export function Said({ text }: { text: string }) {
  return (
    <Suspense fallback={<div className={classes.plain}>{text}</div>}>
      <Markdown text={text} />
    </Suspense>
  );
}
