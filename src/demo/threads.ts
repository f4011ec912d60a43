// Demonstration content, the conversations: threads of every kind and state, oldest first, written by hand.

import type { DemoThread } from './people.js';

export const demoThreads: DemoThread[] = [
  {
    company: 'hanbit', daysAgo: 92, at: '10:14', area: 'project', category: 'USAGE', reviewed: true,
    title: '프로젝트 템플릿을 다른 팀에 나눠 주려면',
    entries: [
      { by: 'minji', after: 0, say: '안녕하세요, 저희 품질팀에서 만든 프로젝트 템플릿을 생산팀도 쓰고 싶다는데요. 템플릿을 통째로 공유하는 방법이 있을까요? 지금은 화면 캡처해서 보내고 있어요 ㅠㅠ' },
      { by: 'doyun', after: 11, say: '안녕하세요, 민지님. 캡처까지 하셨다니 고생하셨어요.\n\n1. 품질팀 프로젝트 오른쪽 위 **⋯ > 템플릿으로 저장**\n2. 공개 범위를 **회사 전체**로 선택\n3. 생산팀은 프로젝트 만들기 화면의 *우리 회사 템플릿* 탭에서 고르면 됩니다.\n\n업무 목록과 태그는 따라가고, 담당자와 파일은 따라가지 않아요. https://help.example/ko/project/template' },
      { by: 'minji', after: 38, say: '오 됐어요! 담당자는 비어 있는 게 오히려 좋네요' },
      { by: 'doyun', after: 4, say: '다행이에요. 생산팀에서 쓰시다 막히는 부분이 있으면 여기 바로 적어 주세요.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'maru', daysAgo: 91, at: '14:20', area: 'calendar', category: 'IMPROVEMENT', reviewed: true,
    entries: [
      { by: 'dahye', after: 0, say: '캘린더 월간 보기에서 하루 일정이 4개 넘어가면 "+3"으로 접히잖아요. 저희는 입항 일정이 하루에 열 건씩이라 매번 눌러야 해요. 화면 큰 모니터에서는 다 펼쳐 주면 안 되나요' },
      { by: 'sanghyun', after: 26, say: '다혜님, 입항 일정이 열 건이면 접힌 숫자만 보이겠네요. 현재는 칸 높이가 고정이라 펼치는 설정이 없습니다. 임시로는 주간 보기에서 **종일 일정 펼치기**를 켜 두시면 하루 20건까지 한 번에 보여요. 월간 보기 칸 높이는 개선 의견으로 등록했습니다.' },
      { by: 'sanghyun', after: 2, note: '한 달에 한 번꼴로 같은 의견 들어옴. 해운·병원처럼 일정 많은 고객사에서 반복. 기획에 묶어서 전달하기.' },
      { by: 'dahye', after: 190, say: '주간으로 일단 써볼게요 감사합니다' },
      { by: 'dahye', after: 1, do: 'RESOLVE' },
    ],
  },
  {
    company: 'dalbit', daysAgo: 88, at: '09:25', area: 'permission', category: 'USAGE', reviewed: true,
    title: '점포 직원에게 게시글만 보이게 하고 싶어요',
    entries: [
      { by: 'dongha', after: 0, say: '점포 아르바이트분들은 공지만 보면 되는데 업무랑 파일까지 다 보이네요. 게시글만 보이게 하는 권한이 있나요? 점포가 312개라 하나씩은 못 합니다' },
      { by: 'hyejin', after: 18, say: '동하님, 안녕하세요. 두 단계로 하시면 312개 점포도 금방 끝납니다.\n\n- 관리자 콘솔 > 권한 > **권한 묶음**에서 "점포 열람"을 만들고 *게시글 읽기*만 켜기\n- 조직도에서 **점포(하위 포함)** 를 골라 권한 묶음 적용\n\n새로 입사하시는 분도 그 부서에 들어오면 자동으로 같은 권한이 됩니다.' },
      { by: 'dongha', after: 52, say: '하위 포함이 핵심이네요. 근데 점장은 업무도 봐야 하는데' },
      { by: 'hyejin', after: 9, say: '점장님은 **직책 = 점장** 조건으로 권한 묶음을 하나 더 만들어 두시면 됩니다. 두 묶음이 겹치면 넓은 쪽이 적용돼요.' },
      { by: 'hyejin', after: 1, note: '점포운영 쪽은 관리자 콘솔 직접 못 만짐. 실제 설정은 연우님(디지털혁신)이 하심. 두 분 사이 조금 서먹하니 중간에서 말 전할 때 주의.' },
      { by: 'dongha', after: 1325, say: '설정 끝났습니다. 연우 매니저가 20분 만에 해줬네요' },
      { by: 'hyejin', after: 15, say: '와, 20분이면 저희보다 빠르세요. 감사합니다!', do: 'RESOLVE' },
    ],
  },
  {
    company: 'quillmoor', daysAgo: 87, at: '11:02', area: 'approval', category: 'FEATURE', reviewed: true,
    title: 'Approvals while someone is on leave',
    entries: [
      { by: 'imogen', after: 0, say: 'Morning! Two of our directors are on leave for the next fortnight and every purchase request is stuck in their queue. Is there a way to let someone approve on their behalf?' },
      { by: 'grace', after: 14, say: 'Hi Imogen, thanks for flagging this. There isn\'t a true stand-in today. What you *can* do right now is ask an admin to **reassign open requests** (Admin console > Approvals > Pending > Reassign). It\'s one by one, I\'m afraid, and the audit trail will show the new approver rather than "on behalf of".\n\nI\'ve logged a delegation option as a feature request for you.' },
      { by: 'imogen', after: 21, say: "Reassigning works for this week but the auditors won't love it. Please do push the request, it comes up every holiday season." },
      { by: 'grace', after: 6, note: 'Second client asking for delegation this month. Auditor angle is important: they need "on behalf of" in the trail. Worth telling Wonjae.' },
      { by: 'grace', after: 40, say: "Understood. I've noted the audit trail part explicitly. I'll come back here when product planning has looked at it.", do: 'RESOLVE' },
    ],
  },
  {
    company: 'taerin', daysAgo: 86, at: '13:44', area: 'billing', category: 'ACCOUNT', reviewed: true,
    title: '요금제 변경 시 일할 계산 여부',
    entries: [
      { by: 'jungah', after: 0, say: '스탠다드에서 상위 요금제로 월 중간에 바꾸면 요금이 일할 계산되나요, 다음 달부터인가요? 품의 올리려는데 금액이 안 나와서요' },
      { by: 'minseok', after: 22, say: '정아님, 상위 요금제로 올리시면 **바꾼 날부터 일할 계산**되고 차액만 이번 달 청구서에 더해집니다. 내리실 때는 다음 결제일부터 적용돼요. 현재 인원 기준 예상 금액표를 품의용으로 만들어 파일로 올려 드릴게요.' },
      { by: 'minseok', after: 65, say: '올려 드렸습니다. 480명 기준이고 부가세 별도입니다.' },
      { by: 'jungah', after: 30, say: '품의용 표 정말 감사합니다 그대로 첨부했어요' },
      { by: 'minseok', after: 3, do: 'RESOLVE' },
    ],
  },
  {
    company: 'onnurim', daysAgo: 85, at: '16:31', area: 'meeting', category: 'DEFECT', reviewed: true, priority: 'HIGH',
    entries: [
      { by: 'kyungmin', after: 0, say: '원격 협진 회의에서 화면 공유하면 상대 병원 쪽에 화면이 검게 나옵니다. 오늘만 세 번째입니다.' },
      { by: 'kyuri', after: 7, say: '경민님, 협진 중이시라 급하시겠어요. 지금 바로 확인하겠습니다. 공유하시는 쪽 PC에서 **전체 화면**으로 공유하셨는지 **창 하나**를 고르셨는지 알려 주실 수 있을까요?' },
      { by: 'kyungmin', after: 5, say: '의료영상 뷰어 창 하나를 골랐습니다.' },
      { by: 'kyuri', after: 2, do: 'ASSIGN', assignee: 'juwon' },
      { by: 'juwon', after: 12, say: '기술지원 차주원입니다. 의료영상 뷰어처럼 그래픽 가속을 쓰는 프로그램은 창 공유에서 검게 나오는 경우가 있어요. 우선 **전체 화면 공유**로 바꿔 주시면 바로 보이실 겁니다. 창 공유 쪽은 오류가 맞아서 개발팀에 재현 영상을 넘겼습니다.' },
      { by: 'juwon', after: 1, note: '재현됨. 하드웨어 가속 오버레이 캡처 문제. 내부 이슈 MTG-118. 수정은 다음 정기 배포 예정인데 아직 확답 금지.' },
      { by: 'kyungmin', after: 9, say: '전체 화면으로 하니 나옵니다. 창 공유는 언제 됩니까? 환자 정보가 다른 창에 떠 있어서 전체 화면은 곤란합니다.' },
      { by: 'juwon', after: 1045, say: '경민님, 개인정보 때문에 창 공유가 꼭 필요하신 상황이라고 개발팀에 전달해 우선순위를 올렸습니다. 그 사이에는 보조 모니터에 뷰어만 띄우고 **모니터 2만 공유**를 선택해 주세요.' },
      { by: 'juwon', after: 8640, say: '이번 배포에 창 공유 수정이 들어갔습니다. PC 앱을 다시 시작하시면 적용돼요.' },
      { by: 'kyungmin', after: 120, say: '확인했습니다. 정상입니다.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'saetbyeol', daysAgo: 84, at: '10:50', area: 'post', category: 'IMPROVEMENT', reviewed: true,
    entries: [
      { by: 'yejun', after: 0, say: '게시글 편집기에서 표 열 너비 조절이 너무 힘들어요. 교재 목차를 표로 만드는데 마우스로 잡히는 부분이 1픽셀인 느낌? 그리고 저장하면 너비가 또 풀려요' },
      { by: 'nari', after: 33, say: '예준님, 저도 해 보니 손잡이가 정말 얇네요. 😅 저장 후 너비가 풀리는 것은 표를 붙여넣기로 만드셨을 때 생기는 현상으로 확인했고, 새 표를 삽입하신 뒤 내용을 붙여넣으시면 유지됩니다. 손잡이 두께는 개선 요청으로 올렸어요.' },
      { by: 'yejun', after: 14, say: '붙여넣기 문제였구나.. 그래도 두께는 꼭 부탁드려요' },
      { by: 'nari', after: 6, say: '네, 화면 캡처와 함께 전달했습니다!', do: 'RESOLVE' },
    ],
  },
  {
    company: 'pureun', daysAgo: 81, at: '09:40', area: 'drive', category: 'DEFECT', reviewed: true,
    title: '한글 파일명이 깨져서 내려받아집니다',
    entries: [
      { by: 'soyun', after: 0, say: '거래처에서 드라이브 외부 링크로 파일 받았는데 파일명이 ㄱㅓㄹㅐㅁㅕㅇㅅㅔㅅㅓ 이렇게 자음모음이 다 떨어져서 나온대요. 저희가 올릴 땐 멀쩡했어요' },
      { by: 'gaeun', after: 13, say: '소윤님, 많이 당황하셨겠어요. 혹시 처음 올리신 분이 다른 운영체제를 쓰는 컴퓨터에서 올리셨을까요? 자모가 풀려 저장되는 경우가 있어서요.' },
      { by: 'soyun', after: 25, say: '네 디자인팀 컴퓨터에서 올렸다네요' },
      { by: 'gaeun', after: 40, say: '확인했습니다. 올릴 때 파일명을 합쳐서 저장해야 하는데 **외부 링크로 내려받는 경로에서만** 빠져 있었어요. 오류로 접수해 개발팀이 고치는 중입니다. 급하신 파일은 드라이브에서 이름 바꾸기를 한 번만 하셔도 정상으로 나갑니다.' },
      { by: 'soyun', after: 8, say: '이름 바꾸니까 되네요' },
      { by: 'gaeun', after: 4310, say: '수정이 배포되어 이제 이름을 바꾸지 않아도 정상으로 내려받아집니다. 거래처에도 안내 부탁드려요!', do: 'RESOLVE' },
    ],
  },
  {
    company: 'hanbit', daysAgo: 80, at: '15:12', area: 'approval', category: 'FEATURE', reviewed: true, tags: ['대결위임'],
    entries: [
      { by: 'sungho', after: 0, say: '결재 건으로 여쭙니다. 제가 출장이 잦아서 부재 시에 차석이 대신 결재(대결)할 수 있어야 하는데 기능을 못 찾겠습니다. 예전 그룹웨어에는 있었습니다.' },
      { by: 'jiwoo', after: 20, say: '성호님, 안녕하세요. 지금은 기간을 정해 결재권을 넘기는 **대결 기능이 없습니다.** 출장 전에 결재선에서 차석님을 *참조*가 아닌 *합의*로 넣어 두시면 내용 확인까지는 가능해요. 기능 요청으로 등록하면서 "기간 지정"과 "대결 표시"가 필요하신 점을 적어 두었습니다.' },
      { by: 'sungho', after: 17, say: '합의는 결재가 아니라서요. 영업은 할인 승인이 하루만 늦어도 건이 날아갑니다. 꼭 검토 바랍니다.' },
      { by: 'jiwoo', after: 5, note: '성호 팀장님은 사내 영향력 큼. 예전 그룹웨어와 비교를 자주 하심. 기능 요청은 반드시 결과까지 알려 드릴 것.' },
      { by: 'jiwoo', after: 12, say: '말씀하신 할인 승인 사례까지 함께 전달했습니다. 검토 결과가 나오면 이 스레드에서 꼭 알려 드리겠습니다.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'orrinvale', daysAgo: 79, at: '10:05', area: 'drive', category: 'USAGE',
    entries: [
      { by: 'hanna', after: 0, say: 'Hi there, silly question perhaps: where do deleted files go? Someone cleared out our "Vendor contracts" folder yesterday 😬' },
      { by: 'grace', after: 9, say: "Not silly at all, Hanna! They're in **Drive > Trash** and stay for 30 days. Only the folder owner or an admin sees them. Select the folder (not the files inside) and press *Restore*: that brings back the whole structure and the share settings." },
      { by: 'hanna', after: 16, say: "Found it, everything's back. You saved someone from a very awkward call" },
      { by: 'hanna', after: 1, do: 'RESOLVE' },
    ],
  },
  {
    company: 'gaon', daysAgo: 78, at: '13:20', area: 'mobile', category: 'USAGE', reviewed: true,
    entries: [
      { by: 'dukhwa', after: 0, say: '현장에서 사진 올리는데 한장씩밖에 안올라갑니다 여러장 한번에 어떻게 합니까' },
      { by: 'eunbi', after: 12, say: '소장님, 안녕하세요! 휴대폰 앱에서 이렇게 해 보세요.\n\n1. 글쓰기 아래 **사진 모양** 누르기\n2. 첫 사진을 **길게 꾹** 누르기\n3. 나머지 사진을 톡톡 눌러 고르기 (한 번에 30장까지)\n4. 오른쪽 위 **올리기**' },
      { by: 'dukhwa', after: 95, say: '됨 감사' },
      { by: 'eunbi', after: 2, note: '소장님은 글이 짧으신 편이지 화나신 게 아님. 단계별로, 큰 글씨 캡처 드리면 좋아하심.' },
      { by: 'eunbi', after: 3, do: 'RESOLVE' },
    ],
  },
  {
    company: 'dalbit', daysAgo: 77, at: '11:30', area: 'admin', category: 'ACCOUNT', reviewed: true,
    entries: [
      { by: 'yeonwoo', after: 0, say: '조직 개편으로 다음 주에 계정 640개를 한꺼번에 비활성화해야 합니다. 일괄 처리 파일 형식 알려주세요. 그리고 비활성화된 사람 수만큼 이번 달 요금에서 빠지는지도요' },
      { by: 'minseok', after: 17, say: '연우님, 안녕하세요.\n\n- **형식**: CSV, 열은 `email,action,date` 세 개. action에 `deactivate`, date에 적용일을 적어 주세요.\n- **위치**: 관리자 콘솔 > 구성원 > 일괄 처리. 올리시면 먼저 *미리 보기*가 나오니 640명이 맞는지 확인 후 실행하시면 됩니다.\n- **요금**: 비활성화한 날까지 일할로 계산되어 다음 청구서에서 차감됩니다.' },
      { by: 'yeonwoo', after: 33, say: 'date를 미래로 적으면 예약되는 거죠?' },
      { by: 'minseok', after: 5, say: '네, 해당 날짜 0시에 실행됩니다. 그 전까지는 같은 화면에서 취소하실 수 있어요.' },
      { by: 'yeonwoo', after: 10, say: '깔끔하네요 👍', do: 'RESOLVE' },
    ],
  },
  {
    company: 'hanbit', daysAgo: 74, at: '10:00', area: 'task', category: 'USAGE', reviewed: true, tags: ['교육후속'],
    title: '두레솜 실무 교육 자료와 미션 안내',
    entries: [
      { by: 'kyuri', after: 0, say: '한빛나래제약 여러분, 오늘 두레솜 실무 교육 준비를 마쳤습니다. 오후에 뵙고, 끝나면 아래 순서로 미션을 진행해 주세요.\n\n1. 내 업무 5개를 등록하고 **마감일** 넣기\n2. 팀 주간 회의를 게시글 한 개로 대신해 보기\n3. 메일로 받던 자료 하나를 드라이브 링크로 바꿔 보내기\n\n자료: https://help.example/ko/training/basic' },
      { by: 'bora', after: 370, say: '교육 잘 들었습니다! 미션 2번은 회의록을 올리라는 건가요 아니면 회의를 아예 안 하는 건가요?' },
      { by: 'kyuri', after: 14, say: '보라님, 회의를 **안 하는 쪽**이에요. 안건을 게시글로 올리고 댓글로 결정까지 내 보시는 겁니다. 결정된 문장에는 핀을 꽂아 주세요.' },
      { by: 'bora', after: 6, say: '오 과감하네요 해보겠습니다' },
      { by: 'kyuri', after: 1560, say: '미션 2번까지 하신 분이 벌써 31명입니다. 고생 많으셨어요!', do: 'RESOLVE' },
    ],
  },
  {
    company: 'hanbit', daysAgo: 73, at: '09:33', area: 'task', category: 'USAGE', reviewed: true, tags: ['교육후속'],
    entries: [
      { by: 'jaehwan', after: 0, say: '어제 교육에서 하위 업무 만드는 것 배웠는데 자리에 와서 하려니 메뉴가 없습니다.' },
      { by: 'jiwoo', after: 15, say: '재환님, 하위 업무는 업무 **상세 화면**을 여신 뒤에 제목 아래 `+ 하위 업무`로 만드실 수 있습니다. 목록 화면에서는 안 보여요. 혹시 상세 화면에서도 없으시면 그 프로젝트의 *업무 형식*이 "간단"으로 되어 있는 경우라 관리자에게 "표준"으로 바꿔 달라고 하시면 됩니다.' },
      { by: 'jaehwan', after: 44, say: '간단으로 되어 있었습니다. 바꾸니 나옵니다.' },
      { by: 'jiwoo', after: 5, say: '확인 감사합니다. 품질보증부 프로젝트 전체를 "표준"으로 바꾸시려면 말씀 주세요.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'tarnwick', daysAgo: 73, at: '14:05', area: 'chat', category: 'IMPROVEMENT',
    entries: [
      { by: 'jonas', after: 0, say: 'Chat search jumps me to the message but then loads only what\'s *around* it. If I scroll down to "now" it takes forever, page by page. A jump-to-latest button would fix my mood considerably.' },
      { by: 'juwon', after: 31, say: "Hi Jonas, fair point. There is a small arrow at the bottom right, but it only appears after you've scrolled about two screens, which rather defeats the purpose. I've filed it as an improvement: show it immediately after a search jump. For now, `End` on the keyboard takes you to the latest message." },
      { by: 'jonas', after: 11, say: 'End works on desktop. Phone people will have to suffer, ok' },
      { by: 'juwon', after: 4, do: 'RESOLVE' },
    ],
  },
  {
    company: 'hanbit', daysAgo: 72, at: '11:18', area: 'notification', category: 'IMPROVEMENT', reviewed: true, tags: ['교육후속'],
    entries: [
      { by: 'minji', after: 0, say: '교육 끝나고 다들 열심히 써 주시는 건 좋은데 알림이 폭탄이에요.. 업무 담당자 지정되면 ①앱 ②PC ③메일 ④채팅봇까지 네 번 와요. 하나로 묶어 주세요 제발' },
      { by: 'doyun', after: 13, say: '민지님, 네 번이면 일을 못 하시죠. 우선 **설정 > 알림 > 한 곳만 받기**를 켜시면 마지막으로 쓴 기기에만 옵니다. 회사 기본값으로도 지정할 수 있어요. 채팅봇 알림은 여기에 포함되지 않아 따로 끄셔야 하는데, 이 부분은 개선으로 올리겠습니다.' },
      { by: 'minji', after: 27, say: '회사 기본값으로 켰어요. 살 것 같아요' },
      { by: 'doyun', after: 2, do: 'RESOLVE' },
    ],
  },
  {
    company: 'onnurim', daysAgo: 71, at: '15:40', area: 'calendar', category: 'FEATURE', reviewed: true, tags: ['아웃룩연동'],
    title: 'Outlook 일정과 양방향 연동',
    entries: [
      { by: 'kyungmin', after: 0, say: '의료진 대부분이 Outlook 캘린더를 씁니다. 두레솜 캘린더와 양방향으로 맞춰지지 않아 수술 회의 시간이 겹치는 일이 생겼습니다. 연동 계획이 있습니까?' },
      { by: 'kyuri', after: 24, say: '경민님, 현재는 두레솜 일정을 **구독 주소(ICS)** 로 Outlook에 보여 주는 한 방향만 가능합니다. 반대 방향과 실시간 동기화는 아직 없습니다. 수술 회의가 겹쳤던 사례를 적어 기능 요청으로 올렸습니다.' },
      { by: 'kyungmin', after: 12, say: '구독은 갱신이 세 시간씩 걸려서 의미가 없습니다.' },
      { by: 'kyuri', after: 8, say: '맞습니다. 갱신 간격은 Outlook 쪽에서 정해져 저희가 줄일 수 없어요. 그래서 구독이 아닌 연동이 필요하다는 점을 요청에 분명히 적었습니다. 제품기획팀 검토가 시작되면 알려 드리겠습니다.' },
      { by: 'kyuri', after: 3, do: 'RESOLVE' },
    ],
  },
  {
    company: 'maru', daysAgo: 70, at: '09:50', area: 'permission', category: 'USAGE',
    entries: [
      { by: 'seungmin', after: 0, say: '외부 대리점 직원 초대하면 우리 조직도까지 다 보이나요? 보안팀에서 물어봐서요' },
      { by: 'sanghyun', after: 10, say: '승민님, 외부인으로 초대된 분은 **초대받은 프로젝트의 참여자만** 보이고 조직도, 구성원 검색, 전사 게시판은 보이지 않습니다. 관리자 콘솔 > 권한 > 외부인 탭의 *미리 보기*에서 외부인 시점 화면을 직접 확인하실 수 있어요.' },
      { by: 'seungmin', after: 18, say: '미리보기 캡처해서 보안팀 드렸더니 바로 통과됐습니다' },
      { by: 'sanghyun', after: 2, do: 'RESOLVE' },
    ],
  },
  {
    company: 'orrinvale', daysAgo: 67, at: '10:22', area: 'search', category: 'DEFECT', reviewed: true,
    title: 'Search does not find text inside PDFs',
    entries: [
      { by: 'marcus', after: 0, say: "Since some point last week, search no longer returns hits inside PDF attachments. File names are found, content isn't. Our SOPs are all PDF so this matters." },
      { by: 'grace', after: 19, say: "Hi Marcus, I can reproduce it on a PDF uploaded three days ago; older ones are fine. I'm handing this to Juwon on the technical side." },
      { by: 'grace', after: 1, do: 'ASSIGN', assignee: 'juwon' },
      { by: 'juwon', after: 95, say: "Juwon here. The text extraction queue for your region stopped after a certificate renewal, so anything uploaded in the last 6 days wasn't indexed. It's running again and is working through the backlog; expect everything searchable within two hours." },
      { by: 'juwon', after: 2, note: 'Only 3 companies were on that queue. No status page entry was made. If Marcus asks why, be straight about it: certificate, our mistake.' },
      { by: 'marcus', after: 160, say: 'Works again. Could you please tell us next time *before* we notice?' },
      { by: 'juwon', after: 25, say: "That's a fair ask. We've added an alarm on that queue, and you'd now hear from us first. Apologies for the trouble." },
      { by: 'marcus', after: 12, say: 'Appreciated.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'taerin', daysAgo: 66, at: '13:55', area: 'approval', category: 'IMPROVEMENT',
    entries: [
      { by: 'wonsik', after: 0, say: '결재 문서 인쇄하면 결재란이 두 페이지로 쪼개져요. 공장에서는 아직 종이로 붙여놔야 해서요. 여백 조절이라도 되게 해주세요' },
      { by: 'minseok', after: 29, say: '원식님, 현장 게시용이면 한 장에 나와야죠. 지금은 인쇄 창에서 **배율 90 %** 로 두시면 대부분 한 장에 들어갑니다. 결재란이 쪼개지지 않도록 하는 건 개선 요청으로 넘겼습니다.' },
      { by: 'wonsik', after: 41, say: '90은 안되고 85 하니까 들어가네요' },
      { by: 'minseok', after: 4, say: '85 % 좋은 정보 감사합니다. 도움말에도 그렇게 적어 두겠습니다.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'dalbit', daysAgo: 65, at: '11:11', area: 'task', category: 'FEATURE', reviewed: true,
    title: '반복 업무를 점포별로 한꺼번에 만들고 싶습니다',
    entries: [
      { by: 'dongha', after: 0, say: '매주 월요일 위생점검 업무를 점포 312곳에 똑같이 만들어야 합니다. 지금은 본사 직원이 복사 붙여넣기로 하루를 씁니다. 한 번 만들면 점포마다 자동으로 생기는 기능 필요합니다.' },
      { by: 'hyejin', after: 16, say: '동하님, 하루를 통째로 쓰신다니 꼭 줄여 드리고 싶네요. 반복 업무는 있지만 **여러 프로젝트에 한꺼번에** 만드는 기능은 아직 없습니다. 지금 당장은 CSV 가져오기에 프로젝트 이름 열을 넣어 312건을 한 번에 만드실 수 있어요. 파일 양식 만들어 드릴까요?' },
      { by: 'dongha', after: 7, say: '네 부탁드립니다' },
      { by: 'hyejin', after: 85, say: '양식 올렸습니다. 노란 칸만 바꾸시면 됩니다. 자동 생성 기능은 요청으로 등록했고, 점포 수와 주당 소요 시간(8시간)을 근거로 적었습니다.' },
      { by: 'dongha', after: 1330, say: '15분 만에 끝났습니다. 기능도 기대하겠습니다', do: 'RESOLVE' },
    ],
  },
  {
    company: 'quillmoor', daysAgo: 64, at: '16:08', area: 'billing', category: 'ACCOUNT', reviewed: true,
    entries: [
      { by: 'priya', after: 0, say: "Could you reissue last month's invoice with our new registered address? Finance systems are rejecting the old one. PO number is QM-20417." },
      { by: 'minseok', after: 24, say: 'Hello Priya, of course. I have corrected the address and added the PO number. The reissued invoice keeps its number with suffix `-R1`, the original is voided. You will find it under Admin console > Billing > Documents within ten minutes.' },
      { by: 'priya', after: 35, say: 'Received and booked, thank you. Please use the new address going forward.' },
      { by: 'minseok', after: 3, say: 'It is stored as the default now.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'pureun', daysAgo: 63, at: '10:40', area: 'drive', category: 'FEATURE',
    entries: [
      { by: 'gunho', after: 0, say: '공장 태블릿으로 작업표준서를 보는데 와이파이가 자주 끊깁니다. 폴더를 미리 내려받아 두고 인터넷 없이 보는 기능이 있으면 좋겠습니다' },
      { by: 'gaeun', after: 21, say: '건호님, 현장 상황을 자세히 알려 주셔서 감사합니다. 지금은 파일을 **하나씩** 오프라인으로 저장할 수 있고 폴더째로는 안 됩니다. 파일 옆 ⋯ > *오프라인 저장*이에요. 폴더 단위 저장은 기능 요청으로 접수했어요.' },
      { by: 'gunho', after: 60, say: '하나씩은 120개라.. 일단 중요한 것만 해두겠습니다' },
      { by: 'gaeun', after: 9, note: '태블릿 8대 전부 안드로이드, 공용 계정 사용 중. 공용 계정은 약관상 주의 필요하지만 지금 꺼내지 말고 갱신 미팅 때 팀장님이 말씀하시기로.' },
      { by: 'gaeun', after: 5, do: 'RESOLVE' },
    ],
  },
  {
    company: 'gaon', daysAgo: 60, at: '13:31', area: 'approval', category: 'DEFECT', reviewed: true, priority: 'HIGH',
    title: '결재 올렸는데 금액이 0원으로 바뀝니다',
    entries: [
      { by: 'sora', after: 0, say: '지출결의서 금액에 1,250,000 이렇게 콤마 넣고 붙여넣으면 상신하고 나서 0원으로 나와요. 벌써 결재까지 끝난 게 3건이에요 어떡하죠' },
      { by: 'eunbi', after: 8, say: '소라님, 놀라셨죠. 지금 바로 보겠습니다. 결재가 끝난 3건의 문서 번호를 알려 주실 수 있을까요? 그동안 금액은 콤마 없이 입력해 주세요.' },
      { by: 'sora', after: 6, say: 'GA-2231, 2232, 2240 이요' },
      { by: 'eunbi', after: 3, do: 'ASSIGN', assignee: 'taeho' },
      { by: 'taeho', after: 35, say: '기술지원 노태호입니다. 붙여넣기한 값에 눈에 안 보이는 공백이 섞이면 숫자로 읽지 못해 0이 되는 오류였습니다. **원래 입력하신 값은 문서 이력에 남아 있어** 세 건 모두 되살릴 수 있습니다. 되살려도 결재 상태는 그대로입니다. 진행할까요?' },
      { by: 'sora', after: 4, say: '네네 부탁드려요!!' },
      { by: 'taeho', after: 18, say: '복구했습니다. 세 건의 금액이 맞는지 확인 부탁드려요. 같은 입력이 들어오면 0이 아니라 오류 안내가 나오도록 오늘 저녁 고쳐집니다.' },
      { by: 'taeho', after: 1, note: '결재 값 변조로 보일 수 있는 사안. 복구 기록 감사 로그에 사유 남김. 팀장님 보고 완료.' },
      { by: 'sora', after: 22, say: '확인했어요 ㅠㅠ 심장 떨어지는 줄..' },
      { by: 'taeho', after: 1320, say: '어제 저녁 수정이 배포됐습니다. 콤마와 공백이 섞여도 정상 금액으로 들어갑니다.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'saetbyeol', daysAgo: 59, at: '09:48', area: 'admin', category: 'ACCOUNT',
    entries: [
      { by: 'nahyun', after: 0, say: '퇴사한 분 메일로 비밀번호 재설정이 안 가요. 그분이 저희 회사 최고 관리자인데 저한테 인계를 안 하고 나가셨어요...' },
      { by: 'minseok', after: 19, say: '나현님, 난감하셨겠어요. 최고 관리자 변경은 서류 확인 후 저희가 도와드릴 수 있습니다. ① 사업자등록증 ② 변경 요청서(대표 직인)를 이 스레드에 올려 주세요. 양식: https://help.example/ko/admin/owner-change' },
      { by: 'nahyun', after: 1420, say: '올렸습니다! 직인 스캔이라 좀 흐린데 괜찮을까요?' },
      { by: 'minseok', after: 31, say: '잘 보입니다. 나현님을 최고 관리자로 변경했고, 이전 관리자의 로그인은 차단했습니다. 지금 다시 로그인해 보시겠어요?' },
      { by: 'nahyun', after: 12, say: '됩니다!! 감사합니다' },
      { by: 'minseok', after: 2, do: 'RESOLVE' },
    ],
  },
  {
    company: 'hanbit', daysAgo: 58, at: '14:47', area: 'calendar', category: 'FEATURE', reviewed: true, tags: ['아웃룩연동'],
    entries: [
      { by: 'minji', after: 0, say: '본사 해외사업팀이 Outlook 일정만 봐요. 두레솜 캘린더에 잡은 회의가 거기 자동으로 들어가면 좋겠다는 요청이 이번 달에만 네 번 왔어요. 로드맵에 있나요?' },
      { by: 'doyun', after: 28, say: '민지님, 로드맵에 있다고 확답드릴 단계는 아니지만 최근 여러 고객사에서 같은 요청이 늘어 제품기획팀이 보고 있습니다. 해외사업팀에서는 **보기만** 되면 되는지, **거기서 만든 일정도 넘어와야** 하는지 알려 주시면 함께 전달할게요.' },
      { by: 'minji', after: 51, say: '양방향이요. 그쪽에서 잡은 회의에 저희가 자꾸 겹쳐서 잡거든요' },
      { by: 'doyun', after: 6, say: '양방향으로 적어 전달했습니다. 소식이 생기면 여기로 알려 드릴게요.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'tarnwick', daysAgo: 57, at: '10:16', area: 'integration', category: 'USAGE',
    entries: [
      { by: 'aylin', after: 0, say: "How do I get a message into our #builds chat when our build server finishes? I'm not a developer, please be gentle" },
      { by: 'grace', after: 12, say: 'Gentle it is, Aylin 🙂\n\n1. Open the chat room, **⋯ > Incoming links > New**\n2. Copy the web address it shows\n3. Give that address to whoever runs the build server and say: "post JSON with a `text` field here"\n\nThat\'s all. Keep the address private, anyone who has it can write into the room. https://help.example/en/integrations/incoming' },
      { by: 'aylin', after: 140, say: 'Our engineer said "oh, easy" and it was. Thanks!' },
      { by: 'grace', after: 3, do: 'RESOLVE' },
    ],
  },
  {
    company: 'dasom', daysAgo: 56, at: '15:25', area: 'project', category: 'USAGE',
    entries: [
      { by: 'rian', after: 0, say: '저희는 28명뿐인데 달빛모아유통 쪽 프로젝트랑 우리 프로젝트가 섞여서 헷갈려요. 화면에서 구분할 방법이 있을까요?' },
      { by: 'hyejin', after: 30, say: '리안님, 왼쪽 목록 위 **묶음** 버튼을 누르시면 *소속 회사별*로 나눠 보여 드려요. 달빛모아유통 프로젝트는 이름 옆에 초대 표시가 붙습니다. 색은 본인에게만 보이니 마음껏 바꾸셔도 돼요.' },
      { by: 'rian', after: 22, say: '이거 진작 알았으면 ㅎㅎ 감사해요' },
      { by: 'rian', after: 1, do: 'RESOLVE' },
    ],
  },
  {
    company: 'dalbit', daysAgo: 53, at: '09:15', area: 'billing', category: 'ACCOUNT', reviewed: true,
    title: '분기 정산용 세금계산서 법인별 분리',
    entries: [
      { by: 'yeonwoo', after: 0, say: '분기 마감이라 세금계산서를 법인 3곳으로 나눠서 받아야 합니다. 본사/물류/온라인. 인원 비율로요. 오늘 중으로 가능할까요?' },
      { by: 'minseok', after: 14, say: '연우님, 가능합니다. 법인별 사업자등록번호와 인원수를 알려 주시면 바로 나누어 발행하겠습니다. 오늘 15시 이전에 주시면 오늘 날짜로 발행됩니다.' },
      { by: 'yeonwoo', after: 48, say: '파일로 올렸어요. 본사 5,120 / 물류 2,440 / 온라인 840 입니다' },
      { by: 'minseok', after: 70, say: '세 건으로 나누어 발행했습니다. 합계 금액은 기존 계약과 같고, 끝자리 1원은 본사 분에 맞췄습니다.' },
      { by: 'minseok', after: 2, note: '연 2회 이상 같은 요청. 다음 계약 때 법인별 청구를 기본으로 넣자고 제안할 것. 계약 갱신까지 7개월.' },
      { by: 'yeonwoo', after: 26, say: '1원까지 감사합니다 ㅎㅎ', do: 'RESOLVE' },
    ],
  },
  {
    company: 'onnurim', daysAgo: 52, at: '10:37', area: 'billing', category: 'ACCOUNT', reviewed: true,
    entries: [
      { by: 'byungho', after: 0, say: '분기별 비용 배분 때문에 부서별 사용 인원표가 필요합니다. 병동, 외래, 행정 구분이 되어야 하고 지난 분기 말일 기준이어야 합니다.' },
      { by: 'kyuri', after: 21, say: '병호님, 관리자 콘솔 > 구성원 > 내보내기에서 **기준일**을 지난 분기 말일로 고르시면 그날 소속 기준으로 CSV가 나옵니다. 병동·외래·행정은 조직도 2단계라 `dept_lv2` 열로 나누시면 됩니다. 표까지 만들어 드리는 게 편하시면 말씀 주세요.' },
      { by: 'byungho', after: 35, say: '표로 만들어 주시면 감사하겠습니다.' },
      { by: 'kyuri', after: 110, say: '부서별 인원과 비율까지 정리해 올렸습니다. 파견 인력 46명은 소속이 비어 있어 따로 한 줄로 두었습니다.' },
      { by: 'byungho', after: 80, say: '잘 받았습니다. 파견은 저희가 배분하겠습니다.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'hanbit', daysAgo: 52, at: '15:03', area: 'search', category: 'IMPROVEMENT',
    entries: [
      { by: 'jaehwan', after: 0, say: '검색 결과가 최신순이 아니라 관련도순이라 SOP 옛날 버전이 위에 나옵니다. 매번 정렬을 바꿔야 합니다. 한번 바꾸면 기억해 주면 좋겠습니다.' },
      { by: 'doyun', after: 17, say: '재환님, 옛 버전 SOP를 보시면 큰일이니 꼭 필요한 의견입니다. 마지막 정렬을 기억하도록 개선 요청을 올렸습니다. 지금은 검색창에 `정렬:최신`을 함께 적으시면 바로 최신순으로 나옵니다.' },
      { by: 'jaehwan', after: 64, say: '그 방법은 몰랐습니다. 부서에 공유하겠습니다.' },
      { by: 'doyun', after: 3, do: 'RESOLVE' },
    ],
  },
  {
    company: 'quillmoor', daysAgo: 51, at: '11:20', area: 'billing', category: 'ACCOUNT', reviewed: true, tags: ['계약갱신'],
    entries: [
      { by: 'priya', after: 0, say: "Quarter-end question. We're showing 420 seats on the contract but the invoice says 437. Where do the other 17 come from?" },
      { by: 'minseok', after: 16, say: 'Hello Priya, the 17 are external guests who were given *member* status between the 3rd and the 18th. I attach the list with dates and the admin who changed each one. If they should be guests, I can set them back and credit the difference.' },
      { by: 'priya', after: 55, say: 'Contractors, yes. Please revert all but the first two on the list.' },
      { by: 'minseok', after: 20, say: 'Done: 15 set back to guest, credit note issued for the unused days. Your seat count is 422 now.' },
      { by: 'minseok', after: 4, note: 'Renewal in about 60 days. Priya checks every line; send the seat list with the renewal quote from the start.' },
      { by: 'priya', after: 9, say: 'Exactly what I needed.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'pureun', daysAgo: 50, at: '13:12', area: 'billing', category: 'ACCOUNT',
    entries: [
      { by: 'mijeong', after: 0, say: '세금계산서 담당자 메일을 제 걸로 바꿔주세요. 전임자 메일로 계속 가고 있었네요. 분기 결산인데 이제 알았어요;;' },
      { by: 'gaeun', after: 12, say: '미정님, 바로 바꿔 드렸습니다. 지난 석 달 치 세금계산서도 미정님 메일로 다시 보내 드렸으니 확인해 보세요. 앞으로는 관리자 콘솔 > 요금 > **청구 담당자**에서 직접 바꾸실 수도 있어요.' },
      { by: 'mijeong', after: 33, say: '석달치 다 들어왔습니다! 살았어요' },
      { by: 'gaeun', after: 2, do: 'RESOLVE' },
    ],
  },
  {
    company: 'maru', daysAgo: 50, at: '16:40', area: 'approval', category: 'FEATURE', tags: ['대결위임'],
    entries: [
      { by: 'dahye', after: 0, say: '배에 타 계신 선장님들은 통신이 며칠씩 안 됩니다. 그 사이 결재가 막혀서 부식비 집행이 밀려요. 일정 시간 지나면 자동으로 다음 사람이 대결하는 기능은 없나요?' },
      { by: 'sanghyun', after: 985, say: '다혜님, 답이 하루 넘어가 죄송합니다. 배 위에서의 결재는 저희도 미처 생각 못 한 상황이네요. 현재 대결·위임 기능은 없고, *결재선에서 선장님을 사후 확인(후결)* 으로 두시면 집행은 먼저 할 수 있습니다. 시간 경과에 따른 자동 위임까지 포함해 기능 요청을 올렸습니다.' },
      { by: 'dahye', after: 43, say: '후결로 하면 일단 되겠네요. 자동위임 꼭이요' },
      { by: 'sanghyun', after: 5, say: '네, "통신 두절 72시간" 조건을 예로 적어 두었습니다.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'taerin', daysAgo: 49, at: '10:09', area: 'orgchart', category: 'USAGE',
    entries: [
      { by: 'jungah', after: 0, say: '겸직자를 조직도에 두 번 보이게 하려면 어떻게 하나요? 공장장님이 연구소장도 겸하세요' },
      { by: 'minseok', after: 15, say: '정아님, 관리자 콘솔 > 조직도에서 공장장님 카드를 **길게 눌러 연구소로 복사**하시면 *겸직*으로 두 곳에 표시됩니다. 옮기기로 하시면 한 곳만 남으니 복사를 골라 주세요. 결재선에서는 어느 직책으로 결재할지 고르게 됩니다.' },
      { by: 'jungah', after: 40, say: '직책 선택까지 되는군요 완료했습니다' },
      { by: 'jungah', after: 0, do: 'RESOLVE' },
    ],
  },
  {
    company: 'saetbyeol', daysAgo: 51, at: '14:26', area: 'task', category: 'DEFECT',
    entries: [
      { by: 'yejun', after: 0, say: '업무 마감일을 바꾸면 가끔 하루 전으로 저장돼요. 15일로 했는데 14일로.. 교정 일정이라 하루 차이가 커요' },
      { by: 'nari', after: 20, say: '예준님, 확인이 필요한 내용이네요. 혹시 바꾸신 시각이 오전 9시 이전이었을까요? 그리고 그 업무 주소를 하나 보내 주시면 이력을 보겠습니다.' },
      { by: 'yejun', after: 15, say: '맞아요 출근하자마자 8시 반쯤이요. https://app.example/t/88213' },
      { by: 'nari', after: 50, say: '덕분에 원인을 찾았습니다. 9시 이전에 바꾸면 세계 표준시 날짜로 계산하는 곳이 한 군데 남아 있었어요. 내일 배포되는 수정에 포함됐습니다. 오늘 아침에 바꾸신 업무 6건은 저희가 목록으로 드릴게요.' },
      { by: 'nari', after: 10, say: '목록입니다: 88213, 88215, 88216, 88220, 88231, 88240. 날짜 한 번씩만 확인 부탁드립니다.' },
      { by: 'yejun', after: 30, say: '다 고쳤어요. 8시 반인 걸 어떻게 아셨어요 신기' },
      { by: 'nari', after: 1390, say: '비슷한 흔적을 많이 봐서요 🙂 오늘 수정이 배포되어 이제 아침에 바꾸셔도 괜찮습니다.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'onnurim', daysAgo: 46, at: '09:05', area: 'chat', category: 'USAGE', reviewed: true, tags: ['교육후속'],
    title: '간호부 두레솜 교육 후 자주 나온 질문',
    entries: [
      { by: 'nari', after: 0, say: '온누림 간호부 여러분, 어제 네 차례 교육에 210분이 함께해 주셨어요. 현장에서 많이 나온 질문을 모았습니다.\n\n- **인수인계 채팅방**은 근무조별로 만들고 이름 앞에 D/E/N을 붙이면 찾기 쉬워요\n- 환자 이름은 채팅에 적지 말고 **등록번호 뒤 4자리**만\n- 퇴근 후 알림: 설정 > 알림 > *근무 시간에만*\n\n더 궁금한 점은 이 스레드에 편하게 남겨 주세요.' },
      { by: 'nayeon', after: 75, say: '정리 감사합니다! 나이트 근무자는 "근무 시간에만"을 어떻게 설정하나요? 22시~08시인데 종료가 시작보다 빨라서 저장이 안 돼요' },
      { by: 'nari', after: 10, say: '나연님, 시작 22:00, 종료 **다음 날 08:00**을 고르시면 됩니다. 종료 시각 옆 작은 화살표를 누르면 "다음 날"이 나와요. 잘 안 보이는 위치라 죄송합니다.' },
      { by: 'nayeon', after: 12, say: '아 화살표!! 찾았어요 공유할게요' },
      { by: 'nari', after: 1490, say: '추가 질문이 없어 우선 정리해 둘게요. 언제든 다시 적어 주세요.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'onnurim', daysAgo: 45, at: '10:20', area: 'mobile', category: 'USAGE', reviewed: true, tags: ['교육후속'],
    entries: [
      { by: 'nayeon', after: 0, say: '교육 듣고 선생님들이 앱을 깔았는데 로그인 화면에서 "회사 주소"를 넣으라고 나온대요. 뭐라고 넣어야 하나요' },
      { by: 'kyuri', after: 6, say: '나연님, `onnurim` 일곱 글자만 넣으시면 됩니다. 뒤에 붙는 주소는 자동으로 채워져요. 어려우신 분들은 PC 화면 오른쪽 위 **QR 로그인**을 휴대폰으로 비추시면 입력 없이 들어가집니다.' },
      { by: 'nayeon', after: 25, say: 'QR이 최고네요 병동마다 붙여놨어요 ㅎㅎ' },
      { by: 'kyuri', after: 4, note: 'QR을 벽에 붙였다는 뜻이면 위험(개인 로그인 QR임). 오늘 안에 확인 전화.' },
      { by: 'kyuri', after: 9, say: '나연님, 혹시 붙이신 QR이 *본인 화면의 로그인 QR*이라면 나연님 계정으로 들어가지니 떼 주셔야 해요. 앱 **설치용** QR 안내문을 만들어 올려 드렸습니다. 이걸로 바꿔 붙여 주세요!' },
      { by: 'nayeon', after: 14, say: '헉 제 계정 거였어요 지금 다 떼러 갑니다' },
      { by: 'nayeon', after: 70, say: '다 바꿔 붙였어요. 휴..', do: 'RESOLVE' },
    ],
  },
  {
    company: 'hanbit', daysAgo: 44, at: '16:15', area: 'integration', category: 'DEFECT', reviewed: true, priority: 'HIGH',
    entries: [
      { by: 'minji', after: 0, say: '오늘 아침부터 SSO 로그인이 간헐적으로 실패합니다. "서명 검증 실패"라고 나와요. 다시 누르면 되긴 하는데 문의가 계속 와요' },
      { by: 'jiwoo', after: 5, say: '민지님, 접수했습니다. 기술지원이 바로 보겠습니다. 혹시 오늘 인증 서버 쪽에서 바꾸신 게 있을까요?' },
      { by: 'jiwoo', after: 1, do: 'ASSIGN', assignee: 'juwon' },
      { by: 'minji', after: 11, say: '보안팀이 인증서를 갱신했대요' },
      { by: 'juwon', after: 14, say: '차주원입니다. 인증 서버 두 대 중 한 대만 새 인증서를 쓰고 있어 절반이 실패하는 것으로 보입니다. 저희 쪽에는 새 인증서를 추가 등록해 **두 인증서 모두 허용**했습니다. 지금 다시 확인 부탁드려요.' },
      { by: 'minji', after: 20, say: '이제 안 나와요!' },
      { by: 'juwon', after: 5, note: '고객사 설정 문제였지만 우리 쪽도 인증서 하나만 허용하던 게 원인의 절반. 문서 보완 필요.' },
      { by: 'juwon', after: 1080, say: '하루 동안 실패 기록이 없어 마무리합니다. 보안팀에서 나머지 한 대까지 바꾸시면 옛 인증서는 저희가 지우겠습니다.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'orrinvale', daysAgo: 44, at: '11:44', area: 'meeting', category: 'USAGE',
    entries: [
      { by: 'hanna', after: 0, say: 'Do recordings of video meetings disappear after a while? I need one from about five months ago for an audit.' },
      { by: 'grace', after: 22, say: 'Hi Hanna, on your plan recordings are kept **90 days** and then deleted, unless someone pressed *Keep* on them. I looked: the one titled "Q2 supplier review" was kept by Marcus, so you can still find it under Meetings > Recordings > Kept.' },
      { by: 'hanna', after: 8, say: 'Phew. Bless Marcus.' },
      { by: 'hanna', after: 0, do: 'RESOLVE' },
    ],
  },
  {
    company: 'gaon', daysAgo: 43, at: '13:38', area: 'mobile', category: 'FEATURE',
    entries: [
      { by: 'hyunwoo', after: 0, say: '현장 사진에 촬영 위치와 시간이 자동으로 찍혀 나오는 기능(보드판처럼) 넣어주실 수 있나요. 감리 제출용입니다' },
      { by: 'eunbi', after: 25, say: '현우님, 감리 제출용이면 위치와 시각 표시가 꼭 필요하시겠네요. 아직 없는 기능이라 요청으로 등록했습니다. 사진 위에 **날짜·시각·좌표·공사명** 네 가지가 들어가면 충분하신지 여쭤봐도 될까요?' },
      { by: 'hyunwoo', after: 105, say: '공종도요. 그리고 수정 못 하게 원본도 따로 남아야 합니다' },
      { by: 'eunbi', after: 8, say: '공종과 원본 보관까지 적어서 전달했습니다. 비슷한 요청을 하신 건설사가 한 곳 더 있어 함께 묶었어요.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'tarnwick', daysAgo: 45, at: '10:58', area: 'admin', category: 'ACCOUNT',
    entries: [
      { by: 'aylin', after: 0, say: 'We rebranded our email domain. Can all 95 accounts move to the new addresses without losing their stuff?' },
      { by: 'minseok', after: 27, say: 'Hello Aylin, yes. Logins change, everything else stays attached to the person. Two steps: you verify the new domain (a DNS record, text below), then I switch all addresses at once outside your office hours.\n\n`duresom-verify=tw-5f10c2`' },
      { by: 'aylin', after: 1402, say: 'Record is live. Tonight would be great, after 8pm your time.' },
      { by: 'minseok', after: 40, say: 'Scheduled for 21:00 Seoul time. Everyone will be asked to sign in again once.' },
      { by: 'minseok', after: 1330, say: 'All 95 moved, no errors. The old addresses keep working as aliases for 60 days.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'maru', daysAgo: 39, at: '09:30', area: 'calendar', category: 'DEFECT',
    entries: [
      { by: 'inseong', after: 0, say: '캘린더에서 UTC 일정 넣으면 상세에는 맞게 나오는데 알림이 9시간 뒤에 옵니다. 입항 알림이 입항 후에 와요.' },
      { by: 'sanghyun', after: 16, say: '인성님, 입항 후에 오는 알림은 의미가 없죠. 죄송합니다. 재현해 보겠습니다. **PC에서 만든 일정**인지 **앱에서 만든 일정**인지 알려 주시겠어요?' },
      { by: 'inseong', after: 30, say: 'PC' },
      { by: 'sanghyun', after: 55, say: '재현됐습니다. 시간대를 따로 지정한 일정의 알림만 서울 시각으로 잘못 계산하고 있어요. 오류로 접수했고, 고쳐질 때까지는 시간대를 지정하지 않고 서울 시각으로 넣어 주시면 알림이 맞게 옵니다.' },
      { by: 'sanghyun', after: 2880, say: '수정이 배포됐습니다. 이미 만들어 두신 UTC 일정 23건의 알림도 다시 계산했습니다.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'hanbit', daysAgo: 38, at: '13:05', area: 'approval', category: 'FEATURE', reviewed: true, tags: ['대결위임'],
    entries: [
      { by: 'bora', after: 0, say: '인사팀입니다. 육아휴직 들어가는 팀장님이 다음 달에 세 분이나 되는데 결재 위임이 안 되어서 휴직 중에 로그인하셔야 할 판이에요. 노무 이슈가 될 수 있어서 꼭 필요합니다' },
      { by: 'jiwoo', after: 14, say: '보라님, 휴직 중 로그인은 정말 안 될 일이네요. 휴직 기간에는 관리자 콘솔에서 **직책자 임시 변경**을 하시면 결재선이 대행자에게 갑니다. 다만 문서에 "대결" 표시가 남지 않습니다. 노무 관점이 중요한 근거라 기능 요청에 덧붙였습니다.' },
      { by: 'bora', after: 29, say: '임시변경으로 우선 해볼게요. 표시는 꼭 남아야 해요 나중에 감사 때 설명해야 해서' },
      { by: 'jiwoo', after: 4, note: '대결 요청 누적: 한빛나래 2, 마루뫼 1, Quillmoor 1 + 채팅 다수. 원재님께 다음 주 보고 때 직접 말씀드리기로.' },
      { by: 'jiwoo', after: 8, say: '표시가 남아야 하는 이유까지 적어 두었습니다. 진행되는 대로 알려 드릴게요.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'dalbit', daysAgo: 37, at: '15:52', area: 'admin', category: 'IMPROVEMENT',
    entries: [
      { by: 'junyoung', after: 0, say: '감사 로그 화면에서 기간을 한 달 이상 잡으면 로딩이 40초 넘게 걸립니다. 내보내기도 1만 건씩만 되고요. 보안 점검 때마다 밤을 새웁니다.' },
      { by: 'taeho', after: 38, say: '준영님, 밤까지 새우신다니 면목이 없습니다. 조회는 **행위 종류를 먼저** 고르시면 2~3초로 줄어듭니다. 내보내기는 1만 건 제한이 있는데, 저희가 대신 뽑아 드릴 수 있으니 필요한 기간을 알려 주세요. 두 가지 모두 개선 요청에 올렸습니다.' },
      { by: 'junyoung', after: 21, say: '지난 분기 전체, 파일 내려받기만요' },
      { by: 'taeho', after: 92, say: '38만 건을 세 개 파일로 나눠 올렸습니다. 암호는 전화로 알려 드리겠습니다.' },
      { by: 'junyoung', after: 50, say: '받았습니다', do: 'RESOLVE' },
    ],
  },
  {
    company: 'pureun', daysAgo: 36, at: '10:33', area: 'approval', category: 'USAGE',
    entries: [
      { by: 'mijeong', after: 0, say: '결재 끝난 문서를 회수하려면 어떻게 해요? 금액을 잘못 썼는데 대표님까지 결재하셨어요 ㅠ' },
      { by: 'gaeun', after: 11, say: '미정님, 완료된 문서는 회수가 안 되고 **정정 상신**을 하셔야 해요. 문서 위쪽 ⋯ > *정정*을 누르시면 원래 문서와 연결된 새 문서가 만들어지고, 결재선도 그대로 따라옵니다. 바뀐 금액은 결재자에게 붉게 표시돼요.' },
      { by: 'mijeong', after: 47, say: '정정으로 올렸어요. 대표님이 금방 해주셨네요 😅' },
      { by: 'gaeun', after: 1, do: 'RESOLVE' },
    ],
  },
  {
    company: 'dalbit', daysAgo: 36, at: '17:48', area: 'drive', category: 'USAGE',
    entries: [
      { by: 'haesol', after: 0, say: '달빛모아유통 쪽 공유폴더에 제가 올린 시안이 안 보인다고 하시는데 저는 보여요. 외부인이라 그런가요?' },
      { by: 'hyejin', after: 975, say: '해솔님, 답이 아침이 되어 죄송해요. 외부인이 올린 파일은 **폴더 소유자가 한 번 승인**해야 다른 분께 보이도록 달빛모아유통에서 설정해 두셨습니다. 연우님께 승인 대기 4건이 있다고 말씀드리면 돼요.' },
      { by: 'haesol', after: 18, say: '아하 승인 대기였군요 말씀드렸습니다' },
      { by: 'yeonwoo', after: 26, say: '승인했습니다. 알림이 안 와서 몰랐네요', do: 'RESOLVE' },
    ],
  },
  {
    company: 'quillmoor', daysAgo: 35, at: '11:50', area: 'calendar', category: 'FEATURE', reviewed: true, tags: ['아웃룩연동'],
    entries: [
      { by: 'rafael', after: 0, say: 'Formal request from IT: two-way sync between your calendar and Outlook. Half of the company lives in one, half in the other, and meeting rooms get double-booked weekly. Happy to be a pilot.' },
      { by: 'grace', after: 18, say: 'Hi Rafael, thank you, and especially for offering to pilot. You\'re the third company this month with the double-booking problem. I\'ve added your request with "rooms" highlighted and your name as a pilot candidate.' },
      { by: 'rafael', after: 9, say: 'Good. Calendar access on our side is no problem.' },
      { by: 'grace', after: 5, say: "Noted, I'll return to you as soon as planning has a position on it.", do: 'RESOLVE' },
    ],
  },
  {
    company: 'dalbit', daysAgo: 32, at: '10:02', area: 'approval', category: 'FEATURE', reviewed: true, tags: ['대결위임'],
    title: '본부장 부재 시 대결 처리',
    entries: [
      { by: 'yeonwoo', after: 0, say: '전자결재 관련입니다. 본부장님이 해외 출장 2주인데 결재 대기가 87건이에요. 대결 기능 언제 나오나요? 이번 분기 저희 요청 1순위입니다' },
      { by: 'hyejin', after: 13, say: '연우님, 87건이면 업무가 멈추시겠어요. 대결 기능은 아직 없지만 요청이 크게 늘어 **제품기획팀에서 검토 항목으로 올렸습니다.** 오늘은 우선 관리자 콘솔의 *결재 일괄 재지정*으로 87건을 부본부장님께 넘기실 수 있게 권한을 열어 드릴게요.' },
      { by: 'yeonwoo', after: 22, say: '일괄 재지정이 생겼어요? 지난번엔 하나씩이었는데' },
      { by: 'hyejin', after: 4, say: '네, 지난달에 생겼습니다. 한 번에 200건까지 됩니다.' },
      { by: 'yeonwoo', after: 31, say: '넘겼습니다. 그래도 대결은 꼭 필요해요. 이력에 부본부장님이 원래 결재자인 것처럼 남아서요' },
      { by: 'hyejin', after: 6, note: '본부장 = 편미선님(이 공간 열람자). 글 전부 읽고 계심. 일정 약속하는 말 절대 금지.' },
      { by: 'hyejin', after: 10, say: '그 점까지 포함해 전달했습니다. 검토 결과를 이 스레드로 알려 드리겠습니다.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'pureun', daysAgo: 31, at: '09:12', area: 'mobile', category: 'USAGE', tags: ['교육후속'],
    entries: [
      { by: 'gunho', after: 0, say: "어제 교육받은 반장입니다. 조원들 출근 체크를 업무로 만들라고 하셨는데 반복을 '평일만'으로 하는 게 어디 있었죠? 까먹었습니다" },
      { by: 'gaeun', after: 8, say: '건호님, 어제 맨 앞자리에 앉아 계셨죠 🙂 업무 만들기 > 마감일 누르기 > **반복 > 매주 > 월화수목금** 을 차례로 눌러 주세요. 앱에서는 반복 메뉴가 달력 아래쪽에 숨어 있으니 달력을 위로 살짝 밀어 보세요.' },
      { by: 'gunho', after: 33, say: '위로 미니까 있네요. 숨겨놓으면 우리같은 사람은 못찾아요 ㅎㅎ' },
      { by: 'gaeun', after: 2, say: '맞는 말씀이에요. 숨기지 말자고 전하겠습니다!', do: 'RESOLVE' },
    ],
  },
  {
    company: 'saetbyeol', daysAgo: 31, at: '14:40', area: 'task', category: 'IMPROVEMENT',
    entries: [
      { by: 'yejun', after: 0, say: '간트 보기에서 주말이 회색으로 칠해지는데 공휴일은 안 칠해져요. 일정 짤 때 자꾸 공휴일에 마감을 잡게 됩니다' },
      { by: 'nari', after: 26, say: '예준님, 공휴일에 마감이 잡히면 편집자분들이 슬퍼하시죠. 캘린더에는 공휴일이 있는데 간트에는 아직 반영되지 않았습니다. 개선 요청으로 올렸고, 그동안은 간트 오른쪽 위 **캘린더 겹쳐 보기**를 켜시면 공휴일 이름이 위에 나와요.' },
      { by: 'yejun', after: 17, say: '겹쳐보기 나쁘지 않네요' },
      { by: 'yejun', after: 0, do: 'RESOLVE' },
    ],
  },
  {
    company: 'orrinvale', daysAgo: 30, at: '11:25', area: 'admin', category: 'ACCOUNT',
    entries: [
      { by: 'marcus', after: 0, say: "We're hiring 22 people over the next month. Do we need to buy seats first or does it just grow and you bill us?" },
      { by: 'minseok', after: 15, say: 'Hello Marcus, congratulations on the growth. It grows automatically up to 10 % over the contract (that is 18 for you) and is billed pro rata. For 22 I suggest we raise the contract to 205 now, the price per seat stays the same.' },
      { by: 'marcus', after: 36, say: 'Sensible. Please send the paper to Hanna.' },
      { by: 'minseok', after: 50, say: 'Sent to Hanna for signature. The limit is raised already so nobody is blocked on day one.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'taerin', daysAgo: 30, at: '13:30', area: 'chat', category: 'DEFECT',
    entries: [
      { by: 'wonsik', after: 0, say: '채팅방에 올린 스프레드시트가 미리보기에서 첫번째 시트만 나와요. 전에는 다 나왔는데' },
      { by: 'minseok', after: 34, say: '원식님, 전에는 다 나왔다면 저희가 놓친 것 같습니다. 파일 하나를 이 스레드에 올려 주실 수 있을까요? 내용은 지우고 시트만 여러 장이어도 괜찮습니다.' },
      { by: 'wonsik', after: 12, say: '올림' },
      { by: 'minseok', after: 75, say: '확인했습니다. 시트 이름에 괄호가 있으면 두 번째부터 빠지는 오류였습니다. 개발팀에서 고치고 있고, 내려받아 여시면 모두 들어 있습니다.' },
      { by: 'minseok', after: 7200, say: '수정됐습니다. 괄호가 있어도 모든 시트가 보여요.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'onnurim', daysAgo: 29, at: '16:20', area: 'approval', category: 'FEATURE', tags: ['대결위임'],
    entries: [
      { by: 'byungho', after: 0, say: '원무부장 여병호입니다. 진료과장님들이 학회로 자주 자리를 비우셔서 미수금 감면 결재가 지연됩니다. 학회 기간 동안 자동으로 부과장에게 위임되는 기능을 정식으로 요청드립니다.' },
      { by: 'kyuri', after: 18, say: '병호님, 정식 요청 감사합니다. 대결·위임은 현재 제품기획팀 검토 항목에 올라 있고, 말씀하신 **기간 지정 + 자동 위임**을 조건으로 추가했습니다. 학회 일정이 캘린더에 등록되어 있다면 그 일정과 연결되는 방식이 도움이 될까요?' },
      { by: 'byungho', after: 52, say: '그렇게까지 되면 더할 나위 없습니다.' },
      { by: 'kyuri', after: 5, say: '그 의견도 함께 올렸습니다. 진행 상황은 이 스레드에서 알려 드리겠습니다.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'gaon', daysAgo: 28, at: '10:45', area: 'drive', category: 'IMPROVEMENT',
    entries: [
      { by: 'hyunwoo', after: 0, say: '도면 파일 올리면 같은 이름이 있을 때 (1) (2) 붙어서 올라가요. 덮어쓰고 버전으로 관리되면 좋겠는데 매번 물어보기라도 했으면' },
      { by: 'eunbi', after: 19, say: '현우님, 도면은 최신본이 어느 것인지가 제일 중요하니까요. 폴더 ⋯ > 설정에서 **같은 이름은 새 버전으로**를 켜시면 (1)이 붙지 않고 버전이 쌓입니다. 다만 폴더마다 켜야 해서, 회사 기본값으로 정할 수 있게 개선 의견을 올렸습니다.' },
      { by: 'hyunwoo', after: 28, say: '폴더가 400개인데요..ㅎㅎ' },
      { by: 'eunbi', after: 95, say: '400개는 저희가 일괄로 켜 드렸습니다. 앞으로 만드는 폴더는 상위 설정을 따라가요.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'dalbit', daysAgo: 25, at: '17:05', area: 'notification', category: 'USAGE', reviewed: true, tags: ['릴리스영향'],
    title: '[안내] 내일 새벽 두레솜 5.12 업데이트',
    entries: [
      { by: 'hyejin', after: 0, say: '달빛모아유통 여러분, 내일 새벽 4시에 두레솜 5.12가 배포됩니다. 접속이 2~3분 끊길 수 있어요.\n\n**달라지는 점**\n- 알림을 프로젝트별로 켜고 끌 수 있어요\n- 안드로이드 앱의 알림이 더 가볍고 빨라집니다\n- 드라이브 미리보기가 한 화면에서 열려요\n\n자세히: https://help.example/ko/release/5-12' },
      { by: 'yeonwoo', after: 8, say: '공유했습니다. 점포 오픈이 9시라 그 전에 안정화되면 좋겠네요' },
      { by: 'hyejin', after: 5, say: '네, 8시까지 저희가 지켜보고 있겠습니다.' },
      { by: 'hyejin', after: 1440, say: '업데이트 안내는 여기서 마무리합니다. 안드로이드 알림 문제는 동하님이 올려 주신 스레드에서 계속 말씀드릴게요.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'dalbit', daysAgo: 24, at: '09:18', area: 'notification', category: 'DEFECT', reviewed: true, priority: 'URGENT', tags: ['푸시알림', '릴리스영향'],
    title: '안드로이드 알림이 아예 안 옵니다',
    entries: [
      { by: 'dongha', after: 0, say: '점포에서 난리입니다. 오늘 아침부터 안드로이드폰에 알림이 하나도 안 옵니다. 긴급 회수 공지를 올렸는데 점장들이 못 봤습니다' },
      { by: 'hyejin', after: 4, say: '동하님, 바로 확인하겠습니다. 회수 공지 주소를 주시면 읽지 않은 점장님 명단을 먼저 뽑아 드릴게요. 전화로라도 알리실 수 있게요.' },
      { by: 'hyejin', after: 1, do: 'ASSIGN', assignee: 'taeho' },
      { by: 'dongha', after: 3, say: 'https://app.example/p/51120' },
      { by: 'hyejin', after: 12, say: '읽지 않은 점장님 **194분** 명단을 올렸습니다.' },
      { by: 'taeho', after: 9, note: '5.12 알림 채널 변경 때문인 듯. 앱을 한 번도 안 연 기기는 새 채널이 안 만들어져서 알림이 버려짐. 개발팀 비상 소집. 내부 이슈 NTF-482.' },
      { by: 'taeho', after: 11, say: '기술지원 노태호입니다. 오늘 새벽 5.12 업데이트 이후 **안드로이드에서 앱을 열기 전까지 알림이 오지 않는 오류**를 확인했습니다. 앱을 한 번 열었다 닫으시면 그 뒤로는 옵니다. 전 점포에 문자로 "앱을 한 번 열어 주세요"라고 안내해 주시면 가장 빠릅니다.' },
      { by: 'dongha', after: 25, say: '문자 돌렸습니다. 이런 건 미리 테스트하고 내보내셔야죠' },
      { by: 'taeho', after: 7, say: '말씀이 맞습니다. 죄송합니다. 고쳐지는 대로 가장 먼저 알려 드리겠습니다.' },
      { by: 'yeonwoo', after: 190, say: '앱 열어도 삼십분 지나면 또 안 온다는 점포가 있어요. 40곳 정도' },
      { by: 'taeho', after: 24, say: '40곳 목록을 주시면 하나씩 확인하겠습니다. 절전 기능이 다시 끊는 것으로 보입니다.' },
      { by: 'seoyeon', after: 95, say: 'CX팀장 한서연입니다. 오늘 불편을 드려 정말 죄송합니다. 개발팀과 함께 보면서, 진전이 있는 날마다 10시나 16시에 진행 상황을 이 스레드에 올리겠습니다.' },
      { by: 'seoyeon', after: 3, note: '편미선 본부장님이 우리 대표님께 직접 전화하심. 이 스레드 글은 내보내기 전에 저에게 먼저 보여 주세요.' },
      { by: 'taeho', after: 1110, say: '**10시 진행 상황** 절전 기능과 겹치는 두 번째 원인을 찾았습니다. 임시 수정판을 오늘 저녁 점포 20곳에 먼저 배포합니다.' },
      { by: 'taeho', after: 7548, say: '**16시 진행 상황** 임시 수정판을 쓴 점포 20곳 중 18곳이 정상입니다. 남은 2곳은 오래된 태블릿이라 원인이 달라 따로 고치고 있습니다. 전체 배포는 두 가지를 모두 시험한 뒤에 하겠습니다.' },
      { by: 'yeonwoo', after: 22, say: '서두르다 또 깨지는 것보다 낫습니다. 다만 날짜가 정해지면 하루 전에는 알려주세요' },
      { by: 'taeho', after: 11150, say: '5.12.3이 배포되었습니다. 점포 312곳에서 어제와 오늘 보낸 알림의 **99.2 %가 1분 안에 도착**한 것을 확인했습니다.' },
      { by: 'dongha', after: 75, say: '오늘은 조용하네요. 고생하셨습니다', do: 'RESOLVE' },
    ],
  },
  {
    company: 'maru', daysAgo: 24, at: '10:31', area: 'mobile', category: 'DEFECT', reviewed: true, priority: 'HIGH', tags: ['푸시알림', '릴리스영향'],
    entries: [
      { by: 'seungmin', after: 0, say: '안드로이드 푸시 죽은 것 같은데요. iOS는 잘 오고 안드로이드만 안 옵니다. 서버 문제인가요?' },
      { by: 'sanghyun', after: 9, say: '승민님, 서버가 아니라 오늘 업데이트된 안드로이드 앱 쪽 오류로 확인됐습니다. 앱을 한 번 열어 주시면 대부분 다시 오지만 절전 기능이 켜진 기기는 다시 끊길 수 있어요. 수정 일정이 나오면 바로 적겠습니다.' },
      { by: 'seungmin', after: 16, say: '선원들은 배에서 앱 업데이트도 못 합니다 데이터가 없어서' },
      { by: 'sanghyun', after: 21, say: '배에 계신 분들은 아직 이전 버전이시라 영향이 없습니다. **자동 업데이트를 꺼 두시라고** 안내해 주시면 수정판이 나올 때까지 안전해요.' },
      { by: 'seungmin', after: 6, say: '오 다행. 바로 공지하겠습니다' },
      { by: 'sanghyun', after: 18650, say: '수정판 5.12.3이 나왔습니다. 자동 업데이트를 다시 켜셔도 됩니다.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'onnurim', daysAgo: 23, at: '09:03', area: 'notification', category: 'DEFECT', reviewed: true, priority: 'URGENT', tags: ['푸시알림', '릴리스영향'],
    title: '당직 호출 알림 누락',
    entries: [
      { by: 'nayeon', after: 0, say: '당직 선생님 호출 알림이 안 갔어요. 새벽 3시에 두 번이나요. 다행히 전화로 해결했지만 이건 환자 안전 문제예요' },
      { by: 'kyuri', after: 5, say: '나연님, 먼저 환자분께 문제가 없으셔서 다행입니다. 안드로이드 알림 오류가 원인으로 보이고, 지금 팀장과 기술지원이 함께 보고 있습니다. **당직 호출은 고쳐질 때까지 문자 병행**으로 바꿔 드릴까요? 저희가 켜 드릴 수 있습니다.' },
      { by: 'nayeon', after: 6, say: '네 당장 켜주세요' },
      { by: 'kyuri', after: 8, say: '켰습니다. 지금부터 당직 채팅방의 호출은 알림과 문자가 함께 나갑니다. 시험으로 한 번 호출해 보시겠어요?' },
      { by: 'nayeon', after: 4, say: '문자 왔어요' },
      { by: 'kyungmin', after: 30, say: '의료정보팀장입니다. 원인 보고서를 서면으로 요청합니다. 안전관리위원회에 제출해야 합니다.' },
      { by: 'seoyeon', after: 13, say: '한서연입니다. 원인, 영향 범위, 재발 방지책을 담은 보고서를 내일 17시까지 드리겠습니다.' },
      { by: 'seoyeon', after: 2, note: '문자 비용은 우리 부담(승인 받음). 보고서는 법무 검토 거쳐 PDF로. 계약서의 장애 보상 조항 확인 중이니 보상 이야기가 나오면 저에게.' },
      { by: 'seoyeon', after: 1840, say: '보고서를 올렸습니다. 재발 방지책 3번(배포 전 기기 20종 야간 시험)은 이미 시작했습니다.' },
      { by: 'kyungmin', after: 65, say: '확인했습니다. 위원회 질의가 있으면 다시 연락드리겠습니다.' },
      { by: 'kyuri', after: 18660, say: '5.12.3 적용 후 당직 호출 412건이 모두 30초 안에 도착했습니다. 문자 병행은 한 달 더 켜 두겠습니다.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'tarnwick', daysAgo: 23, at: '11:47', area: 'notification', category: 'DEFECT', tags: ['푸시알림', '릴리스영향'],
    entries: [
      { by: 'jonas', after: 0, say: 'Since the update my Android phone is blissfully silent. I enjoyed it for a morning, then realised I missed two standups.' },
      { by: 'grace', after: 10, say: 'Hi Jonas, sorry to end the bliss. The 5.12 update broke push on Android until the app is opened once, and battery saver may switch it off again. Please open the app and set **Battery > Unrestricted** for Duresom. A fix is being built.' },
      { by: 'jonas', after: 15, say: 'Done, pings are back. Will I hear when I can undo the battery thing?' },
      { by: 'grace', after: 3, say: 'You will, right here.' },
      { by: 'grace', after: 17130, say: 'Fix 5.12.3 is out. Update the app and you can put battery back to normal.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'hanbit', daysAgo: 22, at: '10:11', area: 'notification', category: 'DEFECT', reviewed: true, priority: 'HIGH', tags: ['푸시알림', '릴리스영향'],
    entries: [
      { by: 'sungho', after: 0, say: '영업사원들 절반이 안드로이드인데 할인 승인 알림이 안 와서 어제 계약 하나 놓칠 뻔했습니다. 언제 고쳐집니까.' },
      { by: 'doyun', after: 9, say: '성호님, 영업 일선에 바로 영향이 가서 정말 죄송합니다. 완전한 수정은 이번 주 시험 중이고 날짜는 확정되는 대로 말씀드리겠습니다. 그때까지는\n\n1. 앱 열기 (한 번)\n2. 휴대폰 설정 > 배터리 > 두레솜 **제한 없음**\n3. 할인 승인만 **메일 알림 함께 받기** 켜기\n\n3번은 저희가 영업본부 전체에 켜 드릴 수 있습니다.' },
      { by: 'sungho', after: 12, say: '전체에 켜 주십시오.' },
      { by: 'doyun', after: 10, say: '142분께 켰습니다. 방금 시험 메일이 갔을 거예요.' },
      { by: 'doyun', after: 2, note: '성호 팀장님 화가 많이 나심. 전화 드려 15분 들어 드림. "말보다 날짜를 달라"고 하심.' },
      { by: 'doyun', after: 15900, say: '수정판이 배포됐습니다. 영업본부 기기 중 업데이트하지 않은 11대 목록을 올려 두었으니 안내 부탁드립니다.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'quillmoor', daysAgo: 22, at: '14:18', area: 'notification', category: 'IMPROVEMENT',
    entries: [
      { by: 'imogen', after: 0, say: 'The new per-project notification settings are welcome, but they reset to "everything" for each new project. With 60 projects a year, I\'d like a default.' },
      { by: 'juwon', after: 37, say: "Hi Imogen, that's a reasonable expectation and currently not there. I've raised it as an improvement: a personal default for new projects. Until then, *Settings > Notifications > Apply to all* sets existing projects in one go." },
      { by: 'imogen', after: 20, say: 'OK, will do it monthly like watering plants.' },
      { by: 'juwon', after: 5, do: 'RESOLVE' },
    ],
  },
  {
    company: 'gaon', daysAgo: 21, at: '09:44', area: 'notification', category: 'DEFECT', reviewed: true, tags: ['푸시알림', '릴리스영향'],
    entries: [
      { by: 'dukhwa', after: 0, say: '알림 안옴. 현장 사람들 다 안옴' },
      { by: 'eunbi', after: 6, say: '소장님, 불편하시죠. 지난 업데이트 오류입니다. 이렇게 해 주세요.\n\n1. 두레솜 앱 **한 번 열기**\n2. 휴대폰 **설정 > 배터리 > 두레솜 > 제한 없음**\n\n그림으로 만든 안내를 파일로 올렸어요. 현장 단톡방에 그대로 보내시면 됩니다.' },
      { by: 'dukhwa', after: 40, say: '그림 좋음. 되는사람 있고 안되는사람 있음' },
      { by: 'eunbi', after: 12, say: '안 되시는 분 휴대폰 기종을 알려 주시면 기종별로 다시 봐 드릴게요.' },
      { by: 'dukhwa', after: 130, say: '3명다 오래된 폰' },
      { by: 'eunbi', after: 14200, say: '소장님, 수정판이 나왔습니다. 세 분 모두 앱을 업데이트하시고 한 번만 열어 주세요.' },
      { by: 'dukhwa', after: 300, say: '다 됨', do: 'RESOLVE' },
    ],
  },
  {
    company: 'hanbit', daysAgo: 21, at: '15:33', area: 'admin', category: 'ACCOUNT',
    entries: [
      { by: 'bora', after: 0, say: '신입 공채 48명 계정을 미리 만들어 두고 입사일에 열리게 할 수 있나요? 메일 주소는 아직 안 나왔어요' },
      { by: 'minseok', after: 20, say: '보라님, 사번만 있으면 먼저 만들어 둘 수 있습니다. CSV에 `email`을 비우고 `employee_no`와 `start_date`를 적어 올려 주세요. 입사 전날 메일 주소만 채우시면 입사일 0시에 초대 메일이 나갑니다.' },
      { by: 'bora', after: 70, say: '올렸는데 3명이 오류 나요. 사번 앞에 0이 사라진 것 같은데' },
      { by: 'minseok', after: 9, say: '네, 표 프로그램이 숫자로 바꿔서 그렇습니다. 세 분은 제가 0을 채워 등록했어요. 48명 모두 예약됐습니다.' },
      { by: 'bora', after: 5, say: '역시 최고예요', do: 'RESOLVE' },
    ],
  },
  {
    company: 'dalbit', daysAgo: 18, at: '09:07', area: 'notification', category: 'DEFECT', reviewed: true, priority: 'HIGH', tags: ['푸시알림', '릴리스영향'],
    entries: [
      { by: 'junyoung', after: 0, say: '보안 공지 확인율이 평소 96%인데 이번에 61%입니다. 알림 오류 때문에 미확인자 징계 절차가 돌아가게 생겼어요. 오류 기간 증빙 자료 주세요.' },
      { by: 'taeho', after: 22, say: '준영님, 직원분들이 불이익을 받으시면 안 되니 바로 준비하겠습니다. 해당 공지의 **기기별 발송·도착 기록**과 오류 기간 확인서를 함께 드릴게요.' },
      { by: 'taeho', after: 145, say: '두 문서를 올렸습니다. 미확인 2,870명 중 2,655명이 영향 기기였습니다.' },
      { by: 'junyoung', after: 34, say: '이걸로 절차 중지시켰습니다. 감사합니다' },
      { by: 'taeho', after: 1, note: '확인서 양식은 법무 승인본 사용. 다른 고객사 요청 오면 같은 양식으로.' },
      { by: 'taeho', after: 11, do: 'RESOLVE' },
    ],
  },
  {
    company: 'saetbyeol', daysAgo: 18, at: '10:26', area: 'mobile', category: 'DEFECT', tags: ['푸시알림', '릴리스영향'],
    entries: [
      { by: 'yejun', after: 0, say: '안드로이드인데 알림이 오긴 오는데 눌러도 그 글로 안 가고 앱 첫 화면만 떠요. 5.12 이후부터요' },
      { by: 'nari', after: 14, say: '예준님, 알림이 오지 않는 것과는 또 다른 증상이네요. 귀한 제보 감사합니다. 앱 정보에 적힌 버전이 5.12.1인가요, 5.12.2인가요?' },
      { by: 'yejun', after: 20, say: '5.12.1' },
      { by: 'nari', after: 65, say: '5.12.1에서 재현했습니다. 알림 주소를 앱이 못 읽는 오류예요. 다음에 나올 5.12.3에 함께 고쳐집니다. 그때까지는 앱 안의 **종 모양**에서 누르시면 그 글로 바로 갑니다.' },
      { by: 'yejun', after: 9, say: '종은 잘 가네요 알겠습니다' },
      { by: 'nari', after: 10210, say: '5.12.3에서 고쳐졌어요. 업데이트 후에는 알림을 누르시면 해당 글로 갑니다.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'orrinvale', daysAgo: 17, at: '13:08', area: 'notification', category: 'DEFECT', tags: ['푸시알림', '릴리스영향'],
    entries: [
      { by: 'hanna', after: 0, say: 'Freezer alarm bot posts to our chat, and nobody with an Android got the push last night. We only noticed because of the smell. Not joking.' },
      { by: 'grace', after: 7, say: "Oh no, Hanna. I'm sorry, and I hope nothing irreplaceable was in there. Android push is broken in 5.12 and the fix is in final testing. For the freezer room, let me switch on **SMS in parallel** right now, free of charge. Shall I?" },
      { by: 'hanna', after: 3, say: 'Please! Marcus, Jia and me.' },
      { by: 'grace', after: 12, say: 'On for the three of you. A test went out a minute ago.' },
      { by: 'hanna', after: 2, say: 'Got it. (It was only lab lunch, thankfully.)' },
      { by: 'grace', after: 3, note: 'Mood ok, but Marcus will ask for a post-mortem. We may share the public summary, not the internal one.' },
      { by: 'grace', after: 8820, say: "5.12.3 is live and your bot's pushes arrive within seconds again. I've left SMS on until you tell me otherwise.", do: 'RESOLVE' },
    ],
  },
  {
    company: 'hanbit', daysAgo: 17, at: '15:50', area: 'calendar', category: 'FEATURE', tags: ['아웃룩연동'],
    entries: [
      { by: 'sungho', after: 0, say: '영업사원 일정이 Outlook에 있는데 두레솜 캘린더에서 빈 시간을 못 봅니다. 연동 요청이 많다고 들었는데 진척이 있습니까.' },
      { by: 'doyun', after: 16, say: '성호님, 지난 한 달 사이 같은 요청이 두 배 넘게 늘어 제품기획팀이 **검토 중** 상태로 올렸습니다. 개발 여부와 시기는 아직 정해지지 않았습니다. 영업에서는 *빈 시간 보기*만 먼저 되어도 도움이 될까요?' },
      { by: 'sungho', after: 30, say: '빈 시간만 보여도 반은 해결됩니다.' },
      { by: 'doyun', after: 4, say: '단계별로 먼저 할 수 있는지 그 의견으로 전달했습니다. 정해지면 바로 알려 드리겠습니다.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'pureun', daysAgo: 16, at: '10:19', area: 'mobile', category: 'DEFECT', priority: 'HIGH', tags: ['푸시알림', '릴리스영향'],
    entries: [
      { by: 'gunho', after: 0, say: '공장 태블릿 8대 중에 5대가 알림 안 뜹니다. 껐다 켜도 똑같아요. 불량 알림을 못 받아서 한 로트 버렸습니다' },
      { by: 'gaeun', after: 8, say: '건호님, 로트까지 버리셨다니 너무 죄송합니다. 지금 바로 기술지원과 함께 볼게요. 태블릿 관리 프로그램에서 **배터리 최적화 예외**가 풀려 있는지 봐야 하는데, 원격으로 접속해도 괜찮으실까요?' },
      { by: 'gunho', after: 5, say: '네 2시 이후에요' },
      { by: 'gaeun', after: 2, do: 'ASSIGN', assignee: 'taeho' },
      { by: 'taeho', after: 245, say: '원격으로 5대 모두 예외로 등록하고 시험 알림을 보냈습니다. 5대 모두 도착 확인했습니다. 곧 나올 수정판에서는 예외 없이도 됩니다.' },
      { by: 'taeho', after: 2, note: '손실 로트 금액 물어보심(약 180만 원). 보상 문의는 팀장님께 넘김. 여기서는 언급하지 않기.' },
      { by: 'gunho', after: 20, say: '지금은 됩니다. 또 그러면 곤란해요' },
      { by: 'taeho', after: 7240, say: '건호님, 수정판을 8대 모두에 설치했고 이틀째 누락이 없습니다.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'dalbit', daysAgo: 16, at: '16:05', area: 'approval', category: 'FEATURE', tags: ['대결위임'],
    entries: [
      { by: 'dongha', after: 0, say: '점포 폐기 결재요, 점장 휴무날은 부점장이 대신 결재하게 해주세요. 휴무표는 이미 캘린더에 있습니다' },
      { by: 'hyejin', after: 13, say: '동하님, 휴무표와 연결되는 대결이면 점포에는 딱 맞겠네요. 대결 기능은 검토 중인 항목이고, "휴무 일정에 따라 자동으로"라는 조건은 처음 주신 의견이라 따로 적었습니다. 폐기 결재는 하루 몇 건쯤 될까요?' },
      { by: 'dongha', after: 24, say: '전 점포 합쳐서 900건 정도' },
      { by: 'hyejin', after: 3, say: '건수까지 전달했습니다. 감사합니다!', do: 'RESOLVE' },
    ],
  },
  {
    company: 'maru', daysAgo: 15, at: '09:55', area: 'permission', category: 'ACCOUNT', tags: ['인사이동'],
    entries: [
      { by: 'seungmin', after: 0, say: '인사발령으로 관리자 두 명이 바뀝니다. 육승민 → 유지, 전산팀장님은 빠지고 다른 분 추가인데요. 관리자 권한 이력 보고서도 필요해요' },
      { by: 'sanghyun', after: 18, say: '승민님, 관리자 콘솔 > 권한 > 관리자에서 추가와 해제를 하시면 되고, 최소 한 분의 최고 관리자는 남아 있어야 합니다. 이력 보고서는 지난 12개월분을 뽑아 올렸습니다.' },
      { by: 'seungmin', after: 50, say: '보고서에 접속 IP도 넣을 수 있나요' },
      { by: 'sanghyun', after: 14, say: 'IP 열을 추가해 다시 올렸습니다. 이 파일은 올린 지 7일 뒤 자동으로 지워집니다.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'onnurim', daysAgo: 15, at: '14:02', area: 'mobile', category: 'DEFECT', reviewed: true, tags: ['푸시알림', '릴리스영향'],
    entries: [
      { by: 'suah', after: 0, say: '총무팀 진수아입니다~ 저는 알림은 오는데 소리가 안 나요! 진동도 없고 조용히 떠 있기만 해요. 기종 바꾼 건 아니고 업데이트하고부터요' },
      { by: 'kyuri', after: 11, say: '수아님, 안녕하세요! 업데이트하면서 알림이 "조용히"로 등록된 기기가 있습니다. 휴대폰 설정 > 알림 > 두레솜 > **업무 알림**을 눌러 *소리와 진동*으로 바꿔 주세요. 이것도 이번 수정에 들어가 있어서 곧 저절로 바로잡힙니다.' },
      { by: 'suah', after: 7, say: '소리 나요!! 깜짝이야 ㅋㅋ' },
      { by: 'kyuri', after: 1, do: 'RESOLVE' },
    ],
  },
  {
    company: 'taerin', daysAgo: 14, at: '11:16', area: 'notification', category: 'DEFECT', tags: ['푸시알림', '릴리스영향'],
    entries: [
      { by: 'jungah', after: 0, say: '안드로이드 알림 문제 저희도 겪고 있습니다. 다른 회사도 그런가요? 왜 공지가 없었는지 궁금합니다.' },
      { by: 'minseok', after: 17, say: '정아님, 네. 5.12 이후 안드로이드 전반의 문제입니다. 상태 페이지에는 올렸지만 **각 회사 공간에 먼저 알려 드리지 못했습니다.** 저희 잘못입니다. 지금 겪으시는 분이 몇 분쯤이고 어떤 증상인지 알려 주시면 수정 전까지 쓰실 방법을 안내드릴게요.' },
      { by: 'jungah', after: 40, say: '현장 60명 정도고 아예 안 와요' },
      { by: 'minseok', after: 15, say: '60분께 드릴 안내문을 만들어 올렸습니다. 앱을 열고 배터리 제한을 푸는 두 단계예요. 수정판은 다음 영업일에 배포될 예정입니다.' },
      { by: 'minseok', after: 3, note: '공지 누락은 실제 우리 실수(STANDARD 고객사 목록에서 빠짐). 다음부터 등급 상관없이 전 공간 공지하기로 팀장님과 합의.' },
      { by: 'minseok', after: 7200, say: '수정판 배포 후 60대 중 58대가 정상입니다. 남은 2대는 앱 업데이트가 필요해요.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'hanbit', daysAgo: 11, at: '10:00', area: 'notification', category: 'DEFECT', reviewed: true, tags: ['릴리스영향'],
    title: '[안내] 안드로이드 알림 수정판 5.12.3 배포',
    entries: [
      { by: 'seoyeon', after: 0, say: '한빛나래제약 여러분, 안녕하세요. CX팀장 한서연입니다.\n\n오늘 9시에 **5.12.3**이 배포되었습니다. 고쳐진 것:\n- 앱을 열지 않아도 알림이 도착합니다\n- 절전 기능이 켜져 있어도 끊기지 않습니다\n- 알림을 누르면 해당 글로 갑니다\n\n앱 업데이트 후 한 번만 열어 주세요. 2주 동안 불편을 드려 진심으로 죄송합니다. 무엇이 잘못됐고 무엇을 바꿨는지 적어 두었습니다: https://help.example/ko/release/5-12-3' },
      { by: 'minji', after: 25, say: '드디어!! 전사 공지했어요' },
      { by: 'sungho', after: 180, say: '업데이트했습니다. 지켜보겠습니다.' },
      { by: 'seoyeon', after: 1500, say: '배포 하루 뒤 한빛나래제약의 알림 도착률은 99.4 %입니다. 다시 오지 않는 기기가 있으면 언제든 적어 주세요.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'quillmoor', daysAgo: 11, at: '10:12', area: 'notification', category: 'DEFECT', reviewed: true, tags: ['릴리스영향'],
    title: '[Notice] Android notifications fixed in 5.12.3',
    entries: [
      { by: 'grace', after: 0, say: "Hello everyone at Quillmoor,\n\nVersion **5.12.3** is out this morning and repairs push notifications on Android, with or without battery saver. Please update and open the app once.\n\nWhat went wrong and what we changed in our release testing: https://help.example/en/release/5-12-3\n\nWe're sorry it took two weeks." },
      { by: 'imogen', after: 210, say: 'Thanks for the honest write-up. Rare.' },
      { by: 'grace', after: 60, do: 'RESOLVE' },
    ],
  },
  {
    company: 'onnurim', daysAgo: 11, at: '10:20', area: 'notification', category: 'DEFECT', reviewed: true, tags: ['릴리스영향'],
    title: '[안내] 알림 수정판 배포와 당직 호출 점검 결과',
    entries: [
      { by: 'seoyeon', after: 0, say: '온누림의료재단 여러분, 수정판 5.12.3을 오늘 배포했습니다. 당직 호출방 6곳은 배포 직후 저희가 직접 시험했고 모두 **10초 안에** 도착했습니다. 문자 병행은 안심하실 때까지 유지하겠습니다. 앱 업데이트 부탁드립니다.' },
      { by: 'nayeon', after: 35, say: '확인했어요. 야간조까지 지켜보고 말씀드릴게요' },
      { by: 'nayeon', after: 1390, say: '야간 문제 없었습니다 👍', do: 'RESOLVE' },
    ],
  },
  {
    company: 'dasom', daysAgo: 10, at: '13:41', area: 'approval', category: 'USAGE',
    entries: [
      { by: 'rian', after: 0, say: '저희같이 작은 회사도 결재 쓸 수 있나요? 휴가만 올리고 싶은데 양식이 너무 많아서 무서워요' },
      { by: 'hyejin', after: 19, say: '리안님, 겁내지 않으셔도 돼요 ㅎㅎ 관리자 콘솔 > 전자결재 > 양식에서 **휴가신청서 하나만 켜고** 나머지를 모두 끄시면 직원분들 화면에는 버튼 하나만 보입니다. 결재선도 "대표" 한 명으로 고정해 두시면 됩니다.' },
      { by: 'rian', after: 65, say: '버튼 하나! 딱 좋아요' },
      { by: 'rian', after: 2, do: 'RESOLVE' },
    ],
  },
  {
    company: 'tarnwick', daysAgo: 10, at: '09:20', area: 'calendar', category: 'FEATURE', tags: ['아웃룩연동'],
    entries: [
      { by: 'aylin', after: 0, say: 'HR here. Interviews are scheduled in Outlook with candidates, hiring managers live in Duresom. Syncing the two would save me an hour a day. Is it coming?' },
      { by: 'juwon', after: 22, say: "Hi Aylin, it's under consideration and the number of people asking has roughly tripled in three months. I can't promise a date. Would a one-way push *from Outlook into Duresom* already give you most of that hour back?" },
      { by: 'aylin', after: 14, say: 'Yes! Candidates never see your side anyway.' },
      { by: 'juwon', after: 4, say: 'Great detail, added to the request.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'dalbit', daysAgo: 9, at: '11:35', area: 'drive', category: 'DEFECT', priority: 'HIGH',
    entries: [
      { by: 'haesol', after: 0, say: '드라이브 미리보기에서 PDF 넘기다가 30쪽쯤 가면 하얗게 멈춰요. 시안 발표 자료라 급합니다' },
      { by: 'taeho', after: 9, say: '해솔님, 발표 전이시니 우선 **내려받아서** 여시는 걸 권해 드려요. 파일 용량과 쪽수를 알려 주시겠어요?' },
      { by: 'haesol', after: 4, say: '86쪽 240메가요. 내려받으니 괜찮네요' },
      { by: 'taeho', after: 50, say: '미리보기가 한 번에 메모리를 너무 많이 쓰는 오류를 재현했습니다. 200MB가 넘는 PDF에서만 생기고 개발팀이 고치고 있습니다. 발표 잘하시고요!' },
      { by: 'haesol', after: 240, say: '발표 잘 끝났습니다 ㅎㅎ' },
      { by: 'taeho', after: 7170, say: '큰 PDF도 끝까지 넘어가도록 고쳐졌습니다.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'pureun', daysAgo: 9, at: '14:15', area: 'approval', category: 'FEATURE', tags: ['대결위임'],
    entries: [
      { by: 'mijeong', after: 0, say: '대표님이 휴가 가시면 법인카드 정산이 올스톱이에요. 기간 정해서 전무님께 자동으로 넘어가게 해주세요.. 다른 분들도 많이 원하시죠?' },
      { by: 'gaeun', after: 16, say: '미정님, 정말 많이 원하세요. 이번 달에 가장 많이 들어온 요청입니다. 현재 제품기획팀에서 **검토 중**이고, 정산 마감이 걸린 결재라는 점을 근거로 보탰습니다.' },
      { by: 'mijeong', after: 22, say: '그럼 기다려볼게요' },
      { by: 'mijeong', after: 1, do: 'RESOLVE' },
    ],
  },
  {
    company: 'onnurim', daysAgo: 8, at: '10:48', area: 'orgchart', category: 'IMPROVEMENT', reviewed: true,
    entries: [
      { by: 'suah', after: 0, say: '조직도에서 동명이인 구분이 안 돼요! 김혜란님이 저희 재단에 여섯 분 계신데 사진도 없고... 이름 옆에 부서라도 작게 나오면 좋겠어요' },
      { by: 'kyuri', after: 20, say: '수아님, 여섯 분이면 매번 조마조마하시겠어요. 참조자 고를 때는 부서가 보이는데 **채팅 초대 화면**에서는 안 보이는 걸 확인했습니다. 같은 방식으로 맞추도록 개선 요청을 올렸어요. 당장은 검색창에 `김혜란 외래`처럼 부서를 함께 적으시면 걸러집니다.' },
      { by: 'suah', after: 12, say: '오 부서 같이 치면 되는구나! 감사해요' },
      { by: 'suah', after: 0, do: 'RESOLVE' },
    ],
  },
  {
    company: 'gaon', daysAgo: 8, at: '16:52', area: 'billing', category: 'ACCOUNT', tags: ['계약갱신'],
    entries: [
      { by: 'sora', after: 0, say: '계약 갱신 견적서 받아보고 싶어요. 내년에 현장 두 개가 늘어서 640명에서 720명 정도 될 것 같아요. 가격 할인도 되나요? ㅎㅎ' },
      { by: 'minseok', after: 990, say: '소라님, 좋은 소식 감사합니다. 720명 기준으로 1년/3년 두 가지 견적을 올렸어요. 700명이 넘으면 구간 단가가 내려가고, 3년은 추가 할인이 있습니다.' },
      { by: 'minseok', after: 2, note: '타사 견적 함께 받는 중이라고 소라님이 전화로 귀띔. 3년 할인 폭은 영업과 상의한 최대치로 이미 반영.' },
      { by: 'sora', after: 130, say: '3년이 확실히 싸네요 보고드리고 연락드릴게요' },
      { by: 'minseok', after: 2, say: '네, 견적 유효기간은 30일입니다. 편하실 때 이 스레드에 적어 주세요.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'hanbit', daysAgo: 7, at: '10:05', area: 'search', category: 'DEFECT',
    entries: [
      { by: 'jaehwan', after: 0, say: '문서번호로 검색할 때 하이픈이 들어가면 결과가 없습니다. QA-SOP-014는 안 나오고 QASOP014는 나옵니다. 실제 문서에는 하이픈이 있습니다.' },
      { by: 'jiwoo', after: 13, say: '재환님, 실제 번호대로 찾으셔야 하는데 거꾸로 되어 있네요. 재현했고 오류로 접수했습니다. 고칠 때까지는 `"QA-SOP-014"` 처럼 **큰따옴표**로 감싸시면 나옵니다.' },
      { by: 'jaehwan', after: 50, say: '따옴표로 됩니다.' },
      { by: 'jiwoo', after: 5760, say: '하이픈이 있어도 바로 찾아지도록 고쳐졌습니다. 따옴표 없이 검색해 보세요.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'saetbyeol', daysAgo: 7, at: '13:33', area: 'meeting', category: 'USAGE',
    entries: [
      { by: 'nahyun', after: 0, say: '회의 녹화본을 회의에 없던 사람한테 보내려는데 링크를 눌러도 권한 없음이래요. 어떻게 풀죠?' },
      { by: 'nari', after: 10, say: '나현님, 녹화본은 **참석자만** 보이는 게 기본값이에요. 회의 > 녹화 > ⋯ > *볼 수 있는 사람*에서 이름을 추가하시면 같은 링크로 열립니다. 회사 밖 사람은 추가할 수 없어요.' },
      { by: 'nahyun', after: 14, say: '추가했더니 됐대요 감사합니다~' },
      { by: 'nahyun', after: 0, do: 'RESOLVE' },
    ],
  },
  {
    company: 'dalbit', daysAgo: 4, at: '09:28', area: 'approval', category: 'FEATURE', reviewed: true, priority: 'HIGH', tags: ['대결위임'],
    title: '대결 기능 진행 상황과 시범 참여',
    entries: [
      { by: 'yeonwoo', after: 0, say: '대결 기능 어떻게 됐나요? 다음 주 경영회의 때 본부장님이 물어보실 거라 한 줄이라도 필요해요' },
      { by: 'hyejin', after: 17, say: '연우님, 기다려 주셔서 감사합니다. 대결·위임은 제품기획팀에서 **계획됨**으로 결정했습니다. 기간 지정, 대결 표시, 이력 분리 세 가지가 첫 범위예요. 출시 시기는 아직 말씀드릴 수 없지만 시범 참여사를 먼저 모으려고 합니다.' },
      { by: 'hyejin', after: 1, note: '원재님 확인받고 쓴 문장. "계획됨"까지만 말해도 된다고 함. 분기 언급 금지.' },
      { by: 'yeonwoo', after: 9, say: '오 계획됨! 저희 시범 하고 싶어요. 본부 하나(260명)로 가능할까요' },
      { by: 'hyejin', after: 26, say: '260명이면 아주 좋습니다. 참여 조건을 정리해 올렸으니 결재선 예시 3개만 채워 주시겠어요?' },
      { by: 'yeonwoo', after: 2890, say: '예시 두 개 올렸고 하나는 물류본부에서 받고 있어요. 조금만 기다려 주세요' },
    ],
  },
  {
    company: 'quillmoor', daysAgo: 4, at: '11:10', area: 'billing', category: 'ACCOUNT', tags: ['계약갱신'],
    entries: [
      { by: 'priya', after: 0, say: "Renewal quote: could we have it in two variants, 420 and 450 seats, with the guest rule written out? I don't want last quarter's surprise again." },
      { by: 'minseok', after: 33, say: 'Hello Priya, both variants are attached, and page 2 states that guests never count as seats unless an admin confirms it in writing. Seat list included.' },
      { by: 'priya', after: 165, say: 'Better. Clause 4 still says "members and guests". Please align.' },
      { by: 'minseok', after: 45, say: 'Thank you for the careful reading. Corrected version attached, clause 4 now says "members".' },
      { by: 'minseok', after: 2, note: 'Third revision. Imogen told Grace on the phone that Priya leaves the company soon and her successor starts next month. Renewal should be signed before that; be patient and very precise.' },
    ],
  },
  {
    company: 'taerin', daysAgo: 4, at: '14:50', area: 'approval', category: 'USAGE',
    entries: [
      { by: 'jungah', after: 0, say: '결재 양식에 들어가는 항목을 부서별로 다르게 보이게 할 수 있을까요? 연구소는 시약명이 필요하고 나머지는 아니에요' },
      { by: 'minseok', after: 21, say: '정아님, 양식 편집에서 시약명 항목을 누르고 **보이는 조건 > 기안 부서 = 연구소(하위 포함)** 로 정하시면 됩니다. 조건이 맞지 않으면 항목 자체가 사라져서 다른 부서는 모르세요.' },
      { by: 'jungah', after: 55, say: '원하던 대로 됩니다. 감사합니다' },
      { by: 'jungah', after: 1, do: 'RESOLVE' },
    ],
  },
  {
    company: 'hanbit', daysAgo: 3, at: '09:50', area: 'calendar', category: 'DEFECT', reviewed: true, priority: 'HIGH',
    title: '참석자에게 초대가 두 번씩 갑니다',
    entries: [
      { by: 'minji', after: 0, say: '회의 초대가 참석자마다 두 번씩 가요. 상무님이 "왜 자꾸 보내냐"고 하셨어요 ㅠㅠ' },
      { by: 'jiwoo', after: 8, say: '민지님, 상무님께까지... 죄송합니다. 바로 보겠습니다. 회의실을 함께 예약한 일정에서만 그런지 확인 부탁드려요.' },
      { by: 'minji', after: 13, say: '네 회의실 잡은 것만요!' },
      { by: 'jiwoo', after: 70, say: '찾았습니다. 회의실 예약이 승인될 때 초대를 한 번 더 보내는 오류였습니다. 오늘 점심에 고쳐서 배포했어요.' },
      { by: 'minji', after: 150, say: '이제 한 번만 오네요. 감사해요' },
      { by: 'jiwoo', after: 3, say: '상무님께 죄송하다고 전해 주세요. 😥', do: 'RESOLVE' },
      { by: 'minji', after: 2595, say: '다시 두 번씩 와요... 이번에는 반복 회의에서요. 상무님 주간회의가 하필 반복이에요', do: 'REOPEN' },
      { by: 'jiwoo', after: 11, say: '민지님, 정말 죄송합니다. 반복 회의는 승인이 회차마다 일어나는 것을 놓쳤습니다. 상무님 주간회의는 제가 지금 초대 발송을 꺼 두었고, 내일까지 고쳐서 다시 말씀드리겠습니다.' },
      { by: 'jiwoo', after: 2, note: '우기현 상무님은 이 공간 열람자. 두 번째 실수라 팀장님께 먼저 보고함. 반복 회의 1,100개 영향.' },
    ],
  },
  {
    company: 'orrinvale', daysAgo: 3, at: '10:15', area: 'task', category: 'IMPROVEMENT',
    entries: [
      { by: 'marcus', after: 0, say: 'Checklists inside tasks: please let me reorder them by dragging on the tablet. Gloves on, tapping "move up" nine times is a sport.' },
      { by: 'grace', after: 24, say: 'Hi Marcus, I tried it with a stylus and gave up after four. Raised as an improvement with the glove detail, which I think will convince people. A small relief: long-press on the item offers *Move to top*.' },
      { by: 'marcus', after: 31, say: 'Helps a bit. Cheers' },
      { by: 'marcus', after: 0, do: 'RESOLVE' },
    ],
  },
  {
    company: 'pureun', daysAgo: 3, at: '13:40', area: 'drive', category: 'DEFECT',
    entries: [
      { by: 'soyun', after: 0, say: '드라이브 폴더 옮기기 하면 절반만 옮겨지고 멈춰요. "일부 항목을 옮기지 못했습니다"라고만 나오고 뭐가 안 옮겨졌는지는 안 알려줘요' },
      { by: 'gaeun', after: 14, say: '소윤님, 무엇이 남았는지 모르는 게 제일 답답하셨겠어요. 제가 기록을 보니 다른 분이 **편집 중으로 잠근 파일 12개** 때문에 멈췄습니다. 12개 이름을 아래에 적어 드렸어요. 잠금을 풀면 이어서 옮기실 수 있습니다.\n\n다만 잠긴 파일을 만나면 건너뛰고 계속해야 하는데 멈추는 것은 오류라 개발팀에 넘겼습니다.' },
      { by: 'soyun', after: 40, say: '풀고 다시 하니 됐어요. 근데 이름이 화면에 나왔으면 안 물어봤을 거예요' },
      { by: 'gaeun', after: 6, say: '맞습니다. 안 옮겨진 파일 이름이 화면에 나오게 해 달라고 함께 적었습니다.', do: 'RESOLVE' },
    ],
  },
  {
    company: 'gaon', daysAgo: 3, at: '15:20', area: 'project', category: 'USAGE',
    entries: [
      { by: 'hyunwoo', after: 0, say: '준공된 현장 프로젝트를 목록에서 안 보이게 하고 자료는 남기고 싶어요. 삭제하면 안 되죠?' },
      { by: 'eunbi', after: 9, say: '현우님, 삭제하지 마시고 프로젝트 ⋯ > **보관**을 눌러 주세요. 목록에서 사라지고 검색과 자료는 그대로예요. 글을 더 쓸 수 없게 되니 하자보수 기간이 끝난 현장부터 하시는 게 좋아요.' },
      { by: 'hyunwoo', after: 25, say: '하자보수 2년 남은 건 그냥 둬야겠네요' },
      { by: 'hyunwoo', after: 0, do: 'RESOLVE' },
    ],
  },
  {
    company: 'taerin', daysAgo: 2, at: '09:05', area: 'calendar', category: 'FEATURE', tags: ['아웃룩연동'],
    entries: [
      { by: 'wonsik', after: 0, say: '해외 설비업체랑 회의 잡을 때 상대가 Outlook 초대를 보내는데 두레솜 캘린더에 안 들어옵니다. 메일 초대를 받으면 일정으로 자동 등록되게 해주세요. 급한 건 아닙니다' },
      { by: 'minseok', after: 0, do: 'ASSIGN', assignee: 'juwon' },
      { by: 'juwon', after: 25, note: 'Outlook 연동 요청 묶음에 넣을 것. 단, 이건 메일 초대(ics 첨부) 받기라 따로 떼어도 될 듯. 원재님께 질문해 둠, 답 오면 회신.' },
    ],
  },
  {
    company: 'onnurim', daysAgo: 2, at: '10:40', area: 'admin', category: 'ACCOUNT', reviewed: true, tags: ['보안점검'],
    title: '정보보호 인증 심사용 확인서',
    entries: [
      { by: 'kyungmin', after: 0, say: '인증 심사가 다음 달입니다. 위탁사 보안 점검표 64문항 작성과 데이터 보관 위치 확인서를 요청드립니다.' },
      { by: 'kyuri', after: 20, say: '경민님, 점검표 64문항은 보안팀과 함께 작성해 3영업일 안에 드리겠습니다. 확인서는 재단 명칭과 사업자등록번호가 정확히 들어가야 해서, 심사 기관에 제출하실 **정식 명칭**을 알려 주시겠어요?' },
      { by: 'kyuri', after: 5, note: '작년 점검표 답변 재사용 가능. 단 38번(해외 이전) 답은 바뀌었으니 법무 확인.' },
      { by: 'byungho', after: 1492, say: '정식 명칭은 제가 확인해 오늘 중 올리겠습니다.' },
      { by: 'kyuri', after: 6, say: '네, 병호님. 기다리고 있겠습니다. 점검표는 지금 64문항 중 41문항까지 작성됐습니다.' },
    ],
  },
  {
    company: 'maru', daysAgo: 2, at: '13:25', area: 'chat', category: 'DEFECT',
    entries: [
      { by: 'dahye', after: 0, say: '채팅에서 위성 회선으로 사진 보내면 올라가다 말고 실패해요. 재시도 누르면 처음부터 다시 올라가서 데이터만 다 씁니다' },
      { by: 'sanghyun', after: 18, say: '다혜님, 위성 데이터는 비싸다고 들었는데 죄송합니다. 두 가지만 여쭐게요.\n\n1. 실패할 때 몇 % 근처에서 멈추나요?\n2. 앱 설정 > 데이터 절약 > *사진 줄여 보내기*가 켜져 있나요?' },
      { by: 'sanghyun', after: 2, note: '이어 올리기가 있어야 하는데 위성 회선에서 연결 주소가 바뀌면 끊기는 듯. 선박 쪽 로그 필요. 배는 정박 때만 연락되므로 답이 늦어도 재촉하지 말 것.' },
    ],
  },
  {
    company: 'dalbit', daysAgo: 2, at: '14:30', area: 'permission', category: 'USAGE',
    entries: [
      { by: 'sujin', after: 0, say: '교육 담당 지수진입니다. 교육용 프로젝트에 수강생 300명을 넣었는데 서로 연락처가 안 보이게 할 수 있을까요? 협력사 직원도 섞여 있어요' },
      { by: 'hyejin', after: 15, say: '수진님, 프로젝트 설정 > 참여자 > **서로의 프로필 가리기**를 켜시면 이름만 보이고 연락처와 조직은 보이지 않습니다. 강사님은 관리자로 두시면 모두 보실 수 있어요. 협력사 직원은 외부인으로 넣으셨는지 한 번 확인해 주세요.' },
      { by: 'sujin', after: 48, say: '외부인으로 바꾸니 깔끔해요! 감사합니다 :)' },
      { by: 'sujin', after: 0, do: 'RESOLVE' },
    ],
  },
  {
    company: 'tarnwick', daysAgo: 2, at: '16:20', area: 'meeting', category: 'IMPROVEMENT',
    entries: [
      { by: 'jonas', after: 0, say: "Tiny one: when I mute myself in a meeting the icon goes red, when I'm *muted by the host* it's also red. I talked to myself for five minutes yesterday." },
      { by: 'juwon', after: 20, say: 'Hi Jonas, we\'ve all given that speech. Logged: a distinct look for "muted by host" plus a hint when you talk while muted (that hint exists on desktop but not in the browser).' },
      { by: 'jonas', after: 12, say: 'Perfect. My dignity thanks you', do: 'RESOLVE' },
    ],
  },
  {
    company: 'onnurim', daysAgo: 1, at: '09:14', area: 'chat', category: 'IMPROVEMENT', reviewed: true, priority: 'HIGH',
    title: '병동 이동 때 채팅방 정리가 너무 힘듭니다',
    entries: [
      { by: 'nayeon', after: 0, say: '인사 이동 시즌이라 병동 옮기는 간호사가 83명이에요. 한 명당 채팅방이 15개쯤이라 나가고 초대하는 데만 파트장 6명이 이틀째 매달려 있어요. 조직도에서 병동을 바꾸면 채팅방도 따라가게 해 주세요' },
      { by: 'kyuri', after: 12, say: '나연님, 이틀째라니요. 우선 일손부터 덜어 드릴게요. **누가 어느 병동에서 어디로** 가시는지 표만 주시면 저희가 채팅방 이동을 대신 처리하겠습니다.' },
      { by: 'suah', after: 18, say: '총무팀 진수아예요! 발령 표는 저한테 있어요. 83명인데 그중 9명은 파견이라 두 병동 다 들어가야 해요' },
      { by: 'kyungmin', after: 25, say: '의료정보팀입니다. 대신 처리해 주시는 것은 좋으나 개인정보 접근 기록이 남아야 합니다. 방식부터 알려 주십시오.' },
      { by: 'kyuri', after: 22, say: '수아님, 표 감사합니다. 파견 9명은 따로 표시해 주세요.\n경민님, 저희가 대화 **내용은 볼 수 없는** 일괄 처리 도구로 방 이름과 참여자만 바꾸고, 작업 기록을 감사 로그에 남겨 드립니다. 시작 전에 경민님 승인을 받겠습니다.' },
      { by: 'kyungmin', after: 40, say: '그 방식이면 승인합니다. 작업 시간은 근무 교대가 끝난 16시 이후로 해 주십시오.' },
      { by: 'nayeon', after: 6, say: '16시 좋아요. 14시~15시 반은 인수인계라 절대 안 돼요!!' },
      { by: 'suah', after: 31, say: '표 올렸어요. 파견은 노란색이요. 근데 응급실 3명은 아직 발령이 안 나서 빼야 할 것 같아요' },
      { by: 'byungho', after: 55, say: '원무부도 12명 이동이 있습니다. 같은 방식으로 부탁드려도 되겠습니까.' },
      { by: 'kyuri', after: 14, say: '네, 병호님. 같은 표 양식에 적어 주시면 함께 하겠습니다. 오늘 16시에는 간호부 80명(응급실 3명 제외)을 먼저 진행합니다.' },
      { by: 'kyuri', after: 2, note: '채팅방을 조직도와 묶는 기능은 여러 병원이 원함. 개선으로 두되 기획에는 "부서 연동 채팅방" 묶음으로. 경민 팀장님은 절차가 먼저, 나연 파트장님은 속도가 먼저. 둘 다 챙길 것.' },
      { by: 'kyuri', after: 245, say: '간호부 80명 이동을 마쳤습니다. 채팅방 1,164개 중 1,161개가 바뀌었고, 방장이 퇴사하신 3개는 목록을 올렸으니 새 방장을 정해 주세요.' },
      { by: 'nayeon', after: 16, say: '와 진짜 끝났어요? 파트장들 다 퇴근시켰어요 ㅠㅠ 감사합니다' },
      { by: 'suah', after: 940, say: '응급실 3명 발령 났어요! 표에 추가했습니다~ 그리고 원무부 표는 병호 부장님이 오전에 주신대요' },
    ],
  },
  {
    company: 'orrinvale', daysAgo: 1, at: '11:05', area: 'admin', category: 'ACCOUNT', priority: 'HIGH',
    entries: [
      { by: 'hanna', after: 0, say: 'Two of our new starters get "account locked" on their very first login. They\'re sitting in onboarding right now, staring at me.' },
      { by: 'grace', after: 6, say: "Hi Hanna, looking now. Both typed the temporary password with a capital O instead of a zero, five times each, so the lock kicked in. I've unlocked them and sent fresh invites **without** ambiguous characters." },
      { by: 'hanna', after: 9, say: "They're in! Could the temporary passwords just never have O and 0?" },
      { by: 'grace', after: 14, say: "They should and soon will. Before I close this: the third starter, M. Ruiz, hasn't opened the invite yet. Is her start date still today?" },
    ],
  },
  {
    company: 'pureun', daysAgo: 1, at: '13:15', area: 'task', category: 'USAGE',
    entries: [
      { by: 'gunho', after: 0, say: '업무 완료하면 다음 조 반장에게 자동으로 담당자가 바뀌게 할 수 있습니까? 3교대라서요' },
      { by: 'gaeun', after: 17, say: '건호님, **단계별 담당자**를 쓰시면 됩니다. 업무 형식에서 단계를 A조 / B조 / C조로 만들고 단계마다 담당 반장님을 정해 두면, 완료를 누를 때 다음 단계 담당자에게 넘어가요.\n\n조별로 반장님이 고정인가요, 주마다 바뀌나요? 바뀌신다면 방법이 조금 다릅니다.' },
    ],
  },
  {
    company: 'tarnwick', daysAgo: 1, at: '14:35', area: 'search', category: 'USAGE',
    entries: [
      { by: 'aylin', after: 0, say: 'Can I save a search? I type the same "from:candidates has:file" thing ten times a day' },
      { by: 'grace', after: 13, say: "You can: run it once, then press the little bookmark at the right end of the search field and give it a name. It appears in the sidebar under *Saved*. On the phone it's under the three dots." },
      { by: 'aylin', after: 5, say: 'That bookmark was in front of me all along 🙈', do: 'RESOLVE' },
    ],
  },
  {
    company: 'saetbyeol', daysAgo: 1, at: '17:52', area: 'billing', category: 'ACCOUNT',
    entries: [
      { by: 'nahyun', after: 0, say: '카드 결제가 실패했다고 메일이 왔는데요, 법인카드가 재발급돼서 번호가 바뀌었거든요. 어디서 바꾸나요? 내일까지 안 바꾸면 정지된다고 써 있어서 무서워요 ㅠㅠ' },
    ],
  },
  {
    company: 'dalbit', daysAgo: 0, at: '08:42', area: 'chat', category: 'DEFECT', priority: 'URGENT',
    title: '물류센터 채팅 전송 실패',
    entries: [
      { by: 'dongha', after: 0, say: '물류센터 3곳에서 채팅이 안 보내집니다. 느낌표만 뜨고 재전송도 안됩니다. 새벽 배송 인계 중이라 급합니다. 전화 주세요' },
      { by: 'taeho', after: 24, do: 'ASSIGN', assignee: 'taeho' },
      { by: 'taeho', after: 3, note: '세 센터 모두 같은 회선 공급사. 회선에서 웹소켓이 막힌 듯. 우회 접속(긴 폴링)으로 돌리는 중. 동하님께 전화드려 상황 설명함(08:58). 글로도 남기기 전에 결과 확인 중.' },
      { by: 'yeonwoo', after: 14, say: 'IT 연우입니다. 어제 밤에 물류 쪽 방화벽 교체가 있었대요. 그거랑 관련 있을까요?' },
    ],
  },
  {
    company: 'hanbit', daysAgo: 0, at: '08:55', area: 'calendar', category: 'FEATURE', tags: ['아웃룩연동'],
    entries: [
      { by: 'minji', after: 0, say: '또 Outlook 얘기라 죄송해요 ㅎㅎ 이번에 해외 지사 40명이 합류하는데 그쪽은 전부 Outlook이에요. 일정 연동이 없으면 두레솜을 안 쓰겠다고 버티고 있어요. 설득할 말이라도 주세요...' },
    ],
  },
  {
    company: 'gaon', daysAgo: 0, at: '09:08', area: 'drive', category: 'USAGE',
    entries: [
      { by: 'dukhwa', after: 0, say: '어제 올린 사진 어디갔습니까 안보임' },
    ],
  },
  {
    company: 'quillmoor', daysAgo: 0, at: '09:12', area: 'integration', category: 'USAGE',
    entries: [
      { by: 'rafael', after: 0, say: "Is there a rate limit on the API for creating tasks? We want to migrate ~11,000 open items from the old tool over a weekend and I'd rather ask than find out." },
    ],
  },
  {
    company: 'dasom', daysAgo: 0, at: '09:20', area: 'permission', category: 'USAGE',
    entries: [
      { by: 'haesol', after: 0, say: '저희 프로젝트에 프리랜서 두 분을 넣어야 하는데 회사 메일이 없어요. 개인 메일로 초대해도 되나요?' },
      { by: 'hyejin', after: 11, say: '해솔님, 개인 메일로 초대하셔도 됩니다. **외부인**으로 초대되고 만료일을 정해 두시면 계약이 끝나는 날 자동으로 빠져요. 다솜결디자인 프로젝트인지, 달빛모아유통과 함께 쓰시는 프로젝트인지 알려 주시겠어요? 뒤쪽이면 달빛모아유통의 승인이 필요합니다.' },
    ],
  },
  {
    company: 'pureun', daysAgo: 0, at: '09:31', area: 'approval', category: 'IMPROVEMENT',
    entries: [
      { by: 'mijeong', after: 0, say: '결재 목록에서 글씨가 너무 작아요. 대표님이 노안이시라 항상 확대하시는데 확대하면 버튼이 화면 밖으로 나가버려요 ㅠㅠ' },
      { by: 'gaeun', after: 9, say: '미정님, 확대했을 때 버튼이 사라지면 결재를 못 하시겠네요. 우선 설정 > 화면 > **크게 보기**를 켜시면 글자만 커지고 버튼은 제자리에 있습니다. 대표님 기기가 태블릿인지 PC인지 알려 주시면 같은 화면으로 확인해 볼게요.' },
    ],
  },
  {
    company: 'onnurim', daysAgo: 0, at: '09:44', area: 'meeting', category: 'DEFECT',
    entries: [
      { by: 'suah', after: 0, say: '회의실 태블릿에서 화상회의 들어가면 소리가 울려요. 같은 방에 노트북이 하나라도 있으면 하울링이 나서 매번 쫓아다니며 음소거 누르고 있어요 (๑•́‧̫•̀๑)' },
    ],
  },
];
