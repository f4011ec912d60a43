// Certificates for stories: people who pass all that is theirs.
import { sql } from '../../src/platform/database/index.js';
import { uuidOf } from '../attacks/stage.js';
import type { Company, Person, World } from '../world/world.js';
import { courseWith, ended, heldWith, missionsOf, review, show } from './practised.js';

export const ONE_STEP = [{ title: '첫 글 쓰기', shownBy: 'TICK', dueDays: 1, teamMode: 'EACH' }];

export type Certificate = {
  id: string;
  number: string;
  personName: string;
  companyName: string;
  stage: string;
  titles: { locale: string; title: string }[];
  issuedAt: string;
  withdrawnAt: string | null;
  withdrawnReason: string | null;
  verifyUrl: string | null;
  pdfUrl: string | null;
};

const FIELDS = `id number personName companyName stage titles { locale title } issuedAt withdrawnAt withdrawnReason
  verifyUrl pdfUrl`;

export const certificatesOf = async (person: Person): Promise<Certificate[]> =>
  (await person.get(`{ myCertificates { ${FIELDS} } }`)).myCertificates;

export const ofSpace = async (person: Person, { spaceId }: Company): Promise<Certificate[]> =>
  (await person.get(`query($id: ID!) { space(id: $id) { certificates { ${FIELDS} } } }`, { id: spaceId }))
    .space.certificates;

/** Shows all that they have to do, and the agent passes it. */
export async function passAll(world: World, agent: Person, person: Person, praise?: string): Promise<void> {
  for (const { id, state } of await missionsOf(person))
    if (state !== 'PASSED') await review(agent, await show(person, id), 'PASS', praise ? { praise } : {});
  await world.jobs();
}

/** A session of one step that all of them have passed. */
export async function certified(
  world: World,
  agent: Person,
  title: string,
  people: [Person, Company][],
  praise?: string,
): Promise<string> {
  const course = await courseWith(agent, title, ONE_STEP);
  const session = await heldWith(world, agent, course, people);
  await ended(world, agent, session);
  for (const [person] of people) await passAll(world, agent, person, praise);
  return session;
}

export const tokenOf = ({ verifyUrl }: Certificate): string =>
  /\/verify\/([\w-]{22})$/.exec(verifyUrl ?? '')?.[1] ?? '';

export const verified = async (
  somebody: { get: (query: string, variables?: object) => Promise<any> },
  token: string,
): Promise<any> =>
  (
    await somebody.get(
      'query($token: String!) { verifyCertificate(token: $token) { personName companyName titles { locale title } issuedOn valid } }',
      { token },
    )
  ).verifyCertificate;

export const rowsOf = (world: World, sessionId: string): Promise<{ id: string; person_id: string }[]> =>
  world.rows(sql`select certificate.id, certificate.person_id from hotline.certificate certificate
    join hotline.training_participant participant on participant.id = certificate.participant_id
    where participant.session_id = ${uuidOf(sessionId)} order by certificate.id`);
