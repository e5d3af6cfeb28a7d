import { describe, expect, it } from 'vitest';
import { bucketsOfAnvandare } from '../../shared/domain/buckets.ts';
import { type Enhetsmarke, enhetOf } from '../../shared/domain/enhet.ts';
import { Katalog } from './katalog.ts';
import { all, bucketsByScope, records } from './testing/demo-kommun.ts';

const katalog = new Katalog();

describe('buckets', () => {
  it('follow the unit, the protection and the utförare', () => {
    for (const [scope, buckets] of bucketsByScope) {
      const person = all('person').find((one) => one.scope === scope)?.data;
      if (!person) continue;
      const prefix = person.skydd === 'skyddadFolkbokforing' ? 'skyddad' : 'org';
      for (const { type, id, data } of records.filter((one) => one.scope === scope)) {
        const enhet = enhetOf(type, data as Enhetsmarke, person);
        const units = (enhet === undefined ? person.enheter : [enhet]).flatMap((one) => {
          const avgift = `${prefix === 'org' ? '' : 'skyddad:'}avgift:${one}`;
          if (type === 'inkomstsvar') return [avgift];
          // What fees follow from lies with those who handle them, too.
          return type === 'franvaro' || type === 'franvarounderlag' ? [`${prefix}:${one}`, avgift] : [`${prefix}:${one}`];
        });
        expect(
          buckets
            .get(id)
            ?.filter((bucket) => !bucket.includes('utforare'))
            .sort(),
        ).toEqual(units.sort());
      }
      if (prefix === 'skyddad') expect([...buckets.values()].flat().some((bucket) => bucket.startsWith('org:'))).toBe(false);
    }
  });

  it('the staff of Lss, Barn/Ungdom 1 has kunder, and notes to read', () => {
    const bucket = `utforare:${katalog.idOf('utforare', 'Lss, Barn/Ungdom 1')}`;
    const theirs = [...bucketsByScope.values()].flatMap((buckets) =>
      [...buckets].filter(([, own]) => own.includes(bucket)).map(([id]) => id),
    );
    // The e-service some have.
    const types = new Set<string>(records.filter(({ id }) => theirs.includes(id)).map(({ type }) => type));
    types.delete('etjanst');
    types.delete('franvarounderlag');
    expect([...types].sort()).toEqual(['anteckning', 'beslut', 'bestallning', 'franvaro', 'person', 'verkstallighet']);
  });

  it('every open LSS utredning can be read by the one who is responsible for it', () => {
    for (const { id, scope, data } of all('utredning').filter((one) => !one.data.slutdatum)) {
      const user = katalog.users.find((one) => one.id === data.ansvarigHandlaggareId);
      const mine = user ? bucketsOfAnvandare(user) : [];
      expect(
        bucketsByScope
          .get(scope)
          ?.get(id)
          ?.some((bucket) => mine.includes(bucket)),
      ).toBe(true);
    }
  });
});
