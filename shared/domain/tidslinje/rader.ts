import type { Statusord } from '../pagaende.ts';

/**
 * A bar of the timeline, both days included; without `till` it goes on. Filled: `beslutad`, `verkstalld`. Dashed: `ejBekraftad`,
 * `avbrott`, and `utkast`, which the form that holds the draft adds.
 */
export type Stapel = { slag: 'beslutad' | 'verkstalld' | 'ejBekraftad' | 'avbrott' | 'utkast'; fran: string; till?: string; text: string };

/** A row of the timeline, in the order it is shown: a beslut, and below it what carries it out. */
export type TidsRad = {
  /** As the node of the rubrikträd, so that a choice in one is a choice in the other. */
  id: string;
  slag: 'beslut' | 'bestallning' | 'verkstallighet';
  /** 2 = below the beslut it belongs to. */
  niva: 1 | 2;
  /** Above the label, on rows of level 1. */
  insatskategori: string;
  etikett: string;
  fet: boolean;
  /** In words, since bold alone says nothing (FORB-09). */
  status: Statusord;
  marke?: 'LASS';
  /** The day of an avslag: a mark, no bar. */
  avslag?: string;
  staplar: Stapel[];
  /** Where the insats is carried out (VERK-09). */
  organisation?: string;
};
