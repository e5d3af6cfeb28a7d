import { describe, expect, test } from 'vitest';
import { mayWriteIn, skrivhinder } from './behorighet.ts';
import { type Roll, roller } from './katalog/records.ts';
import type { CommandName } from './rulebook/command-list.ts';
import { commandRoles, mayRun } from './rulebook/command-roles.ts';
import { systemaktor } from './systemaktor.ts';
import { commandNames } from './testing/command-names.ts';
import { akt, stateOf, testActor, testAkt, testId, testVerkstallighet } from './testing/state.ts';

const handlaggare: Roll[] = ['lssHandlaggare', 'bistandshandlaggare', 'enhetschef'];
const lasare: Roll[] = [...handlaggare, 'boendesamordnare', 'avgiftshandlaggare', 'systemforvaltare'];
const expected: Record<CommandName, readonly Roll[]> = {
  'kir.svara': [],
  'akt.fordela': [],
  'uppgift.lamna': handlaggare,
  'anteckning.spara': [...handlaggare, 'utforare'],
  'anteckning.signera': [...handlaggare, 'utforare'],
  'anteckning.felmarkera': [...handlaggare, 'utforare'],
  'anteckning.avgorKonflikt': [...handlaggare, 'utforare'],
  'kontakt.spara': handlaggare,
  'kontakt.taBort': handlaggare,
  'person.registrera': handlaggare,
  'person.spara': handlaggare,
  'person.sankSkydd': handlaggare,
  'person.taUpp': handlaggare,
  'person.avgorKir': handlaggare,
  'hushall.spara': handlaggare,
  'hushall.skydda': [],
  'aktualisering.registrera': handlaggare,
  'aktualisering.spara': handlaggare,
  'aktualisering.koppla': handlaggare,
  'utredning.inled': handlaggare,
  'utredning.bytHandlaggare': handlaggare,
  'utredning.noteraBegaran': handlaggare,
  'utredning.noteraUnderrattelse': handlaggare,
  'utredning.oppnaIgen': ['systemforvaltare'],
  'kir.notera': [],
  'kontakt.skydda': [],
  'kir.kvittera': ['systemforvaltare'],
  'anteckning.kopieraTrad': handlaggare,
  'anteckning.granska': handlaggare,
  'anteckning.taBortKopia': handlaggare,
  'beslut.fatta': handlaggare,
  'beslut.spara': handlaggare,
  'beslut.felmarkera': handlaggare,
  'beslut.partTagitDel': handlaggare,
  'beslut.kopplaAnteckning': handlaggare,
  'beslut.skickaUt': [],
  'beslut.oppnat': [],
  'beslut.skickaDigitalt': handlaggare,
  'beslut.lamnaDigitalt': [],
  'beslut.digitaltSvar': [],
  'lass.fatta': ['lssHandlaggare', 'enhetschef'],
  'bestallning.skicka': handlaggare,
  'bestallning.nyEfterAvbrott': handlaggare,
  'bestallning.taBort': handlaggare,
  'bestallning.angraTaBort': handlaggare,
  'bestallning.bekrafta': [...handlaggare, 'utforare'],
  'verkstallighet.oppna': handlaggare,
  'verkstallighet.avsluta': [...handlaggare, 'utforare'],
  'verkstallighet.oppnaIgen': handlaggare,
  'verkstallighet.bytUtforare': handlaggare,
  'bedomning.spara': handlaggare,
  'arende.avsluta': handlaggare,
  'erbjudande.spara': handlaggare,
  'erbjudande.felmarkera': handlaggare,
  'ivo.spara': handlaggare,
  'ivo.rapportera': handlaggare,
  'ivo.felmarkera': handlaggare,
  'uppfoljning.planera': handlaggare,
  'uppfoljning.genomfor': handlaggare,
  'uppfoljning.felmarkera': handlaggare,
  'samtycke.registrera': handlaggare,
  'samtycke.aterkalla': handlaggare,
  'samtycke.felmarkera': handlaggare,
  'etjanst.spara': [...handlaggare, 'utforare'],
  'etjanst.valkomna': handlaggare,
  'etjanst.valkomnaInte': handlaggare,
  'godkannande.spara': handlaggare,
  'godkannande.registrera': handlaggare,
  'godkannande.avsluta': handlaggare,
  'inkomst.skicka': ['avgiftshandlaggare'],
  'inkomst.aterkalla': ['avgiftshandlaggare'],
  'inkomst.taEmot': [],
  'inkomst.komplettera': ['avgiftshandlaggare'],
  'inkomst.klar': ['avgiftshandlaggare'],
  'etjanst.andraAvisering': [],
  'etjanst.natt': [],
  'etjanst.aviseringMisslyckades': [],
  'meddelande.skicka': lasare,
  'meddelande.las': lasare,
  'meddelande.tagHand': lasare,
  'meddelande.taBort': lasare,
  'meddelande.taTillbaka': lasare,
  'meddelande.journalfor': handlaggare,
  'meddelande.installningar': lasare,
  'meddelande.taEmot': [],
  'meddelande.taEmotBilaga': [],
  'meddelande.leverera': [],
  'meddelande.oppnat': [],
  'meddelande.skydda': [],
  'natt.rapportera': [],
  'eansokan.taEmot': [],
  'eansokan.tagHand': handlaggare,
  'eansokan.koppla': handlaggare,
  'eansokan.gallerAnnan': handlaggare,
  'eansokan.aterta': handlaggare,
  'eansokan.skydda': [],
  'franvaro.registrera': [...handlaggare, 'utforare'],
  'franvaro.andra': [...handlaggare, 'utforare'],
  'franvaro.avsluta': [...handlaggare, 'utforare'],
  'franvaro.felmarkera': [...handlaggare, 'utforare'],
  'franvaro.skickaUnderlag': [...handlaggare, 'utforare'],
  'mote.planera': handlaggare,
  'mote.hall': handlaggare,
  'mote.stallIn': handlaggare,
  'mote.felmarkera': handlaggare,
  'individuellPlan.notera': handlaggare,
  'individuellPlan.felmarkera': handlaggare,
  'frist.skjutUpp': lasare,
  'frist.visaIgen': lasare,
  'bevakning.lagg': lasare,
  'bevakning.andra': lasare,
  'bevakning.klarmarkera': lasare,
  'bevakning.taBort': lasare,
  'dokument.arkivera': [...handlaggare, 'utforare'],
  'dokument.felmarkera': [...handlaggare, 'utforare'],
  'kundlista.laggTill': roller,
  'kundlista.taBort': roller,
  'senaste.oppnad': roller,
  'sokverktyg.spara': roller,
  'sokverktyg.taBort': roller,
  'statistik.leverera': ['enhetschef', 'systemforvaltare'],
};

test('ROLL-01 every command has a row of permissions, and no row is without its command', () => {
  expect(Object.keys(commandRoles).toSorted()).toEqual(commandNames.toSorted());
  expect(Object.keys(expected).toSorted()).toEqual(commandNames.toSorted());
});

test.each(commandNames)('ROLL-01 %s by the server itself: only what is no user’s', (command) => {
  const system = systemaktor('Folkbokföringen');
  expect(mayRun(command, system)).toBe(commandRoles[command] === 'system');
  expect(mayRun(command, { ...testActor(), roller: [...roller] })).toBe(commandRoles[command] !== 'system');
});

describe('ROLL-01 command by role', () => {
  const rows = commandNames.flatMap((command) => roller.map((roll) => [command, roll] as const));
  test.each(rows)('%s by %s', (command, roll) => {
    const allowed = expected[command].includes(roll);
    expect(mayRun(command, { roller: [roll], aktiv: true })).toBe(allowed);
    expect(mayRun(command, { roller: [roll], aktiv: false }), 'a user who has left').toBe(false);
  });

  test('one of several roles is enough', () => {
    expect(mayRun('kontakt.spara', { roller: ['utforare', 'enhetschef'], aktiv: true })).toBe(true);
  });
});

describe('ROLL-03 where a role may write', () => {
  const utforarens = testVerkstallighet({ utforareId: akt.utforare });
  const lssInsatser = testVerkstallighet({ lssInsatser: true });
  test.each(roller)('%s', (roll) => {
    const isHandlaggare = handlaggare.includes(roll);
    const actor = testActor({ roller: [roll], ...(roll === 'utforare' ? { utforareId: akt.utforare } : {}) });
    expect(skrivhinder(undefined, actor), 'an utredning').toBe(isHandlaggare ? undefined : 'behorighet-saknas');
    expect(skrivhinder(lssInsatser, actor), 'LSS Insatser').toBe(isHandlaggare ? undefined : 'behorighet-saknas');
    expect(skrivhinder(utforarens, actor), 'a utförare’s').toBe(roll === 'utforare' ? undefined : 'utforarens-verkstallighet');
  });

  test('FORB-15 working for the utförare without its role gives nothing', () => {
    expect(skrivhinder(utforarens, testActor({ utforareId: akt.utforare }))).toBe('utforarens-verkstallighet');
    expect(skrivhinder(utforarens, testActor({ roller: ['utforare'] }))).toBe('utforarens-verkstallighet');
  });

  test('what the akt has not, nobody writes in', () => {
    const state = stateOf(testAkt());
    expect(mayWriteIn(state, { slag: 'utredning', id: testId(99) }, testActor())).toEqual({ code: 'finns-inte' });
    expect(mayWriteIn(state, { slag: 'verkstallighet', id: akt.utredning }, testActor())).toEqual({ code: 'finns-inte' });
    expect(mayWriteIn(state, { slag: 'utredning', id: akt.utredning }, testActor())).toBeUndefined();
  });
});
