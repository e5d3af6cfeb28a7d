// @vitest-environment jsdom
import { act, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { showArendedialog } from '../state/arendedialog.ts';
import { karinsAkt, prepareKund, showKund } from '../testing/kund.tsx';
import { linnea } from '../testing/linnea.ts';

prepareKund();
const gata = 'Hemliga gatan 1';
const ytor = [
  { slag: 'personuppgifter', del: 'person' },
  { slag: 'personuppgifter', del: 'hushall' },
  { slag: 'utredning', id: linnea.utredning, flik: 'utredning' },
] as const;

it.each(ytor)('FRAGA-62 the address of a protected person is in no answer that the page gets: %o', async (yta) => {
  const akt = karinsAkt();
  expect(JSON.stringify(akt.records)).toContain(gata);
  const { backend } = showKund(yta, { akt });
  await screen.findByRole('heading', { level: 1, name: 'Ekström, Linnea Maria' });
  await screen.findByRole('tree');
  for (const name of ['kund.oppna', 'kund.hamta', 'kund.akt', 'kund.historik'] as const) {
    expect(await backend.call(name, { personId: linnea.person }), name).toMatchObject({ ok: true });
  }
  act(() => showArendedialog({ personId: linnea.person, post: 'historik', id: linnea.person }));
  await screen.findByRole('dialog', { name: /^Historik/ });
  expect(JSON.stringify(backend.answers)).toContain('Linnea Maria');
  expect(JSON.stringify(backend.answers)).not.toContain('Hemliga');
  expect(document.documentElement.outerHTML).not.toContain('Hemliga');
});

it('FRAGA-62 of a person with skyddad folkbokföring a user without the right has nothing: not in the page, not on the disk', async () => {
  const akt = karinsAkt();
  const records = akt.records.map((one) =>
    one.id === linnea.person ? { ...one, data: { ...(one.data as object), skydd: 'skyddadFolkbokforing' } } : one,
  );
  const { backend, karna } = showKund(ytor[0], { akt: { ...akt, records } });
  expect(await backend.call('kund.oppna', { personId: linnea.person, skal: 'Handlägger ansökan' })).toMatchObject({
    ok: false,
    error: { code: 'finns-inte' },
  });
  for (const text of ['199904122380', 'Ekström Linnea']) {
    const svar = await backend.call('sok.person', { text, arhundrade: 'alla' });
    expect(JSON.stringify(svar)).not.toContain('Linnea Maria');
  }
  for (const type of ['person', 'kontakt', 'utredning', 'anteckning'] as const)
    expect(
      karna.get(type, { person: linnea.person, kontakt: linnea.godMan, utredning: linnea.utredning, anteckning: linnea.signerad }[type]),
    ).toBeUndefined();
  expect(JSON.stringify(backend.answers)).not.toContain('Hemliga');
});
