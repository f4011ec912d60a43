// Which page stands at which address; every page is a chunk of its own.
import { IconMapOff } from '@tabler/icons-react';
import { Button } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';
import { Link, Navigate, Route, Routes, useLocation } from 'react-router';
import { Loading, Saying } from '../kit/states';
import { paths } from '../paths';
import type { Session } from '../session/client';
import { LiveProvider } from '../session/live';
import { type Me, useMe } from '../session/me';
import { useWords } from '../words/words';
import { ThreadSlots } from '../threads/slots';
import { Frame } from './Frame';
import { Unreachable } from './Unreachable';

const SignInPage = lazy(() => import('../signin/SignInPage'));
const LinkPage = lazy(() => import('../signin/LinkPage'));
const PasswordPage = lazy(() => import('../signin/PasswordPage'));
const InvitationPage = lazy(() => import('../signin/InvitationPage'));
const FirstAdminPage = lazy(() => import('../signin/FirstAdminPage'));
const KitPage = lazy(() => import('../kit/KitPage'));
const MailOffPage = lazy(() => import('../notifications/MailOffPage'));
const NotificationsPage = lazy(() => import('../notifications/NotificationsPage'));
const SpacePage = lazy(() => import('../threads/SpacePage'));
const NewThreadPage = lazy(() => import('../threads/NewThreadPage'));
const ThreadPage = lazy(() => import('../threads/ThreadPage'));
const InboxPage = lazy(() => import('../threads/InboxPage'));
const RepliesPage = lazy(() => import('../threads/RepliesPage'));
const MembersPage = lazy(() => import('../people/MembersPage'));
const ReviewPage = lazy(() => import('../voc/ReviewPage'));
const NeedsPage = lazy(() => import('../voc/NeedsPage'));
const NeedPage = lazy(() => import('../voc/NeedPage'));
const QualityPage = lazy(() => import('../voc/QualityPage'));
const SecondLookPage = lazy(() => import('../voc/SecondLookPage'));
const AreasPage = lazy(() => import('../voc/AreasPage'));
const WeeklyPage = lazy(() => import('../voc/WeeklyPage'));
const PlanningPage = lazy(() => import('../voc/planning/PlanningPage'));
const PlanningItemPage = lazy(() => import('../voc/planning/PlanningItemPage'));
const ProofPage = lazy(() => import('../voc/planning/ProofPage'));
const YouSaidPage = lazy(() => import('../voc/planning/YouSaidPage'));
const RoadmapPage = lazy(() => import('../voc/planning/RoadmapPage'));
const TrainingPage = lazy(() => import('../training/TrainingPage'));
const CoursePage = lazy(() => import('../training/CoursePage'));
const SessionPage = lazy(() => import('../training/SessionPage'));
const MyTrainingPage = lazy(() => import('../training/MyTrainingPage'));
const MissionPage = lazy(() => import('../training/MissionPage'));
const ReviewsPage = lazy(() => import('../training/ReviewsPage'));
const ContentPage = lazy(() => import('../training/ContentPage'));
const TroublesPage = lazy(() => import('../training/TroublesPage'));
const ProjectPage = lazy(() => import('../training/ProjectPage'));
const AdoptionPage = lazy(() => import('../training/AdoptionPage'));
const QuietPage = lazy(() => import('../training/QuietPage'));
const CertificatePage = lazy(() => import('../training/CertificatePage'));
const VerifyPage = lazy(() => import('../training/VerifyPage'));
const MySessionPage = lazy(() => import('../training/MySessionPage'));
const BoardsPage = lazy(() => import('../community/BoardsPage'));
const BoardPage = lazy(() => import('../community/BoardPage'));
const AskPage = lazy(() => import('../community/AskPage'));
const BoardThreadPage = lazy(() => import('../community/BoardThreadPage'));
const MyPostsPage = lazy(() => import('../community/MyPostsPage'));
const PromisePage = lazy(() => import('../community/PromisePage'));
const ModerationPage = lazy(() => import('../community/ModerationPage'));
const OfferedPage = lazy(() => import('../community/OfferedPage'));
const ReportsPage = lazy(() => import('../voc/ReportsPage'));
const PresentPage = lazy(() => import('../voc/PresentPage'));
const CompaniesPage = lazy(() => import('../people/CompaniesPage'));
const CompanyPage = lazy(() => import('../people/CompanyPage'));
const CalendarsPage = lazy(() => import('../calendars/CalendarsPage'));
const CalendarPage = lazy(() => import('../calendars/CalendarPage'));
const PeoplePage = lazy(() => import('../people/PeoplePage'));
const OutboxPage = lazy(() => import('../people/OutboxPage'));
const DuplicatesPage = lazy(() => import('../people/DuplicatesPage'));
const AuditPage = lazy(() => import('../people/AuditPage'));
const ImportsPage = lazy(() => import('../channels/ImportsPage'));
const ImportPage = lazy(() => import('../channels/ImportPage'));
const ProfilePage = lazy(() => import('../people/ProfilePage'));

const ThreadVocControl = lazy(() =>
  import('../voc/ThreadVocControl').then((file) => ({ default: file.ThreadVocControl })),
);

const MessageVocControl = lazy(() =>
  import('../voc/MessageVocControl').then((file) => ({ default: file.MessageVocControl })),
);

const ThreadTrouble = lazy(() =>
  import('../training/ThreadTrouble').then((file) => ({ default: file.ThreadTrouble })),
);

const slots = { voc: ThreadVocControl, message: MessageVocControl, about: ThreadTrouble };

/** Where somebody starts: agents at the inbox, planners at the week, contacts in their space. */
function startOf(me: Me): string {
  if (me.role === 'PLANNER') return paths.weekly;
  if (me.role === 'ADMIN') return paths.companies;
  if (me.role) return paths.inbox;
  const company = me.company ?? me.companies[0];
  return company ? paths.space(company.handle) : paths.profile;
}

export function AppRoutes({ connection }: { connection: Session['connection'] }) {
  const { me, loading, failed, refresh } = useMe();
  const { pathname, search } = useLocation();
  if (failed) return <Unreachable onRetry={refresh} />;
  if (loading) return <Waiting />;
  const page = (element: ReactNode) => <Suspense fallback={<Waiting />}>{element}</Suspense>;
  const open = (
    <>
      <Route path={paths.signInLink} element={page(<LinkPage />)} />
      <Route path={paths.password} element={page(<PasswordPage />)} />
      <Route path={paths.invitation} element={page(<InvitationPage />)} />
      <Route path={paths.firstAdmin} element={page(<FirstAdminPage />)} />
      <Route path={`${paths.mailOff}/:token`} element={page(<MailOffPage />)} />
      <Route path={`${paths.verify}/:token`} element={page(<VerifyPage />)} />
    </>
  );
  if (!me) {
    return (
      <Routes>
        {open}
        <Route path={paths.signIn} element={page(<SignInPage />)} />
        <Route
          path="*"
          element={
            <Navigate
              to={`${paths.signIn}${pathname === '/' ? '' : `?to=${encodeURIComponent(pathname)}`}`}
              replace
            />
          }
        />
      </Routes>
    );
  }
  const { abilities } = me;
  return (
    <LiveProvider connection={connection}>
      <ThreadSlots slots={slots}>
        <Routes>
          {open}
          <Route
            path={paths.signIn}
            element={
              // The start prints links that enter as one of the demo people, also in a browser that is somebody else.
              new URLSearchParams(search).has('as') ? (
                page(<SignInPage />)
              ) : (
                <Navigate to={startOf(me)} replace />
              )
            }
          />
          {abilities.readWeekly && <Route path={paths.present(':week')} element={page(<PresentPage />)} />}
          <Route element={<Frame />}>
            <Route index element={<Navigate to={startOf(me)} replace />} />
            <Route path="/c/:handle" element={page(<SpacePage />)} />
            <Route path="/c/:handle/new" element={page(<NewThreadPage />)} />
            <Route path="/c/:handle/t/:threadId" element={page(<ThreadPage />)} />
            <Route path="/c/:handle/notifications" element={page(<NotificationsPage />)} />
            <Route path={paths.notifications} element={page(<NotificationsPage />)} />
            <Route path="/c/:handle/members" element={page(<MembersPage />)} />
            {abilities.answer && <Route path="/inbox/:threadId?" element={page(<InboxPage />)} />}
            {abilities.answer && <Route path={paths.replies} element={page(<RepliesPage />)} />}
            {abilities.readWeekly && <Route path="/weekly/:week?" element={page(<WeeklyPage />)} />}
            {abilities.readWeekly && <Route path={paths.reports} element={page(<ReportsPage />)} />}
            {abilities.readWeekly && <Route path={paths.review} element={page(<ReviewPage />)} />}
            {abilities.readWeekly && <Route path={paths.areas} element={page(<AreasPage />)} />}
            {abilities.readWeekly && <Route path={paths.needs} element={page(<NeedsPage />)} />}
            {abilities.readWeekly && <Route path={paths.need(':number')} element={page(<NeedPage />)} />}
            {abilities.readWeekly && <Route path={paths.planning} element={page(<PlanningPage />)} />}
            {abilities.readWeekly && <Route path={paths.proof} element={page(<ProofPage />)} />}
            {abilities.readWeekly && <Route path="/planning/:number" element={page(<PlanningItemPage />)} />}
            <Route path={paths.roadmap} element={page(<RoadmapPage />)} />
            <Route path="/c/:handle/roadmap" element={page(<RoadmapPage />)} />
            <Route path="/c/:handle/you-said" element={page(<YouSaidPage />)} />
            <Route path="/c/:handle/training" element={page(<MyTrainingPage />)} />
            <Route path="/c/:handle/training/:id" element={page(<MySessionPage />)} />
            <Route path="/c/:handle/training/content/:id" element={page(<ContentPage />)} />
            <Route path="/c/:handle/missions/:id" element={page(<MissionPage />)} />
            <Route path="/c/:handle/certificates/:id" element={page(<CertificatePage />)} />
            <Route path={paths.boards(me.role ? undefined : ':handle')}>
              <Route index element={page(<BoardsPage />)} />
              <Route path="mine" element={page(<MyPostsPage />)} />
              <Route path="promise" element={page(<PromisePage />)} />
              <Route path=":boardId" element={page(<BoardPage />)} />
              <Route path=":boardId/ask" element={page(<AskPage />)} />
              <Route path=":boardId/:threadId" element={page(<BoardThreadPage />)} />
            </Route>
            {abilities.answer && <Route path={paths.boardModeration} element={page(<ModerationPage />)} />}
            {me.role && <Route path={paths.boardOffers} element={page(<OfferedPage />)} />}
            {me.role && <Route path={paths.missionReviews} element={page(<ReviewsPage />)} />}
            {me.role && <Route path={paths.missionTroubles()} element={page(<TroublesPage />)} />}
            <Route path="/c/:handle/training/projects/:id" element={page(<ProjectPage />)} />
            {me.role && <Route path={paths.adoption} element={page(<AdoptionPage />)} />}
            {me.role && <Route path={paths.trainingProject(':id')} element={page(<ProjectPage />)} />}
            {me.role && <Route path={paths.quiet} element={page(<QuietPage />)} />}
            {me.role && <Route path={paths.training} element={page(<TrainingPage />)} />}
            {me.role && <Route path={paths.course(':id')} element={page(<CoursePage />)} />}
            {me.role && <Route path={paths.trainingSession(':id')} element={page(<SessionPage />)} />}
            {me.role && <Route path="/companies/:handle/you-said" element={page(<YouSaidPage />)} />}
            {abilities.readWeekly && <Route path={paths.quality} element={page(<QualityPage />)} />}
            {abilities.reviewVoc && <Route path={paths.secondLook} element={page(<SecondLookPage />)} />}
            {me.role && <Route path={paths.companies} element={page(<CompaniesPage />)} />}
            {me.role && <Route path="/companies/:handle" element={page(<CompanyPage />)} />}
            {me.role && <Route path={paths.calendars} element={page(<CalendarsPage />)} />}
            {me.role && <Route path={paths.calendar(':id')} element={page(<CalendarPage />)} />}
            {me.role && <Route path={paths.people} element={page(<PeoplePage />)} />}
            {abilities.readOutbox && <Route path={paths.outbox} element={page(<OutboxPage />)} />}
            {abilities.merge && <Route path={paths.duplicates} element={page(<DuplicatesPage />)} />}
            {abilities.readAudit && <Route path={paths.audit} element={page(<AuditPage />)} />}
            {me.role && <Route path={paths.imports} element={page(<ImportsPage />)} />}
            {me.role && <Route path={paths.import(':id')} element={page(<ImportPage />)} />}
            <Route path={paths.profile} element={page(<ProfilePage />)} />
            {me.role && <Route path="/kit" element={page(<KitPage />)} />}
            <Route path="*" element={<Nothing />} />
          </Route>
        </Routes>
      </ThreadSlots>
    </LiveProvider>
  );
}

function Waiting() {
  const words = useWords();
  return <Loading label={words.shell.loading} />;
}

function Nothing() {
  const { shell } = useWords();
  return (
    <Saying
      order={1}
      icon={<IconMapOff size={28} />}
      title={shell.notFoundTitle}
      action={
        <Button component={Link} to={paths.home} variant="light">
          {shell.goHome}
        </Button>
      }
    >
      {shell.notFound}
    </Saying>
  );
}
