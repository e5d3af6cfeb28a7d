/**
 * Where a record lies: `akt:<personId>` (a person and all that hangs on them), `anvandare:<id>` (a user's own lists), `eansokan:<id>`
 * (what has come in and is in no akt yet), `meddelande:<id>` (what was sent at one time) or `katalog`.
 */
export const aktScope = (personId: string): string => `akt:${personId}`;
export const anvandarScope = (anvandareId: string): string => `anvandare:${anvandareId}`;
export const katalogScope = 'katalog';
/** One e-ansökan that has come in: of no kund yet, and of one unit. */
export const eansokanScope = (eansokanId: string): string => `eansokan:${eansokanId}`;
export const eansokanOfScope = (scope: string): string | undefined => (scope.startsWith('eansokan:') ? scope.slice(9) : undefined);
/** What was sent at one time: one message, or one for each kund it went to. */
export const meddelandeScope = (gruppId: string): string => `meddelande:${gruppId}`;
export const isMeddelandeScope = (scope: string): boolean => gruppOfScope(scope) !== undefined;
export const gruppOfScope = (scope: string): string | undefined => (scope.startsWith('meddelande:') ? scope.slice(11) : undefined);
/** The person whose akt a scope is, or undefined for other scopes. */
export const personOfScope = (scope: string): string | undefined => (scope.startsWith('akt:') ? scope.slice(4) : undefined);
