import type { NodMeny } from '../../../shared/domain/rubriktrad/nod.ts';
import type { AktVy } from '../../../shared/ipc/views.ts';
import type { Utredningsflik, Yta } from '../../state/arbetsyta.ts';

/** Where a form is: a work area of the kund's tab, a dialog over it, or the dialog that registers a kund. */
export type Plats = { slag: 'yta'; yta: Yta } | { slag: 'dialog'; post: NodMeny; id: string } | { slag: 'registrera' };

const yta = (one: Yta): Plats => ({ slag: 'yta', yta: one });
const dialoger: Record<string, NodMeny> = {
  verkstallighet: 'verkstallighetOppna',
  avslutaVerkstallighet: 'avslutaVerkstallighet',
  oppnaVerkstallighet: 'oppnaVerkstallighetIgen',
  bytUtforare: 'bytUtforare',
  bekrafta: 'bekrafta',
  nyEfterAvbrott: 'nyEfterAvbrott',
};

/**
 * Where the form of a draft is, by the draft's key `<form>:<personId>:<objektId>`.
 * @param akt the akt as it is now, for drafts of what lies in an utredning
 * @returns undefined for a form that is not known here, or one whose utredning is not held
 */
export function platsFor(nyckel: string, akt: AktVy | undefined): Plats | undefined {
  const [form = '', personId = '', id = ''] = nyckel.split(':');
  const iUtredning = (utredningId: string | undefined, flik: Exclude<Utredningsflik, 'dokumentation'>, del: object = {}) =>
    utredningId === undefined ? undefined : yta({ slag: 'utredning', id: utredningId, flik, ...del });
  const finns = (utredningId: string) => akt?.utredningar.some((one) => one.id === utredningId) === true;
  switch (form) {
    case 'registrera':
      return { slag: 'registrera' };
    case 'person':
      return yta({ slag: 'personuppgifter', del: 'person' });
    case 'hushall':
      return yta({ slag: 'personuppgifter', del: 'hushall' });
    case 'kontakt':
      return yta({ slag: 'personuppgifter', del: 'kontaktuppgifter' });
    case 'inled':
      return yta({ slag: 'arende', flik: 'inled' });
    case 'lass':
      return yta({ slag: 'arende', flik: 'lass' });
    case 'avslutaArende':
      return yta({ slag: 'arende', flik: 'avsluta' });
    case 'bytHandlaggare':
    case 'oppnaUtredning':
      return iUtredning(id, 'utredning');
    case 'aktualisering': {
      if (finns(id)) return iUtredning(id, 'aktualiseringar', { ny: true });
      const registrerad = akt?.aktualiseringar.find((one) => one.id === id);
      const del = registrerad ? { aktualiseringId: id } : {};
      return iUtredning(registrerad?.data.utredningId, 'aktualiseringar', del) ?? yta({ slag: 'arende', flik: 'aktualisering', ...del });
    }
    case 'beslut':
      if (finns(id)) return iUtredning(id, 'beslut', { ny: true });
      return iUtredning(akt?.beslut.find((one) => one.id === id)?.data.utredningId, 'beslut', { beslutId: id });
    case 'bestallning':
      return iUtredning(akt?.beslut.find((one) => one.id === id)?.data.utredningId, 'bestallning', { ny: true, beslutId: id });
    case 'bedomning': {
      const sparad = akt?.bedomningar.find((one) => one.id === id)?.data.utredningId;
      if (sparad !== undefined) return iUtredning(sparad, 'bedomning', { bedomningId: id });
      if (finns(id)) return iUtredning(id, 'bedomning', { ny: true });
      return iUtredning(akt?.beslut.find((one) => one.id === id)?.data.utredningId, 'bedomning', { ny: true, beslutId: id });
    }
    default: {
      const post = Object.hasOwn(dialoger, form) ? dialoger[form] : undefined;
      return post && { slag: 'dialog', post, id: id === 'ny' ? personId : id };
    }
  }
}
