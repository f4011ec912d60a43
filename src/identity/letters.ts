// The letters of sign-in and invitation, in the reader's language.
import type { Letter } from '../platform/mail/index.js';
import type { Locale } from './person.entity.js';

type To = { personId: string | null; email: string; locale: Locale };
type Words = Pick<Letter, 'subject' | 'paragraphs'> & { label: string };

const letter = (to: To, kind: string, url: string, words: Record<Locale, Words>): Letter => {
  const { subject, paragraphs, label } = words[to.locale];
  return {
    personId: to.personId,
    to: to.email,
    locale: to.locale,
    kind,
    subject,
    paragraphs,
    action: { label, url },
  };
};

export const signInLetter = (to: To, url: string): Letter =>
  letter(to, 'SIGN_IN', url, {
    ko: {
      subject: '로그인 링크가 도착했어요',
      paragraphs: [
        '아래 버튼을 누르면 바로 로그인돼요. 15분 동안 한 번만 쓸 수 있어요.',
        '요청한 적이 없다면 이 메일을 무시해 주세요.',
      ],
      label: '로그인하기',
    },
    en: {
      subject: 'Your sign-in link',
      paragraphs: [
        'This button signs you in. It works once, for 15 minutes.',
        'If you did not ask for it, ignore this mail.',
      ],
      label: 'Sign in',
    },
  });

export const passwordLetter = (to: To, url: string): Letter =>
  letter(to, 'PASSWORD', url, {
    ko: {
      subject: '비밀번호를 새로 정해 주세요',
      paragraphs: [
        '아래 버튼으로 새 비밀번호를 정할 수 있어요. 15분 동안 한 번만 쓸 수 있어요.',
        '요청한 적이 없다면 이 메일을 무시해 주세요. 지금 비밀번호는 그대로예요.',
      ],
      label: '비밀번호 정하기',
    },
    en: {
      subject: 'Choose a new password',
      paragraphs: [
        'This button lets you choose a new password. It works once, for 15 minutes.',
        'If you did not ask for it, ignore this mail: your password stays as it is.',
      ],
      label: 'Choose a password',
    },
  });

export const invitationLetter = (to: To, url: string, inviter: string, place: string): Letter =>
  letter(to, 'INVITATION', url, {
    ko: {
      subject: `${inviter} 님이 ${place}에 초대했어요`,
      paragraphs: [
        `${inviter} 님이 ${place} 핫라인에 초대했어요. 문의와 답변이 한곳에 모여 있어요.`,
        '아래 버튼은 7일 동안 쓸 수 있어요.',
      ],
      label: '초대 수락하기',
    },
    en: {
      subject: `${inviter} invites you to ${place}`,
      paragraphs: [
        `${inviter} invites you to the hotline of ${place}: every question and answer in one place.`,
        'The button works for 7 days.',
      ],
      label: 'Accept the invitation',
    },
  });
