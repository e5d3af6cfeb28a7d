/**
 * Where a record lies: `akt:<personId>` (a person and all that hangs on them), `anvandare:<id>` (a user's own lists) or `katalog`.
 */
export const aktScope = (personId: string): string => `akt:${personId}`;
export const anvandarScope = (anvandareId: string): string => `anvandare:${anvandareId}`;
export const katalogScope = 'katalog';
/** The person whose akt a scope is, or undefined for other scopes. */
export const personOfScope = (scope: string): string | undefined => (scope.startsWith('akt:') ? scope.slice(4) : undefined);
