export type Report = { step<T>(name: string, run: () => Promise<T>): Promise<T>; note(text: string): void; passed: number; failed: number };

/** Prints each step as one line, with its time; the first that fails ends the run. */
export function createReport(say: (line: string) => void): Report {
  const report: Report = {
    passed: 0,
    failed: 0,
    note: (text) => say(`    ${text}`),
    async step(name, run) {
      const began = performance.now();
      const took = () => `(${Math.round(performance.now() - began)} ms)`;
      try {
        const value = await run();
        report.passed++;
        say(`ok  ${name} ${took()}`);
        return value;
      } catch (error) {
        report.failed++;
        say(`FAIL ${name} ${took()}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
        throw error;
      }
    },
  };
  return report;
}
