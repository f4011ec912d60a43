// After the browser stories: the data of the first start go.
import fs from 'node:fs';

export default function globalTeardown() {
  const folder = process.env.TEST_DEMONSTRATION;
  for (const left of folder ? [folder, `${folder}.board-key`] : [])
    fs.rmSync(left, { recursive: true, force: true });
}
