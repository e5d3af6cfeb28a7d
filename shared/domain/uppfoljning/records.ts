import { z } from 'zod';
import { day, enhetens, id, line, signatur } from '../fields.ts';
import { defineRecord } from '../record.ts';

export const malutfall = ['uppnatt', 'delvis', 'ej'] as const;
/** What an uppföljning leads to: its next one, an omprövning, or that the insats ends. */
export const uppfoljningsutfall = ['oforandrat', 'omprovning', 'avslut'] as const;

/** A goal of the insats, and how far it has been reached. */
const malrad = z.looseObject({
  mal: line(500).min(1),
  utfall: z.enum(malutfall),
  kommentar: line(1000).optional(),
});

/** What was found, as whoever held it signed it. */
const genomford = z.looseObject({
  dag: day,
  /** Who took part, one a line. */
  medVem: z.array(line(120).min(1)).min(1).max(20),
  /** A value of the municipality's list, as it was called that day. */
  hur: line(80).min(1),
  mal: z.array(malrad).max(30),
  sammanfattning: line(4000).min(1),
  utfall: z.enum(uppfoljningsutfall),
  av: signatur,
});

/** That a bifall is followed up: planned for a day, and held. What has been held is never changed; one that was wrong is felmarkerad. */
const uppfoljning = z.looseObject({
  ...enhetens,
  beslutId: id,
  /** None of one that was held without having been planned. */
  planerad: day.optional(),
  planeradAv: signatur.optional(),
  genomford: genomford.optional(),
  rev: id,
  felmarkering: signatur.extend({ orsak: line(500) }).optional(),
});
export type Uppfoljning = z.infer<typeof uppfoljning>;
export type Genomford = z.infer<typeof genomford>;
export type Malrad = z.infer<typeof malrad>;

export const uppfoljningRecord = defineRecord({
  type: 'uppfoljning',
  schema: uppfoljning,
  readers: 'enheterna',
  vagg: 'beslutId',
  ord: 'Uppföljning',
  namn: ({ planerad, genomford: hallen }) => (hallen ? `genomförd ${hallen.dag}` : `planerad ${planerad ?? ''}`).trim(),
});

/** To be held: neither held nor taken away. */
export const isPlanerad = ({ genomford: hallen, felmarkering }: Uppfoljning): boolean => !hallen && !felmarkering;
/** Held, and counted. */
export const isGenomford = ({ genomford: hallen, felmarkering }: Uppfoljning): boolean => hallen !== undefined && !felmarkering;
