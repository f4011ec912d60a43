// What a browser does with findings while somebody writes on: where they stand now, and what takes their place.
import { byPart, carried, type Finding, joined, masked } from '../../web/src/community/care.js';

const found = (text: string, word: string, kind: Finding['kind'] = 'COMPANY'): Finding => {
  const start = text.indexOf(word);
  return { kind, start, end: start + word.length, text: word };
};

describe('masking what points at somebody', () => {
  it('puts a word of the reader’s language in its place, and leaves the particles', () => {
    const text = '한빛제약에서 010-1234-5678 로 전화 주세요';
    const all = [found(text, '한빛제약'), found(text, '010-1234-5678', 'PHONE')];
    expect(masked(text, all, 'ko')).toBe('○○사에서 [전화번호] 로 전화 주세요');
    expect(masked(text, all, 'en')).toBe('[company]에서 [phone] 로 전화 주세요');
  });

  it('says 님 once', () => {
    const text = '저희 김민지 님이 물어보래요';
    expect(masked(text, [found(text, '김민지', 'PERSON')], 'ko')).toBe('저희 ○○○ 님이 물어보래요');
  });

  it('knows in which part of a question a finding stands', () => {
    const parts = ['한빛제약의 결재', '내용에는 hello@hanbit.example', '한빛제약'];
    const text = joined(parts);
    const last = { ...found(text, '한빛제약'), start: text.length - 4, end: text.length };
    const all = [found(text, '한빛제약'), found(text, 'hello@hanbit.example', 'EMAIL'), last];
    expect(byPart(parts, all).map((each) => each.map(({ start }) => start))).toEqual([[0], [5], [0]]);
  });

  it.each(['안녕하세요. 우리 한빛제약 사람들', '우리 한빛제약 사람들이에요'])(
    'keeps a finding at its word in %j',
    (after) => {
      const before = '우리 한빛제약 사람들';
      const [moved] = carried([found(before, '한빛제약')], before, after);
      expect(after.slice(moved?.start, moved?.end)).toBe('한빛제약');
    },
  );

  it('forgets a finding whose word is being changed', () => {
    const before = '우리 한빛제약 사람들';
    expect(carried([found(before, '한빛제약')], before, '우리 한빛약 사람들')).toEqual([]);
  });
});
