import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds package.json and tools/: the same whether this runs from source or from dist/. */
export function packageRoot(from = __dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'tools', 'temporal', 'go.mod'))) return folder;
    if (dirname(folder) === folder)
      throw new Error(`tools/temporal is not above ${from}: the installation is incomplete`);
  }
}
