import { runCommand, type Utfall } from '../../state/core.ts';

/** KLISTA-02 and KLISTA-03. */
export const addToKundlista = (personId: string): Promise<Utfall> => runCommand('kundlista.laggTill', { personId });
export const removeFromKundlista = (personId: string): Promise<Utfall> => runCommand('kundlista.taBort', { personId });
