// Friendly two-word names: one for each writer of a thread, drawn by lot, so that a name says nothing of who bears it.

const MANNERS: readonly (readonly [ko: string, en: string])[] = [
  ['느긋한', 'Easygoing'],
  ['꼼꼼한', 'Careful'],
  ['씩씩한', 'Sturdy'],
  ['다정한', 'Kind'],
  ['엉뚱한', 'Whimsical'],
  ['부지런한', 'Busy'],
  ['차분한', 'Calm'],
  ['명랑한', 'Merry'],
  ['용감한', 'Brave'],
  ['수줍은', 'Shy'],
  ['재빠른', 'Swift'],
  ['똑똑한', 'Clever'],
  ['포근한', 'Cosy'],
  ['신중한', 'Thoughtful'],
  ['활발한', 'Lively'],
  ['든든한', 'Steady'],
  ['온화한', 'Gentle'],
  ['솔직한', 'Frank'],
  ['반짝이는', 'Shiny'],
  ['상냥한', 'Friendly'],
  ['산뜻한', 'Fresh'],
  ['당당한', 'Proud'],
  ['소박한', 'Modest'],
  ['유쾌한', 'Jolly'],
  ['슬기로운', 'Wise'],
  ['한결같은', 'Loyal'],
  ['너그러운', 'Generous'],
  ['날렵한', 'Nimble'],
  ['알뜰한', 'Thrifty'],
  ['호기심 많은', 'Curious'],
  ['졸린', 'Sleepy'],
  ['새콤한', 'Zesty'],
  ['푸른', 'Blue'],
  ['노란', 'Yellow'],
  ['초록', 'Green'],
  ['하얀', 'White'],
  ['작은', 'Little'],
  ['커다란', 'Big'],
  ['조용한', 'Quiet'],
  ['빛나는', 'Bright'],
];

const BEINGS: readonly (readonly [ko: string, en: string])[] = [
  ['수달', 'Otter'],
  ['고래', 'Whale'],
  ['두루미', 'Crane'],
  ['다람쥐', 'Squirrel'],
  ['고슴도치', 'Hedgehog'],
  ['여우', 'Fox'],
  ['펭귄', 'Penguin'],
  ['판다', 'Panda'],
  ['사슴', 'Deer'],
  ['토끼', 'Rabbit'],
  ['올빼미', 'Owl'],
  ['거북', 'Turtle'],
  ['참새', 'Sparrow'],
  ['제비', 'Swallow'],
  ['너구리', 'Raccoon'],
  ['오소리', 'Badger'],
  ['담비', 'Marten'],
  ['물범', 'Seal'],
  ['해달', 'Sea Otter'],
  ['돌고래', 'Dolphin'],
  ['코알라', 'Koala'],
  ['알파카', 'Alpaca'],
  ['라마', 'Llama'],
  ['염소', 'Goat'],
  ['양', 'Sheep'],
  ['조랑말', 'Pony'],
  ['고니', 'Swan'],
  ['원앙', 'Mandarin Duck'],
  ['딱따구리', 'Woodpecker'],
  ['까치', 'Magpie'],
  ['청개구리', 'Tree Frog'],
  ['도롱뇽', 'Salamander'],
  ['나비', 'Butterfly'],
  ['반딧불이', 'Firefly'],
  ['무당벌레', 'Ladybird'],
  ['꿀벌', 'Honeybee'],
  ['문어', 'Octopus'],
  ['해마', 'Seahorse'],
  ['불가사리', 'Starfish'],
  ['가자미', 'Flounder'],
];

/** How many names there are before one comes with a number. */
export const PSEUDONYMS = MANNERS.length * BEINGS.length;

/** `number` as it stands in the table, 0 or more. */
export function pseudonymOf(number: number): { ko: string; en: string } {
  const round = Math.floor(number / PSEUDONYMS);
  const within = number % PSEUDONYMS;
  const manner = MANNERS[Math.floor(within / BEINGS.length)] ?? ['', ''];
  const being = BEINGS[within % BEINGS.length] ?? ['', ''];
  const more = round > 0 ? ` ${round + 1}` : '';
  return { ko: `${manner[0]} ${being[0]}${more}`, en: `${manner[1]} ${being[1]}${more}` };
}
