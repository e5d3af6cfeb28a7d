import { create } from 'zustand';
import type { IsoDate } from '../../shared/util/datum.ts';
import type { Kalendervy } from '../../shared/words/kalenderdagar.ts';

/** The dialogs of the window; at most one is open. */
export type DialogName = 'senaste' | 'kundlista' | 'hjalp' | 'lankar' | 'kommandoruta' | 'krismapp' | 'bevakningslista';
/** Whose bevakningar: the user's own, and those of functions and users beside them. */
export type Vilkas = { egna: boolean; agare: string[] };
export const egnaBevakningar: Vilkas = { egna: true, agare: [] };

/** A week or a month of the calendar, by a day of it. */
export type Visadperiod = { vy: Kalendervy; dag: IsoDate };

type DialogState = {
  oppen: DialogName | null;
  /** Of bevakningslista, whose. */
  vilkas: Vilkas;
  /** Of bevakningslista, the calendar in place of the list. */
  kalender?: Visadperiod | undefined;
};
export const useDialog = create<DialogState>(() => ({ oppen: null, vilkas: egnaBevakningar }));
export const showDialog = (oppen: DialogName, vilkas = egnaBevakningar, kalender?: Visadperiod): void =>
  useDialog.setState({ oppen, vilkas, kalender });
export const closeDialog = (): void => useDialog.setState({ oppen: null });
