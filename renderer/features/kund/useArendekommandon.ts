import type { Nod, NodMeny } from '../../../shared/domain/rubriktrad/nod.ts';
import { flikYta, showYta, type Utredningsflik, type Yta } from '../../state/arbetsyta.ts';
import { showArendedialog } from '../../state/arendedialog.ts';
import { requestFormularfokus } from '../../state/focusFalt.ts';
import { type CommandId, useCommand } from '../../state/keys.ts';
import { dialogForPost, utredningAv, ytaForPost } from './openNod.ts';

type Noder = ReadonlyMap<string, Nod>;

/**
 * The commands of the kund's ärende, by key, menu and palette: the tabs of the utredning that is shown or marked (Ctrl+1–8),
 * and the entries of the rubrikträd's menus that have a name of their own. What the menu dims, the command does not do.
 */
export function useArendekommandon(personId: string, noder: Noder, vald: Nod | undefined, yta: Yta | null): void {
  const visad = yta?.slag === 'utredning' || (yta?.slag === 'dokumentation' && yta.dok === 'utredning') ? yta.id : undefined;
  const utredningId = visad ?? (vald && utredningAv(noder, vald)?.ref?.id);
  const utredning = utredningId === undefined ? undefined : noder.get(`utredning/${utredningId}`);
  const rot = noder.get('rot');

  const show = (next: Yta) => {
    if (hasFormular(next)) requestFormularfokus();
    showYta(personId, next);
  };
  const flik = (id: CommandId, namn: Utredningsflik) =>
    [id, utredning ? () => show(flikYta(utredning.ref?.id ?? '', namn)) : null] as const;
  useCommand(...flik('flikUtredning', 'utredning'));
  useCommand(...flik('flikAktualiseringar', 'aktualiseringar'));
  useCommand(...flik('flikDokumentation', 'dokumentation'));
  useCommand(...flik('flikBeslut', 'beslut'));
  useCommand(...flik('flikBestallning', 'bestallning'));
  useCommand(...flik('flikBedomning', 'bedomning'));

  useCommand('flikInfoga', infogas(yta, utredning, show));

  useCommand('bindare', () => {
    if (yta?.slag !== 'bindare') showYta(personId, { slag: 'bindare', ...(yta ? { fran: yta } : {}) });
  });

  // The timeline is the kund's: it is there without an utredning too.
  useCommand('flikTidslinje', () =>
    showYta(personId, utredningId === undefined ? { slag: 'arende', flik: 'tidslinje' } : flikYta(utredningId, 'tidslinje')),
  );

  const actionFor = (nod: Nod | undefined, post: NodMeny) => {
    if (!nod || !can(nod, post)) return null;
    return () => {
      const next = ytaForPost(noder, nod, post);
      if (next) show(next);
      else showArendedialog(dialogForPost(personId, noder, nod, post));
    };
  };
  useCommand('aktualisering', actionFor(utredning, 'aktualisering') ?? actionFor(rot, 'aktualisering'));
  useCommand('inledUtredning', actionFor(rot, 'inledUtredning'));
  useCommand('lassBeslut', actionFor(rot, 'lassBeslut'));
  useCommand('avslutaArende', actionFor(rot, 'avslutaArende'));
  useCommand('bytUtforare', actionFor(oppenVerkstallighet(noder, vald, yta), 'bytUtforare'));
}

/** A scan is filed where one stands: in a verkställighet, else in the utredning (SKAN-02). */
function infogas(yta: Yta | null, utredning: Nod | undefined, show: (yta: Yta) => void): (() => void) | null {
  if (yta?.slag === 'verkstallighet') return () => show({ ...yta, flik: 'infoga' });
  const id = utredning?.ref?.id;
  return id === undefined ? null : () => show(flikYta(id, 'infoga'));
}

const can = (nod: Nod, post: NodMeny): boolean => nod.meny.some((one) => one.post === post && one.hinder === undefined);

const oppenVerkstallighet = (noder: Noder, vald: Nod | undefined, yta: Yta | null): Nod | undefined =>
  yta?.slag === 'verkstallighet' ? noder.get(`verkstallighet/${yta.id}`) : vald?.slag === 'verkstallighet' ? vald : undefined;

/** Whether it is opened to be filled in. */
const hasFormular = (yta: Yta): boolean =>
  (yta.slag === 'arende' || yta.slag === 'utredning') && !['utredning', 'tidslinje'].includes(yta.flik);
