// Every address of the web app, in one place.

/** Contacts see everything below their company: /c/hanbit/… ; staff see the team's pages. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  signInLink: '/link',
  password: '/password',
  invitation: '/invitation',
  firstAdmin: '/first-admin',
  space: (handle: string) => `/c/${handle}`,
  newThread: (handle: string) => `/c/${handle}/new`,
  thread: (handle: string, threadId: string) => `/c/${handle}/t/${threadId}`,
  members: (handle: string) => `/c/${handle}/members`,
  inbox: '/inbox',
  inboxThread: (threadId: string) => `/inbox/${threadId}`,
  replies: '/replies',
  review: '/voc',
  needs: '/needs',
  need: (number: number | string) => `/needs/${number}`,
  quality: '/quality',
  secondLook: '/quality/second-look',
  areas: '/areas',
  /** The review with the form open in which something is written down. */
  writeDown: (companyId: string) => `/voc?write=${companyId}`,
  weekly: '/weekly',
  week: (week: string) => `/weekly/${week}`,
  planning: '/planning',
  planningItem: (number: number) => `/planning/${number}`,
  proof: '/planning/proof',
  roadmap: '/roadmap',
  roadmapOf: (handle: string) => `/c/${handle}/roadmap`,
  youSaid: (handle: string) => `/c/${handle}/you-said`,
  companySaid: (handle: string) => `/companies/${handle}/you-said`,
  training: '/training',
  courses: '/training?show=courses',
  course: (id: string) => `/training/courses/${id}`,
  trainingSession: (id: string) => `/training/sessions/${id}`,
  missionReviews: '/training/reviews',
  mission: (handle: string, id: string) => `/c/${handle}/missions/${id}`,
  trainingOf: (handle: string) => `/c/${handle}/training`,
  trainingSessionOf: (handle: string, id: string) => `/c/${handle}/training/${id}`,
  /** Of contacts below their company, of staff at the root; likewise all that lies below the boards. */
  boards: (handle: string | undefined) => (handle ? `/c/${handle}/boards` : '/boards'),
  boardModeration: '/boards/moderation',
  present: (week: string) => `/weekly/${week}/present`,
  reports: '/reports',
  /** Beside GraphQL: a file of the week's report. */
  reportFile: (week: string, kind: 'pdf' | 'xlsx' | 'csv', locale: string) =>
    `/reports/${week}.${kind}?locale=${locale}`,
  companies: '/companies',
  company: (handle: string) => `/companies/${handle}`,
  calendars: '/calendars',
  calendar: (id: string) => `/calendars/${id}`,
  people: '/people',
  outbox: '/outbox',
  duplicates: '/duplicates',
  audit: '/audit',
  imports: '/import',
  import: (id: string) => `/import/${id}`,
  profile: '/profile',
  notifications: '/notifications',
  notificationsOf: (handle: string) => `/c/${handle}/notifications`,
  mailOff: '/mail-off',
} as const;

/** The company that the address names, for contacts of several. */
export const companyInPath = (pathname: string): string | null =>
  /^\/c\/([a-z0-9-]+)/.exec(pathname)?.[1] ?? null;
