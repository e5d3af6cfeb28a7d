import { aktScope } from '../../shared/domain/scope.ts';
import type { HandelseVy } from '../../shared/ipc/views.ts';
import type { CallError } from '../backend/backend.ts';
import { call, readScopesAgain } from './core.ts';
import { type Query, useQuery } from './query.ts';

/** What others have done in a kund that is open, since the user looked at it before. */
export const useAndrat = (personId: string): Query<HandelseVy[]> => useQuery('kund.andrat', { personId }, [aktScope(personId), 'session']);

/** The user has seen what is new in these kunder. @returns why it was not noted */
export async function markeraSett(personIds: string[]): Promise<CallError | undefined> {
  const svar = await call('mina.andratSett', { personIds });
  if (!svar.ok) return svar.error;
  readScopesAgain(personIds.map(aktScope));
  return undefined;
}
