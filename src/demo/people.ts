// Demonstration content, the cast: the provider, its staff, the client companies with their contacts, product areas and tags; also the shapes of all demonstration content.

export type Category = 'USAGE' | 'DEFECT' | 'IMPROVEMENT' | 'FEATURE' | 'ACCOUNT';

export type DemoPerson = {
  /** Unique over staff and contacts; the same key and e-mail in two companies is one person. */
  key: string;
  name: string;
  email: string;
  locale: 'ko' | 'en';
  /** Staff only; a contact has none. */
  role?: 'AGENT' | 'LEAD' | 'PLANNER' | 'ADMIN';
  title: string;
};

export type DemoCompany = {
  key: string;
  name: string;
  domain: string;
  employees: number;
  tier: 'STANDARD' | 'PREMIUM' | 'VIP';
  contacts: DemoPerson[];
  /** Keys of contacts who follow the space and never write in it. */
  readers?: string[];
  /** Why a company below 50 employees got a space all the same. */
  openedBecause?: string;
};

export type DemoEntry = {
  /** Key of a person. */
  by: string;
  /** Minutes since the previous entry. */
  after: number;
  /** A public message, Markdown. */
  say?: string;
  /** A staff note. */
  note?: string;
  /** Happens after what is said in the same entry. */
  do?: 'RESOLVE' | 'REOPEN' | 'ASSIGN';
  /** Key of the agent, with ASSIGN. */
  assignee?: string;
};

export type DemoThread = {
  company: string;
  title?: string;
  /** 0 is the last day of the story, a Friday; so 5 and 6, 12 and 13, … are a weekend. */
  daysAgo: number;
  /** Seoul time, HH:MM. */
  at: string;
  area?: string;
  category: Category;
  /** A person confirmed the category. */
  reviewed?: boolean;
  priority?: 'LOW' | 'HIGH' | 'URGENT';
  tags?: string[];
  channel?: 'HOTLINE';
  /** The first one opens the thread: by a contact, or by staff for announcements. */
  entries: DemoEntry[];
};

export type DemoShort = {
  company: string;
  by: string;
  daysAgo: number;
  at: string;
  category: Category;
  area?: string;
  text: string;
  answer?: string;
  answeredBy?: string;
};

export const demoProvider = {
  name: { ko: '두레솜', en: 'Duresom' },
  domain: 'duresom.example',
};

export const demoStaff: DemoPerson[] = [
  { key: 'seoyeon', name: '한서연', email: 'seoyeon.han@duresom.example', locale: 'ko', role: 'LEAD', title: 'CX팀 팀장' },
  { key: 'doyun', name: '강도윤', email: 'doyun.kang@duresom.example', locale: 'ko', role: 'AGENT', title: 'CX 매니저' },
  { key: 'hyejin', name: '백혜진', email: 'hyejin.baek@duresom.example', locale: 'ko', role: 'AGENT', title: 'CX 시니어 매니저' },
  { key: 'taeho', name: '노태호', email: 'taeho.noh@duresom.example', locale: 'ko', role: 'AGENT', title: 'CX 기술지원' },
  { key: 'jiwoo', name: '문지우', email: 'jiwoo.moon@duresom.example', locale: 'ko', role: 'AGENT', title: 'CX 매니저' },
  { key: 'eunbi', name: '류은비', email: 'eunbi.ryu@duresom.example', locale: 'ko', role: 'AGENT', title: 'CX 매니저' },
  { key: 'juwon', name: '차주원', email: 'juwon.cha@duresom.example', locale: 'ko', role: 'AGENT', title: 'CX 기술지원' },
  { key: 'nari', name: '표나리', email: 'nari.pyo@duresom.example', locale: 'ko', role: 'AGENT', title: 'CX 교육 담당' },
  { key: 'sanghyun', name: '민상현', email: 'sanghyun.min@duresom.example', locale: 'ko', role: 'AGENT', title: 'CX 매니저' },
  { key: 'gaeun', name: '추가은', email: 'gaeun.choo@duresom.example', locale: 'ko', role: 'AGENT', title: 'CX 주니어 매니저' },
  { key: 'kyuri', name: '도규리', email: 'kyuri.do@duresom.example', locale: 'ko', role: 'AGENT', title: 'CX 교육 담당' },
  { key: 'minseok', name: '심민석', email: 'minseok.shim@duresom.example', locale: 'ko', role: 'AGENT', title: 'CX 계정·계약 담당' },
  { key: 'grace', name: 'Grace Oh', email: 'grace.oh@duresom.example', locale: 'en', role: 'AGENT', title: 'Global CX Manager' },
  { key: 'wonjae', name: '하원재', email: 'wonjae.ha@duresom.example', locale: 'ko', role: 'PLANNER', title: '제품기획 리드' },
  { key: 'yewon', name: '변예원', email: 'yewon.byun@duresom.example', locale: 'ko', role: 'PLANNER', title: '모바일 제품기획' },
  { key: 'dongjin', name: '옥동진', email: 'dongjin.ok@duresom.example', locale: 'ko', role: 'ADMIN', title: '사내 시스템 관리자' },
];

export const demoAreas: { key: string; ko: string; en: string; parent?: string }[] = [
  { key: 'project', ko: '프로젝트', en: 'Projects' },
  { key: 'task', ko: '업무', en: 'Tasks', parent: 'project' },
  { key: 'post', ko: '게시글', en: 'Posts', parent: 'project' },
  { key: 'chat', ko: '채팅', en: 'Chat' },
  { key: 'meeting', ko: '화상회의', en: 'Video meetings' },
  { key: 'calendar', ko: '캘린더', en: 'Calendar' },
  { key: 'drive', ko: '드라이브', en: 'Drive' },
  { key: 'mobile', ko: '모바일 앱', en: 'Mobile app' },
  { key: 'notification', ko: '알림', en: 'Notifications' },
  { key: 'approval', ko: '전자결재', en: 'Approvals' },
  { key: 'search', ko: '검색', en: 'Search' },
  { key: 'admin', ko: '관리자 콘솔', en: 'Admin console' },
  { key: 'orgchart', ko: '조직도', en: 'Organisation chart', parent: 'admin' },
  { key: 'permission', ko: '권한', en: 'Permissions', parent: 'admin' },
  { key: 'billing', ko: '요금·계약', en: 'Plan and billing', parent: 'admin' },
  { key: 'integration', ko: '외부 연동', en: 'Integrations' },
];

export const demoTags: string[] = [
  '푸시알림',
  '릴리스영향',
  '대결위임',
  '아웃룩연동',
  '교육후속',
  '인사이동',
  '계약갱신',
  '보안점검',
];

/** Works for an agency and, in its client's name, in the client's space too: one person in two companies. */
const haesol: DemoPerson = {
  key: 'haesol',
  name: '정해솔',
  email: 'haesol.jung@dasom.example',
  locale: 'ko',
  title: '프로젝트 매니저',
};

export const demoCompanies: DemoCompany[] = [
  {
    key: 'dalbit', name: '달빛모아유통', domain: 'dalbit.example', employees: 8400, tier: 'VIP',
    contacts: [
      { key: 'yeonwoo', name: '배연우', email: 'yeonwoo.bae@dalbit.example', locale: 'ko', title: '디지털혁신팀 매니저' },
      { key: 'dongha', name: '탁동하', email: 'dongha.tak@dalbit.example', locale: 'ko', title: '점포운영 파트장' },
      { key: 'sujin', name: '지수진', email: 'sujin.ji@dalbit.example', locale: 'ko', title: '인재개발팀 교육 담당' },
      { key: 'junyoung', name: '곽준영', email: 'junyoung.kwak@dalbit.example', locale: 'ko', title: '정보보안팀 책임' },
      haesol,
      { key: 'misun', name: '편미선', email: 'misun.pyeon@dalbit.example', locale: 'ko', title: '경영지원 본부장' },
    ],
    readers: ['misun'],
  },
  {
    key: 'onnurim', name: '온누림의료재단', domain: 'onnurim.example', employees: 3100, tier: 'VIP',
    contacts: [
      { key: 'nayeon', name: '천나연', email: 'nayeon.cheon@onnurim.example', locale: 'ko', title: '간호부 행정 파트장' },
      { key: 'kyungmin', name: '피경민', email: 'kyungmin.pi@onnurim.example', locale: 'ko', title: '의료정보팀 팀장' },
      { key: 'suah', name: '진수아', email: 'suah.jin@onnurim.example', locale: 'ko', title: '총무팀 주임' },
      { key: 'byungho', name: '여병호', email: 'byungho.yeo@onnurim.example', locale: 'ko', title: '원무부 부장' },
    ],
  },
  {
    key: 'hanbit', name: '한빛나래제약', domain: 'hanbit.example', employees: 2300, tier: 'VIP',
    contacts: [
      { key: 'minji', name: '김민지', email: 'minji.kim@hanbit.example', locale: 'ko', title: 'IT기획팀 과장' },
      { key: 'sungho', name: '조성호', email: 'sungho.jo@hanbit.example', locale: 'ko', title: '영업지원팀 팀장' },
      { key: 'bora', name: '양보라', email: 'bora.yang@hanbit.example', locale: 'ko', title: '인사팀 대리' },
      { key: 'jaehwan', name: '엄재환', email: 'jaehwan.eom@hanbit.example', locale: 'ko', title: '품질보증부 부장' },
      { key: 'kihyun', name: '우기현', email: 'kihyun.woo@hanbit.example', locale: 'ko', title: '경영지원 상무' },
    ],
    readers: ['kihyun'],
  },
  {
    key: 'maru', name: '마루뫼해운', domain: 'marumoe.example', employees: 1750, tier: 'PREMIUM',
    contacts: [
      { key: 'seungmin', name: '육승민', email: 'seungmin.yuk@marumoe.example', locale: 'ko', title: 'IT운영팀 대리' },
      { key: 'dahye', name: '국다혜', email: 'dahye.kook@marumoe.example', locale: 'ko', title: '선박관리팀 과장' },
      { key: 'inseong', name: '왕인성', email: 'inseong.wang@marumoe.example', locale: 'ko', title: '해무팀 차장' },
    ],
  },
  {
    key: 'pureun', name: '푸른이랑식품', domain: 'pureunirang.example', employees: 960, tier: 'PREMIUM',
    contacts: [
      { key: 'soyun', name: '채소윤', email: 'soyun.chae@pureunirang.example', locale: 'ko', title: '총무팀 과장' },
      { key: 'gunho', name: '길건호', email: 'gunho.gil@pureunirang.example', locale: 'ko', title: '생산관리팀 반장' },
      { key: 'mijeong', name: '방미정', email: 'mijeong.bang@pureunirang.example', locale: 'ko', title: '재무팀 차장' },
    ],
  },
  {
    key: 'gaon', name: '가온여울건설', domain: 'gaonyeoul.example', employees: 640, tier: 'PREMIUM',
    contacts: [
      { key: 'sora', name: '경소라', email: 'sora.kyung@gaonyeoul.example', locale: 'ko', title: '경영지원팀 대리' },
      { key: 'hyunwoo', name: '기현우', email: 'hyunwoo.ki@gaonyeoul.example', locale: 'ko', title: '공무팀 과장' },
      { key: 'dukhwa', name: '마덕화', email: 'dukhwa.ma@gaonyeoul.example', locale: 'ko', title: '현장소장' },
    ],
  },
  {
    key: 'taerin', name: '태린가람소재', domain: 'taeringaram.example', employees: 520, tier: 'STANDARD',
    contacts: [
      { key: 'jungah', name: '범정아', email: 'jungah.beom@taeringaram.example', locale: 'ko', title: '경영기획팀 과장' },
      { key: 'wonsik', name: '계원식', email: 'wonsik.gye@taeringaram.example', locale: 'ko', title: '생산기술팀 차장' },
    ],
  },
  {
    key: 'quillmoor', name: 'Quillmoor Instruments', domain: 'quillmoor.example', employees: 420, tier: 'PREMIUM',
    contacts: [
      { key: 'imogen', name: 'Imogen Thackwell', email: 'imogen.thackwell@quillmoor.example', locale: 'en', title: 'Operations Manager' },
      { key: 'rafael', name: 'Rafael Okonjo', email: 'rafael.okonjo@quillmoor.example', locale: 'en', title: 'IT Systems Lead' },
      { key: 'priya', name: 'Priya Nandakumar', email: 'priya.nandakumar@quillmoor.example', locale: 'en', title: 'Finance Business Partner' },
    ],
  },
  {
    key: 'saetbyeol', name: '샛별담은교육', domain: 'saetbyeol.example', employees: 310, tier: 'STANDARD',
    contacts: [
      { key: 'yejun', name: '감예준', email: 'yejun.gam@saetbyeol.example', locale: 'ko', title: '콘텐츠개발팀 팀장' },
      { key: 'nahyun', name: '명나현', email: 'nahyun.myung@saetbyeol.example', locale: 'ko', title: '경영지원 사원' },
    ],
  },
  {
    key: 'hanui', name: '하늬바람관광', domain: 'hanuibaram.example', employees: 240, tier: 'PREMIUM',
    contacts: [
      { key: 'dohee', name: '견도희', email: 'dohee.gyeon@hanuibaram.example', locale: 'ko', title: '경영지원팀 팀장' },
      { key: 'seungwoo', name: '제갈승우', email: 'seungwoo.jegal@hanuibaram.example', locale: 'ko', title: '상품기획팀 대리' },
    ],
  },
  {
    key: 'orrinvale', name: 'Orrinvale Biologics', domain: 'orrinvale.example', employees: 180, tier: 'STANDARD',
    contacts: [
      { key: 'marcus', name: 'Marcus Feldt', email: 'marcus.feldt@orrinvale.example', locale: 'en', title: 'Head of Lab Operations' },
      { key: 'hanna', name: 'Hanna Lysgaard', email: 'hanna.lysgaard@orrinvale.example', locale: 'en', title: 'Office Manager' },
    ],
  },
  {
    key: 'tarnwick', name: 'Tarnwick Interactive', domain: 'tarnwick.example', employees: 95, tier: 'STANDARD',
    contacts: [
      { key: 'jonas', name: 'Jonas Wetherell', email: 'jonas.wetherell@tarnwick.example', locale: 'en', title: 'Producer' },
      { key: 'aylin', name: 'Aylin Demirtas', email: 'aylin.demirtas@tarnwick.example', locale: 'en', title: 'People & Admin' },
    ],
  },
  {
    key: 'dasom', name: '다솜결디자인', domain: 'dasom.example', employees: 28, tier: 'STANDARD',
    openedBecause: '달빛모아유통의 브랜드 협력사. 두 회사가 공동 프로젝트 6개를 함께 쓰고 있어 달빛모아유통의 요청으로 전용 공간을 열었어요.',
    contacts: [
      haesol,
      { key: 'rian', name: '안리안', email: 'rian.ahn@dasom.example', locale: 'ko', title: '대표' },
    ],
  },
  {
    key: 'sorae', name: '소래깃스튜디오', domain: 'soraegit.example', employees: 34, tier: 'STANDARD',
    contacts: [
      { key: 'taemin', name: '어태민', email: 'taemin.eo@soraegit.example', locale: 'ko', title: '운영 매니저' },
    ],
  },
];
