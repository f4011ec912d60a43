// The door of GraphQL's ground: ids, cursors, connections, context, errors.
export { Apart } from './apart.js';
export { connectionOf, PageArgs, PageInfo, toPage } from './connection.js';
export { Acting, byKey, Ctx, GraphqlContext, groupBy } from './context.js';
export { Cursors } from './cursor.js';
export { globalId, localId, localIdOrNull, splitGlobalId } from './global-id.js';
export { answer, HttpRefusals } from './http-refusals.js';
export { Node, NodeResolver, Nodes } from './node.js';
export { wordsEnum } from './words-enum.js';
export { Name, tidyEmail, tidyName, Words } from './text.js';
