// schema.graphql is what is served, and keeps the few habits that clients may rely on.
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  lexicographicSortSchema,
  parse,
  printSchema,
  validate,
} from 'graphql';
import { operations, schema, schemaText, variablesOf } from './world/operations.js';
import { World } from './world/world.js';

const objects = Object.values(schema.getTypeMap()).filter(
  (type) => isObjectType(type) && !type.name.startsWith('__'),
);
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
const fieldsOf = (type: (typeof objects)[number]) =>
  isObjectType(type) ? Object.values(type.getFields()) : [];

it('schema.graphql is the schema that the server serves', async () => {
  const world = await World.open();
  try {
    const served = world.app.get(GraphQLSchemaHost, { strict: false }).schema;
    expect(`${printSchema(lexicographicSortSchema(served))}\n`).toBe(schemaText);
  } finally {
    await world.close();
  }
});

it('every mutation takes exactly one input of its own and returns a payload of its own', () => {
  for (const { name, args, type } of mutations) {
    const Name = `${name[0]?.toUpperCase()}${name.slice(1)}`;
    const taken = args.map((arg) => `${arg.name}: ${arg.type}`);
    expect([name, taken]).toEqual([
      name,
      /^(signOut|endOtherSessions)/.test(name) ? [] : [`input: ${Name}Input!`],
    ]);
    expect(String(type)).toBe(`${Name}Payload!`);
  }
});

it('every list with pages has first, of 25 unless asked otherwise, and after', () => {
  const lists = objects.flatMap((type) =>
    fieldsOf(type).filter((field) => /Connection$/.test(getNamedType(field.type).name)),
  );
  expect(lists.length).toBeGreaterThan(5);
  for (const { name, args } of lists) {
    expect([name, args.find((arg) => arg.name === 'first')?.defaultValue]).toEqual([name, 25]);
    expect([name, String(args.find((arg) => arg.name === 'after')?.type)]).toEqual([name, 'String']);
  }
});

it('every connection has edges with a cursor and a page info', () => {
  for (const type of objects.filter(({ name }) => name.endsWith('Connection'))) {
    const shown = fieldsOf(type).map(({ name, type: of }) => `${name}: ${of}`);
    const edge = type.name.replace('Connection', 'Edge');
    expect(shown).toEqual(expect.arrayContaining([`edges: [${edge}!]!`, 'pageInfo: PageInfo!']));
    const found = schema.getType(edge);
    expect(isObjectType(found) && Object.keys(found.getFields())).toEqual(['cursor', 'node']);
  }
});

it('abilities are always there, and always yes or no', () => {
  for (const type of objects) {
    const abilities = fieldsOf(type).find(({ name }) => name === 'abilities');
    if (abilities) expect(isNonNullType(abilities.type)).toBe(true);
    if (type.name.endsWith('Abilities'))
      for (const field of fieldsOf(type))
        expect([type.name, field.name, String(field.type)]).toEqual([type.name, field.name, 'Boolean!']);
  }
});

it('everything with an id of its own that pages link to is a Node', () => {
  const node = schema.getType('Node');
  const nodes = isInterfaceType(node) ? schema.getPossibleTypes(node).map(({ name }) => name) : [];
  const linked = [
    'Certificate',
    'Company',
    'Course',
    'CourseVersion',
    'Message',
    'MissionStep',
    'MissionSubmission',
    'Need',
    'Note',
    'Person',
    'PlanningItem',
    'Space',
    'Thread',
    'TrainingProject',
    'TrainingSession',
    'VocItem',
    'WeeklyReport',
  ];
  expect([...nodes].sort()).toEqual(linked);
});

it('words of enums are upper case, languages excepted', () => {
  for (const type of Object.values(schema.getTypeMap()).filter(isEnumType)) {
    if (type.name === 'Locale' || type.name.startsWith('__')) continue;
    for (const { name } of type.getValues()) expect(name).toMatch(/^[A-Z][A-Z_]*$/);
  }
});

it('no input carries who one is: that follows from the session', () => {
  for (const type of Object.values(schema.getTypeMap()).filter(isInputObjectType)) {
    const fields = Object.keys(type.getFields()).filter((name) =>
      /^(authorId|actorId|userId|sessionId|side|internal|memberRole)$/.test(name),
    );
    expect([type.name, fields]).toEqual([type.name, []]);
  }
});

it.each(operations().map((each) => [each.label, each] as const))(
  'an attack can be built on %s',
  (_label, operation) => {
    for (const document of [operation.document, operation.brief])
      expect(validate(schema, parse(document, { maxTokens: 1_000 }))).toEqual([]);
    expect(() => variablesOf(operation, (word) => `${word}_x`)).not.toThrow();
  },
);
