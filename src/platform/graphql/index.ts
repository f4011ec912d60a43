// The door of GraphQL's ground: ids, cursors, connections, context, errors.
export { checkStrings, cleanInput } from './clean-input.js';
export { connectionOf, MOST_ROWS, type Page, PageArgs, PageInfo, toPage } from './connection.js';
export { Acting, byKey, Ctx, GraphqlContext, groupBy } from './context.js';
export { Cursors, type ListIdentity, type Position } from './cursor.js';
export { formatError } from './format-error.js';
export { globalId, localId, localIdOrNull, splitGlobalId } from './global-id.js';
export { Node, NodeResolver, Nodes } from './node.js';
export { wordsEnum } from './words-enum.js';
export { Name, tidy, tidyEmail, tidyName, Words } from './text.js';
