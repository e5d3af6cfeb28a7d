import { describe, expect, test } from 'vitest';
import { added, asOne, fromLine, fromPlaywright, fromVitest } from './counts.ts';

test.each([
  [0, 1, 0],
  [2, 0, 1],
])('one check with exit code %i', (code, passed, failed) => expect(asOne(code, 'x')).toMatchObject({ passed, failed }));

describe('a last line', () => {
  test('is counted, the last of several', () => {
    expect(fromLine('1 passed, 2 failed\nmore\n40 passed, 0 failed\n', 0, 'sim')).toEqual({ passed: 40, failed: 0, failures: [] });
  });
  test('with failures names the stage', () => {
    expect(fromLine('39 passed, 1 failed\n', 1, 'sim')).toEqual({ passed: 39, failed: 1, failures: ['sim: 1 failed, see above'] });
  });
  test('what failed is named with the stage', () => {
    const output = 'FAIL seed 7: Bo lost words\n  FAIL not at the start of a line\n39 passed, 1 failed\n';
    expect(fromLine(output, 1, 'sim')).toEqual({ passed: 39, failed: 1, failures: ['sim: seed 7: Bo lost words'] });
  });
  test('all passed and yet an exit code: a failure', () => {
    expect(fromLine('40 passed, 0 failed', 1, 'sim')).toMatchObject({ passed: 40, failed: 1 });
  });
  test('none: the exit code is the check', () => {
    expect(fromLine('done', 0, 'sim')).toMatchObject({ passed: 1, failed: 0 });
    expect(fromLine('5 passed, 0 failed and more', 1, 'sim')).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('vitest', () => {
  const file = (status: string, tests: string[], message = '') => ({
    name: 'a.test.ts',
    status,
    message,
    assertionResults: tests.map((one, index) => ({ status: one, fullName: `test ${index}` })),
  });
  test('passed, failed and skipped', () => {
    expect(fromVitest({ testResults: [file('failed', ['passed', 'failed', 'skipped'])] }, 1)).toEqual({
      passed: 1,
      failed: 1,
      failures: ['a.test.ts: test 1'],
    });
  });
  test('why it failed, in a line without colours', () => {
    const red = { status: 'failed', fullName: 'x', failureMessages: ['\u001b[31mexpected 1\u001b[39m\n at y'] };
    const report = { testResults: [{ ...file('failed', []), assertionResults: [red] }] };
    expect(fromVitest(report, 1).failures).toEqual(['a.test.ts: x: expected 1']);
  });
  test('a file that does not load is a failure', () => {
    expect(fromVitest({ testResults: [file('passed', ['passed']), file('failed', [], 'SyntaxError\n at x')] }, 1)).toMatchObject({
      passed: 1,
      failed: 1,
      failures: ['a.test.ts: SyntaxError'],
    });
  });
  test('an error outside every test is a failure', () => {
    expect(fromVitest({ testResults: [file('passed', ['passed'])] }, 1)).toMatchObject({ passed: 1, failed: 1 });
  });
  test.each([0, 1])('no report, exit code %i: a failure', (code) => expect(fromVitest(null, code)).toMatchObject({ passed: 0, failed: 1 }));
});

describe('Playwright', () => {
  type Status = 'expected' | 'unexpected' | 'flaky' | 'skipped';
  const suite = (...statuses: Status[]) => ({
    title: 'x',
    specs: statuses.map((status) => ({ title: status, file: 'a.spec.ts', tests: [{ status }] })),
  });
  test('nested suites; flaky is failed', () => {
    const report = { suites: [{ ...suite('expected', 'skipped'), suites: [suite('unexpected', 'flaky')] }], errors: [] };
    expect(fromPlaywright(report, 1)).toEqual({ passed: 1, failed: 2, failures: ['a.spec.ts: unexpected', 'a.spec.ts: flaky'] });
  });
  test('why it failed, in a line', () => {
    const red = { status: 'unexpected' as const, results: [{ error: { message: 'Timeout\n at x' } }] };
    const report = { suites: [{ title: 'x', specs: [{ title: 'opens', file: 'a.spec.ts', tests: [red] }] }], errors: [] };
    expect(fromPlaywright(report, 1).failures).toEqual(['a.spec.ts: opens: Timeout']);
  });
  test('an error outside every test is a failure', () => {
    expect(fromPlaywright({ suites: [suite('expected')], errors: [{ message: 'no server\n at x' }] }, 1)).toMatchObject({
      passed: 1,
      failed: 1,
      failures: ['e2e: no server'],
    });
  });
  test.each([0, 1])('no report, exit code %i: a failure', (code) =>
    expect(fromPlaywright(null, code)).toMatchObject({ passed: 0, failed: 1 }),
  );
});

test('what runs side by side is counted together', async () => {
  const halves = [fromLine('19 passed, 1 failed\n', 1, 'one'), fromLine('20 passed, 0 failed\n', 0, 'two'), asOne(1, 'three')];
  expect(await added(halves.map((half) => Promise.resolve(half)))).toEqual({
    ...{ passed: 39, failed: 2, failures: ['one: 1 failed, see above', 'three (exit code 1)'] },
  });
});
