// Words for answers of the boards that our team would like to see as help articles.
import { type Locale, useLocale } from './words';

const ko = {
  title: '도움말 후보',
  lead: '게시판 답변 가운데 도움말로 만들면 좋을 것들이에요. 글쓴이는 여기에도 없어요.',
  offer: '도움말로 추천',
  offered: '도움말 후보에 넣었어요.',
  takeBack: '후보에서 빼기',
  takenBack: '후보에서 뺐어요.',
  badge: '도움말 후보',
  by: (name: string, day: string) => `${name} 추천 · ${day}`,
  question: '질문',
  answer: '답변',
  noTitle: '질문이 지워졌어요',
  inThread: '게시판에서 보기',
  none: '아직 추천한 답변이 없어요',
  noneText: '게시판에서 좋은 답변을 보면 글 메뉴에서 “도움말로 추천”을 눌러 주세요.',
  export: 'CSV로 내려받기',
  exported: (n: number) => `답변 ${n}개를 내려받았어요.`,
  exportFailed: '내려받지 못했어요. 다시 해 보세요.',
  columns: ['게시판', '제목', '질문', '답변', '태그', '추천한 날', '추천한 사람'],
};

const en: typeof ko = {
  title: 'Help candidates',
  lead: 'Answers from the boards that would make help articles. Who wrote them is not known here either.',
  offer: 'Suggest as a help article',
  offered: 'Now a help candidate.',
  takeBack: 'Take off the candidates',
  takenBack: 'No longer a help candidate.',
  badge: 'Help candidate',
  by: (name, day) => `Suggested by ${name} · ${day}`,
  question: 'Question',
  answer: 'Answer',
  noTitle: 'The question was deleted',
  inThread: 'See it on the board',
  none: 'No answer was suggested yet',
  noneText: 'Where you see a good answer on a board, choose “Suggest as a help article” in its menu.',
  export: 'Download as CSV',
  exported: (n) => (n === 1 ? 'Downloaded one answer.' : `Downloaded ${n} answers.`),
  exportFailed: 'It could not be downloaded. Try again.',
  columns: ['Board', 'Title', 'Question', 'Answer', 'Tags', 'Suggested on', 'Suggested by'],
};

const words: Record<Locale, typeof ko> = { ko, en };

export const useOfferWords = () => words[useLocale()];
