import type { Avsandare, Brevlage, Meddelande, MeddelandeHuvud, Mottagare } from '../../shared/domain/meddelande/records.ts';
import { isTillbakataget } from '../../shared/domain/meddelande/ta-tillbaka.ts';
import type { Brevkvitto, Brevpart } from '../../shared/ipc/views.ts';

/** Somebody as a message names them: of the e-service always with the number after the name (MEDD-12). */
function part(en: Avsandare | Mottagare, dold: boolean): Brevpart {
  if (en.slag !== 'medborgare') return { slag: en.slag, namn: en.namn };
  if (dold) return { slag: 'medborgare', namn: 'Skyddad identitet' };
  return {
    slag: 'medborgare',
    namn: en.namn,
    personnummer: en.personnummer,
    ...(en.godkannandeId === undefined ? {} : { narstaende: true as const }),
  };
}

/** Who wrote it and to whom. @param dold of one who is protected no name */
export const parter = ({ fran, till }: Pick<Meddelande, 'fran' | 'till'>, dold: boolean): { fran: Brevpart; till: Brevpart[] } => ({
  fran: part(fran, dold),
  till: till.map((en) => part(en, dold)),
});

const steg: readonly Brevkvitto[] = ['uteblivet', 'tillbakataget', 'sparat', 'skickat', 'vantar', 'levererat', 'oppnat'];
/** How far a message of one's own has come: with the recipient who is last. */
export function kvittoFor(huvud: Pick<MeddelandeHuvud, 'till'>, pending: boolean, lagen: readonly Brevlage[]): Brevkvitto {
  if (pending) return 'sparat';
  const alla = huvud.till.map((en) => kvittoAv(en, lagen));
  return steg.find((one) => alla.includes(one)) ?? 'skickat';
}

/** How far it has come with one of them. */
export function kvittoAv(en: Mottagare, lagen: readonly Brevlage[]): Brevkvitto {
  if (en.slag === 'medborgare') {
    if (isTillbakataget(en)) return 'tillbakataget';
    if (en.uteblivet) return 'uteblivet';
    return en.oppnat ? 'oppnat' : en.levererat ? 'levererat' : 'vantar';
  }
  const last = lagen.some(({ lada, last: nar, kvittoTill }) => {
    if (nar === undefined || kvittoTill === undefined) return false;
    if (lada.slag === 'anvandare') return en.slag === 'anvandare' && en.anvandareId === lada.anvandareId;
    return lada.slag === 'brevlada' && en.slag === 'brevlada' && en.enhet === lada.enhet && en.kod === lada.kod;
  });
  return last ? 'oppnat' : 'levererat';
}
