import type { StatusVy } from '../ipc/views.ts';
import { type Ord, ord } from './ord.ts';

/** Why a server that answers cannot be used. */
export const serverhinderOrd: Record<NonNullable<StatusVy['hinder']>, Ord> = {
  'klienten-for-gammal': ord(
    'Programmet är för gammalt för servern.',
    'Uppdatera programmet. Allt du skriver sparas på datorn och skickas sedan.',
  ),
  'servern-for-gammal': ord('Servern är äldre än programmet.', 'Vänta tills servern har uppdaterats. Allt du skriver sparas på datorn.'),
  nekad: ord('Servern nekar åtkomst.', 'Logga ut och in igen. Allt du skriver sparas på datorn.'),
  'servern-aterstalld': ord(
    'Servern har återställts från en säkerhetskopia.',
    'Uppgifterna hämtas på nytt när du har godkänt servern. Det du inte har skickat är kvar i Utkorg.',
  ),
};
