// What a refusal of a command on a report says.
import type { CombinedError } from 'urql';
import { sayError } from '../../kit/errors';
import { refusalOf } from '../../session/client';
import type { ReportWords } from '../../words/reporting';

export const sayReportError = (words: ReportWords, error: CombinedError): string =>
  refusalOf(error)?.code === 'CONFLICT'
    ? words.report.stale
    : (sayError(words, error) ?? words.report.failed);
