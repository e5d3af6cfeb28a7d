import { type IsoInstant, svenskInstant } from '../../util/datum.ts';
import type { Post } from '../post.ts';
import type { Mote, Motesslag } from './records.ts';

/** What a calendar shows: SIP and vårdplanering would tell of somebody's health. */
const sammanfattning: Record<Motesslag, string> = {
  ...{ hembesok: 'Hembesök', kontoret: 'Möte', telefon: 'Telefonmöte', video: 'Videomöte', sip: 'Möte', vardplanering: 'Möte' },
};
/** Of a meeting with no end. */
const minuter = 60;

/**
 * A meeting as a calendar file (RFC 5545), for the user's own calendar, which is another's program: the kind of meeting and its time, and
 * nothing of whom it is with, where or why. It is known by its own id, which only the program understands; one that was moved takes the place of what
 * was put in before, and one that is inställt, or was noted by mistake, takes it away.
 * @param now when the file is made
 */
export function kalenderfil({ id, data }: Post<Mote>, now: IsoInstant): string {
  const { slag, dag, fran, andringar } = data;
  const bort = data.installt !== undefined || data.felmarkering !== undefined;
  const borjar = svenskInstant(dag, fran);
  const slutar = slutet(borjar, data);
  const rader = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Aktnara//Moten//SV',
    `METHOD:${bort ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VEVENT',
    `UID:${id}@aktnara`,
    `DTSTAMP:${utc(now)}`,
    `SEQUENCE:${andringar}`,
    `DTSTART:${utc(borjar)}`,
    `DTEND:${utc(slutar)}`,
    `SUMMARY:${sammanfattning[slag]}`,
    `STATUS:${bort ? 'CANCELLED' : 'CONFIRMED'}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return rader.map((rad) => `${viken(rad)}\r\n`).join('');
}

/** When it ends: by the clock, or, where its beginning is in the hour that is skipped and the end would come before it, as long after as was meant. */
function slutet(borjar: IsoInstant, { dag, fran, till }: Mote): IsoInstant {
  const enligtKlockan = till === undefined ? undefined : svenskInstant(dag, till);
  if (enligtKlockan !== undefined && enligtKlockan > borjar) return enligtKlockan;
  const langd = till === undefined ? minuter * 60_000 : Date.parse(`${dag}T${till}Z`) - Date.parse(`${dag}T${fran}Z`);
  return new Date(Date.parse(borjar) + langd).toISOString();
}

/** `2026-11-20T09:00:00.000Z` → `20261120T090000Z` */
const utc = (instant: IsoInstant): string => `${instant.replace(/[-:]/g, '').slice(0, 15)}Z`;

/** A line of at most 75 octets; what is longer goes on after a space. A letter is never cut in two. */
export function viken(rad: string): string {
  const delar: string[] = [];
  let del = '';
  for (const tecken of rad) {
    const plats = delar.length === 0 ? 75 : 74;
    if (oktetter(del) + oktetter(tecken) > plats) {
      delar.push(del);
      del = tecken;
    } else del += tecken;
  }
  return [...delar, del].join('\r\n ');
}

/** How many octets a text is in UTF-8. */
const oktetter = (text: string): number =>
  [...text].reduce((antal, tecken) => {
    const kod = tecken.codePointAt(0) ?? 0;
    return antal + (kod < 0x80 ? 1 : kod < 0x800 ? 2 : kod < 0x10000 ? 3 : 4);
  }, 0);
