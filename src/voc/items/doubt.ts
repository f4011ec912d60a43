// How sure the classifier is of late, for operators: rising doubt means that customers talk of something new.
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Metrics } from '../../platform/observe/index.js';
import { ItemsReads } from './items.reads.js';

@Injectable()
export class DoubtFigures {
  constructor(
    @Inject(Metrics) metrics: Metrics,
    @Inject(ItemsReads) reads: ItemsReads,
    @Inject(Clock) clock: Clock,
  ) {
    metrics.gauge(
      'hotline_classifier_confidence',
      'Mean confidence (0 to 1) of what the classifier proposed for items of the last seven days.',
      [],
      async () => {
        const { confidence } = await reads.doubt(clock.now());
        return confidence === null ? [] : [{ value: confidence }];
      },
    );
    metrics.gauge(
      'hotline_voc_unreviewed',
      'Counted items of the last seven days that nobody has looked at yet.',
      [],
      async () => [{ value: (await reads.doubt(clock.now())).unreviewed }],
    );
  }
}
