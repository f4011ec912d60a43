// Pictures of a post, to look at.
import { Pictures } from '../threads/Pictures';
import { usePictureWords } from '../words/boardPictures';
import type { Post } from './boards.gql';
import classes from './community.module.css';
import { pictureUrl } from './pictures';

export function PostPictures({ pictures }: Pick<Post, 'pictures'>) {
  const words = usePictureWords();
  if (pictures.length === 0) return null;
  return (
    <div className={classes.pictures}>
      <Pictures
        pictures={pictures.map(({ id, width, height, url, thumbnailUrl }, at) => ({
          id,
          width,
          height,
          name: words.one(at + 1),
          mediaType: 'image/webp',
          // Nobody asks how large what is only looked at is.
          bytes: null,
          url: pictureUrl(url),
          thumbnailUrl: pictureUrl(thumbnailUrl),
        }))}
      />
    </div>
  );
}
