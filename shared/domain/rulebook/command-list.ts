import type { z } from 'zod';
import { kopplaAktualiseringar } from '../aktualisering/koppla.ts';
import { registreraAktualisering } from '../aktualisering/registrera.ts';
import { sparaAktualisering } from '../aktualisering/spara.ts';
import { avgorKonflikt, felmarkeraAnteckning, signeraAnteckning, sparaAnteckning } from '../anteckning/commands.ts';
import { granskaKopia, kopieraTrad, taBortKopia } from '../anteckning/kopior.ts';
import { avslutaArende } from '../arende/avsluta.ts';
import { sparaBedomning } from '../bedomning/spara.ts';
import { fattaBeslut } from '../beslut/fatta.ts';
import { felmarkeraBeslut } from '../beslut/felmarkera.ts';
import { noteraTagitDel } from '../beslut/part-tagit-del.ts';
import { sparaBeslut } from '../beslut/spara.ts';
import { bekraftaBestallning } from '../bestallning/bekrafta.ts';
import { nyEfterAvbrott } from '../bestallning/ny-efter-avbrott.ts';
import { skickaBestallning } from '../bestallning/skicka.ts';
import { angraTaBortBestallning, taBortBestallning } from '../bestallning/ta-bort.ts';
import { andraBevakning } from '../bevakning/andra.ts';
import { klarmarkeraBevakning } from '../bevakning/klarmarkera.ts';
import { laggBevakning } from '../bevakning/lagg.ts';
import { taBortBevakning } from '../bevakning/ta-bort.ts';
import type { CommandDefinition } from '../command.ts';
import { arkiveraDokument } from '../dokument/arkivera.ts';
import { felmarkeraDokument } from '../dokument/felmarkera.ts';
import { eansokanGallerAnnan, kopplaEansokan } from '../eansokan/koppla.ts';
import { taEmotEansokan } from '../eansokan/ta-emot.ts';
import { atertaEansokan, skyddaEansokan, taHandOmEansokan } from '../eansokan/ta-hand.ts';
import { andraAvisering } from '../etjanst/andra-avisering.ts';
import { aviseringMisslyckades } from '../etjanst/avisering-misslyckades.ts';
import { avslutaGodkannande, sparaGodkannande } from '../etjanst/godkann.ts';
import { nattensUtfall } from '../etjanst/nattens-utfall.ts';
import { rapporteraNatten } from '../etjanst/rapportera.ts';
import { registreraNarstaende } from '../etjanst/registrera.ts';
import { sparaEtjanst } from '../etjanst/spara.ts';
import { valkomnaInte } from '../etjanst/valkomst.ts';
import { andraFranvaro, avslutaFranvaron, felmarkeraFranvaro, registreraFranvaro, skickaFranvarounderlag } from '../franvaro/commands.ts';
import { sparaHushall } from '../hushall/commands.ts';
import { skyddaMedlem } from '../hushall/skydda.ts';
import { felmarkeraIndividuellPlan } from '../individuellplan/felmarkera.ts';
import { noteraIndividuellPlan } from '../individuellplan/notera.ts';
import { aterkallaInkomstblankett, skickaInkomstblankett } from '../inkomst/skicka.ts';
import { klarInkomstsvar, kompletteraInkomstsvar, taEmotInkomstsvar } from '../inkomst/svara.ts';
import { felmarkeraErbjudande, felmarkeraIvorapport } from '../ivo/felmarkera.ts';
import { rapporteraIvo } from '../ivo/rapportera.ts';
import { sparaErbjudande, sparaIvouppgift } from '../ivo/spara.ts';
import { avgorKir } from '../kir/avgor.ts';
import { kvitteraKir, noteraKir } from '../kir/notis.ts';
import { svaraKir } from '../kir/svar.ts';
import { noteraBegaran } from '../klocka/begaran.ts';
import { skjutUppFrist } from '../klocka/skjut-upp.ts';
import { noteraUnderrattelse } from '../klocka/underrattelse.ts';
import { visaFristIgen } from '../klocka/visa-igen.ts';
import { sparaKontakt, taBortKontakt } from '../kontakt/commands.ts';
import { skyddaKontakt } from '../kontakt/skydda.ts';
import { laggTillKund, taBortKund } from '../kundlista/commands.ts';
import { oppnadKund } from '../kundlista/oppnad.ts';
import { fattaLass } from '../lass/fatta.ts';
import { sparaMeddelandeinstallning } from '../meddelande/installningar.ts';
import { journalforMeddelande } from '../meddelande/journalfor.ts';
import { lasMeddelande, taBortMeddelande, taHandOmMeddelande } from '../meddelande/lage.ts';
import { skickaMeddelande } from '../meddelande/skicka.ts';
import { levereraMeddelande, oppnatMeddelande, skyddaMeddelande, taEmotMeddelande } from '../meddelande/ta-emot.ts';
import { taEmotBilaga } from '../meddelande/ta-emot-bilaga.ts';
import { taTillbakaMeddelande } from '../meddelande/ta-tillbaka.ts';
import { valkomna } from '../meddelande/valkomna.ts';
import { hallMote, stallInMote } from '../mote/avsluta.ts';
import { felmarkeraMote } from '../mote/felmarkera.ts';
import { planeraMote } from '../mote/planera.ts';
import { lamnaUppgift } from '../overlamning/lamna.ts';
import { fordelaAkt } from '../person/fordela.ts';
import { registreraPerson } from '../person/registrera.ts';
import { sankSkydd } from '../person/sank-skydd.ts';
import { sparaPerson } from '../person/spara.ts';
import { taUppKund } from '../person/ta-upp.ts';
import { aterkallaSamtycke } from '../samtycke/aterkalla.ts';
import { felmarkeraSamtycke } from '../samtycke/felmarkera.ts';
import { registreraSamtycke } from '../samtycke/registrera.ts';
import { sparaSokning, taBortSokning } from '../sokverktyg/commands.ts';
import { levereraStatistik } from '../statistik/leverera.ts';
import { felmarkeraUppfoljning } from '../uppfoljning/felmarkera.ts';
import { genomforUppfoljning } from '../uppfoljning/genomfor.ts';
import { planeraUppfoljning } from '../uppfoljning/planera.ts';
import { bytHandlaggare, oppnaUtredningIgen } from '../utredning/commands.ts';
import { inledUtredning } from '../utredning/inled.ts';
import { digitaltSvar, lamnaDigitalt, skickaDigitalt } from '../utskick/digital-post.ts';
import { kopplaAnteckning } from '../utskick/koppla-anteckning.ts';
import { beslutOppnat, skickaUtBeslut } from '../utskick/skicka.ts';
import { avslutaVerkstallighet } from '../verkstallighet/avsluta.ts';
import { bytUtforare } from '../verkstallighet/byt-utforare.ts';
import { oppnaVerkstallighet } from '../verkstallighet/oppna.ts';
import { oppnaVerkstallighetIgen } from '../verkstallighet/oppna-igen.ts';

/** Every command of the product. One list, asked by the form, by the client and by the server. */
export const commands = {
  [sparaAnteckning.name]: sparaAnteckning,
  [signeraAnteckning.name]: signeraAnteckning,
  [felmarkeraAnteckning.name]: felmarkeraAnteckning,
  [avgorKonflikt.name]: avgorKonflikt,
  [fattaBeslut.name]: fattaBeslut,
  [sparaBeslut.name]: sparaBeslut,
  [felmarkeraBeslut.name]: felmarkeraBeslut,
  [fattaLass.name]: fattaLass,
  [sparaKontakt.name]: sparaKontakt,
  [taBortKontakt.name]: taBortKontakt,
  [skickaBestallning.name]: skickaBestallning,
  [nyEfterAvbrott.name]: nyEfterAvbrott,
  [taBortBestallning.name]: taBortBestallning,
  [angraTaBortBestallning.name]: angraTaBortBestallning,
  [bekraftaBestallning.name]: bekraftaBestallning,
  [oppnaVerkstallighet.name]: oppnaVerkstallighet,
  [avslutaVerkstallighet.name]: avslutaVerkstallighet,
  [oppnaVerkstallighetIgen.name]: oppnaVerkstallighetIgen,
  [bytUtforare.name]: bytUtforare,
  [registreraFranvaro.name]: registreraFranvaro,
  [andraFranvaro.name]: andraFranvaro,
  [avslutaFranvaron.name]: avslutaFranvaron,
  [felmarkeraFranvaro.name]: felmarkeraFranvaro,
  [skickaFranvarounderlag.name]: skickaFranvarounderlag,
  [sparaBedomning.name]: sparaBedomning,
  [avslutaArende.name]: avslutaArende,
  [laggBevakning.name]: laggBevakning,
  [andraBevakning.name]: andraBevakning,
  [klarmarkeraBevakning.name]: klarmarkeraBevakning,
  [skjutUppFrist.name]: skjutUppFrist,
  [visaFristIgen.name]: visaFristIgen,
  [noteraTagitDel.name]: noteraTagitDel,
  [skickaUtBeslut.name]: skickaUtBeslut,
  [beslutOppnat.name]: beslutOppnat,
  [skickaDigitalt.name]: skickaDigitalt,
  [lamnaDigitalt.name]: lamnaDigitalt,
  [digitaltSvar.name]: digitaltSvar,
  [kopplaAnteckning.name]: kopplaAnteckning,
  [noteraBegaran.name]: noteraBegaran,
  [noteraUnderrattelse.name]: noteraUnderrattelse,
  [taBortBevakning.name]: taBortBevakning,
  [sparaErbjudande.name]: sparaErbjudande,
  [felmarkeraErbjudande.name]: felmarkeraErbjudande,
  [sparaIvouppgift.name]: sparaIvouppgift,
  [rapporteraIvo.name]: rapporteraIvo,
  [felmarkeraIvorapport.name]: felmarkeraIvorapport,
  [planeraUppfoljning.name]: planeraUppfoljning,
  [genomforUppfoljning.name]: genomforUppfoljning,
  [felmarkeraUppfoljning.name]: felmarkeraUppfoljning,
  [registreraSamtycke.name]: registreraSamtycke,
  [aterkallaSamtycke.name]: aterkallaSamtycke,
  [felmarkeraSamtycke.name]: felmarkeraSamtycke,
  [sparaEtjanst.name]: sparaEtjanst,
  [registreraNarstaende.name]: registreraNarstaende,
  [valkomna.name]: valkomna,
  [valkomnaInte.name]: valkomnaInte,
  [sparaGodkannande.name]: sparaGodkannande,
  [avslutaGodkannande.name]: avslutaGodkannande,
  [skickaInkomstblankett.name]: skickaInkomstblankett,
  [aterkallaInkomstblankett.name]: aterkallaInkomstblankett,
  [taEmotInkomstsvar.name]: taEmotInkomstsvar,
  [kompletteraInkomstsvar.name]: kompletteraInkomstsvar,
  [klarInkomstsvar.name]: klarInkomstsvar,
  [andraAvisering.name]: andraAvisering,
  [nattensUtfall.name]: nattensUtfall,
  [aviseringMisslyckades.name]: aviseringMisslyckades,
  [rapporteraNatten.name]: rapporteraNatten,
  [planeraMote.name]: planeraMote,
  [hallMote.name]: hallMote,
  [stallInMote.name]: stallInMote,
  [felmarkeraMote.name]: felmarkeraMote,
  [noteraIndividuellPlan.name]: noteraIndividuellPlan,
  [felmarkeraIndividuellPlan.name]: felmarkeraIndividuellPlan,
  [arkiveraDokument.name]: arkiveraDokument,
  [felmarkeraDokument.name]: felmarkeraDokument,
  [laggTillKund.name]: laggTillKund,
  [taBortKund.name]: taBortKund,
  [oppnadKund.name]: oppnadKund,
  [sparaSokning.name]: sparaSokning,
  [taBortSokning.name]: taBortSokning,
  [levereraStatistik.name]: levereraStatistik,
  [registreraPerson.name]: registreraPerson,
  [sparaPerson.name]: sparaPerson,
  [sankSkydd.name]: sankSkydd,
  [taUppKund.name]: taUppKund,
  [fordelaAkt.name]: fordelaAkt,
  [lamnaUppgift.name]: lamnaUppgift,
  [avgorKir.name]: avgorKir,
  [noteraKir.name]: noteraKir,
  [kvitteraKir.name]: kvitteraKir,
  [svaraKir.name]: svaraKir,
  [sparaHushall.name]: sparaHushall,
  [skyddaMedlem.name]: skyddaMedlem,
  [skyddaKontakt.name]: skyddaKontakt,
  [registreraAktualisering.name]: registreraAktualisering,
  [sparaAktualisering.name]: sparaAktualisering,
  [kopplaAktualiseringar.name]: kopplaAktualiseringar,
  [taEmotEansokan.name]: taEmotEansokan,
  [taHandOmEansokan.name]: taHandOmEansokan,
  [kopplaEansokan.name]: kopplaEansokan,
  [eansokanGallerAnnan.name]: eansokanGallerAnnan,
  [skickaMeddelande.name]: skickaMeddelande,
  [lasMeddelande.name]: lasMeddelande,
  [taHandOmMeddelande.name]: taHandOmMeddelande,
  [taBortMeddelande.name]: taBortMeddelande,
  [taTillbakaMeddelande.name]: taTillbakaMeddelande,
  [journalforMeddelande.name]: journalforMeddelande,
  [sparaMeddelandeinstallning.name]: sparaMeddelandeinstallning,
  [taEmotMeddelande.name]: taEmotMeddelande,
  [taEmotBilaga.name]: taEmotBilaga,
  [levereraMeddelande.name]: levereraMeddelande,
  [oppnatMeddelande.name]: oppnatMeddelande,
  [skyddaMeddelande.name]: skyddaMeddelande,
  [atertaEansokan.name]: atertaEansokan,
  [skyddaEansokan.name]: skyddaEansokan,
  [inledUtredning.name]: inledUtredning,
  [bytHandlaggare.name]: bytHandlaggare,
  [oppnaUtredningIgen.name]: oppnaUtredningIgen,
  [kopieraTrad.name]: kopieraTrad,
  [granskaKopia.name]: granskaKopia,
  [taBortKopia.name]: taBortKopia,
} satisfies Record<string, CommandDefinition>;

export type CommandName = keyof typeof commands;
/** What a form gives a command. */
export type CommandInput<N extends CommandName> = z.input<(typeof commands)[N]['input']>;
/** A command to be run: its name, and the input that goes with it. */
export type NamedCommand<N extends CommandName = CommandName> = { [K in N]: { name: K; input: CommandInput<K> } }[N];
/** What a form may hold before all is filled in: a value that is missing is undefined, and the rule refuses with the name of its field. */
type Unfilled<T> = T extends readonly (infer One)[]
  ? Unfilled<One>[]
  : T extends object
    ? { [K in keyof T]?: Unfilled<T[K]> | undefined }
    : T;
/** A command as a form of the renderer sends it. */
export type FormCommand<N extends CommandName = CommandName> = { [K in N]: { name: K; input: Unfilled<CommandInput<K>> } }[N];
export const isCommandName = (name: string): name is CommandName => Object.hasOwn(commands, name);
