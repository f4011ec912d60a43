// How erasing a person looks in GraphQL: what it touches, and the command.
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, MaxLength, ValidateNested } from 'class-validator';
import { NewOwnerInput, PersonType } from './person.graphql.js';

@ObjectType({ description: 'How much of one kind is kept of somebody.' })
export class PersonalDataPart {
  @Field(() => String, { description: 'As the part is called in their file: account, messages, mails …' })
  part: string;

  @Field(() => Int)
  count: number;
}

@ObjectType({ description: 'What erasing somebody would touch.' })
export class ErasePreview {
  @Field(() => Boolean, {
    description:
      'Whether their words usually go too: those of contacts do, those of staff belong to the company.',
  })
  wordsUsually: boolean;

  @Field(() => [PersonalDataPart])
  parts: PersonalDataPart[];
}

@InputType()
export class ErasePersonInput {
  @Field(() => ID)
  personId: string;

  @Field(() => String, { description: 'The person’s e-mail address, typed once more.' })
  @MaxLength(254)
  confirmation: string;

  @Field(() => Boolean, {
    description:
      'Also what they wrote: messages, notes, titles, quotes and attached files. Otherwise it stays, without their name.',
  })
  words: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'A colleague who takes over the open threads; left out: they are nobody’s.',
  })
  successorId?: string | null;

  @Field(() => [NewOwnerInput], {
    defaultValue: [],
    description: 'For each space of which the person is the last owner: who owns it from now on.',
  })
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => NewOwnerInput)
  newOwners: NewOwnerInput[];
}

@ObjectType()
export class ErasePersonPayload {
  @Field(() => PersonType)
  person: PersonType;
}
