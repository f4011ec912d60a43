// Pictures are drawn anew: upright, without where and by whom they were taken, with a small one for lists.
import sharp, { type Metadata, type Sharp } from 'sharp';
import { Refusal, invalid } from '../errors.js';
import { strippedGif } from './gif.js';

/** A telephone's 50 megapixels; a picture of more would need more memory than the rest of the server. */
const MOST_PIXELS = 64_000_000;

/** Longest side of the small picture. */
const THUMBNAIL = 480;

const MOST_SECONDS = 30;

// Only what reads the four kinds we take may ever run; all other readers of the library stay shut.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadPng', 'VipsForeignLoadJpeg', 'VipsForeignLoadWebp', 'VipsForeignLoadNsgif'],
});
sharp.cache(false);

export type Picture = { bytes: Buffer; width: number; height: number; thumbnail: Buffer };

/** Longest side of a picture that is to look like any other. */
const PLAIN = 2_000;

/** Throws INVALID for a picture that is broken or has too many pixels. */
export const developed = (given: Buffer, mediaType: string): Promise<Picture> =>
  drawing(given, mediaType, async (bytes, facts) => {
    const drawn = await draw(bytes, mediaType, facts);
    const { width, height, pageHeight } = await sharp(drawn).metadata();
    return { bytes: drawn, width, height: pageHeight ?? height, thumbnail: await thumbnailOf(drawn) };
  });

/**
 * Any picture as a WebP of at most 2,000 pixels: it tells neither the camera nor the program it comes from. Of moving ones, the first
 * frame. Throws INVALID as `developed` does.
 */
export const plainPicture = (given: Buffer, mediaType: string): Promise<Picture> =>
  drawing(given, mediaType, async (bytes) => {
    const { data, info } = await smaller(open(bytes).autoOrient(), PLAIN)
      .webp({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height, thumbnail: await thumbnailOf(data) };
  });

async function drawing(
  given: Buffer,
  mediaType: string,
  draws: (bytes: Buffer, facts: Metadata) => Promise<Picture>,
): Promise<Picture> {
  try {
    const bytes = mediaType === 'image/gif' ? strippedGif(given) : given;
    const facts = await sharp(bytes, { limitInputPixels: false }).metadata();
    mustBeDrawable(facts, mediaType);
    return await draws(bytes, facts);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw invalid('PICTURE', 'This picture is damaged and cannot be opened.', 'file');
  }
}

const thumbnailOf = (drawn: Buffer): Promise<Buffer> =>
  smaller(open(drawn), THUMBNAIL).webp({ quality: 80 }).toBuffer();

const smaller = (picture: Sharp, longest: number): Sharp =>
  picture.resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true });

function mustBeDrawable({ width, height, pageHeight, pages = 1 }: Metadata, mediaType: string): void {
  // A GIF's frames are not drawn here; a moving WebP's are, all of them.
  const frames = mediaType === 'image/gif' ? 1 : pages;
  if (width * (pageHeight ?? height) * frames > MOST_PIXELS) {
    throw invalid(
      'PIXELS',
      `This picture has too many pixels (${width} × ${height}); at most ${MOST_PIXELS / 1_000_000} million can be shown.`,
      'file',
    );
  }
}

async function draw(bytes: Buffer, mediaType: string, { pages = 1 }: Metadata): Promise<Buffer> {
  if (mediaType === 'image/gif') return bytes;
  const upright = open(bytes, pages > 1).autoOrient();
  if (mediaType === 'image/jpeg') return upright.jpeg({ quality: 90 }).toBuffer();
  if (mediaType === 'image/webp') return upright.webp({ quality: 90 }).toBuffer();
  return upright.png().toBuffer();
}

const open = (bytes: Buffer, animated = false): Sharp =>
  sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', animated }).timeout({
    seconds: MOST_SECONDS,
  });
