/** Injection token: reads the key file when a key is first needed. */
export const BOARD_KEYS = Symbol('board keys');
