import { type PullLine, pullLine } from '../../shared/protocol/protocol.ts';
import type { PagePut } from './ports.ts';

export type DecodedLine = PagePut | Exclude<PullLine, { t: 'put' }>;

const dataKey = ',"data":';

/**
 * One line of a pull answer. A `put`, of which there are hundreds of thousands, is checked by hand, and its document's text is
 * cut out of the line instead of being made again from the parsed document.
 * @throws SyntaxError or ZodError when the line is not of the protocol
 */
export function decodeLine(line: string): DecodedLine {
  const fast = line.startsWith('{"t":"put"') ? cutPut(line) : undefined;
  if (fast) return fast;
  const parsed = pullLine.parse(JSON.parse(line));
  if (parsed.t !== 'put') return parsed;
  const { data, ...record } = parsed.r;
  return { t: 'put', buckets: parsed.b, record, json: JSON.stringify(data ?? null), data: data ?? null };
}

/**
 * Works when `data` is the record's last key and the record the line's: `,"data":` cannot stand within a JSON string, so its
 * first occurrence is a key. Whatever else the line may be is left to the slow way.
 */
function cutPut(line: string): PagePut | undefined {
  const at = line.indexOf(dataKey);
  if (at < 0 || !line.endsWith('}}')) return undefined;
  const json = line.slice(at + dataKey.length, -2);
  try {
    const { b, r } = JSON.parse(`${line.slice(0, at)}}}`) as { b: unknown; r: Record<string, unknown> };
    const data: unknown = JSON.parse(json);
    const { type, id, scope, version, schema } = r;
    if (!isText(type, 60) || !isText(id, 120) || !isText(scope, 120) || !isCount(version, 0) || !isCount(schema, 1)) return undefined;
    if (!Array.isArray(b) || !b.every((bucket) => isText(bucket, 120))) return undefined;
    return { t: 'put', buckets: b, record: { type, id, scope, version, schema }, json, data };
  } catch (error) {
    // Not two documents side by side: the slow way says what is wrong with it, or that nothing is.
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}

const isText = (value: unknown, max: number): value is string => typeof value === 'string' && value.length <= max;
const isCount = (value: unknown, least: number): value is number => Number.isSafeInteger(value) && (value as number) >= least;
