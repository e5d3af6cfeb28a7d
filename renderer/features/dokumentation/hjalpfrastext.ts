import type { Rubrik } from '../../../shared/domain/katalog/records.ts';

/** The help text of a rubrik (FRAS-02), or undefined when it has none. */
export function hjalpfrastextFor(rubriker: readonly Rubrik[], kod: string): string | undefined {
  for (const rubrik of rubriker) {
    const text = rubrik.kod === kod ? rubrik.hjalpfrastext?.trim() : hjalpfrastextFor(rubrik.underrubriker ?? [], kod);
    if (text) return text;
  }
  return undefined;
}
