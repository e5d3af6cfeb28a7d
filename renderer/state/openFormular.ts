import { z } from 'zod';
import { brevmapp } from '../../shared/domain/brevlada.ts';
import { readKey, type Utkastnyckel } from '../../shared/ipc/utkastnyckel.ts';
import type { Ord } from '../../shared/words/ord.ts';
import { showDokumentation, showYta } from './arbetsyta.ts';
import { showArendedialog } from './arendedialog.ts';
import { call } from './core.ts';
import { type Formularakt, oppningFor } from './formularplats.ts';
import { showIhop } from './ihop.ts';
import { showKoppla } from './koppla.ts';
import { showInfogaBilaga, showJournalfor, showMeddelandeinstallningar, skrivVidare } from './meddelanden.ts';
import { openKund } from './openKund.ts';
import { showRegistrera } from './registrera.ts';
import { showSkjutUppFlera, skjutUppFlera } from './skjutUppFlera.ts';
import { showTaUpp } from './taUpp.ts';
import { senasteUtkast } from './utkastskrivare.ts';

/** `borta`: what the form is about is not in the akt any more, or the form is not in this program; the draft is as it was. */
export type Oppnat = 'oppnat' | 'ej-oppnat' | 'borta';

export const bortaOrd: Ord = {
  vad: 'Det som formuläret gäller finns inte längre i akten.',
  gor: 'Det du skrev ligger kvar som utkast i Utkorg och kan läsas där.',
};

/**
 * Shows the form that a draft belongs to, where it is in the product; the form reads its draft as it is shown.
 * @param nyckel the draft's key, as it lies on disk
 * @param personId the draft's kund: opened also when the form is not known
 * @returns `ej-oppnat` when the kund was not opened: it waits for a reason (and then shows the form), or `openKund.ts` has said why
 */
export async function openFormular(nyckel: string, personId: string | null): Promise<Oppnat> {
  const key = readKey(nyckel);
  if (key && !('personId' in key)) {
    if (key.form === 'ihop') return showIhop(key.objekt);
    if (key.form === 'skjutUppFlera') return skjutUpp(nyckel);
    if (key.form === 'koppla') return koppla(key.objekt);
    if (key.form === 'journalfor' || key.form === 'infogaBilaga') return urMeddelande(nyckel, key.form, key.objekt);
    if (key.form === 'meddelande' || key.form === 'meddelandeinstallningar') return meddelande(key.form, key.objekt);
    return key.form === 'taUpp' ? taUpp(nyckel) : register();
  }
  const kund = key?.personId ?? personId;
  if (kund === null) return 'borta';
  const show = () => (key ? showFormular(key) : Promise.resolve<Oppnat>('borta'));
  return (await openKund(kund, { sedan: () => void show() })) ? show() : 'ej-oppnat';
}

const attTaUpp = z.object({
  personId: z.string(),
  personnummer: z.string(),
  franRad: z.string().optional(),
  har: z.array(z.string()).optional(),
});

/** Whom it is about lies with the draft. */
async function taUpp(nyckel: string): Promise<Oppnat> {
  const draft = await senasteUtkast(nyckel);
  const kund = draft.ok ? attTaUpp.safeParse(draft.value).data : undefined;
  if (!kund) return 'borta';
  const { franRad, har, ...vem } = kund;
  showTaUpp({ ...vem, ...(franRad === undefined ? {} : { franRad }), ...(har ? { har } : {}) });
  return 'oppnat';
}

/** Which it was written for lies with the draft. */
async function skjutUpp(nyckel: string): Promise<Oppnat> {
  const draft = await senasteUtkast(nyckel);
  const read = draft.ok ? skjutUppFlera.safeParse(draft.value).data : undefined;
  if (!read) return 'borta';
  showSkjutUppFlera(read.nycklar);
  return 'oppnat';
}

function koppla(eansokanId: string): Oppnat {
  showKoppla(eansokanId);
  return 'oppnat';
}

/** The folder it came from lies with the draft: what is put away afterwards is put away there. */
async function urMeddelande(nyckel: string, form: 'journalfor' | 'infogaBilaga', objekt: string): Promise<Oppnat> {
  const draft = await senasteUtkast(nyckel);
  const mapp = (draft.ok && brevmapp.safeParse((draft.value as { mapp?: unknown } | null)?.mapp).data) || { slag: 'inkorg' as const };
  const [meddelandeId = '', dokumentId = ''] = objekt.split('/');
  if (form === 'journalfor') showJournalfor({ meddelandeId, mapp });
  else showInfogaBilaga({ meddelandeId, dokumentId, mapp });
  return 'oppnat';
}

function meddelande(form: 'meddelande' | 'meddelandeinstallningar', objekt: string): Oppnat {
  if (form === 'meddelande') skrivVidare(objekt);
  else showMeddelandeinstallningar();
  return 'oppnat';
}

function register(): Oppnat {
  showRegistrera({ start: 'ny', sokt: '' });
  return 'oppnat';
}

/** As {@link openFormular}, in the kund's tab that is open: the form's object is looked up in the akt. */
export async function showFormular(key: Extract<Utkastnyckel, { personId: string }>): Promise<Oppnat> {
  const { personId } = key;
  const akt = await readFormularakt(personId);
  if (!akt) return 'ej-oppnat';
  const there = oppningFor(key, akt);
  if (!there) return 'borta';
  if (there.slag === 'anteckning') showDokumentation(personId, there.dokumentation, there.oppning);
  else if (there.yta) showYta(personId, there.yta);
  if (there.slag === 'dialog') showArendedialog(there.dialog);
  return 'oppnat';
}

async function readFormularakt(personId: string): Promise<Formularakt | undefined> {
  const [akt, kund] = await Promise.all([call('kund.akt', { personId }), call('kund.hamta', { personId })]);
  if (!akt.ok || !kund.ok) return undefined;
  const { kontakter, samtycken, godkannanden, inkomstblanketter } = kund.value;
  return { ...akt.value, kontakter, samtycken, godkannanden, inkomstblanketter };
}
