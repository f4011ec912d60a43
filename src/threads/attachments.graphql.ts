// How attachments look in GraphQL, and the words of a message that may be missing when files speak for it.
import { applyDecorators } from '@nestjs/common';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, Validate, ValidateIf, ValidatorConstraint } from 'class-validator';
import type { ValidationArguments, ValidatorConstraintInterface } from 'class-validator';
import { Words } from '../platform/graphql/index.js';

/** Files with one message or note. */
export const MOST_ATTACHMENTS = 10;

@ObjectType('Attachment', { description: 'A file on a message or a note.' })
export class AttachmentType {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: 'With its extension; safe to save under.' })
  name: string;

  @Field(() => String)
  mediaType: string;

  @Field(() => Int)
  bytes: number;

  @Field(() => Int, { nullable: true, description: 'Pixels; null for what is no picture.' })
  width?: number | null;

  @Field(() => Int, { nullable: true })
  height?: number | null;

  @Field(() => String, { description: 'Below this server’s address; asks for the viewer’s session.' })
  url: string;

  @Field(() => String, { nullable: true, description: 'A WebP of at most 480 pixels; pictures only.' })
  thumbnailUrl?: string | null;

  @Field(() => Boolean, { description: 'True: shown in a page. All else is only ever downloaded.' })
  inline: boolean;
}

@ValidatorConstraint()
class WordsUnlessFiles implements ValidatorConstraintInterface {
  validate(text: unknown, { object }: ValidationArguments): boolean {
    const { attachmentIds } = object as { attachmentIds?: unknown[] | null };
    return text !== '' || (attachmentIds?.length ?? 0) > 0;
  }

  defaultMessage(): string {
    return 'body must not be empty unless files are attached';
  }
}

/** Written words, at most so many characters; none at all only beside files. */
export const WordsOrFiles = (most: number) => applyDecorators(Words(0, most), Validate(WordsUnlessFiles));

/** Ids of one's own uploads. */
export const Attachments = () =>
  applyDecorators(
    Field(() => [ID], {
      nullable: true,
      description: `At most ${MOST_ATTACHMENTS} of your own unsent uploads for this space, made by POST /files.`,
    }),
    ValidateIf((input: { attachmentIds?: unknown }) => (input.attachmentIds ?? null) !== null),
    IsArray(),
    ArrayMaxSize(MOST_ATTACHMENTS),
  );
