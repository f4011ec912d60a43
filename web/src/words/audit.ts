// Words of the trail: one sentence for each change of access.
import type { AuditAction } from '../gql/words';

/** What a sentence may name; each part is a plain word here and stands out on the page. */
export type Told = {
  person: string;
  company: string;
  role: string;
  from: string;
  other: string;
  email: string;
  count: number;
};

const actionsKo: Record<AuditAction, string> = {
  INVITED: '초대',
  INVITATION_ACCEPTED: '초대 수락',
  FIRST_ADMINISTRATOR: '첫 관리자',
  ROLE_CHANGED: '팀 역할 변경',
  MEMBER_ROLE_CHANGED: '핫라인 역할 변경',
  CONTACT_REMOVED: '내보내기',
  DEACTIVATED: '접근 끝냄',
  REACTIVATED: '접근 다시 열기',
  PASSWORD_SET: '비밀번호 설정',
  SESSIONS_ENDED: '로그아웃시킴',
  COMPANY_CREATED: '고객사 추가',
  COMPANY_CHANGED: '고객사 수정',
  SPACE_OPENED: '핫라인 열기',
  PEOPLE_MERGED: '사람 합치기',
  COMPANIES_MERGED: '고객사 합치기',
  MERGE_UNDONE: '합치기 되돌리기',
  HISTORY_IMPORTED: '자료 가져오기',
  IMPORT_UNDONE: '가져오기 되돌리기',
  DATA_EXPORTED: '개인 데이터 내보내기',
  PERSON_ERASED: '개인 데이터 삭제',
  CALENDAR_CREATED: '업무 시간표 추가',
  CALENDAR_CHANGED: '업무 시간표 수정',
  CALENDAR_DELETED: '업무 시간표 삭제',
  COMPANY_CALENDAR_SET: '고객사 업무 시간',
};
/** All of them, in the order in which they are offered. */
export const AUDIT_ACTIONS = Object.keys(actionsKo) as AuditAction[];

const actionsEn: Record<AuditAction, string> = {
  INVITED: 'Invitation',
  INVITATION_ACCEPTED: 'Invitation accepted',
  FIRST_ADMINISTRATOR: 'First administrator',
  ROLE_CHANGED: 'Team role changed',
  MEMBER_ROLE_CHANGED: 'Hotline role changed',
  CONTACT_REMOVED: 'Contact removed',
  DEACTIVATED: 'Access ended',
  REACTIVATED: 'Access given back',
  PASSWORD_SET: 'Password set',
  SESSIONS_ENDED: 'Signed out',
  COMPANY_CREATED: 'Company added',
  COMPANY_CHANGED: 'Company edited',
  SPACE_OPENED: 'Hotline opened',
  PEOPLE_MERGED: 'People merged',
  COMPANIES_MERGED: 'Companies merged',
  MERGE_UNDONE: 'Merge undone',
  HISTORY_IMPORTED: 'History imported',
  IMPORT_UNDONE: 'Import undone',
  DATA_EXPORTED: 'Personal data exported',
  PERSON_ERASED: 'Personal data erased',
  CALENDAR_CREATED: 'Calendar added',
  CALENDAR_CHANGED: 'Calendar changed',
  CALENDAR_DELETED: 'Calendar deleted',
  COMPANY_CALENDAR_SET: 'Hours of a company',
};

const toldKo: Record<AuditAction, (told: Told) => string> = {
  INVITED: ({ email, company, role }) =>
    `${email || '누군가'} 님을 ${company || '우리 팀'}에 ${role ? `${role} 역할로 ` : ''}초대했어요`,
  INVITATION_ACCEPTED: ({ company, role }) =>
    `초대를 수락하고 ${company || '우리 팀'}에 ${role ? `${role} 역할로 ` : ''}들어왔어요`,
  FIRST_ADMINISTRATOR: () => '첫 관리자가 되었어요',
  ROLE_CHANGED: ({ person, from, role }) => `${person} 님의 역할을 ${from}에서 ${role} 역할로 바꿨어요`,
  MEMBER_ROLE_CHANGED: ({ person, company, from, role }) =>
    `${person} 님의 ${company ? `${company} ` : ''}핫라인 역할을 ${from ? `${from}에서 ` : ''}${role} 역할로 바꿨어요`,
  CONTACT_REMOVED: ({ person, company, other }) =>
    `${person} 님을 ${company || '고객사'}에서 내보냈어요${other ? `. 새 관리 담당은 ${other} 님이에요` : ''}`,
  DEACTIVATED: ({ person, other }) =>
    `${person} 님의 접근을 끝냈어요${other ? `. 맡은 대화는 ${other} 님이 이어받았어요` : ''}`,
  REACTIVATED: ({ person }) => `${person} 님의 접근을 다시 열었어요`,
  PASSWORD_SET: () => '메일 링크로 비밀번호를 정했어요',
  SESSIONS_ENDED: ({ person }) => `${person} 님의 기기를 로그아웃했어요`,
  COMPANY_CREATED: ({ company }) => `${company} 고객사를 추가했어요`,
  COMPANY_CHANGED: ({ company }) => `${company} 고객사의 정보를 고쳤어요`,
  SPACE_OPENED: ({ company }) => `${company || '고객사'} 핫라인을 열었어요`,
  PEOPLE_MERGED: ({ person, other, email }) => `${other} (${email}) 님을 ${person} 님에게 합쳤어요`,
  COMPANIES_MERGED: ({ company, other }) => `${other} 고객사를 ${company}에 합쳤어요`,
  MERGE_UNDONE: ({ person, company, other }) => `${other}, ${company || person} 합치기를 되돌렸어요`,
  HISTORY_IMPORTED: ({ other, count }) => `${other} 파일에서 대화 ${count}건을 가져왔어요`,
  IMPORT_UNDONE: ({ other, count }) => `${other} 파일로 가져온 대화 ${count}건을 되돌렸어요`,
  DATA_EXPORTED: ({ person }) => `${person} 님의 개인 데이터를 파일로 받았어요`,
  PERSON_ERASED: ({ other }) =>
    `한 분의 개인 데이터를 요청에 따라 지웠어요${other ? `. 맡은 대화는 ${other} 님이 이어받았어요` : ''}`,
  CALENDAR_CREATED: ({ other }) => `업무 시간표를 추가했어요: ${other}`,
  CALENDAR_CHANGED: ({ other }) => `업무 시간표를 고쳤어요: ${other}`,
  CALENDAR_DELETED: ({ other }) => `업무 시간표를 지웠어요: ${other}`,
  COMPANY_CALENDAR_SET: ({ company, other }) =>
    `${company} 고객사의 업무 시간을 ${other ? `‘${other}’ 시간표` : '기본 시간표'}로 정했어요`,
};
const toldEn: Record<AuditAction, (told: Told) => string> = {
  INVITED: ({ email, company, role }) =>
    `invited ${email || 'somebody'} to ${company || 'the team'}${role ? ` as ${role}` : ''}`,
  INVITATION_ACCEPTED: ({ company, role }) =>
    `accepted an invitation to ${company || 'the team'}${role ? ` as ${role}` : ''}`,
  FIRST_ADMINISTRATOR: () => 'became the first administrator',
  ROLE_CHANGED: ({ person, from, role }) => `changed the role of ${person} from ${from} to ${role}`,
  MEMBER_ROLE_CHANGED: ({ person, company, from, role }) =>
    `changed the hotline role of ${person}${company ? ` at ${company}` : ''}${from ? ` from ${from}` : ''} to ${role}`,
  CONTACT_REMOVED: ({ person, company, other }) =>
    `removed ${person} from ${company || 'a company'}${other ? `; the new owner is ${other}` : ''}`,
  DEACTIVATED: ({ person, other }) =>
    `ended the access of ${person}${other ? `; ${other} took over the open threads` : ''}`,
  REACTIVATED: ({ person }) => `gave ${person} access again`,
  PASSWORD_SET: () => 'set a password with a link by mail',
  SESSIONS_ENDED: ({ person }) => `signed out devices of ${person}`,
  COMPANY_CREATED: ({ company }) => `added the company ${company}`,
  COMPANY_CHANGED: ({ company }) => `edited the company ${company}`,
  SPACE_OPENED: ({ company }) => `opened the hotline of ${company || 'a company'}`,
  PEOPLE_MERGED: ({ person, other, email }) => `merged ${other} (${email}) into ${person}`,
  COMPANIES_MERGED: ({ company, other }) => `merged the company ${other} into ${company}`,
  MERGE_UNDONE: ({ person, company, other }) => `undid the merge of ${other} and ${company || person}`,
  HISTORY_IMPORTED: ({ other, count }) => `imported ${count} threads from ${other}`,
  IMPORT_UNDONE: ({ other, count }) => `undid the import of ${count} threads from ${other}`,
  DATA_EXPORTED: ({ person }) => `exported the personal data of ${person}`,
  PERSON_ERASED: ({ other }) =>
    `erased the personal data of somebody on request${other ? `; ${other} took over the open threads` : ''}`,
  CALENDAR_CREATED: ({ other }) => `added the calendar “${other}”`,
  CALENDAR_CHANGED: ({ other }) => `changed the calendar “${other}”`,
  CALENDAR_DELETED: ({ other }) => `deleted the calendar “${other}”`,
  COMPANY_CALENDAR_SET: ({ company, other }) =>
    `gave ${company} ${other ? `the calendar “${other}”` : 'the default calendar'}`,
};

export const auditKo = {
  title: '변경 기록',
  lead: '누가 언제 누구의 역할과 접근을 바꿨는지 남아요.',
  actions: actionsKo,
  told: toldKo,
  did: (who: string, what: string) => `${who} 님이 ${what}`,
  itself: (what: string) => `시스템이 ${what}`,
  reason: (text: string) => `이유: ${text}`,
  person: '사람',
  anyPerson: '모든 사람',
  nobodyFound: '맞는 이름이 없어요',
  action: '무엇을',
  anyAction: '모든 변경',
  from: '이날부터',
  to: '이날까지',
  clear: '조건 지우기',
  export: 'CSV로 내려받기',
  exporting: (count: number) => `${count}건 모으는 중`,
  exported: (count: number) => `${count}건을 내려받았어요.`,
  exportFailed: 'CSV를 만들지 못했어요.',
  columns: ['때', '누가', '무엇을', '문장', '누구에게', '고객사', '이전 역할', '역할', '이메일', '이유'],
  noneTitle: '아직 기록이 없어요',
  none: '초대, 역할 변경, 접근 종료처럼 권한이 바뀌면 여기에 남아요.',
  noMatchTitle: '조건에 맞는 기록이 없어요',
  noMatch: '기간을 넓히거나 조건을 지워 보세요.',
};

export const auditEn: typeof auditKo = {
  title: 'Audit trail',
  lead: 'Who changed whose role or access, and when.',
  actions: actionsEn,
  told: toldEn,
  did: (who, what) => `${who} ${what}`,
  itself: (what) => `The system ${what}`,
  reason: (text) => `Reason: ${text}`,
  person: 'Person',
  anyPerson: 'Everybody',
  nobodyFound: 'No name matches',
  action: 'What',
  anyAction: 'All changes',
  from: 'From',
  to: 'Until',
  clear: 'Clear the filters',
  export: 'Download as CSV',
  exporting: (count) => `Collecting ${count}`,
  exported: (count) => (count === 1 ? '1 row was downloaded.' : `${count} rows were downloaded.`),
  exportFailed: 'The CSV could not be made.',
  columns: [
    'When',
    'Who',
    'What',
    'Sentence',
    'To whom',
    'Company',
    'Role before',
    'Role',
    'E-mail',
    'Reason',
  ],
  noneTitle: 'Nothing happened yet',
  none: 'Invitations, changed roles, ended access: whatever changes rights shows up here.',
  noMatchTitle: 'Nothing matches',
  noMatch: 'Take a longer period or clear the filters.',
};
