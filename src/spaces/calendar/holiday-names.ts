// What Korea's holidays are called in English. A name that nobody translated yet stays as the gazette has it.

const ENGLISH: Record<string, string> = {
  '1월 1일': 'New Year’s Day',
  '설날 전날': 'Day before Seollal',
  설날: 'Seollal',
  '설날 다음 날': 'Day after Seollal',
  '3ㆍ1절': 'Independence Movement Day',
  노동절: 'Labour Day',
  어린이날: 'Children’s Day',
  '부처님 오신 날': 'Buddha’s Birthday',
  현충일: 'Memorial Day',
  제헌절: 'Constitution Day',
  광복절: 'Liberation Day',
  '추석 전날': 'Day before Chuseok',
  추석: 'Chuseok',
  '추석 다음 날': 'Day after Chuseok',
  개천절: 'National Foundation Day',
  한글날: 'Hangeul Day',
  기독탄신일: 'Christmas Day',
  임시공휴일: 'Temporary public holiday',
  대통령선거: 'Presidential election',
  전국동시지방선거: 'Local elections',
};

export function inEnglish(name: string): string {
  const substitute = /^대체공휴일\((.+)\)$/.exec(name);
  if (substitute?.[1]) return `Substitute holiday for ${inEnglish(substitute[1])}`;
  const temporary = /^임시공휴일\((.+)\)$/.exec(name);
  if (temporary?.[1]) return inEnglish(temporary[1]);
  if (/국회의원선거$/.test(name)) return 'General election';
  return ENGLISH[name] ?? name;
}
