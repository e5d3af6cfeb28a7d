import { stripVTControlCharacters } from 'node:util';

/** What a stage of `npm test` found. `failures` names what failed, one line each. */
export type Counts = { passed: number; failed: number; failures: string[] };

/** A stage that is one check. */
export const asOne = (code: number, name: string): Counts =>
  code === 0 ? { passed: 1, failed: 0, failures: [] } : { passed: 0, failed: 1, failures: [`${name} (exit code ${code})`] };

/** What several checks found that run side by side. */
export async function added(running: Promise<Counts>[]): Promise<Counts> {
  const all = await Promise.all(running);
  return {
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
    failures: all.flatMap(({ failures }) => failures),
  };
}

/**
 * A run that failed although each test in it passed (a file that does not load, a leak, a crash after the last test) counts
 * as one failure, so that nothing red is ever counted green.
 */
function withExit(counts: Counts, code: number, name: string): Counts {
  if (code === 0 || counts.failed > 0) return counts;
  return { ...counts, failed: 1, failures: [`${name} (exit code ${code})`] };
}

/** The last line `N passed, N failed` of an output, with its lines `FAIL what`; a stage that prints none is one check. */
export function fromLine(output: string, code: number, name: string): Counts {
  const last = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  if (!last) return asOne(code, name);
  const failed = Number(last[2]);
  const told = [...output.matchAll(/^FAIL (.+)$/gm)].map(([, what]) => `${name}: ${what}`);
  const failures = failed > 0 && told.length === 0 ? [`${name}: ${failed} failed, see above`] : told;
  return withExit({ passed: Number(last[1]), failed, failures }, code, name);
}

/** The first line of an error, without the colours of a terminal. */
const firstLine = (message = ''): string => stripVTControlCharacters(message).trim().split('\n')[0] ?? '';
const withWhy = (what: string, message: string | undefined): string => [what, firstLine(message)].filter(Boolean).join(': ');

type VitestReport = {
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
  }[];
};
/** From vitest's JSON reporter; null = it wrote none. */
export function fromVitest(report: VitestReport | null, code: number): Counts {
  const files = report?.testResults ?? [];
  const tests = files.flatMap((file) => file.assertionResults.map((test) => ({ ...test, file: file.name })));
  const broken = files.filter((file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'));
  const failures = [
    ...tests.filter((test) => test.status === 'failed').map((test) => withWhy(`${test.file}: ${test.fullName}`, test.failureMessages?.[0])),
    ...broken.map((file) => withWhy(file.name, file.message)),
  ];
  const passed = tests.filter((test) => test.status === 'passed').length;
  return withExit({ passed, failed: failures.length, failures }, passed === 0 ? code || 1 : code, 'unit');
}

type PlaywrightTest = { status: 'expected' | 'unexpected' | 'flaky' | 'skipped'; results?: { error?: { message?: string } }[] };
type PlaywrightSuite = {
  title: string;
  suites?: PlaywrightSuite[];
  specs: { title: string; file: string; tests: PlaywrightTest[] }[];
};
type PlaywrightReport = { suites: PlaywrightSuite[]; errors: { message?: string }[] };
/** From Playwright's JSON reporter; a test that passed only at a second try counts as failed. */
export function fromPlaywright(report: PlaywrightReport | null, code: number): Counts {
  const counts: Counts = { passed: 0, failed: 0, failures: [] };
  const visit = (suite: PlaywrightSuite) => {
    for (const spec of suite.specs) {
      for (const { status, results } of spec.tests) {
        if (status === 'expected') counts.passed += 1;
        else if (status !== 'skipped') counts.failures.push(withWhy(`${spec.file}: ${spec.title}`, results?.[0]?.error?.message));
      }
    }
    suite.suites?.forEach(visit);
  };
  report?.suites.forEach(visit);
  for (const { message } of report?.errors ?? []) counts.failures.push(withWhy('e2e', message || 'error'));
  counts.failed = counts.failures.length;
  return withExit(counts, counts.passed === 0 ? code || 1 : code, 'e2e');
}
