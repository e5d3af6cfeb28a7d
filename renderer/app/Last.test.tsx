// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import type { SessionVy } from '../../shared/ipc/views.ts';
import { startCore } from '../state/core.ts';
import { openTab, useTabs } from '../state/tabs.ts';
import { domOfTests } from '../testing/dom.ts';
import { testKarna } from '../testing/karna.ts';
import { linneasAkt } from '../testing/linnea.ts';
import { App } from './App.tsx';

beforeAll(domOfTests);
let stop: () => void = () => undefined;
afterEach(() => {
  cleanup();
  stop();
});

it.each(['kontot-stangt', 'lasen-utgatt'] as const)(
  'FRAGA-62 locked (%s) the window shows nothing that was read, and says why',
  async (last) => {
    const { backend } = testKarna(linneasAkt(), {
      'session.loggaUt': () => ({ inloggad: false, demo: true }),
      'session.anvandare': () => ({ kalla: 'datorn', anvandare: [] }),
    });
    stop = startCore(backend);
    render(<App />);
    await screen.findByRole('tab', { name: 'Mina sidor' });
    const tab = {
      slag: 'kund',
      personId: '018f0000-0000-7000-8000-00000000ffff',
      namn: 'Ekström, Linnea',
      personnummer: '199904122380',
    } as const;
    act(() => openTab({ ...tab, skydd: 'ingen', dirty: false, oppnad: true }));
    expect(screen.getByRole('tab', { name: /Ekström, Linnea/ })).toBeTruthy();
    const session = (await backend.call('session.hamta', {})) as { ok: true; value: SessionVy };
    act(() => backend.emit({ event: 'session', session: { ...session.value, last } as SessionVy }));
    expect(
      await screen.findByRole('heading', { level: 1, name: last === 'kontot-stangt' ? /konto är stängt/ : /Programmet är låst/ }),
    ).toBeTruthy();
    expect(document.body.textContent).not.toContain('Ekström');
    expect(JSON.stringify(useTabs.getState())).not.toContain('Ekström');
    // Open again at the next contact: nobody signs in anew.
    act(() => backend.emit({ event: 'session', session: session.value }));
    expect(await screen.findByRole('tab', { name: 'Mina sidor' })).toBeTruthy();
    act(() => backend.emit({ event: 'session', session: { ...session.value, last } as SessionVy }));
    fireEvent.click(await screen.findByRole('button', { name: 'Logga ut' }));
    await waitFor(() => expect(backend.calls.map(({ name }) => name)).toContain('session.loggaUt'));
  },
);
