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

/** Throws INVALID for a picture that is broken or has too many pixels. */
export async function developed(given: Buffer, mediaType: string): Promise<Picture> {
  try {
    const bytes = mediaType === 'image/gif' ? strippedGif(given) : given;
    const facts = await sharp(bytes, { limitInputPixels: false }).metadata();
    mustBeDrawable(facts, mediaType);
    const drawn = await draw(bytes, mediaType, facts);
    const thumbnail = await open(drawn)
      .resize({ width: THUMBNAIL, height: THUMBNAIL, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer();
    const { width, height, pageHeight } = await sharp(drawn).metadata();
    return { bytes: drawn, width, height: pageHeight ?? height, thumbnail };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw invalid('PICTURE', 'This picture is damaged and cannot be opened.', 'file');
  }
}

/** Longest side of a picture that is to look like any other. */
const PLAIN = 2_000;

/** Any picture as a WebP of at most 2,000 pixels: it tells neither the camera nor the program it comes from. Of moving ones, the first frame. */
export async function plainPicture(given: Buffer, mediaType: string): Promise<Picture> {
  const { bytes } = await developed(given, mediaType);
  const drawn = await open(bytes)
    .resize({ width: PLAIN, height: PLAIN, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer({ resolveWithObject: true });
  const thumbnail = await open(drawn.data)
    .resize({ width: THUMBNAIL, height: THUMBNAIL, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer();
  return { bytes: drawn.data, width: drawn.info.width, height: drawn.info.height, thumbnail };
}

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
