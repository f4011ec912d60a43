// After the browser stories: the data of the first start go.
import fs from 'node:fs';

export default function globalTeardown() {
  const folder = process.env.TEST_DEMONSTRATION;
  if (folder) fs.rmSync(folder, { recursive: true, force: true });
}
