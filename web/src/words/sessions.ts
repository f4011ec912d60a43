// Words of where somebody is signed in.

export const sessionsKo = {
  title: '로그인한 기기',
  hint: '모르는 기기가 있으면 바로 로그아웃하세요.',
  /** Browser and system, as far as they are known. */
  device: (browser: string | null, system: string | null) =>
    [system, browser].filter(Boolean).join(' · ') || '알 수 없는 기기',
  current: '지금 이 기기',
  since: (when: string) => `${when}부터`,
  lastUsed: (day: string) => `마지막 사용 ${day}`,
  end: '로그아웃',
  endOf: (device: string) => `${device} 로그아웃`,
  ended: (device: string) => `${device} 기기를 로그아웃했어요.`,
  others: '다른 기기 모두 로그아웃',
  othersTitle: '이 기기만 남기고 모두 로그아웃할까요?',
  othersText: '다른 기기는 바로 로그아웃되고, 메일로 받은 로그인 링크도 더는 쓸 수 없어요.',
  othersDone: '다른 기기를 모두 로그아웃했어요.',
  ofPerson: '모든 기기에서 로그아웃',
  ofPersonTitle: (name: string) => `${name} 님을 모든 기기에서 로그아웃할까요?`,
  ofPersonText: '바로 로그아웃돼요. 다시 로그인할 수 있고, 맡은 일과 쓴 글은 그대로예요.',
  ofPersonDone: (name: string) => `${name} 님을 모든 기기에서 로그아웃했어요.`,
};

export const sessionsEn: typeof sessionsKo = {
  title: 'Where you are signed in',
  hint: 'Sign out any device that you do not know.',
  device: (browser, system) =>
    browser && system ? `${browser} on ${system}` : (browser ?? system ?? 'Unknown device'),
  current: 'This device',
  since: (when) => `since ${when}`,
  lastUsed: (day) => `last used ${day}`,
  end: 'Sign out',
  endOf: (device) => `Sign out ${device}`,
  ended: (device) => `${device} is signed out.`,
  others: 'Sign out all other devices',
  othersTitle: 'Sign out everywhere but here?',
  othersText: 'Other devices are signed out at once, and sign-in links in your mails stop working.',
  othersDone: 'All other devices are signed out.',
  ofPerson: 'Sign out everywhere',
  ofPersonTitle: (name) => `Sign ${name} out on all devices?`,
  ofPersonText:
    'It happens at once. They can sign in again; what they work on and what they wrote stays as it is.',
  ofPersonDone: (name) => `${name} is signed out everywhere.`,
};
