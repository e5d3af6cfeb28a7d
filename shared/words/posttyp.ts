import { type Akttyp, isRecordType, type RecordType, records } from '../domain/records.ts';
import { compareSwedish } from '../util/compare.ts';
import { type Ord, ord } from './ord.ts';

/** Types of a kund's akt that an event may name: all but the events themselves. */
export type Posttyp = Exclude<Akttyp, 'handelse'>;

/** What a record is, as the history and Att åtgärda name it. */
export const typOrd = (type: RecordType): string => records[type].ord;
/** The same of a type by its name, which a newer version may have written. */
export const typNamn = (type: string): string => (isRecordType(type) ? typOrd(type) : type);

/** What of an akt cannot be read here, and is therefore not shown. */
export const olasligaOrd = (typer: readonly RecordType[]): Ord =>
  ord(
    typer.length === 1
      ? 'En uppgift i akten kan inte läsas och visas inte.'
      : `${typer.length} uppgifter i akten kan inte läsas och visas inte.`,
    `Det gäller: ${[...new Set(typer.map(typOrd))].sort(compareSwedish).join(', ')}. Inget är borttaget, och resten av akten går att arbeta i. Säg till systemförvaltningen, som kan rätta det.`,
  );
