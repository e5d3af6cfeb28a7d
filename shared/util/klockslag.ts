const typed = /^\s*(?:kl\.?\s*)?(\d{1,2})(?:[.:]?(\d{2}))?\s*$/i;

/** A time of day as people type it: `9`, `930`, `9.30`, `09:30`, `kl 9`. @returns `HH:MM`; undefined when it is none */
export function readKlockslag(text: string): string | undefined {
  const [hit, timme = '', minut = '00'] = typed.exec(text) ?? [];
  if (hit === undefined || Number(timme) > 23 || Number(minut) > 59) return undefined;
  return `${timme.padStart(2, '0')}:${minut}`;
}

/** `09:30` → `9.30`, as letters write it. */
export const svensktKlockslag = (klockslag: string): string => klockslag.replace(':', '.').replace(/^0/, '');
