// Files of history as other systems and Korean Excel write them, and an administrator who brings one step by step.
import iconv from 'iconv-lite';
import type { Person, World } from '../world/world.js';

export const HEAD = ['문의번호', '고객사', '담당자', '이메일', '채널', '접수일시', '제목', '내용', '분류'];

export type Line = Partial<Record<(typeof HEAD)[number], string>>;

export const right = (n: number, rest: Line = {}): Line => ({
  문의번호: `H-${n}`,
  고객사: '한빛전자',
  담당자: '김민지',
  이메일: 'minji@hanbit.example',
  채널: '전화',
  접수일시: '2026-11-04 12:00',
  제목: `문의 ${n}`,
  내용: `알림을 어디에서 설정하나요? ${n}`,
  분류: '',
  ...rest,
});

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

export const csv = (lines: Line[], { delimiter = ',', start = '', end = '\r\n' } = {}): string =>
  `${start}${[HEAD, ...lines.map((line) => HEAD.map((name) => line[name] ?? ''))]
    .map((cells) => cells.map(quoted).join(delimiter))
    .join(end)}${end}`;

/** As Korean Excel saves a table. */
export const cp949 = (text: string): Buffer => iconv.encode(text, 'cp949');

export const STATE = `id state done total stopping failure rows encoding delimiter source missing
  mapping { field column constant }
  figures { threads companies people already changed wrong firstAt lastAt }
  brought { threads companies people already changed wrong }
  keptCount kept { kind id name why } abilities { map check run stop undo discard }`;

/** One import, driven through the doors that the page uses. */
export class Bringing {
  private constructor(
    private readonly world: World,
    readonly admin: Person,
    readonly id: string,
  ) {}

  static async upload(
    world: World,
    admin: Person,
    bytes: Buffer | string,
    name = '문의.csv',
  ): Promise<Bringing> {
    const { status, body, text } = await admin.sendImport(name, Buffer.from(bytes as string));
    if (status !== 200) throw new Error(`Refused: ${text}`);
    return new Bringing(world, admin, body.id);
  }

  /** Uploaded, checked and run. */
  static async whole(world: World, admin: Person, bytes: Buffer | string): Promise<Bringing> {
    const bringing = await Bringing.upload(world, admin, bytes);
    await bringing.does('checkImport');
    await bringing.does('runImport');
    return bringing;
  }

  async now(): Promise<any> {
    return (await this.admin.get(`query ($id: ID!) { import(id: $id) { ${STATE} } }`, { id: this.id }))
      .import;
  }

  /** Asks for a step and lets the jobs run that follow; answers how it stands then. */
  async does(name: string, input: object = {}): Promise<any> {
    await this.admin.do(name, { importId: this.id, ...input }, 'import { id }');
    await this.world.jobs();
    return this.now();
  }

  async asks(query: string, fields: string, locale = 'ko'): Promise<any> {
    const args = query === 'importLeaving' ? '' : `, locale: ${locale}`;
    const text = `query ($id: ID!) { ${query}(importId: $id${args}) ${fields} }`;
    return (await this.admin.get(text, { id: this.id }))[query];
  }

  errors(locale = 'ko'): Promise<string> {
    return this.asks('importErrorsCsv', '', locale);
  }
}
