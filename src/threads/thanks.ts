// Does a contact's message after the resolution reopen the thread? The composer asks; this is its default.

const THANKS =
  /감사|고마워|고맙|땡큐|수고|잘\s*(됩니다|돼요|되네요|됐어요|해결)|해결\s*(됐|되었|됬)|확인\s*(했|하였)|thank|thx|cheers|perfect|great|works now|solved|got it/i;

const ASKS =
  /[?？]|안\s*(되|돼|됩|열|보)|않[아는]|못\s|또\s|다시|여전히|아직|그런데|근데|하지만|혹시|but\b|still|again|however|not\b|doesn't|can't|error|오류|에러|주세요|(?<!잘\s*)부탁|please/i;

/** "Thanks again" and 다시 한번 감사 ask for nothing. */
const THANKS_AGAIN =
  /다시\s*(한\s*번\s*)?(?=감사|고맙)|(?<=thanks|thank you|thx)(\s+so much)?(\s+once)?\s+again/gi;

/** Longer words than these say more than thank you. */
const SHORT = 120;

/** True unless the message is a short thank-you that asks for nothing. */
export function reopensByDefault(body: string): boolean {
  const text = body.trim();
  return !(text.length <= SHORT && THANKS.test(text) && !ASKS.test(text.replace(THANKS_AGAIN, '')));
}
