// A kappa as people read it.
import type { Locale } from '../../words/words';
import type { Agreement } from './quality.gql';

/** 0.873 → 0.87; what cannot be told is a dash. */
export const kappaText = (locale: Locale, { kappa }: Pick<Agreement, 'kappa'>): string =>
  kappa === null
    ? '–'
    : new Intl.NumberFormat(locale === 'ko' ? 'ko-KR' : 'en-GB', {
        minimumFractionDigits: 2,
        maximumFractionDigits: 2,
      }).format(kappa);
