// Every operation of the schema with a valid document and plausible variables, so that attacks cover new ones by themselves.
import { readFileSync } from 'node:fs';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  buildSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import { refuseTheEndless } from '../../src/platform/graphql/document-limits.js';

export const schemaText = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');
export const schema: GraphQLSchema = buildSchema(schemaText);

export type Kind = 'query' | 'mutation' | 'subscription';

/** One value that a client sends: where it stands in the variables, and which word says what it is. */
export type Leaf = {
  path: (string | number)[];
  name: string;
  type: string;
  list: boolean;
  required: boolean;
  /** Whether its own object cannot be without it, be that object sent or not. */
  always: boolean;
  /** What it identifies ('thread', 'person', 'handle', 'email' …); null for a plain value. */
  word: string | null;
  plain: unknown;
};

export type Operation = {
  kind: Kind;
  name: string;
  /** The name, with the type asked for where one operation serves several (node). */
  label: string;
  /** Everything that may be asked for, a few objects deep. */
  document: string;
  /** The same operation, asking for nothing but the type's name. */
  brief: string;
  leaves: Leaf[];
};

/** Gives the value of an identifying leaf; undefined leaves it out where that is allowed. */
export type ValueOf = (word: string, leaf: Leaf, operation: Operation) => unknown;

/** Left out unless a test wants them: they belong to a page, a command sent before, or an upload that can be sent once. */
const SELDOM = new Set(['after', 'idempotencyKey', 'externalId', 'attachmentIds', 'parentId']);

const ID_WORDS: Record<string, string> = {
  threadId: 'thread',
  threadIds: 'thread',
  spaceId: 'space',
  companyId: 'company',
  personId: 'person',
  assigneeId: 'person',
  successorId: 'person',
  newOwnerId: 'person',
  keepPersonId: 'person',
  duplicatePersonId: 'otherperson',
  keepCompanyId: 'company',
  duplicateCompanyId: 'othercompany',
  mergeId: 'merge',
  messageId: 'message',
  noteId: 'note',
  itemId: 'vocitem',
  itemIds: 'vocitem',
  needId: 'need',
  keepNeedId: 'need',
  duplicateNeedId: 'otherneed',
  needMergeId: 'needmerge',
  tagId: 'tag',
  tagIds: 'tag',
  addTagIds: 'tag',
  changeId: 'deskchange',
  productAreaId: 'area',
  parentId: 'area',
  mentionIds: 'person',
  ids: 'notification',
  replyId: 'reply',
  attachmentIds: 'attachment',
  importId: 'import',
  planningItemId: 'planningitem',
  needIds: 'need',
  ownerId: 'person',
  linkId: 'worklink',
  reportId: 'report',
  quoteIds: 'vocitem',
  taskId: 'secondlook',
  coderId: 'person',
  companyIds: 'company',
  courseId: 'course',
  courseVersionId: 'courseversion',
  materialId: 'coursematerial',
  fileId: 'coursefile',
  missionId: 'coursemission',
  stepId: 'coursestep',
  partId: 'coursematerial',
  partIds: 'coursematerial',
  trainingSessionId: 'trainingsession',
  trainerId: 'person',
  participantId: 'trainingparticipant',
  participantIds: 'trainingparticipant',
  trainingProjectId: 'trainingproject',
  missionStepId: 'missionstep',
  submissionId: 'missionsubmission',
  missionFileId: 'missionfile',
  certificateId: 'certificate',
  calendarId: 'calendar',
};

/** What the same names identify in operations of the boards, which know of nothing else. */
const BOARD_WORDS: Record<string, string> = {
  boardId: 'board',
  threadId: 'boardthread',
  threadIds: 'boardthread',
  postId: 'boardpost',
  parentId: 'boardpost',
  decisionId: 'boarddecision',
};

/** Whose short number it is, where it is no thread's. */
const NUMBER_WORDS: Record<string, string> = { need: 'neednumber', planningItem: 'planningnumber' };

const TEXT_WORDS = new Set(['handle', 'email', 'token', 'search']);

/** Type names of GraphQL → the word in ids. */
const NODE_WORDS: Record<string, string> = {
  VocItem: 'vocitem',
  ProductArea: 'area',
  PlanningItem: 'planningitem',
  WeeklyReport: 'report',
};
const wordOfType = (type: string): string => NODE_WORDS[type] ?? type.toLowerCase();

const TEXTS: Record<string, string> = {
  id: '6f1c2b7e-3a5d-4c9f-8e21-9b0d7a64c3f5',
  email: 'somebody@nowhere.example',
  password: 'long enough 1234',
  token: 'x'.repeat(43),
  handle: 'no-such-handle',
  search: '없는말',
  week: '2026-W46',
  quarter: '2026-Q4',
  url: 'https://github.com/example/product/issues/7',
  toWeek: '2026-W46',
  domains: 'new.example',
  name: '새 이름',
  nameKo: '새 영역',
  nameEn: 'New area',
  originalUrl: 'https://elsewhere.example/1',
  zone: 'Asia/Seoul',
  quietFrom: '22:00',
  quietTo: '07:00',
  code: '123456',
  link: 'https://meet.example/room',
  endsAt: '2026-11-18T07:00:00.000Z',
  from: '09:00',
  to: '18:00',
  day: '2026-12-24',
  tiers: 'STANDARD',
};

const NUMBERS: Record<string, number> = {
  first: 5,
  version: 1,
  seq: 1,
  employees: 40,
  percent: 100,
  number: 1_001,
};

export function operations(kinds: Kind[] = ['query', 'mutation', 'subscription']): Operation[] {
  const roots: [Kind, GraphQLObjectType | null | undefined][] = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ];
  return roots
    .filter(([kind]) => kinds.includes(kind))
    .flatMap(([kind, root]) => Object.values(root?.getFields() ?? {}).flatMap((field) => build(kind, field)));
}

/** The variables of an operation; `optional` says which values that may be left out are sent too. */
export function variablesOf(
  operation: Operation,
  valueOf: ValueOf,
  optional: (leaf: Leaf) => boolean = (leaf) => !SELDOM.has(leaf.name),
): Record<string, unknown> {
  const variables: Record<string, unknown> = {};
  const chosen = operation.leaves.filter((leaf) => leaf.required || optional(leaf));
  // An object that may be left out is sent whole or not at all.
  const begun = new Set(chosen.map(objectOf));
  for (const leaf of operation.leaves) {
    if (!chosen.includes(leaf) && !(leaf.always && begun.has(objectOf(leaf)))) continue;
    const value = leaf.word === null ? leaf.plain : (valueOf(leaf.word, leaf, operation) ?? leaf.plain);
    if (value === undefined || value === null) continue;
    put(variables, leaf.path, leaf.list && !Array.isArray(value) ? [value] : value);
  }
  return variables;
}

const objectOf = ({ path }: Leaf): string => JSON.stringify(path.slice(0, -1));

/** The same variables with one leaf set to something else. */
export function withValue(variables: object, leaf: Leaf, value: unknown): Record<string, unknown> {
  const copy = structuredClone(variables) as Record<string, unknown>;
  put(copy, leaf.path, leaf.list ? [value] : value);
  return copy;
}

function put(target: Record<string, unknown>, path: (string | number)[], value: unknown): void {
  let place = target as Record<string | number, unknown>;
  path.slice(0, -1).forEach((step, index) => {
    place[step] ??= typeof path[index + 1] === 'number' ? [] : {};
    place = place[step] as Record<string | number, unknown>;
  });
  place[path.at(-1) ?? ''] = value;
}

function build(kind: Kind, field: GraphQLField<unknown, unknown>): Operation[] {
  const returned = getNamedType(field.type);
  const named = (label: string, fields: string): Operation => ({
    kind,
    name: field.name,
    label,
    document: write(kind, field, fields),
    brief: write(kind, field, isLeafType(returned) ? '' : ' { __typename }'),
    leaves: field.args.flatMap((arg) => leavesOf(arg, [arg.name], isNonNullType(arg.type), field, label)),
  });
  // One document per type: the fields of different types may not stand in one selection.
  if (isAbstractType(returned)) {
    return schema.getPossibleTypes(returned).map((type) => {
      const fields = (depth: number) => ` { __typename ... on ${type.name} ${select(type, [], depth)} }`;
      return named(`${field.name}(${type.name})`, asDeepAsAllowed(kind, field, fields));
    });
  }
  const fields = (depth: number) => ` ${select(returned, [], depth)}`;
  return [named(field.name, isLeafType(returned) ? '' : asDeepAsAllowed(kind, field, fields))];
}

/** Three objects deep, or two where that is deeper than any document may be. */
function asDeepAsAllowed(
  kind: Kind,
  field: GraphQLField<unknown, unknown>,
  fields: (depth: number) => string,
): string {
  const refused = validate(schema, parse(write(kind, field, fields(3))), [refuseTheEndless]);
  return fields(refused.length > 0 ? 2 : 3);
}

function write(kind: Kind, field: GraphQLField<unknown, unknown>, fields: string): string {
  const heads = field.args.map((arg) => `$${arg.name}: ${arg.type}${defaultOf(arg)}`).join(', ');
  const args = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  return `${kind} Run${heads ? `(${heads})` : ''} { ${field.name}${args ? `(${args})` : ''}${fields} }`;
}

const defaultOf = (arg: GraphQLArgument): string =>
  arg.defaultValue === undefined
    ? ''
    : ` = ${isEnumType(getNamedType(arg.type)) ? arg.defaultValue : JSON.stringify(arg.defaultValue)}`;

function leavesOf(
  input: GraphQLArgument | GraphQLInputField,
  path: (string | number)[],
  required: boolean,
  field: GraphQLField<unknown, unknown>,
  label: string,
): Leaf[] {
  const nullable: GraphQLInputType = getNullableType(input.type);
  const list = isListType(nullable);
  const type = getNamedType(input.type);
  if (isInputObjectType(type)) {
    const inner = list ? [...path, 0] : path;
    return Object.values(type.getFields()).flatMap((each) =>
      leavesOf(
        each,
        [...inner, each.name],
        required && isNonNullType(each.type) && each.defaultValue === undefined,
        field,
        label,
      ),
    );
  }
  const { name } = input;
  const word = wordOf(name, type.name, field, label);
  return [
    {
      path,
      name,
      type: type.name,
      list,
      required,
      always: isNonNullType(input.type) && input.defaultValue === undefined,
      word,
      plain: word ? textOf(name, type) : plainOf(input, type),
    },
  ];
}

function wordOf(
  name: string,
  type: string,
  field: GraphQLField<unknown, unknown>,
  label: string,
): string | null {
  if (type === 'String') return TEXT_WORDS.has(name) ? name : null;
  if (type === 'Int' && name === 'number') return NUMBER_WORDS[field.name] ?? 'number';
  if (type === 'Int') return null;
  if (type !== 'ID') return null;
  const word =
    (/Board|^board/.test(field.name) ? BOARD_WORDS[name] : undefined) ??
    ID_WORDS[name] ??
    (name === 'id' ? ownType(field, label) : undefined);
  if (!word)
    throw new Error(
      `No test knows what ${field.name}(${name}) identifies: add it to ID_WORDS in ${import.meta.url}.`,
    );
  return word;
}

/** What `id` means: the type that is returned, or the first object of the payload. */
function ownType(field: GraphQLField<unknown, unknown>, label: string): string | undefined {
  const asked = /\((\w+)\)/.exec(label)?.[1];
  if (asked) return wordOfType(asked);
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return undefined;
  if (!type.name.endsWith('Payload')) return wordOfType(type.name);
  const first = Object.values(type.getFields()).find((each) => isObjectType(getNamedType(each.type)));
  return first && wordOfType(getNamedType(first.type).name);
}

const textOf = (name: string, type: GraphQLNamedType): unknown =>
  type.name === 'Int' ? (NUMBERS[name] ?? 1) : type.name === 'String' ? (TEXTS[name] ?? '말') : undefined;

function plainOf(input: GraphQLArgument | GraphQLInputField, type: GraphQLNamedType): unknown {
  if (isEnumType(type)) {
    if (input.defaultValue !== undefined) return input.defaultValue;
    const values = type.getValues().map(({ name }) => name);
    return (
      values.find((each) => ['MEMBER', 'AGENT', 'NORMAL', 'MENTIONED', 'PASS'].includes(each)) ?? values[0]
    );
  }
  if (type.name === 'String') return TEXTS[input.name] ?? '몇 마디 말';
  if (type.name === 'Int' || type.name === 'Float') return NUMBERS[input.name] ?? 1;
  if (type.name === 'DateTime') return TEXTS[input.name] ?? '2026-11-18T05:00:00.000Z';
  if (type.name === 'Boolean') return input.defaultValue ?? true;
  throw new Error(`No test knows a value for ${input.name}: ${type.name}.`);
}

/** All plain fields of a type, and its objects `depth` deep; a type is not entered twice on one way down. */
function select(type: GraphQLNamedType, above: string[], depth: number): string {
  if (isAbstractType(type)) {
    const seen = new Map<string, string>();
    const parts = schema
      .getPossibleTypes(type)
      .map((each) => `... on ${each.name} ${fieldsOf(each, [...above, type.name], depth, seen)}`);
    return `{ __typename ${parts.join(' ')} }`;
  }
  return fieldsOf(type as GraphQLObjectType, above, depth, new Map());
}

function fieldsOf(
  type: GraphQLObjectType,
  above: string[],
  depth: number,
  seen: Map<string, string>,
): string {
  const below = [...above, type.name];
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    // Two types of one union may say the same word of different things.
    if ((seen.get(field.name) ?? String(field.type)) !== String(field.type)) return [];
    seen.set(field.name, String(field.type));
    const args = field.args.some(({ name }) => name === 'first') ? '(first: 5)' : '';
    if (isLeafType(named)) return [field.name];
    const wrapper = /(Connection|Edge|Payload|PageInfo|Abilities)$/.test(named.name);
    if (below.includes(named.name) || (depth <= 1 && !wrapper)) return [];
    return [`${field.name}${args} ${select(named, below, wrapper ? depth : depth - 1)}`];
  });
  return `{ __typename ${fields.join(' ')} }`;
}
