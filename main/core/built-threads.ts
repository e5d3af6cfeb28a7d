import type { CoreWorkerOptions } from './core-host.ts';

/** Where the threads of the core lie as `npm run build` makes them; without it they run from their sources. */
export type BuiltThreads = Required<
  Pick<CoreWorkerOptions, 'workerUrl' | 'documents' | 'scanWorkerUrl' | 'bindWorkerUrl' | 'fritextWorkerUrl'>
>;

/**
 * @param dir the folder `dist/main`, with a slash at its end
 * @param resources the folder `resources`, with malls and fonts
 */
export function builtThreads(dir: URL, resources: string): BuiltThreads {
  const thread = (name: string) => new URL(`${name}.js`, dir);
  return {
    workerUrl: thread('core-worker'),
    documents: { workerUrl: thread('documents-worker').href, resources },
    scanWorkerUrl: thread('scan-worker').href,
    bindWorkerUrl: thread('bind-worker').href,
    fritextWorkerUrl: thread('fritext-worker').href,
  };
}
