// What says who somebody is stays in the house.
import { masked } from '../../src/voc/quality/masking.js';
import { NoOpinion, opinionIn } from '../../src/voc/quality/language-model.js';

describe('masking', () => {
  it.each([
    ['김민지입니다. 민지님께 물어봐 주세요', ['김민지'], '[name]입니다. [name]님께 물어봐 주세요'],
    [
      'This is Imogen. Ask Imogen Clarke or CLARKE.',
      ['Imogen Clarke'],
      'This is [name]. Ask [name] or [name].',
    ],
    ['민지한테 온 메일', ['김민지'], '[name]한테 온 메일'],
    ['minji.kim@hanbit.co.kr 로 보내 주세요', [], '[e-mail] 로 보내 주세요'],
    ['담당자@한빛.한국', [], '[e-mail]'],
    ['010-1234-5678, 01012345678, +82 10 1234 5678, (02) 123-4567', [], '[phone], [phone], [phone], [phone]'],
  ])('takes names, addresses and numbers out of %j', (text, names, without) => {
    expect(masked(text, names)).toBe(without);
  });

  it('finds a number that a Korean ending follows, and a name that does', () => {
    expect(masked('010-1234-5678로 Imogen님께', ['Imogen Clarke'])).toBe('[phone]로 [name]님께');
  });

  it.each([
    ['2026-11-18에 1,200명이 3,000,000원을 냈어요', ['김민지']],
    ['2025년 12월 31일 오후 3시 30분', []],
    ['장민지구 지도', ['김민지']],
    ['It also fails', ['Al']],
    ['(a+b)* stays', ['x.*']],
  ])('leaves %j alone', (text, names) => {
    expect(masked(text, names)).toBe(text);
  });
});

describe('the answer of a language model', () => {
  const answer = (content: unknown) => JSON.stringify({ choices: [{ message: { content } }] });
  const good = { category: 'DEFECT', summary: '알림이 오지 않아요.' };

  it('is a category and a sentence', () => {
    expect(opinionIn(answer(JSON.stringify(good)))).toEqual(good);
    const long = { category: 'USAGE', summary: ` a\u0000b\n\n${'긴'.repeat(500)}` };
    const { summary } = opinionIn(answer(JSON.stringify(long)));
    expect(summary.startsWith('a b 긴')).toBe(true);
    expect([...summary]).toHaveLength(300);
  });

  it.each([
    'no JSON',
    '{}',
    '{"choices":[]}',
    answer('not JSON'),
    answer(JSON.stringify({ ...good, category: 'SPAM' })),
    answer(JSON.stringify({ ...good, summary: '  ' })),
    answer(JSON.stringify({ ...good, summary: 7 })),
    answer(JSON.stringify(['DEFECT'])),
    answer('null'),
  ])('is refused without being repeated: %s', (text) => {
    expect(() => opinionIn(text)).toThrow(NoOpinion);
    expect(() => opinionIn(text)).toThrow('something else');
  });
});
