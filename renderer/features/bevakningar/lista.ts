import type { BevakareVy, BevakningRad } from '../../../shared/ipc/views.ts';
import type { IsoDate } from '../../../shared/util/datum.ts';
import { egnaBevakningar, type Vilkas } from '../../state/dialog.ts';
import { useInstallning } from '../../state/installningar.ts';

const isVilkas = (value: unknown): value is Vilkas =>
  typeof value === 'object' &&
  value !== null &&
  'egna' in value &&
  typeof value.egna === 'boolean' &&
  'agare' in value &&
  Array.isArray(value.agare) &&
  value.agare.every((one) => typeof one === 'string') &&
  (value.egna || value.agare.length > 0);

/** The user's choice, remembered (BEV-02, FORB-17). */
export const useVilkas = () => useInstallning('bevakningar.vilkas', egnaBevakningar, isVilkas);

/** `Mina, LSS-handläggare 4` */
export function vilkasNamn(vilkas: Vilkas, agare: readonly BevakareVy[]): string {
  const namn = vilkas.agare.map((id) => agare.find((one) => one.id === id)?.namn ?? 'en som inte finns i katalogen');
  return [...(vilkas.egna ? ['Mina'] : []), ...namn].join(', ');
}

/** While some computed ones are not in the list yet. */
export const raknasOm = 'beräknade räknas om';

/** To be dealt with: what is computed is in a list until then. */
export const isAttGora = (rad: BevakningRad): boolean => rad.slag === 'beraknad' || rad.status !== 'Klar';

/** `12 st, 3 förfallna, 2 idag` */
export function antalText(rader: readonly BevakningRad[], idag: IsoDate): string {
  const forfallna = rader.filter((rad) => isAttGora(rad) && rad.datum < idag).length;
  const nu = rader.filter((rad) => isAttGora(rad) && rad.datum === idag).length;
  return [`${rader.length} st`, forfallna > 0 && `${forfallna} förfallna`, nu > 0 && `${nu} idag`].filter(Boolean).join(', ');
}
