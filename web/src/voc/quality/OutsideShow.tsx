// What a language model outside said of items that people have coded: all of them, or those on which it differs.
import { Anchor, SegmentedControl, Text } from '@mantine/core';
import { IconEqual, IconPlugConnectedX } from '@tabler/icons-react';
import { Link } from 'react-router';
import { CategoryBadge } from '../../kit/CategoryBadge';
import { Failed, Loading, Saying } from '../../kit/states';
import { More } from '../../people/More';
import { usePages } from '../../people/usePages';
import { useQualityWords } from '../../words/quality';
import { useLocale, useWords } from '../../words/words';
import { ItemLine } from '../ItemLine';
import { useOriginal } from '../original';
import { Narrowed } from './Narrowed';
import { type OutsideCoding, OutsideQuery } from './quality.gql';
import classes from './quality.module.css';
import { spanText, useNarrowing } from './useNarrowing';

export function OutsideShow() {
  const { shell } = useWords();
  const quality = useQualityWords();
  const { params, week, toWeek, category, change } = useNarrowing();
  const [opinion, left] = [category('first'), category('second')];
  const differs = params.has('differs');
  const list = usePages(
    OutsideQuery,
    { first: 30, week, toWeek, opinion, category: left, agreed: differs ? false : null },
    (answer) => answer.outsideCodings,
  );
  let content = <Loading label={shell.loading} />;
  if (list.rows.length > 0) {
    content = (
      <>
        <ul className={classes.rows} aria-label={quality.outside}>
          {list.rows.map((row) => (
            <Row key={row.item.id} row={row} />
          ))}
        </ul>
        <More {...list} />
      </>
    );
  } else if (list.failed) {
    content = (
      <Failed
        icon={<IconPlugConnectedX size={28} />}
        title={shell.failedTitle}
        text={shell.failed}
        retry={shell.retry}
        onRetry={list.again}
      />
    );
  } else if (!list.loading) {
    content = <Saying icon={<IconEqual size={28} />} title={quality.noneTitle} />;
  }
  return (
    <>
      <div className={classes.tools}>
        <SegmentedControl
          aria-label={quality.twiceView}
          value={differs ? 'differs' : 'all'}
          onChange={(next) => change({ differs: next === 'differs' ? '1' : null })}
          data={[
            { value: 'all', label: quality.twiceViews.all },
            { value: 'differs', label: quality.twiceViews.different },
          ]}
        />
        <Narrowed what={spanText(week, toWeek)} onDrop={() => change({ week: null, toWeek: null })} />
        <Narrowed
          what={opinion && `${quality.outsideSaid} ${shell.categories[opinion]}`}
          onDrop={() => change({ first: null })}
        />
        <Narrowed
          what={left && `${quality.peopleSaid} ${shell.categories[left]}`}
          onDrop={() => change({ second: null })}
        />
      </div>
      {content}
    </>
  );
}

function Row({ row: { item, opinion, category, agreed } }: { row: OutsideCoding }) {
  const { shell, voc } = useWords();
  const quality = useQualityWords();
  const locale = useLocale();
  const to = useOriginal()(item);
  return (
    <li className={classes.row}>
      <Text size="sm" className={classes.quote} lang={item.language === locale ? undefined : item.language}>
        {item.quote}
      </Text>
      <ItemLine item={item} />
      <div className={classes.saids}>
        <span>
          {quality.outsideSaid}{' '}
          <CategoryBadge category={opinion} label={shell.categories[opinion]} quiet={!agreed} />
        </span>
        <span>
          {quality.peopleSaid} <CategoryBadge category={category} label={shell.categories[category]} />
        </span>
        {agreed && <span>{quality.sameSaid}</span>}
        {to && item.thread && (
          <Anchor
            underline="always"
            component={Link}
            to={to}
            size="sm"
            aria-label={voc.originalOf(item.thread.heading)}
          >
            {voc.original}
          </Anchor>
        )}
      </div>
    </li>
  );
}
