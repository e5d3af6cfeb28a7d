import { expect, it } from 'vitest';
import { createPokeListener } from './poke.ts';
import type { Timers, Transport } from './ports.ts';

it('a stream that is open asks for nothing; each poke does, and so does its end', async () => {
  const ending = new AbortController();
  const told: string[] = [];
  const poke: Transport['poke'] = async function* () {
    yield 'open';
    told.push('was open');
    yield 'poke';
    told.push('has poked');
  };
  const timers = { setTimeout: () => told.push('waits'), clearTimeout: () => undefined } as unknown as Timers;
  const listener = createPokeListener({
    ...{ transport: { poke } as Transport, timers, random: () => 0.5, signal: ending.signal },
    onPoke: () => told.push('pulls'),
    onLost: () => {
      told.push('lost');
      ending.abort();
    },
    onError: (error) => told.push(String(error)),
  });
  await listener.listen();
  expect(told).toEqual(['was open', 'pulls', 'has poked', 'lost', 'pulls', 'waits']);
});
