// How imports look in GraphQL.
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsOptional,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Name, connectionOf, wordsEnum } from '../../platform/graphql/index.js';
import { FIELDS, type Field as RowField, type Mapping } from './fields.js';
import { IMPORT_STATES, type ImportState } from './imports.reads.js';
import { REASONS, type Reason } from './problems.js';

const ImportStateEnum = wordsEnum(
  'ImportState',
  IMPORT_STATES,
  'UPLOADED: say what its columns mean. CHECKED: the dry run is done. STOPPED: by a person, can go on. FAILED: by a fault, can go on.',
);
export const ImportFieldEnum = wordsEnum(
  'ImportField',
  FIELDS,
  'What a column can be. COMPANY, CONTACT_EMAIL, CHANNEL, DATE and TEXT are required. Without EXTERNAL_ID a row is what it says.',
);
const ImportReasonEnum = wordsEnum('ImportReason', REASONS, 'What is wrong with a cell or a row.');

@ObjectType({ description: 'A column of the file.' })
export class ImportColumn {
  @Field(() => Int, { description: 'From 0.' })
  index: number;

  @Field(() => String, { description: 'Its head; may be empty.' })
  name: string;

  @Field(() => [String], { description: 'What stands in the first rows, shortened.' })
  samples: string[];
}

@ObjectType({ description: 'Where a field comes from: a column, or the same words for every row.' })
export class ImportChoice {
  @Field(() => ImportFieldEnum)
  field: RowField;

  @Field(() => Int, { nullable: true })
  column?: number | null;

  @Field(() => String, { nullable: true })
  constant?: string | null;
}

@ObjectType({ description: 'Rows by what becomes of them, and who is new.' })
export class ImportFigures {
  @Field(() => Int)
  threads: number;

  @Field(() => Int)
  companies: number;

  @Field(() => Int)
  people: number;

  @Field(() => Int, { description: 'Brought before, unchanged since.' })
  already: number;

  @Field(() => Int, { description: 'Brought before with other content: left as they are.' })
  changed: number;

  @Field(() => Int)
  wrong: number;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Of the dry run: the oldest new row.' })
  firstAt?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  lastAt?: Date | null;
}

@ObjectType({ description: 'What stayed although its import was undone, or would stay.' })
export class ImportKept {
  @Field(() => String, { description: 'THREAD, COMPANY or PERSON.' })
  kind: string;

  @Field(() => ID)
  id: string;

  @Field(() => String)
  name: string;

  @Field(() => String, {
    description: 'ANSWERED, FOLLOWED, CHANGED, REVIEWED, LINKED, or USED: of companies and people.',
  })
  why: string;
}

@ObjectType()
export class ImportAbilities {
  @Field(() => Boolean)
  map: boolean;

  @Field(() => Boolean)
  check: boolean;

  @Field(() => Boolean)
  run: boolean;

  @Field(() => Boolean)
  stop: boolean;

  @Field(() => Boolean)
  undo: boolean;

  @Field(() => Boolean)
  discard: boolean;
}

@ObjectType('Import', { description: 'A file of history on its way in.' })
export class ImportType {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: 'Of the file.' })
  name: string;

  @Field(() => String, {
    description: 'The system that the rows come from; with EXTERNAL_ID the key of a row.',
  })
  source: string;

  @Field(() => ImportStateEnum)
  state: ImportState;

  @Field(() => String, { description: 'UTF-8, EUC-KR or UTF-16, as it came.' })
  encoding: string;

  @Field(() => String)
  delimiter: string;

  @Field(() => Int)
  bytes: number;

  @Field(() => Int, { description: 'Without the head.' })
  rows: number;

  @Field(() => [ImportColumn])
  columns: ImportColumn[];

  @Field(() => [ImportChoice])
  mapping: ImportChoice[];

  @Field(() => [ImportFieldEnum], { description: 'Required, and not chosen yet.' })
  missing: RowField[];

  @Field(() => Int, {
    description: 'Of the step that runs: rows (undoing: threads) behind it, out of `total`.',
  })
  done: number;

  @Field(() => Int)
  total: number;

  @Field(() => Boolean, { description: 'It stops after the batch that runs now.' })
  stopping: boolean;

  @Field(() => ImportFigures, { nullable: true, description: 'What the dry run counted.' })
  figures?: ImportFigures | null;

  @Field(() => ImportFigures, { description: 'What came in so far.' })
  brought: ImportFigures;

  @Field(() => String, { nullable: true, description: 'Why it failed: FILE_GONE, CUT or INTERNAL.' })
  failure?: string | null;

  @Field(() => GraphQLISODateTime)
  createdAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  startedAt?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  finishedAt?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  undoneAt?: Date | null;

  @Field(() => ImportAbilities)
  abilities: ImportAbilities;

  uuid: string;
  createdByUuid: string | null;
  undoneByUuid: string | null;
}

@ObjectType()
export class ImportConnection extends connectionOf(ImportType, 'Import') {}

@ObjectType({ description: 'One field of a row as it would become.' })
export class ImportCell {
  @Field(() => ImportFieldEnum)
  field: RowField;

  @Field(() => String, { description: 'DATE in ISO 8601; CHANNEL and CATEGORY by their words.' })
  value: string;

  @Field(() => String, { nullable: true, description: 'What is wrong with it.' })
  problem?: string | null;
}

@ObjectType()
export class ImportPreviewRow {
  @Field(() => Int, { description: 'Of the file, its head being line 1.' })
  line: number;

  @Field(() => String, { nullable: true, description: 'What is wrong with the row as a whole.' })
  problem?: string | null;

  @Field(() => [ImportCell])
  cells: ImportCell[];
}

@ObjectType({ description: 'Everything that is wrong in one way.' })
export class ImportProblem {
  @Field(() => ImportFieldEnum, { nullable: true, description: 'Null: the row as a whole.' })
  field?: RowField | null;

  @Field(() => String, { description: 'As the file calls it.' })
  column: string;

  @Field(() => ImportReasonEnum)
  reason: Reason;

  @Field(() => Int)
  count: number;

  @Field(() => Int, { description: 'The first of them.' })
  line: number;

  @Field(() => String, { description: 'What is wrong in that line.' })
  message: string;
}

@ObjectType({ description: 'What undoing would take away, and what it would leave.' })
export class ImportLeaving {
  @Field(() => Int)
  threads: number;

  @Field(() => Int, { description: 'At most: those that are used elsewhere stay.' })
  companies: number;

  @Field(() => Int, { description: 'At most.' })
  people: number;

  @Field(() => Int)
  keptCount: number;

  @Field(() => [ImportKept], { description: 'The first of those threads that stay.' })
  kept: ImportKept[];
}

@InputType()
export class ImportChoiceInput {
  @Field(() => ImportFieldEnum)
  field: RowField;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000)
  column?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'For every row. Without both, the field has no origin.',
  })
  @IsOptional()
  @MaxLength(200)
  constant?: string | null;
}

@InputType({ isAbstract: true })
class OneImport {
  @Field(() => ID)
  importId: string;
}

@InputType()
export class MapImportInput extends OneImport {
  @Field(() => [ImportChoiceInput], { description: 'Those that change.' })
  @IsArray()
  @ArrayMaxSize(FIELDS.length)
  @ArrayUnique((choice: ImportChoiceInput) => choice.field)
  @ValidateNested({ each: true })
  @Type(() => ImportChoiceInput)
  choices: ImportChoiceInput[];

  @Field(() => String, { nullable: true, description: 'Another name of the system that the rows come from.' })
  @IsOptional()
  @Name(1, 60)
  source?: string | null;
}

@InputType()
export class CheckImportInput extends OneImport {}
@InputType()
export class RunImportInput extends OneImport {}
@InputType()
export class StopImportInput extends OneImport {}
@InputType()
export class UndoImportInput extends OneImport {}
@InputType()
export class DiscardImportInput extends OneImport {}

@ObjectType({ isAbstract: true })
class OneImportPayload {
  @Field(() => ImportType)
  import: ImportType;
}

@ObjectType()
export class MapImportPayload extends OneImportPayload {}
@ObjectType()
export class CheckImportPayload extends OneImportPayload {}
@ObjectType()
export class RunImportPayload extends OneImportPayload {}
@ObjectType()
export class StopImportPayload extends OneImportPayload {}
@ObjectType()
export class UndoImportPayload extends OneImportPayload {}

@ObjectType()
export class DiscardImportPayload {
  @Field(() => Boolean)
  done: boolean;
}

export const choicesOf = (mapping: Mapping): ImportChoice[] =>
  FIELDS.flatMap((field) => {
    const origin = mapping[field];
    return origin ? [{ field, column: null, constant: null, ...origin }] : [];
  });
