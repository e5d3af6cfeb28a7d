import type { Statusord } from '../../../shared/domain/pagaende.ts';
import { useInstallning } from '../../state/installningar.ts';

const alla: readonly Statusord[] = ['pågående', 'beslut löper', 'avslutad'];
const ingen: Statusord[] = [];
const isFilter = (value: unknown): value is Statusord[] => Array.isArray(value) && value.every((one) => alla.includes(one));

/** Which states the rubrikträd shows (FORB-09); none chosen = all. Remembered per user. */
export const useStatusfilter = (): [Statusord[], (status: Statusord[]) => void] => useInstallning('rubriktrad.status', ingen, isFilter);
