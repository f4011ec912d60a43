// What in a text may point at somebody, before it is sent.
import { findingsIn } from '../../src/community/care.js';

const NAMES = [
  { kind: 'COMPANY' as const, name: '한빛나래제약' },
  { kind: 'COMPANY' as const, name: 'Quillmoor Instruments' },
  { kind: 'PERSON' as const, name: '김민지' },
];
const found = (text: string) => findingsIn(text, NAMES).map(({ kind, text: what }) => `${kind} ${what}`);

it.each([
  ['저희 한빛나래제약에서는요', ['COMPANY 한빛나래제약']],
  ['at QUILLMOOR instruments we', ['COMPANY QUILLMOOR instruments']],
  ['김민지 님이 알려 줬어요', ['PERSON 김민지']],
  ['김민지가 알려 줬어요', ['PERSON 김민지']],
  ['안김민지는 모르는 사람', []],
  ['메일은 kim.minji@hanbit.co.kr 이에요', ['EMAIL kim.minji@hanbit.co.kr']],
  ['010-1234-5678로 전화 주세요', ['PHONE 010-1234-5678']],
  ['전화 02 123 4567', ['PHONE 02 123 4567']],
  ['+82 10-1234-5678', ['PHONE +82 10-1234-5678']],
  ['1588-1234', ['PHONE 1588-1234']],
  ['2026-11-18 에 3,000건', []],
  ['https://wiki.hanbit.example/a?b=1 참고', ['LINK https://wiki.hanbit.example/a?b=1']],
  ['키는 sk-abcdefghijklmnop1234 예요', ['KEY sk-abcdefghijklmnop1234']],
  ['ghp_abcdefghijklmnopqrstuvwx', ['KEY ghp_abcdefghijklmnopqrstuvwx']],
  ['AKIAIOSFODNN7EXAMPLE', ['KEY AKIAIOSFODNN7EXAMPLE']],
  ['결재선이 자꾸 밀려요', []],
])('%s', (text, wanted) => {
  expect(found(text)).toEqual(wanted);
});

it('says where, in order, and nothing twice', () => {
  const text = '김민지(minji@a.example, 010-1234-5678) 한빛나래제약';
  const findings = findingsIn(text, NAMES);
  expect(findings.map(({ start, end }) => text.slice(start, end))).toEqual(findings.map((each) => each.text));
  expect(findings.map(({ kind }) => kind)).toEqual(['PERSON', 'EMAIL', 'PHONE', 'COMPANY']);
});

it('takes a text whose letters change their length when folded', () => {
  expect(found('İ 한빛나래제약')).toEqual(['COMPANY 한빛나래제약']);
});
