/**
 * Anything that was written, without the persons of these numbers, who they are and what is said of them: for those who may not
 * know of them (FRAGA-62).
 * @param nummer in twelve characters
 */
export function utanNamngivna(varde: unknown, nummer: ReadonlySet<string>): unknown {
  if (nummer.size === 0 || typeof varde !== 'object' || varde === null) return varde;
  if (Array.isArray(varde)) return varde.filter((one) => !names(one, nummer)).map((one) => utanNamngivna(one, nummer));
  const kept = Object.entries(varde).filter(([, one]) => !names(one, nummer));
  return Object.fromEntries(kept.map(([falt, one]) => [falt, utanNamngivna(one, nummer)]));
}

/** A field, an entry of a list, or the data of one. */
function names(one: unknown, nummer: ReadonlySet<string>): boolean {
  if (typeof one !== 'object' || one === null) return false;
  const { personnummer, data } = one as { personnummer?: unknown; data?: unknown };
  return (typeof personnummer === 'string' && isAmong(personnummer, nummer)) || names(data, nummer);
}

/** However it was written: with a hyphen, or without the century. */
const isAmong = (text: string, nummer: ReadonlySet<string>): boolean => {
  const written = text.replace(/[^0-9A-Z]/gi, '');
  return [...nummer].some((one) => one === written || (written.length === 10 && one.endsWith(written)));
};
