// A GIF without what is not its picture: comments, other programs' data and whatever hangs behind its end.

const IMAGE = 0x2c;
const EXTENSION = 0x21;
const END = 0x3b;
const GRAPHIC_CONTROL = 0xf9;
const APPLICATION = 0xff;

/** Every frame stays byte for byte, so that a long recording need not be drawn again. Throws RangeError for a broken one. */
export function strippedGif(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 13 + colours(bytes.readUInt8(10));
  parts.push(bytes.subarray(0, at));
  for (;;) {
    const kind = bytes.readUInt8(at);
    const begin = at;
    if (kind === END) break;
    if (kind === IMAGE) at += 10 + colours(bytes.readUInt8(at + 9)) + 1;
    else if (kind === EXTENSION) at += 2;
    else throw new RangeError('This is no block of a GIF.');
    at = behindBlocks(bytes, at);
    if (kind === IMAGE || belongs(bytes, begin)) parts.push(bytes.subarray(begin, at));
  }
  return Buffer.concat([...parts, Buffer.of(END)]);
}

/** How long a frame stands, and how often the whole is repeated. */
function belongs(bytes: Buffer, at: number): boolean {
  const label = bytes.readUInt8(at + 1);
  if (label === GRAPHIC_CONTROL) return true;
  return label === APPLICATION && bytes.toString('latin1', at + 3, at + 14) === 'NETSCAPE2.0';
}

const colours = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

function behindBlocks(bytes: Buffer, start: number): number {
  let at = start;
  for (let length = bytes.readUInt8(at); length > 0; length = bytes.readUInt8(at)) at += length + 1;
  return at + 1;
}
