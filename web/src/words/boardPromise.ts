// Words for whoever does not believe that a board is anonymous: what is stored, what cannot be known, what remains possible.
import { type Locale, useLocale } from './words';

const ko = {
  title: '익명은 어디까지 익명인가요?',
  lead: '믿어 달라고 하지 않을게요. 무엇을 저장하고, 무엇을 알 수 없고, 그래도 무엇이 가능한지 그대로 적었어요.',
  stored: '저장하는 것',
  storedItems: [
    '쓴 글과 날짜. 몇 시에 썼는지는 저장하지 않아요.',
    '올린 이미지를 새로 그린 것. 파일 이름과 찍은 곳·시간·기기 정보는 들어올 때 버려요.',
    '대화마다 다른 표시. 데이터베이스 밖에 둔 비밀 키로 만들고, 거꾸로 되돌릴 수 없어요. “내 글”은 볼 때마다 이 표시를 다시 만들어 견주는 것이라, 저장된 명단이 없어요.',
    '봉해 둔 값 하나. 저희 팀이 글쓰기를 막을 때만 프로그램이 열고, 그때도 사람에게는 보이지 않아요.',
    '직접 켠 경우에만, 글 옆에 보이는 회사 이름.',
    '하루에 몇 번 썼는지는 디스크에 적지 않고 서버 메모리에서만 세고, 날이 바뀌면 버려요.',
  ],
  unknown: '알 수 없는 것',
  unknownItems: [
    '누가 썼는지. 사람이나 회사의 번호가 게시판 어디에도 없어요.',
    '두 대화의 글을 같은 사람이 썼는지. 별명과 그림은 대화마다 새로 뽑고, 우연히 같아도 같은 사람이라는 뜻이 아니에요.',
    '하루 가운데 언제 썼는지, 누가 무엇을 읽었는지.',
    '누가 신고했는지, 누가 도움이 됐다고 했는지.',
    '글쓰기가 막힌 사람이 누구인지.',
  ],
  possible: '그래도 가능한 것',
  possibleItems: [
    '말투와 내용. 회사 사정을 자세히 쓰면 읽는 사람이 짐작할 수 있어요. 올리기 전에 이름과 연락처를 찾아 드리는 이유예요.',
    '이미지에 보이는 것. 화면에 찍힌 이름이나 로고는 저희가 찾지 못해요. 올리기 전에 직접 가려 주세요.',
    '서버를 운영하는 회사는 프로그램을 바꿀 수 있어요. 바뀐 프로그램은 지금부터 쓰는 글의 글쓴이를 적어 둘 수 있어요.',
    '키 파일과 데이터베이스를 함께 손에 넣은 사람은 직원 명단을 하나씩 맞춰 보며 글쓴이를 알아낼 수 있어요. 그래서 둘을 따로 두고, 백업에도 키를 넣지 않아요.',
    '글이 올라온 뒤 몇 초 동안은 데이터베이스에 그날의 순서가 남아 있어요. 곧 제비뽑기로 순서를 새로 정해 다시 적지만, 데이터베이스의 변경 기록을 오래 모아 두는 곳이라면 거기에는 남을 수 있어요.',
    '글쓴이가 누구인지 아무도 모르니, 회사를 떠나거나 개인정보를 지워 달라고 해도 익명 글은 대신 지워 드릴 수 없어요. 지우고 싶은 글은 떠나기 전에 직접 지워 주세요.',
    '게시판을 열어 두고 보는 사람은 새 글이 올라오는 순간을 봐요. 저희는 그 시각을 저장하지 않지만, 보는 사람이 적어 둘 수는 있어요.',
    '볼 수 있는 사람이 적은 게시판은 짐작이 쉬워요. 그래서 너무 작아지면 새 글을 받지 않아요.',
    '서버 앞의 프록시나 네트워크 장비는 접속 기록을 따로 남길 수 있어요. 누가 언제 게시판에 글을 보냈는지 거기에 남을 수 있으니, 운영하는 곳에 물어보세요.',
    '같은 브라우저를 쓰는 사람은 “내 글” 목록을 볼 수 있어요. 그 목록은 언제든 지울 수 있어요.',
  ],
  here: '여기서는 이렇게 지켜요',
  ownCluster: '게시판만의 데이터베이스 서버가 따로 있어요',
  ownClusterText: '다른 곳에서 일어난 일과 순서를 맞춰 볼 수 없어요.',
  shared: '게시판이 다른 데이터와 같은 데이터베이스 서버를 써요',
  sharedText:
    '트랜잭션 번호의 순서를 다른 기록과 견주면 누가 썼는지 좁혀질 수 있어요. 운영하는 곳에서 BOARD_DATABASE_URL로 따로 떼어 놓아야 해요.',
  keys: (n: number) => `비밀 키 ${n}개를 데이터베이스 밖에 두고 있어요`,
  keysText: '키를 바꾸면 새 글은 새 키로 표시해요.',
  least: (companies: number, people: number) =>
    `익명 게시판은 회사 ${companies}곳, ${people}명 이상이 볼 수 있을 때만 글을 받아요`,
  leastText: '그보다 작아지면 새 글이 쉬어요.',
  label: (n: number) => `회사 이름은 그 회사에서 ${n}명 이상이 쓸 수 있을 때만 보일 수 있어요`,
  labelText: '처음에는 늘 꺼져 있어요.',
  test: '직접 확인하기',
  testText:
    '소스를 내려받아 내 컴퓨터에 설치하고 아래 명령을 실행해 보세요. 데이터베이스를 통째로 가진 사람이 되어, 알려진 방법으로 글쓴이를 찾으려다 실패하는 시험이에요.',
  readError: '이 설치의 상태를 불러오지 못했어요.',
};

const en: typeof ko = {
  title: 'How anonymous is anonymous?',
  lead: 'You need not take our word for it. This is what is stored, what cannot be known, and what remains possible.',
  stored: 'What we store',
  storedItems: [
    'What was written, and the day. Not the time.',
    'Pictures, drawn anew. The file name, and where, when and with what they were taken, are thrown away as they come in.',
    'A mark that is another one in each thread. It is made with a secret key that lies outside the database, and cannot be turned back. “Mine” is that mark made again and compared each time you look; there is no list.',
    'One sealed value. The program opens it only when our team bans an author, and even then shows it to nobody.',
    'The name of your company beside a post, only where you switched it on.',
    'How often somebody writes in a day is counted in the memory of the server alone, never on disk, and thrown away when the day ends.',
  ],
  unknown: 'What we cannot know',
  unknownItems: [
    'Who wrote. No number of a person or a company stands anywhere on the boards.',
    'Whether two threads have the same author. Nickname and picture are drawn anew for each thread; if they happen to be the same, it still means nothing.',
    'At what time of the day something was written, and who read what.',
    'Who reported a post, and whom it helped.',
    'Who it is that was banned.',
  ],
  possible: 'What remains possible',
  possibleItems: [
    'Style and content. Whoever tells much of their company can be guessed by readers. That is why we look for names and numbers before you post.',
    'What shows in a picture. We do not find names or logos in it: cover them before you post it.',
    'The company that runs the server could change the program. A changed program could write down who writes from then on.',
    'Whoever has the key file and the database together can try one person after the other and find the author. So the two lie apart, and no backup holds the key.',
    'For some seconds the database still holds the posts of a day in their order. They are then written anew in an order drawn by lot, but where a log of all changes is kept for long, it may still be there.',
    'Since nobody knows who wrote, an anonymous post cannot be taken out for you when you leave or ask to be erased. Delete what should not stay before you go.',
    'Whoever keeps a board open sees the moment in which a post comes up. We do not store it, but they could write it down.',
    'Where few people can read a board, guessing is easy. So a board that has become too small takes no new posts.',
    'A proxy or other devices in front of the server may keep access logs of their own, which can show who sent something to a board and when. Ask whoever runs it.',
    'Whoever shares your browser can see the list of your posts there. You can make it forget them at any time.',
  ],
  here: 'How it is kept here',
  ownCluster: 'The boards have a database server of their own',
  ownClusterText: 'Nothing can be put in order with what happened elsewhere.',
  shared: 'The boards share a database server with all other data',
  sharedText:
    'Its transaction numbers, put beside other records, can narrow down who wrote. Whoever runs this has to set them apart with BOARD_DATABASE_URL.',
  keys: (n) =>
    n === 1 ? 'One secret key lies outside the database' : `${n} secret keys lie outside the database`,
  keysText: 'When the key changes, new posts are marked with the new one.',
  least: (companies, people) =>
    `An anonymous board takes posts only while at least ${companies} companies with ${people} people can read it`,
  leastText: 'If it becomes smaller, it rests.',
  label: (n) => `A company can be shown only when at least ${n} of its people may write`,
  labelText: 'It is always off at first.',
  test: 'Test it yourself',
  testText:
    'Get the source, install it on your own machine and run this command. It plays somebody who has the whole database, tries the known ways to find an author, and fails.',
  readError: 'What holds on this installation could not be read.',
};

const WORDS: Record<Locale, typeof ko> = { ko, en };

export const usePromiseWords = (): typeof ko => WORDS[useLocale()];
