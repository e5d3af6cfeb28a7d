/** One who is told, by one way. `id` names the notice: the same again is the same. */
export type Notis = {
  id: string;
  /** A telephone number in the form of E.164, or an e-mail address. */
  till: string;
  /** Who it is from, as people read it. */
  fran: string;
  /** Of an e-mail. */
  amne: string;
  text: string;
};

/**
 * What became of it.
 * - `skickad`: the service has it.
 * - `nekad`: the service will not send it to this receiver, however often it is asked.
 * - `senare`: nothing was sent, and a later asking may be answered otherwise; `borta`: so for everyone, the service cannot be asked at all.
 * - `oviss`: it was handed over and there was no answer. Nobody knows whether it was sent.
 *
 * `svar` is the service's code, and never its words, which repeat who it is to.
 */
export type Notissvar = { slag: 'skickad' | 'nekad' | 'oviss'; svar?: string } | { slag: 'senare'; borta?: true; svar?: string };

/** A way to tell somebody. */
export type Notisport = {
  /** Throws nothing that a service does. */
  skicka(notis: Notis): Promise<Notissvar>;
  close(): void;
};

/** Where no service is set: whoever waits to be told goes on waiting until it is said that they cannot be. */
export const ingenTjanst: Notisport = {
  skicka: async () => ({ slag: 'senare', borta: true, svar: 'ingen tjänst' }),
  close: () => undefined,
};
