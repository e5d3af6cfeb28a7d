import { describe, expect, it } from 'vitest';
import type { UtkorgPost } from '../../../shared/ipc/views.ts';
import { iUrval, rader, sammanfattning } from './rader.ts';

const post = (seq: number, tillstand: UtkorgPost['tillstand'], mer: Partial<UtkorgPost> = {}): UtkorgPost => ({
  id: `p${seq}`,
  seq,
  name: 'anteckning.spara',
  personId: 'a',
  namn: 'Strand, Ida',
  vad: 'Anteckning',
  at: `2026-11-20T08:${String(seq).padStart(2, '0')}:00Z`,
  tillstand,
  konflikt: false,
  ...mer,
});
const utkast = { nyckel: 'u', personId: 'a', namn: 'Strand, Ida', titel: 'Bakgrund', data: {}, sparad: '2026-11-20T07:00:00Z' };
const alla = rader(
  [post(1, 'mottagen', { mottagen: '2026-11-20T08:01:30Z' }), post(2, 'koad'), post(3, 'nekad'), post(4, 'skickad'), post(5, 'koad')],
  [utkast],
);

describe('outbox rows', () => {
  it('what waits for the user first, then drafts, queue and receipts', () => {
    expect(alla.map(({ id }) => id)).toEqual(['p3', 'utkast:u', 'p5', 'p4', 'p2', 'p1']);
  });
  it('the receipt tells the place in the queue, and when the server had it', () => {
    expect(alla.map(({ kvitto }) => kvitto)).toEqual(['nekad', 'Spara för att skicka', '3 i kön', 'väntar på svar', '1 i kön', '09:01:30']);
  });
  it('a document whose bytes wait is queued, and takes no place in the queue', () => {
    const [fil, andra] = rader([post(1, 'koad', { fil: true, name: 'dokument.arkivera' }), post(2, 'koad')], []).sort((a, b) =>
      a.id.localeCompare(b.id),
    );
    expect([fil?.kvitto, andra?.kvitto]).toEqual(['dokumentet skickas', '1 i kön']);
    expect(fil && iUrval(fil, 'kvar')).toBe(true);
  });
  it('the tabs choose', () => {
    expect(alla.filter((rad) => iUrval(rad, 'kvar')).map(({ id }) => id)).toEqual(['utkast:u', 'p5', 'p4', 'p2']);
    expect(alla.filter((rad) => iUrval(rad, 'atgarda')).map(({ id }) => id)).toEqual(['p3']);
    expect(alla.filter((rad) => iUrval(rad, 'alla'))).toHaveLength(6);
  });
  it('a person with skyddad folkbokföring is not named, neither by a command nor by a draft', () => {
    const skydd = 'skyddadFolkbokforing' as const;
    const dolda = rader([post(1, 'koad', { skydd })], [{ ...utkast, skydd }]);
    expect(dolda.map(({ namn }) => namn)).toEqual(['Skyddad identitet', 'Skyddad identitet']);
    expect(rader([post(1, 'koad', { skydd: 'sekretessmarkering' })], [])[0]?.namn).toBe('Strand, Ida');
  });
  it('totals', () => {
    expect(sammanfattning(alla)).toBe('6 poster · 3 köade, 1 mottagen');
  });
});
