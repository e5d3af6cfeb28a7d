export type Namn = { efternamn: string; fornamn: string };
export type LastNamn =
  | { slag: 'namn'; namn: Namn }
  /** No comma: which is the surname? (FORB-04) */
  | { slag: 'fraga'; forslag: Namn[] }
  | { slag: 'ofullstandigt' };

/**
 * Reads a name written or pasted into one field. `Efternamn, Förnamn` is read as it stands (REG-06); without a comma it is
 * questioned, surname first before surname last, as the manuals write names (FORB-04).
 */
export function lasNamn(text: string): LastNamn {
  const [efternamn = '', ...rest] = text.split(',').map((part) => part.trim().replace(/\s+/g, ' '));
  if (rest.length > 0) {
    const fornamn = rest.filter((part) => part !== '').join(' ');
    return efternamn !== '' && fornamn !== '' ? { slag: 'namn', namn: { efternamn, fornamn } } : { slag: 'ofullstandigt' };
  }
  const words = efternamn.split(' ');
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (words.length < 2) return { slag: 'ofullstandigt' };
  return {
    slag: 'fraga',
    forslag: [
      { efternamn: first, fornamn: words.slice(1).join(' ') },
      { efternamn: last, fornamn: words.slice(0, -1).join(' ') },
    ],
  };
}

/** A mellannamn stands before the surname, in one field with it: lists, labels and the register name people so. */
export const inledsAvMellannamn = (efternamn: string, mellannamn: string): boolean => efternamn.startsWith(`${mellannamn} `);

/** The surname by itself. */
export const utanMellannamn = ({ efternamn, mellannamn }: { efternamn: string; mellannamn?: string | undefined }): string =>
  mellannamn !== undefined && inledsAvMellannamn(efternamn, mellannamn) ? efternamn.slice(mellannamn.length + 1) : efternamn;
