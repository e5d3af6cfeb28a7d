import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { call, newId } from '../../state/core.ts';
import { flyttaTillKund } from '../../state/flyttaTillKund.ts';
import { openKund } from '../../state/openKund.ts';
import { showTaUpp } from '../../state/taUpp.ts';

/**
 * Somebody was registered already when a registration came to the server: what was written to the new kund is moved to the one who is. One
 * of the user's units is opened; another unit's is taken up first.
 * @param radId the refused registration
 * @returns why it could not be done; undefined when it is, or when the dialog that takes the kund up is open
 */
export async function moveToKund(radId: string, personnummer: string): Promise<Ord | undefined> {
  const har = await call('sok.person', { text: formatPersonnummer(personnummer), arhundrade: 'alla', id: newId() });
  if (!har.ok) return ordForFel(har.error.code);
  const egen = har.value.slag === 'traffar' ? har.value.rader.find((rad) => rad.personnummer === personnummer) : undefined;
  if (egen) {
    const kvar = await flyttaTillKund(radId, egen.personId);
    if (kvar) return kvar;
    await openKund(egen.personId);
    return undefined;
  }
  const svar = await call('kir.sok', { personnummer });
  if (svar.ok && svar.value.slag === 'annanEnhet') {
    showTaUpp({ personId: svar.value.personId, personnummer: svar.value.personnummer, franRad: radId });
    return undefined;
  }
  if (svar.ok && svar.value.slag === 'skyddad')
    return {
      vad: 'Kunden har skyddad folkbokföring.',
      gor: 'Be en kollega som har behörigheten att ta upp kunden. Det du skrivit är kvar här.',
    };
  return { vad: 'Kunden som redan finns kunde inte hittas nu.', gor: 'Försök igen när servern nås. Det du skrivit är kvar här.' };
}
