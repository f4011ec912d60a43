// What boards.sql is filled with: texts with the grams that search looks for.
import fs from 'node:fs';
import { gramsOf } from '../dist/platform/grams.js';

export const BOARD_ID = 'board_00000000000040008000000000000001';

const TEXTS = [
  ['창고에서 바코드가 읽히지 않아요', '바코드 스캐너를 어떻게 쓰고 계세요? 저희는 반쯤 포기했어요.'],
  [
    '간트차트를 팀마다 따로 볼 수 있나요',
    '간트차트에 팀이 열두 개라 화면이 너무 길어져요. 다들 어떻게 나누세요?',
  ],
  ['결재선을 줄이고 싶어요', '결재선에 일곱 명이 있어서 하루가 가요. 대결자를 두면 나아질까요?'],
  ['회의록을 어디에 두세요', '회의록이 여기저기 흩어져 있어서 찾기 어려워요. 정리하는 방법이 궁금해요.'],
  ['알림이 너무 많아요', '하루에 팔십 개씩 와서 정작 중요한 것을 놓쳐요. 어떤 것만 켜 두셨어요?'],
  ['신규 입사자에게 무엇부터 알려 주나요', '첫 주에 알려 줄 것이 너무 많아요. 순서가 있으면 좋겠어요.'],
  ['외부 협력사와 파일을 나눌 때', '메일로 보내면 판이 갈려요. 권한은 어떻게 나누시는지 궁금해요.'],
  ['주간 보고를 자동으로 만들 수 있을까요', '매주 금요일마다 두 시간을 써요. 서식을 어떻게 만드셨나요?'],
  ['모바일에서 표가 잘려요', '현장에서는 전화기로만 봐요. 세로 화면에서 잘 보이게 하는 방법이 있을까요?'],
];

export const boardSql = (threads) =>
  fs
    .readFileSync(new URL('./boards.sql', import.meta.url), 'utf8')
    .replaceAll(':threads', String(threads))
    .replaceAll(
      ':texts',
      JSON.stringify(
        TEXTS.map(([title, body]) => ({ title, body, grams: [...gramsOf(`${title}\n${body}`)] })),
      ),
    );
