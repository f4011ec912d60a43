// The content of one version again in another: every part under an id of its own, files shared.
import { type Sql, type Transaction, newId, sql } from '../../platform/database/index.js';

type Part = { id: string; mission_id?: string };
type Text = { subject: string; subject_id: string; locale: 'ko' | 'en'; title: string };

const LONGEST_TITLE = 120;

/** `added`: what is written behind the title, by language. */
export async function copyContent(
  tx: Transaction,
  from: string,
  to: string,
  added: Readonly<Record<'ko' | 'en', string>> = { ko: '', en: '' },
): Promise<void> {
  const ids = new Map([[from, to]]);
  const renamed = (parts: Part[]): Part[] =>
    parts.map((part) => {
      const id = newId();
      ids.set(part.id, id);
      return { ...part, id, ...(part.mission_id ? { mission_id: ids.get(part.mission_id) ?? '' } : {}) };
    });
  const partsOf = async (table: Sql) =>
    renamed(await tx.sql<Part>(sql`select part.* from ${table} part where part.course_version_id = ${from}`));
  const materials = await partsOf(sql`hotline.course_material`);
  const missions = await partsOf(sql`hotline.course_mission`);
  const steps = await partsOf(sql`hotline.course_mission_step`);
  const texts = await tx.sql<Text>(
    sql`select said.* from hotline.course_text said where said.course_version_id = ${from}`,
  );
  await tx.sql(sql`insert into hotline.course_material (id, course_version_id, position, kind, file_id, url)
    select id, ${to}::uuid, position, kind, file_id, url from json_to_recordset(${JSON.stringify(materials)}::json)
      as part(id uuid, position int, kind text, file_id uuid, url text)`);
  await tx.sql(sql`insert into hotline.course_mission (id, course_version_id, position)
    select id, ${to}::uuid, position from json_to_recordset(${JSON.stringify(missions)}::json) as part(id uuid, position int)`);
  await tx.sql(sql`insert into hotline.course_mission_step
      (id, course_version_id, mission_id, position, shown_by, due_days, team_mode)
    select id, ${to}::uuid, mission_id, position, shown_by, due_days, team_mode
    from json_to_recordset(${JSON.stringify(steps)}::json)
      as part(id uuid, mission_id uuid, position int, shown_by text, due_days int, team_mode text)`);
  const said = texts.map((text) => {
    const behind = text.subject === 'COURSE' ? added[text.locale] : '';
    const title = behind
      ? [...text.title].slice(0, LONGEST_TITLE - behind.length).join('') + behind
      : text.title;
    return { ...text, subject_id: ids.get(text.subject_id), title };
  });
  await tx.sql(sql`insert into hotline.course_text (course_version_id, subject, subject_id, locale, title, summary, body)
    select ${to}::uuid, subject, subject_id, locale, title, summary, body
    from json_to_recordset(${JSON.stringify(said)}::json)
      as text(subject text, subject_id uuid, locale text, title text, summary text, body text)`);
}
