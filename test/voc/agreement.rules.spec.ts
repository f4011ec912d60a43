// Cohen's kappa, recomputed by hand.
import { type Pair, agreementOf } from '../../src/voc/quality/agreement.js';

const pairs = (...rows: [Pair['first'], Pair['second'], number][]): Pair[] =>
  rows.map(([first, second, n]) => ({ first, second, n }));

describe('the agreement of two coders', () => {
  it('is what a hand computes', () => {
    // 50 items; both say USAGE 20 times, both say DEFECT 15 times; 5 and 10 times they differ.
    // Observed: 35 / 50 = 0.7. First says USAGE 25 times, second 30 times:
    // chance = 0.5 × 0.6 + 0.5 × 0.4 = 0.5. Kappa = (0.7 − 0.5) / (1 − 0.5) = 0.4.
    const made = agreementOf(
      pairs(
        ['USAGE', 'USAGE', 20],
        ['USAGE', 'DEFECT', 5],
        ['DEFECT', 'USAGE', 10],
        ['DEFECT', 'DEFECT', 15],
      ),
    );
    expect(made).toMatchObject({ n: 50, agreed: 35, share: 0.7, noKappa: null });
    expect(made.kappa).toBeCloseTo(0.4, 12);
    expect(made.confusion[0]).toEqual([20, 5, 0, 0, 0]);
    expect(made.confusion[1]).toEqual([10, 15, 0, 0, 0]);
  });

  it('is what a hand computes over all five', () => {
    // 20 items, 15 on the diagonal: observed 0.75. Rows 6 5 4 3 2, columns 5 5 5 3 2:
    // chance = (30 + 25 + 20 + 9 + 4) / 400 = 88 / 400 = 0.22. Kappa = 0.53 / 0.78 = 0.679487…
    const made = agreementOf(
      pairs(
        ['USAGE', 'USAGE', 4],
        ['USAGE', 'DEFECT', 1],
        ['USAGE', 'IMPROVEMENT', 1],
        ['DEFECT', 'DEFECT', 4],
        ['DEFECT', 'USAGE', 1],
        ['IMPROVEMENT', 'IMPROVEMENT', 3],
        ['IMPROVEMENT', 'FEATURE', 1],
        ['FEATURE', 'FEATURE', 2],
        ['FEATURE', 'IMPROVEMENT', 1],
        ['ACCOUNT', 'ACCOUNT', 1],
        ['ACCOUNT', 'ACCOUNT', 1],
      ),
    );
    expect(made.n).toBe(20);
    expect(made.agreed).toBe(15);
    expect(made.kappa).toBeCloseTo(53 / 78, 12);
  });

  it('is 1 where both always say the same of different things', () => {
    expect(agreementOf(pairs(['USAGE', 'USAGE', 3], ['ACCOUNT', 'ACCOUNT', 7])).kappa).toBe(1);
  });

  it('is 0 where they meet as often as by chance, and below where they meet less', () => {
    const chance = pairs(
      ['USAGE', 'USAGE', 5],
      ['USAGE', 'DEFECT', 5],
      ['DEFECT', 'USAGE', 5],
      ['DEFECT', 'DEFECT', 5],
    );
    expect(agreementOf(chance).kappa).toBe(0);
    expect(agreementOf(pairs(['USAGE', 'DEFECT', 5], ['DEFECT', 'USAGE', 5])).kappa).toBe(-1);
  });

  it('cannot be told where everything is in one category, and says why', () => {
    expect(agreementOf(pairs(['DEFECT', 'DEFECT', 9]))).toMatchObject({
      n: 9,
      share: 1,
      kappa: null,
      noKappa: 'ONE_CATEGORY',
    });
  });

  it('is told apart from no agreement where only one of them used a single category', () => {
    expect(agreementOf(pairs(['DEFECT', 'DEFECT', 5], ['DEFECT', 'USAGE', 4]))).toMatchObject({
      kappa: 0,
      noKappa: null,
    });
  });

  it('is nothing without items, not nought', () => {
    expect(agreementOf([])).toMatchObject({ n: 0, share: null, kappa: null, noKappa: 'NOTHING' });
  });
});
