// Words of the first steps; they come with the tour itself.
import type { StaffRole } from '../gql/words';
import { MOD } from '../threads/typing';
import { useLocale } from './words';

export type Step = { title: string; text: string };
type TourWords = {
  title: string;
  skip: string;
  next: string;
  done: string;
  place: (step: number, of: number) => string;
  steps: Record<StaffRole | 'CONTACT', Step[]>;
};

const ko: TourWords = {
  title: '첫걸음',
  skip: '건너뛰기',
  next: '다음',
  done: '시작하기',
  place: (step, of) => `${of}개 중 ${step}번째`,
  steps: {
    CONTACT: [
      {
        title: '무엇이든 여기에서 물어보세요',
        text: '‘질문하기’를 누르고 그대로 적으면 돼요. 화면 사진은 붙여 넣거나 끌어다 놓으세요.',
      },
      {
        title: '지금 어떤 상태인지 바로 보여요',
        text: 'CX팀이 읽었는지, 답변이 왔는지 대화마다 보여요. 동료의 질문과 답변도 함께 볼 수 있어요.',
      },
      {
        title: '답변이 오면 알려 드려요',
        text: '종 모양을 누르면 모두 모여 있어요. 오래 읽지 않으면 메일로도 보내 드려요.',
      },
    ],
    AGENT: [
      {
        title: '손을 떼지 않고 처리해요',
        text: 'j와 k로 움직이고, r로 답장, n으로 내부 노트, e로 해결해요. 모든 키는 ?에 있어요.',
      },
      {
        title: '노란색은 우리끼리예요',
        text: '내부 노트는 노란색이고 고객에게는 어떤 길로도 보이지 않아요. @로 동료를 부를 수 있어요.',
      },
      {
        title: '말 한마디가 숫자가 돼요',
        text: '대화마다 VOC 분류가 제안돼요. 1부터 5까지의 키로 정하면 이번 주 집계에 바로 들어가요.',
      },
      {
        title: '무엇이든 찾기',
        text: `${MOD}+K로 대화, 고객사, 사람, 할 일을 한곳에서 찾아요. 초성도 돼요.`,
      },
    ],
    LEAD: [
      {
        title: '누가 바쁜지 먼저 보여요',
        text: '인박스의 팀 현황에서 동료마다 맡은 대화와 가장 오래 기다린 시간을 봐요. 숫자를 누르면 그 대화가 열려요.',
      },
      {
        title: '한 번에 나눠 맡겨요',
        text: 'x로 고르고 담당자를 정하거나 해결해요. 잘못했다면 z로 되돌려요.',
      },
      { title: '모든 키는 ?에', text: `${MOD}+K로는 무엇이든 찾을 수 있어요.` },
    ],
    PLANNER: [
      {
        title: '이번 주에 무엇이 커졌나요',
        text: '다섯 분류의 수와 변화를 먼저 보세요. 모든 숫자는 누르면 그 숫자를 이룬 말이 열려요.',
      },
      { title: '뜻이 궁금하면', text: '숫자 옆의 i에 정의가 있어요. 회의에서는 전체 화면으로 보여 주세요.' },
      {
        title: '원하는 대로 좁혀요',
        text: 'VOC 검토에서 고객사, 등급, 영역, 기간으로 좁히고 CSV로 받아요.',
      },
    ],
    ADMIN: [
      { title: '고객사부터', text: '고객사를 만들면 규모에 따라 핫라인이 저절로 열려요.' },
      { title: '동료를 초대해요', text: '사람에서 여러 주소를 한 번에 붙여 넣어 초대할 수 있어요.' },
      {
        title: '지난 기록도 가져와요',
        text: '터미널에서 npm run import -- 파일.csv 를 실행하면 지난 문의가 그 주의 집계에 들어가요.',
      },
      { title: '누가 무엇을 바꿨는지', text: '역할과 접근의 변화는 모두 변경 기록에 남아요.' },
    ],
  },
};

const en: TourWords = {
  title: 'First steps',
  skip: 'Skip',
  next: 'Next',
  done: 'Start',
  place: (step, of) => `Step ${step} of ${of}`,
  steps: {
    CONTACT: [
      {
        title: 'Ask anything here',
        text: 'Press “Ask a question” and write as you speak. Paste or drop a screenshot if it helps.',
      },
      {
        title: 'See where things stand',
        text: 'Each thread shows whether we have read it and whether there is an answer. Your colleagues’ threads are here, too.',
      },
      {
        title: 'We tell you',
        text: 'Answers gather under the bell. What stays unread for a while also comes by mail.',
      },
    ],
    AGENT: [
      {
        title: 'Hands on the keyboard',
        text: 'j and k move, r replies, n writes a note, e resolves. ? shows every key.',
      },
      {
        title: 'Yellow stays among us',
        text: 'Notes are yellow and reach a client by no road. Call a colleague with @.',
      },
      {
        title: 'Every word counts',
        text: 'Each thread comes with a proposed VOC category. Keys 1 to 5 decide; this week’s figures follow at once.',
      },
      {
        title: 'Find anything',
        text: `${MOD}+K finds threads, companies, people and things to do, also by first consonants.`,
      },
    ],
    LEAD: [
      {
        title: 'Who is busy',
        text: 'The load of the team shows what each colleague has and who waits longest. Every number opens its threads.',
      },
      { title: 'Share it out', text: 'Mark with x, then assign or resolve. z takes it back.' },
      { title: 'Every key is under ?', text: `${MOD}+K finds anything.` },
    ],
    PLANNER: [
      {
        title: 'What grew this week',
        text: 'Start with the five categories and their changes. Every number opens the words behind it.',
      },
      {
        title: 'What a number means',
        text: 'Its definition is under the i beside it. In the meeting, show the page full screen.',
      },
      {
        title: 'Narrow it down',
        text: 'In the VOC review by company, tier, area or week; take the list along as CSV.',
      },
    ],
    ADMIN: [
      { title: 'Companies first', text: 'A company of the right size gets its hotline by itself.' },
      { title: 'Invite colleagues', text: 'Under People, paste many addresses at once.' },
      {
        title: 'Bring your history',
        text: 'npm run import -- FILE.csv in a terminal puts past inquiries into their own weeks.',
      },
      { title: 'Who changed what', text: 'Every change of role and access stands in the audit trail.' },
    ],
  },
};

export const useTourWords = (): TourWords => (useLocale() === 'ko' ? ko : en);
