// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { SessionVy, Utkast } from '../../../shared/ipc/views.ts';
import { startCore } from '../../state/core.ts';
import { runCommandById } from '../../state/keys.ts';
import { useSession } from '../../state/session.ts';
import { useFormular } from '../../state/useFormular.ts';
import { domOfTests, setFonster } from '../../testing/dom.ts';
import { CallFailure, type Script, scriptedBackend } from '../../testing/scripted-backend.ts';
import { teman } from '../theme.ts';
import { Datumpar } from './Datumpar.tsx';
import { datumfel } from './Datumrad.tsx';
import { Formularfot } from './Formularfot.tsx';
import { Formularmeddelanden } from './Formularmeddelanden.tsx';
import { Formularyta } from './Formularyta.tsx';
import { Kontrollknapp, Kontrollpanel } from './Kontrollpanel.tsx';
import { Organisationsval } from './Organisationsval.tsx';
import { Textfalt } from './Textfalt.tsx';
import { Timmar } from './Timmar.tsx';

beforeAll(domOfTests);
let stop: () => void = () => undefined;
const sara: SessionVy = {
  inloggad: true,
  anvandareId: 'sara',
  namn: 'Sara',
  funktion: '',
  organisation: '',
  kommun: '',
  roller: ['lssHandlaggare'],
  provkorning: false,
};
beforeEach(() => {
  setFonster(1366, 768);
  useSession.setState({ session: sara });
});
afterEach(() => {
  cleanup();
  stop();
  useSession.setState({ session: null });
});

const idag = '2026-11-20';
const person = '018f0000-0000-7000-8000-000000000010';
const schema = z.object({
  basRev: z.string().nullable().optional(),
  namn: z.string(),
  fran: z.string(),
  tom: z.string(),
  tim: z.string(),
  min: z.string(),
});
type Varden = z.infer<typeof schema>;
const tomt = (): Varden => ({ namn: '', fran: '2026-12-01', tom: '', tim: '', min: '' });

function kontroll(v: Varden) {
  const fran = datumfel(v.fran, idag, { krav: true, framtid: true });
  return [
    ...(v.namn.trim() === '' ? [{ falt: 'namn', text: 'Namn saknas.' }] : []),
    ...(fran ? [{ falt: 'fran', text: fran }] : []),
    ...(v.namn === 'Stängd' ? [{ falt: 'utredningId', text: 'Utredningen är avslutad.' }] : []),
    ...(Number(v.min) > 59 ? [{ falt: 'timmar.min', text: 'Minuter är 0–59.' }] : []),
  ];
}

function Prov({ nu }: { nu?: Varden }) {
  const form = useFormular<Varden>({
    nyckel: { form: 'beslut', personId: person, objekt: 'ny' },
    personId: person,
    titel: 'Prov',
    start: nu ? () => nu : tomt,
    schema,
    kontroll,
    // The form of no command: what is filled in is sent as it is.
    command: (varden) => ({ name: 'kundlista.laggTill', input: varden as object }),
    nu,
  });
  if (form.laddar) return null;
  const { varden, change } = form;
  const rader = form.fel.map(({ falt, text }) => ({ status: 'fel' as const, rubrik: text, falt }));
  return (
    <Formularyta
      etikett="Prov"
      lage={form}
      onSave={() => void form.save()}
      topp={
        <Formularmeddelanden
          avslag={form.avslag}
          diskfel={form.diskfel}
          onTryAgain={() => void form.flush()}
          andrad={form.andrad((now) => [['Namn', now.namn]])}
        />
      }
      panel={<Kontrollpanel rader={rader} />}
      fot={
        <Formularfot
          arUtkast={form.arUtkast}
          sparar={form.sparar}
          primar="Spara prov för Ekström, Linnea"
          onPrimar={() => void form.save()}
          onUndo={form.undo}
          onRedo={form.redo}
        >
          <Kontrollknapp rader={rader} />
        </Formularfot>
      }
    >
      <Textfalt falt="namn" etikett="Namn" krav langst={20} varde={varden.namn} onVarde={(namn) => change({ namn })} />
      <Datumpar
        idag={idag}
        fran={{ falt: 'fran', etikett: 'Gäller fr.o.m.', text: varden.fran, onText: (fran) => change({ fran }) }}
        tom={{ falt: 'tom', etikett: 'Slutdatum', text: varden.tom, onText: (tom) => change({ tom }) }}
      />
      <Timmar falt="timmar" etikett="Timmar" krav tim={varden.tim} min={varden.min} onTimmar={change} enhet="Månad" />
    </Formularyta>
  );
}

function show(svar: Script['kommando.kor'] = ({ id }) => ({ ok: true, id: id ?? '' }), nu?: Varden) {
  const utkast = new Map<string, Utkast>();
  const backend = scriptedBackend({
    'kommando.kor': async (input, real) => {
      const answer = await svar(input, real);
      if (answer.ok && input.utkast) utkast.delete(input.utkast);
      return answer;
    },
    'utkast.spara': (draft) => {
      utkast.set(draft.nyckel, { ...draft, namn: null, sparad: '2026-11-20T09:00:00.000Z' });
      return { sparad: '2026-11-20T09:00:00.000Z' };
    },
    'utkast.hamta': ({ nyckel }) => {
      const one = utkast.get(nyckel);
      return one ? { ...one, rader: [] } : null;
    },
    'utkast.kasta': ({ nyckel }) => {
      utkast.delete(nyckel);
      return null;
    },
    'utkast.lista': () => [...utkast.values()],
  });
  stop = startCore(backend);
  const med = (one?: Varden) => (
    <FluentProvider theme={teman.ljust}>
      <Prov {...(one ? { nu: one } : {})} />
    </FluentProvider>
  );
  const view = render(med(nu));
  const korda = () =>
    backend.calls.filter(({ name }) => name === 'kommando.kor').map(({ input }) => input as { id: string; input: Varden });
  return { backend, utkast, korda, view, nyNu: (one: Varden) => view.rerender(med(one)) };
}
const falt = (name: RegExp) => screen.findByRole<HTMLInputElement>('textbox', { name });
const write = async (name: RegExp, value: string) => fireEvent.change(await falt(name), { target: { value } });
const ctrlS = async () => fireEvent.keyDown(await falt(/^Namn/), { key: 's', ctrlKey: true });

describe('a form', () => {
  it('shows a fault when its field is left, and marks only the faulty control', async () => {
    show();
    await write(/minuter/, '75');
    expect(screen.queryByText('Minuter är 0–59.', { selector: '[role="alert"] *' })).toBeNull();
    fireEvent.blur(await falt(/minuter/));
    expect(await screen.findByText('Minuter är 0–59.', { selector: '[role="alert"] *' })).toBeTruthy();
    expect((await falt(/minuter/)).getAttribute('aria-invalid')).toBe('true');
    expect((await falt(/Timmar, timmar/)).getAttribute('aria-invalid')).toBe('false');
    const group = screen.getByRole('group', { name: /^Timmar/ });
    const described = group.getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(described.split(' ')[0] ?? '')?.textContent).toContain('Minuter är 0–59.');
  });

  it('a field left by a press shows its fault after the click: what is pressed does not move away', async () => {
    show();
    await write(/minuter/, '75');
    const felet = () => screen.queryByText('Minuter är 0–59.', { selector: '[role="alert"] *' });
    const angra = screen.getByRole('button', { name: 'Ångra' });
    fireEvent.pointerDown(angra);
    fireEvent.blur(await falt(/minuter/));
    await act(async () => undefined);
    expect(felet()).toBeNull();
    fireEvent.pointerUp(angra);
    await waitFor(() => expect(felet()).not.toBeNull());
    // What is pressed begins the form anew: nothing in it has been left.
    await write(/^Namn/, 'Eva');
    fireEvent.pointerDown(angra);
    fireEvent.blur(await falt(/^Namn/));
    fireEvent.pointerUp(angra);
    fireEvent.click(angra);
    await waitFor(async () => expect((await falt(/^Namn/)).value).toBe(''));
    await act(() => new Promise((resolve) => setTimeout(resolve)));
    expect((await falt(/^Namn/)).getAttribute('aria-invalid')).not.toBe('true');
  });

  it('says a fault that no field has above the fields, and only while it stands', async () => {
    const { korda } = show();
    await write(/^Namn/, 'Stängd');
    const besked = () => screen.queryByText('Utredningen är avslutad.', { selector: '.fui-MessageBarTitle' });
    expect(besked()).toBeNull();
    await ctrlS();
    await waitFor(() => expect(besked()).not.toBeNull());
    await write(/^Namn/, 'Eva');
    await ctrlS();
    await waitFor(() => expect(korda()).toHaveLength(1));
    expect(besked()).toBeNull();
  });

  it('takes the focus when nothing has it, at the first field to fill in; to pass through that is no fault yet', async () => {
    show();
    const namn = await falt(/^Namn/);
    await waitFor(() => expect(document.activeElement).toBe(namn));
    fireEvent.blur(namn);
    expect(namn.getAttribute('aria-invalid')).not.toBe('true');
    await write(/^Namn/, 'Eva');
    await write(/^Namn/, '');
    fireEvent.blur(namn);
    await waitFor(() => expect(namn.getAttribute('aria-invalid')).toBe('true'));
  });

  it('Spara pressed while the draft is read saves what is read', async () => {
    const { view, korda } = show();
    await write(/^Namn/, 'Halv');
    view.unmount();
    render(
      <FluentProvider theme={teman.ljust}>
        <Prov />
      </FluentProvider>,
    );
    expect(screen.queryByRole('form')).toBeNull();
    act(() => void runCommandById('spara'));
    await waitFor(() => expect(korda().map(({ input }) => input.namn)).toEqual(['Halv']));
  });

  it('Ctrl+S with faults sends nothing, shows them all and goes to the first', async () => {
    const { korda } = show();
    await write(/minuter/, '75');
    await ctrlS();
    const namn = await falt(/^Namn/);
    await waitFor(() => expect(document.activeElement).toBe(namn));
    expect(namn.getAttribute('aria-invalid')).toBe('true');
    expect((await falt(/minuter/)).getAttribute('aria-invalid')).toBe('true');
    expect(korda()).toEqual([]);
    expect(screen.getByRole('button', { name: /^Spara prov/ }).hasAttribute('disabled')).toBe(false);
  });

  it('Ctrl+S runs the command, and the draft is gone', async () => {
    const { korda, utkast } = show();
    await write(/^Namn/, 'Eva');
    await waitFor(() => expect(utkast.size).toBe(1));
    expect(screen.getByText('Utkast – finns bara här')).toBeTruthy();
    await ctrlS();
    await waitFor(() => expect(screen.queryByText('Utkast – finns bara här')).toBeNull());
    expect(korda().map(({ input }) => input.namn)).toEqual(['Eva']);
    expect(utkast.size).toBe(0);
    // What the form held goes with the command, to be put back if the server refuses it (FRAGA-61).
    expect(korda()).toMatchObject([{ formular: { data: { namn: 'Eva' } } }]);
  });

  it('while it is sent nothing is sent twice, and no key is taken that would be lost', async () => {
    let answer: (ok: { ok: true; id: string }) => void = () => undefined;
    const { korda } = show(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    await write(/^Namn/, 'Eva');
    await ctrlS();
    await waitFor(() => expect(korda()).toHaveLength(1));
    await write(/^Namn/, 'Eva Ek');
    await ctrlS();
    expect((await falt(/^Namn/)).value).toBe('Eva');
    await act(async () => answer({ ok: true, id: 'x' }));
    await waitFor(() => expect(screen.queryByText('Utkast – finns bara här')).toBeNull());
    expect(korda()).toHaveLength(1);
    await write(/^Namn/, 'Eva Ek');
    expect((await falt(/^Namn/)).value).toBe('Eva Ek');
  });

  it('what is half-filled is there again when the form opens', async () => {
    const { view } = show();
    await write(/^Namn/, 'Halv');
    view.unmount();
    render(
      <FluentProvider theme={teman.ljust}>
        <Prov />
      </FluentProvider>,
    );
    expect((await falt(/^Namn/)).value).toBe('Halv');
    expect(screen.getByText('Utkast – finns bara här')).toBeTruthy();
  });

  it('a refusal stands at its field, and the words stay', async () => {
    show(() => ({ ok: false, rejection: { code: 'datum-fore', field: 'fran' } }));
    await write(/^Namn/, 'Eva');
    await ctrlS();
    expect(await screen.findByText(/Datumet är för tidigt/)).toBeTruthy();
    const fran = await falt(/^Gäller fr.o.m./);
    expect(fran.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(fran);
    expect((await falt(/^Namn/)).value).toBe('Eva');
    fireEvent.change(fran, { target: { value: '2026-12-02' } });
    await waitFor(() => expect(screen.queryByText(/Datumet är för tidigt/)).toBeNull());
  });

  it('a refusal of no field stands above the form', async () => {
    show(() => ({ ok: false, rejection: { code: 'utredningen-avslutad' } }));
    await write(/^Namn/, 'Eva');
    await ctrlS();
    expect(await screen.findByText('Utredningen är avslutad.')).toBeTruthy();
  });

  it('an answer that never came is asked for again under the same command id; a changed form is another command', async () => {
    let failing = true;
    const { korda } = show(({ id }) => {
      if (failing) throw new CallFailure({ code: 'karnan-stoppad' });
      return { ok: true, id: id ?? '' };
    });
    await write(/^Namn/, 'Eva');
    await ctrlS();
    expect(await screen.findByText('Programmets kärna svarar inte.')).toBeTruthy();
    await ctrlS();
    await waitFor(() => expect(korda()).toHaveLength(2));
    await screen.findByText('Programmets kärna svarar inte.');
    failing = false;
    await write(/^Namn/, 'Eva Ek');
    await ctrlS();
    await waitFor(() => expect(korda()).toHaveLength(3));
    const [first, second, third] = korda().map(({ id }) => id);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('Ångra goes back to the latest Spara, and can be taken back itself', async () => {
    const { utkast } = show();
    await write(/^Namn/, 'Eva');
    fireEvent.click(screen.getByRole('button', { name: 'Ångra' }));
    await waitFor(async () => expect((await falt(/^Namn/)).value).toBe(''));
    await waitFor(() => expect(utkast.size).toBe(0));
    fireEvent.click(await screen.findByRole('button', { name: 'Gör om' }));
    expect((await falt(/^Namn/)).value).toBe('Eva');
    await waitFor(() => expect(utkast.size).toBe(1));
  });

  it('FRAGA-61 a record changed by another is followed while nothing is typed, and asked about when something is', async () => {
    const { nyNu, korda } = show(undefined, { ...tomt(), basRev: 'a', namn: 'Eva' });
    expect((await falt(/^Namn/)).value).toBe('Eva');
    nyNu({ ...tomt(), basRev: 'b', namn: 'Eva B' });
    await waitFor(async () => expect((await falt(/^Namn/)).value).toBe('Eva B'));
    await write(/^Namn/, 'Min Eva');
    nyNu({ ...tomt(), basRev: 'c', namn: 'Annans Eva' });
    expect(await screen.findByText(/Någon annan har ändrat detta/)).toBeTruthy();
    expect((await falt(/^Namn/)).value).toBe('Min Eva');
    fireEvent.click(screen.getByRole('button', { name: 'Behåll mina uppgifter' }));
    await ctrlS();
    await waitFor(() => expect(korda().map(({ input }) => [input.basRev, input.namn])).toEqual([['c', 'Min Eva']]));
  });
});

describe('Kontroll före Spara', () => {
  it('leads to the field', async () => {
    show();
    const panel = await screen.findByRole('region', { name: 'Kontroll före Spara' });
    expect(within(panel).getByText('1 att rätta')).toBeTruthy();
    fireEvent.click(within(panel).getByRole('button', { name: 'Gå till fältet' }));
    const namn = await falt(/^Namn/);
    await waitFor(() => expect(document.activeElement).toBe(namn));
  });

  it('is a drawer in a narrow window', async () => {
    setFonster(683, 384);
    show();
    fireEvent.click(await screen.findByRole('button', { name: '1 att rätta' }));
    expect(await screen.findByText('Kontroll före Spara')).toBeTruthy();
  });
});

describe('FORB-10 Organisation', () => {
  const organisationer = Array.from({ length: 24 }, (_, at) => ({
    id: `o${at}`,
    data: { namn: `Enhet ${at}`, ordning: at, ...(at > 0 ? { parentId: 'o0' } : {}) },
  }));
  it('is found by typing; the tree opens as it was left', async () => {
    const valda: string[] = [];
    const oppnade: string[][] = [];
    render(
      <FluentProvider theme={teman.ljust}>
        <Organisationsval
          falt="organisation"
          etikett="Organisation"
          organisationer={organisationer}
          varde="o3"
          onVarde={(id) => valda.push(id)}
          minne={{ senaste: ['o7'], oppna: ['o0'], onOpen: (oppna) => oppnade.push(oppna), onVald: () => undefined }}
        />
      </FluentProvider>,
    );
    const ruta = screen.getByRole<HTMLInputElement>('combobox', { name: /^Organisation/ });
    expect(ruta.value).toBe('Enhet 3');
    act(() => ruta.focus());
    fireEvent.click(ruta);
    fireEvent.change(ruta, { target: { value: '19' } });
    fireEvent.click(await screen.findByRole('option', { name: 'Enhet 19' }));
    expect(valda).toEqual(['o19']);
    fireEvent.click(screen.getByRole('button', { name: /som träd/ }));
    fireEvent.click(await screen.findByText('Enhet 5'));
    expect(valda).toEqual(['o19', 'o5']);
  });
});
