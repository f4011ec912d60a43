// Words of a company's figures, and what each of them means.
export const figuresKo = {
  title: '숫자로 보기',
  about: (name: string) => `${name} 설명`,
  open: '열린 대화',
  openMeans: '답변을 기다리거나 고객의 확인을 기다리는 대화예요. 해결되거나 종료된 대화는 세지 않아요.',
  waiting: '답변 대기',
  waitingMeans: '지금 우리가 답할 차례인 대화예요.',
  first: '첫 응답까지',
  firstOf: (count: number) => `최근 30일, ${count}건의 중앙값`,
  firstNone: '최근 30일에 답한 새 대화가 없어요',
  firstMeans:
    '담당자가 대화를 연 때부터 우리가 처음 공개 답글을 쓴 때까지의 시간이에요. 밤과 주말도 세고, 최근 30일에 열려 답을 받은 대화의 중앙값이에요. 내부 노트와 가져온 기록은 세지 않아요.',
  minutes: (count: number) => `${count}분`,
  hours: (hours: number, minutes: number) => (minutes > 0 ? `${hours}시간 ${minutes}분` : `${hours}시간`),
  days: (days: number, hours: number) => (hours > 0 ? `${days}일 ${hours}시간` : `${days}일`),
  voc: '최근 4주의 VOC',
  vocMeans:
    '이번 주와 그 앞 세 주에 집계된 항목이에요. 집계에서 제외된 것은 세지 않고, 나중에 고친 분류를 따라요.',
  vocOf: (category: string, count: number) => `${category} ${count}건 보기`,
  vocNone: '최근 4주 동안 들어온 VOC가 없어요.',
  failed: '숫자를 불러오지 못했어요.',
};

export const figuresEn: typeof figuresKo = {
  title: 'In figures',
  about: (name) => `About: ${name}`,
  open: 'Open threads',
  openMeans: 'Threads that wait for us or for the client. Resolved and closed ones do not count.',
  waiting: 'Waiting for us',
  waitingMeans: 'Threads in which it is our turn now.',
  first: 'First response',
  firstOf: (count) => `Median of ${count}, last 30 days`,
  firstNone: 'No new thread was answered in the last 30 days',
  firstMeans:
    'From a contact opening a thread to our first public message. Nights and weekends count; the median is of threads opened in the last 30 days that were answered. Notes and imported history do not count.',
  minutes: (count) => `${count} min`,
  hours: (hours, minutes) => (minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`),
  days: (days, hours) => (hours > 0 ? `${days} d ${hours} h` : `${days} d`),
  voc: 'VOC of the last 4 weeks',
  vocMeans:
    'Items that count, of this week and the three before it. Withdrawn ones do not, and a category corrected later is followed.',
  vocOf: (category, count) => `${category}: see ${count}`,
  vocNone: 'No VOC came in during the last 4 weeks.',
  failed: 'The figures could not be loaded.',
};
