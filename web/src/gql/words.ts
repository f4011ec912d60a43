// The enumerations of the schema, as types.
import type { introspection } from './graphql-env';

type Enums = introspection['types'];
export type Category = Enums['Category']['enumValues'];
export type Channel = Enums['Channel']['enumValues'];
export type ThreadState = Enums['ThreadState']['enumValues'];
export type StaffRole = Enums['StaffRole']['enumValues'];
export type MemberRole = Enums['MemberRole']['enumValues'];
export type Severity = Enums['Severity']['enumValues'];
export type Tier = Enums['Tier']['enumValues'];
export type AuditAction = Enums['AuditAction']['enumValues'];
export type AvatarColor = Enums['AvatarColor']['enumValues'];
export type Queue = Enums['Queue']['enumValues'];
export type NotificationKind = Enums['NotificationKind']['enumValues'];
export type Doing = Enums['Doing']['enumValues'];
export type Priority = Enums['Priority']['enumValues'];
export type ImportField = Enums['ImportField']['enumValues'];
export type PlanningState = Enums['PlanningState']['enumValues'];
export type PlanningKind = Enums['PlanningKind']['enumValues'];
export type CouldNotTell = Enums['CouldNotTell']['enumValues'];
export type WorkState = Enums['WorkState']['enumValues'];
export type ImportState = Enums['ImportState']['enumValues'];
export type CourseStage = Enums['CourseStage']['enumValues'];
export type MaterialKind = Enums['MaterialKind']['enumValues'];
export type ShownBy = Enums['ShownBy']['enumValues'];
export type TeamMode = Enums['TeamMode']['enumValues'];
export type TrainingState = Enums['TrainingState']['enumValues'];
export type MissionStepState = Enums['MissionStepState']['enumValues'];
export type VocOrigin = Enums['VocOrigin']['enumValues'];
export type DifferenceReason = Enums['DifferenceReason']['enumValues'];
export type BoardOrder = Enums['BoardOrder']['enumValues'];
export type BoardReportReason = Enums['BoardReportReason']['enumValues'];
export type BoardFindingKind = Enums['BoardFindingKind']['enumValues'];
export type BoardDecisionKind = Enums['BoardDecisionKind']['enumValues'];

export const CATEGORIES: readonly Category[] = ['USAGE', 'DEFECT', 'IMPROVEMENT', 'FEATURE', 'ACCOUNT'];
export const ORIGINS: readonly VocOrigin[] = ['THREAD', 'MESSAGE', 'HAND', 'API', 'CHANNEL'];
export const CHANNELS: readonly Channel[] = [
  'HOTLINE',
  'CHAT',
  'EMAIL',
  'PHONE',
  'KAKAO',
  'CHANNEL_TALK',
  'COMMUNITY',
  'TRAINING',
  'API',
];
export const COURSE_STAGES: readonly CourseStage[] = ['BASIC', 'ADVANCED', 'CULTURE', 'ADMINISTRATOR'];
export const STAFF_ROLES: readonly StaffRole[] = ['AGENT', 'LEAD', 'PLANNER', 'ADMIN'];
export const SEVERITIES: readonly Severity[] = ['LOW', 'NORMAL', 'HIGH', 'CRITICAL'];
export const TIERS: readonly Tier[] = ['STANDARD', 'PREMIUM', 'VIP'];
export const BOARD_ORDERS: readonly BoardOrder[] = ['NEWEST', 'HELPFUL', 'UNANSWERED'];
export const BOARD_REPORT_REASONS: readonly BoardReportReason[] = [
  'NAMES_SOMEBODY',
  'RUDE',
  'ADVERTISING',
  'WRONG_PLACE',
  'OTHER',
];
