import type { AktVy } from '../../shared/ipc/views.ts';
import { visaYta, type Yta } from './arbetsyta.ts';
import { visaArendedialog } from './arendedialog.ts';
import { call } from './core.ts';
import { visaRegistrera } from './registrera.ts';

/** A draft's key, `<form>:<person>:<objekt>`, taken apart. */
const delarAv = (nyckel: string): { form: string; objekt: string } => {
  const [form = '', , objekt = ''] = nyckel.split(':');
  return { form, objekt };
};

/** A kund that is not registered yet has no akt to open: the form itself is shown. @returns false for drafts of other kinds */
export function oppnaRegistrering(nyckel: string): boolean {
  if (delarAv(nyckel).form !== 'registrera') return false;
  visaRegistrera({ start: 'ny', sokt: '' });
  return true;
}

/**
 * Shows the form that a draft belongs to, in the kund's open tab: the object of its key is looked up in the akt.
 * @returns false when the draft is no form's, or its object is gone
 */
export async function oppnaFormularutkast(personId: string, nyckel: string): Promise<boolean> {
  const { form, objekt } = delarAv(nyckel);
  const post = dialoger[form];
  if (post !== undefined) {
    visaArendedialog({ personId, post, id: objekt === 'ny' ? personId : objekt });
    return true;
  }
  const answer = await call('kund.akt', { personId });
  const yta = answer.ok ? ytaForUtkast(form, objekt, answer.value) : undefined;
  if (yta) visaYta(personId, yta);
  return yta !== undefined;
}

const dialoger: Partial<Record<string, Parameters<typeof visaArendedialog>[0]['post']>> = {
  verkstallighet: 'verkstallighetOppna',
  avslutaVerkstallighet: 'avslutaVerkstallighet',
  oppnaVerkstallighet: 'oppnaVerkstallighetIgen',
  bytUtforare: 'bytUtforare',
  bekrafta: 'bekrafta',
  nyEfterAvbrott: 'nyEfterAvbrott',
  taBortBestallning: 'taBortBestallning',
  felmarkeraBeslut: 'felmarkeraBeslut',
};

/** The work area of a form, by its draft's key. */
export function ytaForUtkast(form: string, objekt: string, akt: AktVy): Yta | undefined {
  const beslut = akt.beslut.find(({ id }) => id === objekt);
  const bedomning = akt.bedomningar.find(({ id }) => id === objekt);
  const utredning = akt.utredningar.find(({ id }) => id === objekt);
  switch (form) {
    case 'person':
    case 'hushall':
      return { slag: 'personuppgifter', del: form };
    case 'inled':
      return { slag: 'arende', flik: 'inled' };
    case 'lass':
      return { slag: 'arende', flik: 'lass' };
    case 'avslutaArende':
      return { slag: 'arende', flik: 'avsluta' };
    case 'aktualisering': {
      if (utredning) return { slag: 'utredning', id: objekt, flik: 'aktualiseringar', ny: true };
      const post = akt.aktualiseringar.find(({ id }) => id === objekt);
      const del = post ? { aktualiseringId: objekt } : {};
      const id = post?.data.utredningId;
      return id === undefined
        ? { slag: 'arende', flik: 'aktualisering', ...del }
        : { slag: 'utredning', id, flik: 'aktualiseringar', ...del };
    }
    case 'beslut':
      if (utredning) return { slag: 'utredning', id: objekt, flik: 'beslut', ny: true };
      return beslut && { slag: 'utredning', id: beslut.data.utredningId, flik: 'beslut', beslutId: objekt };
    case 'bestallning':
      return beslut && { slag: 'utredning', id: beslut.data.utredningId, flik: 'bestallning', beslutId: objekt, ny: true };
    case 'bedomning':
      if (utredning) return { slag: 'utredning', id: objekt, flik: 'bedomning', ny: true };
      if (bedomning) return { slag: 'utredning', id: bedomning.data.utredningId, flik: 'bedomning', bedomningId: objekt };
      return beslut && { slag: 'utredning', id: beslut.data.utredningId, flik: 'bedomning', beslutId: objekt, ny: true };
    case 'bytHandlaggare':
    case 'oppnaUtredning':
      return utredning && { slag: 'utredning', id: objekt, flik: 'utredning' };
    default:
      return undefined;
  }
}
