import type { Dokumentfel, Dokumentfelkod } from '../domain/dokument/fel.ts';
import type { Dokumentvag } from '../domain/dokument/vag.ts';
import { type Ord, ord } from './ord.ts';

/** Why a document cannot be made, and what to do about it. */
const dokumentfelOrd: Record<Dokumentfelkod, Ord> = {
  'finns-inte': ord('Det som skulle skrivas ut finns inte längre', 'Öppna kunden igen.'),
  'mall-saknas': ord('Det finns ingen mall som gäller den dagen', 'Be systemförvaltningen lägga in den.'),
  'malltext-saknas': ord('Mallen saknar en text', 'Be systemförvaltningen skriva den.'),
  'brevhuvud-saknas': ord('Det finns inget brevhuvud som gäller den dagen', 'Be systemförvaltningen lägga in det.'),
  'uppgift-saknas': ord('En uppgift i mallens text saknas', 'Be systemförvaltningen fylla i den.'),
  'lagrum-saknas': ord('Bestämmelsen som beslutet grundas på saknas', 'Be systemförvaltningen lägga in vilket lagrum insatsen har.'),
  'skal-saknas': ord('Skäl för beslutet saknas', 'Skriv dem i Utredningsdokumentet och signera texten.'),
  'skal-osignerat': ord('Skälen för beslutet är inte signerade', 'Signera texten i Utredningsdokumentet.'),
  'beslutsfattare-saknas': ord('Det står inte vem som har beslutat', 'Ange beslutsfattare i beslutet.'),
  'beslut-felmarkerat': ord('Beslutet är felmarkerat', 'Skriv ut det beslut som gäller.'),
  'overklagas-oklart': ord(
    'Det framgår inte hur beslutet överklagas',
    'Be systemförvaltningen ange det på lagrummet, eller skriv ett brev för varje beslut.',
  ),
  'anteckning-osignerad': ord('Texten är inte signerad', 'Spara och signera (skrivskydda) den först, och granska igen.'),
  'texter-osignerade': ord('Inget av det som är skrivet är signerat', 'Signera det som ska med, och granska igen.'),
  'mottagaren-gar-inte': ord(
    'Brevet kan inte ställas till den du valde',
    'Välj en annan mottagare. Kontakten kan ha ändrats eller fått skydd.',
  ),
  'samtycke-saknas': ord(
    'Samtycke saknas till att den du valde får uppgifter om kunden',
    'Registrera kundens samtycke, eller skriv varför brevet får lämnas efter sekretessprövning.',
  ),
  'samtycket-aterkallat': ord(
    'Samtycket till att den du valde får uppgifter om kunden är återkallat',
    'Välj en annan mottagare, eller skriv varför brevet får lämnas efter sekretessprövning.',
  ),
  'samtycket-utgatt': ord(
    'Samtycket till att den du valde får uppgifter om kunden gäller inte längre',
    'Registrera ett nytt, eller skriv varför brevet får lämnas efter sekretessprövning.',
  ),
  'motet-har-varit': ord('Mötet ligger i det förflutna', 'Välj i dag eller en senare dag.'),
  'slutar-fore': ord('Mötet slutar innan det börjar', 'Ändra klockslaget.'),
  'lass-skrivs-inte-ut': ord('Ett LASS-beslut skrivs inte ut och skickas inte', 'Försäkringskassan meddelar sitt beslut själv.'),
  'stodfamilj-skrivs-inte-ut': ord('Beslutet om stödfamilj skrivs inte ut', 'Skriv ut beslutet om korttidsvistelse.'),
};

/** A fault as it is told: what, of what in the mall, and what to do. */
export const dokumentfelText = ({ kod, ref }: Dokumentfel): string => {
  const { vad, gor } = dokumentfelOrd[kod];
  const namngiven = kod === 'malltext-saknas' || kod === 'uppgift-saknas' || kod === 'lagrum-saknas';
  return `${vad}${namngiven && ref ? ` (${ref})` : ''}. ${gor}`;
};

/** What is put right where a fault leads, as its button says it. */
export const vagOrd: Record<Dokumentvag['slag'], string> = { beslut: 'Gå till beslutet', text: 'Gå till texten' };
