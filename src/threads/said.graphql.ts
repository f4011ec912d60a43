// What everything has in common that somebody says: it may be sent twice, and may carry files.
import { Field, InputType } from '@nestjs/graphql';
import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { Attachments } from './attachments.graphql.js';

/** Longest message or note, in characters. */
export const LONGEST_BODY = 20_000;

@InputType({ isAbstract: true })
class Repeatable {
  @Field(() => String, {
    nullable: true,
    description: 'Your own random word: sent again with it, the command happens once.',
  })
  @IsOptional()
  @IsString()
  @MinLength(8)
  @MaxLength(64)
  idempotencyKey?: string | null;
}

@InputType({ isAbstract: true })
export class Said extends Repeatable {
  @Attachments()
  attachmentIds?: string[] | null;
}
