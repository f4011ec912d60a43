// A file of history for the pages of import: many right rows, a wrong one, and its way in.
import type { Page } from 'playwright-core';
import { ask } from './browsing.js';

const TEXTS = [
  '알림이 오지 않아요',
  '엑셀로 내려받고 싶어요',
  '로그인이 안 돼요',
  '버튼이 너무 작아요',
  '사용법을 모르겠어요',
];

/** `count` rows of twenty companies over the last half year, and one whose address is none. */
export function historyRows(count: number, name: string): string {
  const rows = Array.from({ length: count }, (_, n) => {
    const company = n % 20;
    const at = new Date(Date.now() - (n % 180) * 86_400_000 - 3_600_000).toISOString();
    return `${name}-${n},회사 ${company},담당 ${company},p@c${company}.example,${at},${TEXTS[n % 5]}`;
  });
  return [
    '문의번호,고객사,담당자,이메일,접수일시,내용',
    ...rows,
    `${name}-x,회사 0,담당,주소 없음,2026-01-05,?`,
  ].join('\n');
}

const STEPS = { CHECKED: 'check', DONE: 'run' } as const;

/** Sends a file in as the person who looks, and takes the steps until it stands at each of `states`; its id. */
export async function sendHistory(page: Page, text: string, states: (keyof typeof STEPS)[]): Promise<string> {
  const id: string = await page.evaluate(async (csv) => {
    const form = new FormData();
    form.append('file', new Blob([csv]), 'history.csv');
    const headers = { 'apollo-require-preflight': 'true' };
    return (await (await fetch('/imports', { method: 'POST', headers, body: form })).json()).id;
  }, text);
  if (states.length > 0) {
    const choice = '{ field: CHANNEL, constant: "PHONE" }';
    await ask(
      page,
      `mutation { mapImport(input: { importId: "${id}", choices: [${choice}] }) { import { id } } }`,
    );
  }
  for (const state of states) {
    await ask(page, `mutation { ${STEPS[state]}Import(input: { importId: "${id}" }) { import { id } } }`);
    await page.waitForFunction(
      async ([wanted, query]) => {
        const headers = { 'content-type': 'application/json' };
        const response = await fetch('/graphql', {
          method: 'POST',
          headers,
          body: JSON.stringify({ query }),
        });
        return (await response.json()).data.import.state === wanted;
      },
      [state, `{ import(id: "${id}") { state } }`] as const,
      { polling: 200 },
    );
  }
  return id;
}
