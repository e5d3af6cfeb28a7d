import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.ts';

const now = new Date('2026-11-20T23:30:00Z');

describe('npm run demo arguments', () => {
  it('has defaults for all but the directory; today is the Swedish day', () => {
    expect(readArguments(['--out', 'x'], now)).toEqual({
      ok: true,
      value: { out: 'x', persons: 500, seed: 1, tenant: 'demo', kommun: 'Almviks kommun', today: '2026-11-21' },
    });
  });

  it('takes what is given', () => {
    const args = ['--persons', '12', '--out', 'x', '--seed', '9', '--tenant', 'nykoping', '--kommun', 'Öckerö', '--today', '2027-01-02'];
    expect(readArguments(args, now)).toMatchObject({
      value: { persons: 12, seed: 9, tenant: 'nykoping', kommun: 'Öckerö', today: '2027-01-02' },
    });
    expect(readArguments(['--help'], now)).toEqual({ ok: true, value: 'help' });
  });

  it.each([
    [[], '--out'],
    [['--out', 'x', '--persons', '0'], '--persons'],
    [['--out', 'x', '--persons', '1e9'], '--persons'],
    [['--out', 'x', '--persons', '9999999'], '--persons'],
    [['--out', 'x', '--persons', 'många'], '--persons'],
    [['--out', 'x', '--seed', '1.5'], '--seed'],
    [['--out', 'x', '--seed', '99999999999999999999'], '--seed'],
    [['--out', 'x', '--tenant', '../y'], '--tenant'],
    [['--out', 'x', '--kommun', ' '], '--kommun'],
    [['--out', 'x', '--today', '2026-02-30'], '--today'],
    [['--out', 'x', '--today', '1999-01-01'], '--today'],
    [['--out', 'x', '--akter', '3'], '--akter'],
    [['x'], 'x'],
  ])('says what is wrong with %j', (args, named) => {
    const read = readArguments(args, now);
    expect(read.ok).toBe(false);
    expect(read.ok ? '' : read.error).toContain(named);
  });
});
