import { useEffect } from 'react';
import { create } from 'zustand';
import { bevakasPa, oppnaOm } from '../../shared/domain/bevakning/om.ts';
import { nyBevakningPa } from '../../shared/ipc/utkastnyckel.ts';
import type { AktVy, BevakningRad, LagdBevakningRad } from '../../shared/ipc/views.ts';
import { swedishDay } from '../../shared/util/datum.ts';
import { type Arendedialog, showArendedialog } from './arendedialog.ts';
import { call } from './core.ts';
import { isNotOpened, openKund } from './openKund.ts';
import { useQuery } from './query.ts';

/**
 * How many on a part of the akt are to be dealt with, as its camera lists them (FORB-53): those that are laid and open, and of the computed
 * ones those that are in somebody's list today.
 */
export function useOppnaPa(personId: string, bevakningar: AktVy['bevakningar'], ref: Ref): number {
  const { data } = useQuery('kund.frister', { personId }, [`akt:${personId}`, 'katalog', 'session']);
  const idag = swedishDay(new Date().toISOString());
  const isPa = (om: { type: string; id: string }) => ref.type === 'person' || (om.type === ref.type && om.id === ref.id);
  const beraknade = data?.rader.filter((rad) => rad.visas <= idag && isPa(rad.ref)) ?? [];
  return oppnaOm(bevakningar, ref).length + beraknade.length;
}

type Ref = LagdBevakningRad['ref'];
type Visad = { /** What is shown: `beslutet`. */ namn: string /** Open ones. */; antal: number };

/** What the camera of the toolbar counts; undefined where no kund is shown (FORB-53). */
const useVisad = create<{ visad: Visad | undefined }>(() => ({ visad: undefined }));
export const useKamera = (): Visad | undefined => useVisad(({ visad }) => visad);

/** Tells the toolbar what is shown, while it is. */
export function useKamerans(namn: string, antal: number): void {
  useEffect(() => useVisad.setState({ visad: { namn, antal } }), [namn, antal]);
  useEffect(() => () => useVisad.setState({ visad: undefined }), []);
}

/** The bevakningar on a part of the akt, with a new one (BEV-05). */
export const showKamera = (personId: string, ref: Ref): void =>
  showArendedialog({ personId, post: 'bevakningar', id: `${ref.type}:${ref.id}` });
/** @param fran the row of a list that is about the same: the kund need not be open */
export const showNyBevakning = (personId: string, ref: Ref, fran?: Arendedialog['fran']): void =>
  showArendedialog({ personId, post: 'bevakning', id: nyBevakningPa(ref), ...(fran === undefined ? {} : { fran }) });
/** A new one on what a row of a list is about; the kund is opened first where the row is of a calendar and no list has it yet. */
export async function showNyBevakningSom({ slag, id, ref, person: { personId } }: BevakningRad): Promise<void> {
  const fran = slag === 'lagd' ? { bevakningId: id } : { nyckel: id };
  const pa = bevakasPa(ref, personId);
  const svar = await call('bevakning.underlag', { personId, ref: pa, ...fran });
  if (svar.ok || !isNotOpened(svar.error)) return showNyBevakning(personId, pa, fran);
  const show = () => showNyBevakning(personId, pa);
  if (await openKund(personId, { sedan: show })) show();
}
/** @param efter the dialog it is chosen in, which is shown again afterwards */
export const showBevakning = (
  { id, person: { personId } }: Pick<BevakningRad, 'id' | 'person'>,
  post: 'bevakning' | 'taBortBevakning' | 'frist' = 'bevakning',
  efter?: Arendedialog,
): void => showArendedialog({ personId, post, id, ...(efter ? { efter } : {}) });
