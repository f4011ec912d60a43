// The door of the boards.
export {
  type Audience,
  type AudienceSize,
  type BoardAccess,
  BoardDoor,
  type KnownName,
} from './board-access.js';
export { type BoardKeys, readBoardKeys } from './board-keys.js';
export { ArrangingService } from './arranging.service.js';
export { boardAnswersOffered, boardDayOver, saidUnderName } from './boards.events.js';
export { BOARDS_BACKUP, compareBoardKeys, migrateBoards } from './boards-database.js';
export { type CarriedQuestion, CarryingReads } from './carrying.reads.js';
export { COMMUNITY_RESOLVERS, CommunityModule } from './community.module.js';
export { type NamedThread, NamedPosts, type TagsOf } from './named-posts.js';
export { ModeratingService as BoardModeratingService } from './moderating.service.js';
export { serveBoardPictures } from './pictures.http.js';
export { WritingService as BoardWritingService } from './writing.service.js';
