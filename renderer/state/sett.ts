/**
 * Of a form that changes what has no revision of its own: what it showed is the revision it builds on. It stays in the form's values, so
 * that a change of another's is told (FRAGA-61) and is not answered for by one who did not see it.
 */
export const settAv = <T extends object>(sett: T): { basRev: string; sett: T } => ({ basRev: JSON.stringify(sett), sett });
