/** What is stored when nobody knows (FORB-05). */
export const okantCivilstand = 'okänt';

/** Civilstånd as views show it: what the old register would call Ogift is not shown as a fact (REG-07, FORB-05). */
export const civilstandVy = (civilstand: string): string => (civilstand === okantCivilstand ? 'Ogift (ej bekräftat)' : civilstand);
