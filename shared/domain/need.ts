import type { RecordType } from './records.ts';

/** Types whose records grow in number with use. An akt of thousands of them costs a command no more than one of twenty. */
const vaxandeTyper = ['anteckning', 'dokument', 'handelse', 'konfliktval', 'mottagen', 'utlamning'] as const satisfies RecordType[];
export const isVaxande = (type: RecordType): type is (typeof vaxandeTyper)[number] => (vaxandeTyper as readonly string[]).includes(type);

/** Notes of one dokumentation: all, or the unsigned under one rubrik. */
export type Urval = { dokumentationId: string; osignerad?: { rubrikKod: string } };

/** What a rule reads of {@link vaxandeTyper}: records by id, and notes by where they stand. */
export type Need = { ids?: string[]; anteckningar?: Urval[] /** Everything: of the server's own, once an akt. */; allt?: true };
