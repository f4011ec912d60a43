// Words of certificates and the wall of honour. They come with those pages.
import { useMemo } from 'react';
import { type MissionWords, useMissionWords } from './missions';
import { type Locale, useLocale } from './words';

const certificatesKo = {
  errors: {
    WITHDRAWN: '이미 취소한 수료증이에요.',
    VALID: '지금 유효한 수료증이에요.',
  } as Record<string, string>,
  mine: '내 수료증',
  ours: '우리 회사 수료증',
  oursLead: '관리 담당에게만 보여요.',
  title: '수료증',
  congratulations: (name: string) => `${name} 님, 수료를 축하해요!`,
  heading: '수료증',
  number: '수료 번호',
  date: '수료일',
  sentence: '위 사람은 아래 교육 과정을 모두 마쳤어요.',
  download: '한국어 PDF 내려받기',
  downloadOther: '영어 PDF 내려받기',
  pdfOf: (name: string) => `${name} 수료증 PDF 내려받기`,
  share: '확인 링크',
  shareHint:
    '이 주소를 아는 사람은 누구나 로그인 없이 이름, 과정, 회사, 수료일과 유효한지를 볼 수 있어요. 그 밖에는 아무것도 보이지 않아요.',
  copy: '링크 복사하기',
  copied: '복사했어요',
  withdrawn: '취소된 수료증이에요',
  withdrawnBadge: '취소됨',
  reason: (reason: string) => `이유: ${reason}`,
  of: '수료',
  none: '아직 수료한 사람이 없어요. 미션을 모두 통과하면 수료증이 나와요.',
  withdraw: (name: string) => `${name} 수료증 취소하기`,
  withdrawShort: '취소하기',
  restore: (name: string) => `${name} 수료증 다시 주기`,
  restoreShort: '다시 주기',
  withdrawTitle: (name: string) => `${name} 님의 수료증을 취소할까요?`,
  withdrawHint: '확인 링크에 취소됐다고 나오고 PDF를 내려받을 수 없어요. 언제든 다시 줄 수 있어요.',
  reasonField: '이유 (본인과 그 회사 관리 담당이 읽어요)',
  verifyTitle: '수료증 확인',
  valid: '진짜 수료증이에요',
  notValid: '취소된 수료증이에요',
  notValidText: '발급한 뒤에 취소됐어요. 지금은 효력이 없어요.',
  unknown: '확인할 수 없는 링크예요',
  unknownText: '주소가 모두 복사됐는지 확인해 주세요. 없는 수료증이거나 더는 확인할 수 없는 수료증이에요.',
  checking: '확인하는 중이에요…',
  tooOften: '너무 자주 확인했어요. 잠시 뒤에 다시 해 주세요.',
  name: '이름',
  course: '과정',
  company: '회사',
  wall: '명예의 전당',
  wallLead: '교육을 수료한 동료예요. 우리 회사와 CX 팀에게만 보여요.',
  wallClosed: '아직 열지 않았어요. 열면 수료한 동료와 받은 칭찬이 우리 회사 담당자 모두에게 보여요.',
  wallEmpty: '아직 올라온 사람이 없어요. 수료하면 여기에 이름이 올라가요.',
  openWall: '명예의 전당 열기',
  closeWall: '명예의 전당 닫기',
  keepAway: '나는 명예의 전당에 올리지 않기',
  wallStaff: (company: string) => `${company}의 명예의 전당`,
};

const certificatesEn: typeof certificatesKo = {
  errors: {
    WITHDRAWN: 'This certificate has been withdrawn already.',
    VALID: 'This certificate is valid.',
  },
  mine: 'My certificates',
  ours: 'Certificates of our company',
  oursLead: 'Only owners see these.',
  title: 'Certificate',
  congratulations: (name) => `Congratulations, ${name}!`,
  heading: 'Certificate of completion',
  number: 'Number',
  date: 'Date',
  sentence: 'has completed every part of the training',
  download: 'Download the PDF in English',
  downloadOther: 'Download the PDF in Korean',
  pdfOf: (name) => `Download the certificate of ${name} as a PDF`,
  share: 'Link to verify it',
  shareHint:
    'Whoever has this address sees, without signing in, the name, the course, the company, the day and whether it is valid, and nothing else.',
  copy: 'Copy the link',
  copied: 'Copied',
  withdrawn: 'This certificate was withdrawn',
  withdrawnBadge: 'Withdrawn',
  reason: (reason) => `Reason: ${reason}`,
  of: 'Certificates',
  none: 'Nobody has finished yet. Whoever passes all missions gets a certificate.',
  withdraw: (name) => `Withdraw the certificate of ${name}`,
  withdrawShort: 'Withdraw',
  restore: (name) => `Give the certificate back to ${name}`,
  restoreShort: 'Give back',
  withdrawTitle: (name) => `Withdraw the certificate of ${name}?`,
  withdrawHint: 'Its link says so, and it can no longer be downloaded. You can give it back at any time.',
  reasonField: 'Reason (they and the owner of their space read it)',
  verifyTitle: 'Verify a certificate',
  valid: 'This certificate is real',
  notValid: 'This certificate was withdrawn',
  notValidText: 'It was taken back after it had been given. It is not valid now.',
  unknown: 'This link cannot be verified',
  unknownText:
    'See whether all of the address was copied. There is no such certificate, or it can no longer be verified.',
  checking: 'Looking…',
  tooOften: 'Too many in a short time. Wait a moment and try again.',
  name: 'Name',
  course: 'Course',
  company: 'Company',
  wall: 'Wall of honour',
  wallLead: 'Colleagues who have finished a training. Only your company and the CX team see it.',
  wallClosed:
    'Not open yet. Once it is, everybody of your company sees who has finished a training and the praise they got.',
  wallEmpty: 'Nobody stands here yet. Whoever finishes a training will.',
  openWall: 'Open the wall of honour',
  closeWall: 'Close the wall of honour',
  keepAway: 'Keep me off the wall of honour',
  wallStaff: (company) => `Wall of honour of ${company}`,
};

const WORDS: Record<Locale, typeof certificatesKo> = { ko: certificatesKo, en: certificatesEn };

export type CertificateWords = MissionWords & { certificates: typeof certificatesKo };

export function useCertificateWords(): CertificateWords {
  const words = useMissionWords();
  const locale = useLocale();
  return useMemo(() => {
    const certificates = WORDS[locale];
    const errors = { ...words.shell.errors, ...certificates.errors };
    return { ...words, shell: { ...words.shell, errors }, certificates };
  }, [words, locale]);
}
