// Words of when somebody answers, for those who wait.
export const answeringKo = {
  open: (hours: string) => `${hours}에 답해요.`,
  today: (hours: string, name: string) => `오늘은 ${hours}에 답해요(${name}).`,
  closed: (opens: string) => `지금은 업무 시간이 아니에요. ${opens}부터 답해요.`,
  holiday: (name: string, opens: string) => `오늘은 ${name} 휴무예요. ${opens}부터 답해요.`,
  never: '지금은 답하는 시간이 정해져 있지 않아요.',
  /** Hours are those of another zone than the page's. */
  inZone: (hours: string, zone: string) => `${hours}(${zone} 기준)`,
};

export const answeringEn: typeof answeringKo = {
  open: (hours) => `We answer ${hours}.`,
  today: (hours, name) => `Today we answer ${hours} (${name}).`,
  closed: (opens) => `We are out of office now. We answer again ${opens}.`,
  holiday: (name, opens) => `We are closed today (${name}). We answer again ${opens}.`,
  never: 'No hours for answers are set right now.',
  inZone: (hours, zone) => `${hours} (${zone} time)`,
};
