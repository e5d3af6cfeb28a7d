import type { RejectionCode } from '../command.ts';

/** What stands in the way of saving: a code of a refusal, or that a field is still empty. */
export type Felkod = RejectionCode | 'saknas';
/** What the user should know before saving, and may save in spite of. */
export type Varningskod =
  /** FRAGA-49: the delegation's limit is in hours and the beslut has none. */
  | 'delegation-oklar'
  /** DELEG-03: the signed protokoll is sent together with the beslut. */
  | 'protokoll-kravs'
  /** DELEG-02: the exchange of information with the enhetschef is journalförd. */
  | 'journalfor-enhetschef'
  /** Another bifall of the same insats is ongoing. */
  | 'pagaende-bifall'
  /** BEST-GEN-02: another bifall of the same insats holds for the same days. */
  | 'samtidigt-bifall'
  /** Somebody has decided on the same insats in the utredning. */
  | 'redan-beslutat'
  /** FORB-25: another personkrets than the registered one; it is registered with the beslut. */
  | 'personkrets-andras'
  /** FORB-22: the utredning is closed, or left open, against what remains. */
  | 'avslutas-med-kvar'
  | 'avslutas-inte'
  /** FORB-27: declined, with a reason. */
  | 'lss-insatser-avstas';
export type Okkod = 'lss-insatser-oppen' | 'lss-insatser-oppnas' | 'utredningen-avslutas' | 'delegation';
export type Infokod = 'bestallning-efter' | 'bestalls-i-par' | 'bestalls-inte' | 'bedomning-efter' | 'skickas-inte';

/**
 * A row of Kontroll före Spara; the renderer has its words. `beslutId` = the beslut it is about, `falt` = the field of it,
 * `ref` = the record or catalogue row that it speaks of.
 */
export type Kontrollrad = { beslutId?: string; falt?: string; ref?: string } & (
  | { slag: 'fel'; kod: Felkod }
  | { slag: 'varning'; kod: Varningskod }
  | { slag: 'ok'; kod: Okkod }
  | { slag: 'info'; kod: Infokod }
);
export type Felrad = Extract<Kontrollrad, { slag: 'fel' }>;

export const fel = (kod: Felkod, falt: string, beslutId?: string): Felrad => ({
  slag: 'fel',
  kod,
  falt,
  ...(beslutId === undefined ? {} : { beslutId }),
});
