import type { Misslyckandeorsak } from '../../shared/domain/etjanst/records.ts';

/** One who is to be able to sign in. `nyckel` names the asking: the same again is the same activation, however often it is asked for. */
export type Aktiveringsbegaran = {
  nyckel: string;
  /** In twelve characters: who signs in. */
  personnummer: string;
  /** For whom, and which days, where they sign in in another's place. */
  ombudFor?: { personnummer: string; fran: string; tom: string };
};
export type Aktiveringssvar = { ok: true } | { ok: false; orsak: Exclude<Misslyckandeorsak, 'utanNummer'>; text?: string };

/**
 * The e-service that people are activated in.
 */
export type EtjanstPort = {
  /**
   * @returns an answer for each, in their order
   * @throws when nothing can be asked at all: then nobody is told that they failed, and all are asked for again
   */
  aktivera(begaran: Aktiveringsbegaran[]): Promise<Aktiveringssvar[]>;
};

/** Our own: it lets in whoever the records say is active, so there is nothing to be told and nothing that could fail. */
export const egenEtjanst: EtjanstPort = { aktivera: async (begaran) => begaran.map(() => ({ ok: true })) };
