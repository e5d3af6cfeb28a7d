/**
 * The kundnummer of a person: 15 digits made of the last part of the personId (48 bits), so that a client offline and the
 * server make the same one and no two kunder meet in it.
 */
export const kundnummerOf = (personId: string): string => String(Number.parseInt(personId.slice(-12), 16)).padStart(15, '0');
