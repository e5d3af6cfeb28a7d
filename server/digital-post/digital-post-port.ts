/** A document of a letter, as it is stored. */
export type Brevdokument = { namn: string; sha256: string; bytes: Buffer };
/** `id` names the sending: the same again is the same, however often it is asked for. */
export type Brev = { id: string; personnummer: string; operator: string | undefined; amne: string; dokument: Brevdokument[] };

/**
 * Not now: nothing was asked or taken, and a later asking may be answered otherwise; `borta`: so for everyone, the service cannot be asked at all.
 * `svar` is the service's code and never its words, which may repeat who it is about.
 */
export type Senare = { slag: 'senare'; borta?: true; svar: string };
/** Not at all, however often it is asked. */
type Nekad = { slag: 'nekad'; svar: string };

/** Whether somebody has a mailbox that takes post from the municipality; a mailbox may do and its owner have said no to us. */
export type Nabarhetssvar = { slag: 'kanTaEmot'; operator?: string } | { slag: 'ejAnsluten' } | { slag: 'avbojt' } | Nekad | Senare;

/**
 * What became of a letter.
 * - `mottaget`: it lies in the mailbox, by the förmedlare's receipt.
 * - `avbojt`: its owner has said no to us, or has no mailbox any more, since it was asked.
 * - `nekad`: it will not be delivered, however often it is asked.
 * - `senare`: nothing was delivered.
 * - `oviss`: it was handed over and there was no answer. Asked again under the same id it is the same letter.
 */
export type Leveranssvar =
  | { slag: 'mottaget'; at: string; kvitto: string }
  | { slag: 'avbojt'; svar: string }
  | Nekad
  | Senare
  | { slag: 'oviss'; svar: string };

/** The municipality's förmedlare of digital post. Neither throws what a service does. */
export type DigitalPost = {
  /** Asked for each sending: what was true of the last one may not be now. */
  isReachable(personnummer: string): Promise<Nabarhetssvar>;
  deliver(brev: Brev): Promise<Leveranssvar>;
};
