// Words of new content: announced by the team, listed and read by contacts.
import { type Locale, useLocale } from './words';

const newContentKo = {
  announce: '고객사에 알리기',
  announceTitle: '새 콘텐츠 알리기',
  announceHint:
    '알린 고객사의 담당자 모두가 알림을 받고, 이 버전의 소개와 자료를 교육 페이지에서 볼 수 있어요. 한 고객사에 같은 버전은 한 번만 알려요.',
  toWhom: '누구에게 알릴까요?',
  audiences: {
    PARTICIPANTS: '이 과정에 참석했거나 참석할 고객사',
    TIER: '등급을 골라서',
    COMPANIES: '고객사를 골라서',
  },
  tier: '등급',
  chosen: '고객사',
  chooseTier: '등급을 골라 주세요.',
  chooseCompanies: '고객사를 하나 이상 골라 주세요.',
  counting: '세는 중이에요…',
  reaches: (companies: string, people: string) => `고객사 ${companies}곳의 담당자 ${people}명에게 알려요.`,
  reachesNobody: '새로 알릴 고객사가 없어요.',
  already: (companies: string) => `이미 알린 고객사 ${companies}곳은 빼고 보내요.`,
  send: (companies: string) => `${companies}곳에 알리기`,
  sent: (companies: string) => `고객사 ${companies}곳에 알리고 있어요.`,
  thisWeek: '이번 주 새 콘텐츠',
  back: '교육으로',
  materials: '자료',
  ask: '이 교육에 대해 물어보기',
  errors: {
    NOT_PUBLISHED: '발행한 버전만 알릴 수 있어요.',
    NEWER_VERSION: '더 새로운 버전이 있어요. 그 버전을 알려 주세요.',
    ARCHIVED: '보관한 과정은 알릴 수 없어요.',
  } as Record<string, string>,
};

const newContentEn: typeof newContentKo = {
  announce: 'Announce to companies',
  announceTitle: 'Announce new content',
  announceHint:
    'All contacts of these companies are told, and find the introduction and the materials of this version on their training page. No company hears of the same version twice.',
  toWhom: 'To whom?',
  audiences: {
    PARTICIPANTS: 'Companies that take or took part in this course',
    TIER: 'Companies of a tier',
    COMPANIES: 'Chosen companies',
  },
  tier: 'Tier',
  chosen: 'Companies',
  chooseTier: 'Choose a tier.',
  chooseCompanies: 'Choose at least one company.',
  counting: 'Counting…',
  reaches: (companies, people) =>
    `It reaches ${people} ${people === '1' ? 'contact' : 'contacts'} of ${companies} ${companies === '1' ? 'company' : 'companies'}.`,
  reachesNobody: 'There is no company left to tell.',
  already: (companies) =>
    companies === '1'
      ? '1 company knows it already and is left out.'
      : `${companies} companies know it already and are left out.`,
  send: (companies) => `Announce to ${companies}`,
  sent: (companies) => `${companies} ${companies === '1' ? 'company is' : 'companies are'} being told.`,
  thisWeek: 'New this week',
  back: 'Training',
  materials: 'Materials',
  ask: 'Ask about this training',
  errors: {
    NOT_PUBLISHED: 'Only what is published can be announced.',
    NEWER_VERSION: 'There is a newer version; announce that one.',
    ARCHIVED: 'An archived course cannot be announced.',
  },
};

const WORDS: Record<Locale, typeof newContentKo> = { ko: newContentKo, en: newContentEn };

export const useNewContentWords = (): typeof newContentKo => WORDS[useLocale()];
