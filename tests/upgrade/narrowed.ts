import { isDeepStrictEqual } from 'node:util';

/** A JSON Schema, as far as it is compared. */
export type Shape = { [keyword: string]: unknown };

const upper = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems'];
const lower = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems'];
const bounds = [...upper, ...lower];

/** Why a value of the first shape need not be one of the second. */
export function narrowed(was: Shape, is: Shape, at: string): string[] {
  const found: string[] = [];
  for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const [old, now] = [was[key], is[key]];
    if (isDeepStrictEqual(old, now)) continue;
    if ((key === 'properties' || key === '$defs') && old && now)
      found.push(...narrowedFields(old as Record<string, Shape>, now as Record<string, Shape>, at));
    else if (key === 'required') found.push(...added(old, now).map((field) => `${at}.${field} is required now`));
    else if (key === 'items' && old && now) found.push(...narrowed(old as Shape, now as Shape, `${at}[]`));
    else if (key === 'enum' && old && now) found.push(...added(now, old).map((value) => `${at} may no longer be ${JSON.stringify(value)}`));
    else if ((key === 'anyOf' || key === 'oneOf') && old && now) found.push(...narrowedChoice(old as Shape[], now as Shape[], at));
    else if (key === 'type' && old && now && added([now].flat(), [old].flat()).length === 0) continue;
    else if (now === undefined && bounds.includes(key)) continue;
    else if (upper.includes(key) && Number(now) >= Number(old)) continue;
    else if (lower.includes(key) && Number(now) <= Number(old)) continue;
    else found.push(`${at} has another ${key}: ${JSON.stringify(old) ?? 'none'} was, ${JSON.stringify(now) ?? 'none'} is`);
  }
  return found;
}

const narrowedFields = (was: Record<string, Shape>, is: Record<string, Shape>, at: string): string[] =>
  Object.entries(was).flatMap(([field, shape]) => {
    const now = is[field];
    return now ? narrowed(shape, now, `${at}.${field}`) : [`${at}.${field} is gone`];
  });

const narrowedChoice = (was: Shape[], is: Shape[], at: string): string[] =>
  was.flatMap((one, index) => {
    if (is.some((other) => narrowed(one, other, at).length === 0)) return [];
    const same = is[index];
    return same ? narrowed(one, same, `${at}|${index + 1}`) : [`${at} has one choice less`];
  });

const added = (before: unknown = [], after: unknown = []): unknown[] =>
  (after as unknown[]).filter((one) => !(before as unknown[]).includes(one));
