import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundleWithSourceMap } from '@temporalio/worker';

/** Where a bundle lies that was built ahead, or its code. Either is what `Worker.create` takes as `workflowBundle`. */
export type WorkflowBundle = WorkflowBundleWithSourceMap | { readonly codePath: string };

/** The folder that `libs` and `workflows` share: the repository's, or `dist` in a build. */
const HERE = join(__dirname, '..', '..');
const BUILT_BUNDLE = join(HERE, 'workflows', 'bundle.js');

/**
 * The one recipe of the workflow bundle.
 * @param workflowsPath the module that exports the workflows; the registry `workflows/index.ts` unless a test says
 * @throws when the code does not bundle: a workflow must not import Node's modules, `pg`, or anything that does I/O
 */
export async function buildBundle(workflowsPath?: string): Promise<WorkflowBundleWithSourceMap> {
  const root = sourceRoot();
  return bundleWorkflowCode({
    workflowsPath: workflowsPath ?? join(root, 'workflows', 'index.ts'),
    failureConverterPath: join(root, 'libs', 'temporal', 'failure-converter.ts'),
    logger: new DefaultLogger('WARN'),
    webpackConfigHook: (config) => ({
      ...config,
      resolve: {
        ...config.resolve,
        // The SDK's own aliases stay: without them every workflow task fails at run time.
        alias: { ...(config.resolve?.alias as Record<string, string | false>), '@kerjasama': join(root, 'libs') },
      },
    }),
  });
}

/**
 * Builds the bundle into a file, for production. @returns the file, by default the one `loadOrBuildBundle` finds from
 * a built worker
 */
export async function buildBundleFile(file = join(sourceRoot(), 'dist', 'workflows', 'bundle.js')): Promise<string> {
  const { code } = await buildBundle();
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, code);
  return file;
}

/** The bundle built ahead when this runs from `dist` and there is one; otherwise today's code, bundled now (some 2 s). */
export async function loadOrBuildBundle(): Promise<WorkflowBundle> {
  return existsSync(BUILT_BUNDLE) ? { codePath: BUILT_BUNDLE } : buildBundle();
}

/** Workflows are bundled from their TypeScript sources, which a build does not copy. */
function sourceRoot(): string {
  for (const root of [HERE, dirname(HERE)]) if (existsSync(join(root, 'libs', 'temporal', 'bundle.ts'))) return root;
  throw new Error(`The workflows' sources are not beside ${HERE}: build the bundle before the sources are left behind`);
}
