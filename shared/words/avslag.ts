import { type RejectionCode, rejectionCodes } from '../domain/command.ts';
import { type Ord, ord } from './ord.ts';

/** Why a command was refused, here or by the server. */
export const avslagOrd: Record<RejectionCode, Ord> = {
  'okant-kommando': ord('Servern känner inte till åtgärden.', 'Programmet behöver uppdateras. Din text är kvar här.'),
  regelfel: ord('Ett fel i programmets regler hindrade åtgärden.', 'Din text är kvar. Anmäl felet till systemförvaltningen.'),
  'akt-olaslig': ord(
    'Servern kan inte läsa något i akten just nu.',
    'Det du gjort är sparat här och skickas igen av sig självt. Systemförvaltningen har fått veta det.',
  ),
  'ogiltig-indata': ord('Något i det som sparades har fel form.', 'Öppna och kontrollera fälten. Din text är kvar.'),
  'atkomst-saknas': ord(
    'Du har inte längre åtkomst till akten.',
    'Tala med din enhetschef om åtkomsten. Tar ni upp kunden skickas det igen av sig självt. Din text är kvar.',
  ),
  'akten-finns-inte': ord(
    'Akten finns inte: registreringen av kunden togs inte emot.',
    'Se raden Kund registrerad i Att åtgärda. Fanns kunden redan flyttar du allt till den därifrån. Din text är kvar.',
  ),
  'behorighet-saknas': ord('Din roll får inte göra detta.', 'Be en kollega med rätt behörighet. Din text är kvar.'),
  'utforarens-verkstallighet': ord(
    'Verkställigheten hör till utföraren och kan bara skrivas av dem.',
    'Skriv i LSS Insatser i stället. Din text är kvar.',
  ),
  'finns-inte': ord('Det som skulle ändras finns inte i akten.', 'Öppna akten och se vad som finns. Din text är kvar.'),
  'finns-redan': ord('Det finns redan.', 'Öppna akten och se vad som står där.'),
  'text-andrad': ord('Någon annan har ändrat texten sedan du började skriva.', 'Jämför texterna och välj. Båda finns kvar.'),
  'rubrik-har-text': ord('Rubriken har redan en osignerad text av någon annan.', 'Jämför texterna och välj. Båda finns kvar.'),
  signerad: ord('Anteckningen är signerad och låst.', 'Felmarkera den om den är fel, och skriv en ny. Din text är kvar.'),
  'inte-signerad': ord('Anteckningen är inte signerad.', 'En osignerad anteckning ändras i stället för att felmarkeras.'),
  'redan-felmarkerad': ord('Anteckningen är redan felmarkerad.', 'Inget mer behöver göras.'),
  'tom-text': ord('Texten är tom.', 'Skriv något innan du sparar.'),
  'inte-forfattare': ord('Bara den som skrev texten får göra detta.', 'Be den som skrev den, eller enhetschefen.'),
  'datum-i-framtiden': ord('Händelsedatumet ligger i framtiden.', 'Ändra till dagens datum eller tidigare. Din text är kvar.'),
  'andrad-av-annan': ord(
    'Någon annan har ändrat uppgiften sedan du läste den.',
    'Se den nya uppgiften och gör om din ändring om den behövs.',
  ),
  'listan-full': ord('Listan är full.', 'Ta bort något ur listan och lägg till igen.'),
  'tva-enheter': ord('Det här rör två enheters ärenden på en gång.', 'Gör det för en enhet i taget.'),
  'annan-enhet': ord('Det hör till en annan enhet.', 'Vänd dig till den som handlägger där.'),
  'personnummer-finns': ord(
    'Personnumret hör redan till en registrerad kund.',
    'Öppna den kunden i stället. Det du skrivit är kvar, och kan flyttas dit från Att åtgärda.',
  ),
  'ogiltigt-personnummer': ord('Personnumret är inte giltigt.', 'Kontrollera siffrorna, eller välj interimsnummer om numret saknas.'),
  'nummer-bekraftat': ord(
    'Personnumret är bekräftat av folkbokföringen och kan inte bytas här.',
    'Kontrollera att det är rätt kund, och tala med systemförvaltningen.',
  ),
  'skydd-adress': ord('Personen har skyddade uppgifter, och då sparas ingen adress.', 'Töm adressen och spara igen.'),
  'skydd-sanks': ord(
    'Personen har ett starkare skydd än det som står i formuläret.',
    'Välj det skydd som gäller. Ska skyddet sänkas görs det med Sänk skydd under Person.',
  ),
  'registerledare-ar-kunden': ord(
    'Registerledare är den som får insatsen, inte den som söker.',
    'Välj kunden som registerledare, eller bekräfta den andra personen.',
  ),
  'finns-inte-i-katalogen': ord('Valet finns inte längre bland kommunens värden.', 'Välj på nytt i listan. Resten är kvar.'),
  'ansvarig-utan-atkomst': ord(
    'Den som valts får inte läsa akten: en annan enhet, eller en kund med skydd.',
    'Välj någon som har åtkomst till akten.',
  ),
  'osignerat-lamnas-inte': ord('Bara en signerad text kan lämnas till en annan enhet.', 'Signera den först.'),
  'felmarkerat-lamnas-inte': ord('Det är felmarkerat och kan inte lämnas till en annan enhet.', 'Lämna det som gäller i stället.'),
  'enheten-har-inte-kunden': ord('Enheten kan inte få uppgiften.', 'Välj en enhet som har kunden. Det du skrivit är kvar.'),
  'utredningen-avslutad': ord('Utredningen är avslutad.', 'Välj en pågående utredning, eller be systemförvaltaren öppna den igen.'),
  'redan-kopplad': ord('Aktualiseringen hör redan till en utredning.', 'Öppna den utredningen, eller välj en annan aktualisering.'),
  'ingen-ansokan': ord(
    'Utredningen prövar ingen ansökan från den enskilde.',
    'Förvaltningslagens 11 och 12 §§ gäller bara det hon själv har ansökt om. Skriv en anteckning om det som kom in i stället.',
  ),
  'begaran-for-tidig': ord(
    'Begäran kom in innan sex månader hade gått sedan ansökan.',
    'Då gäller inte 12 § förvaltningslagen. Kontrollera dagen, eller skriv en anteckning om det som kom in.',
  ),
  'datum-fore': ord('Datumet är för tidigt.', 'Ändra till ett senare datum.'),
  'datum-efter': ord('Datumet är för sent.', 'Ändra till ett tidigare datum.'),
  'rubrik-kravs': ord('Rubriken saknas.', 'Skriv vad dokumentet gäller. Din text är kvar.'),
  'skal-kravs': ord('Ett skäl behövs.', 'Skriv skälet och spara igen.'),
  'inget-valt': ord('Inget är valt.', 'Välj minst en.'),
  'malet-har-text': ord('Utredningen du kopierar till har redan text.', 'Kopiera till en utredning utan text. Inget har ändrats.'),
  'inget-att-kopiera': ord('Det finns ingen text att kopiera.', 'Välj en utredning som har text.'),
  'luckor-kvar': ord(
    'Allt i frastexten är inte ifyllt.',
    'Byt ut orden inom hakparentes mot dina egna, eller ta bort dem, och signera sedan.',
  ),
  'ej-granskad': ord('Texten är kopierad och inte granskad.', 'Läs igenom den, markera den som granskad och signera sedan.'),
  'stammer-inte-med-katalogen': ord('Beslutet stämmer inte med kommunens insatser.', 'Välj insats och utfall på nytt.'),
  'timmar-kravs': ord('Antal timmar behövs för insatsen.', 'Fyll i timmar och minuter.'),
  'timmar-anvands-inte': ord('Insatsen beslutas inte i timmar.', 'Töm timmarna och spara igen.'),
  'enheten-stammer-inte': ord('Timmarna anges i en annan enhet för insatsen.', 'Välj den enhet som insatsen har.'),
  'niva-kravs': ord('En nivå behövs för insatsen.', 'Välj nivå.'),
  'niva-stammer-inte': ord(
    'Nivån stämmer inte med insatsen eller med det hopkopplade beslutet.',
    'Välj samma nivå och en som insatsen har.',
  ),
  'personkrets-kravs': ord('Personkrets behövs.', 'Välj personkrets 1, 2 eller 3.'),
  'personkrets-andrad': ord(
    'Någon annan har registrerat en annan personkrets för kunden.',
    'Se vilken som är registrerad nu, välj personkrets i beslutet och spara igen. Det du skrivit är kvar.',
  ),
  'par-kravs': ord('Beslutet består av två som hör ihop, och det ena saknas.', 'Fyll i båda och spara dem tillsammans.'),
  'aktualisering-utan-beslut': ord(
    'En aktualisering i utredningen har inget beslut.',
    'Besluta om den också, eller bekräfta att utredningen ändå avslutas.',
  ),
  'fel-beslutsfattare': ord('Beslutsfattaren har inte delegation för beslutet.', 'Välj den som enligt delegationsordningen beslutar.'),
  'bifall-samtidigt': ord(
    'Ett annat bifall på samma insats gäller samma tid.',
    'Ändra datumen, eller skriv varför båda ska gälla. Det du skrivit är kvar.',
  ),
  'bestallning-samtidigt': ord(
    'En annan beställning på samma insats gäller samma tid.',
    'Ändra datumen, eller skriv varför båda ska gälla. Det du skrivit är kvar.',
  ),
  'bifall-bredvid': ord(
    'Ett annat bifall på samma insats gäller samma tid.',
    'Välj ett slutdatum före det andra bifallets första dag. Ska båda gälla fattar du ett nytt bifall och skriver varför.',
  ),
  'bestallning-bredvid': ord(
    'En annan beställning på samma insats gäller samma tid.',
    'Ta bort den först. Ska båda gälla gör du en ny beställning och skriver varför.',
  ),
  'redan-beslutat': ord(
    'Någon annan har beslutat om samma insats sedan du fyllde i formuläret.',
    'Se det beslutet innan du sparar ditt. Det du skrivit är kvar.',
  ),
  'har-bestallning': ord('Beslutet har en beställning.', 'Ta bort beställningen först, om den inte är bekräftad.'),
  'ej-i-rapporten': ord(
    'Beslutet hör inte till rapporten för kvartalet längre.',
    'Det kan ha verkställts i tid, upphört eller felmarkerats. Öppna kunden och se vad som gäller.',
  ),
  'redan-rapporterat': ord(
    'Någon annan har redan markerat beslutet som rapporterat för kvartalet.',
    'Vem och när står i listan. Har du rapporterat det en gång till hos IVO: hör av dig dit.',
  ),
  'kvartalet-pagar': ord(
    'Kvartalet är inte slut.',
    'Det som ännu inte är verkställt rapporteras när kvartalet är slut. Det som har verkställts eller avslutats kan rapporteras genast.',
  ),
  'erbjudandet-felmarkerat': ord('Erbjudandet är felmarkerat.', 'Lägg in ett nytt erbjudande. Din text är kvar.'),
  'inte-lss': ord('Beslutet är inte enligt LSS.', 'Individuell plan erbjuds den som har beviljats en insats enligt LSS.'),
  'ingen-plan': ord('Ingen plan är upprättad den dagen.', 'Notera först när den upprättades.'),
  'planen-redan-noterad': ord('Det är redan noterat för den dagen.', 'Se vad som står. Gäller det ett annat tillfälle ändrar du dagen.'),
  'uppfoljningen-genomford': ord(
    'Uppföljningen är redan genomförd.',
    'Se vad som skrevs. Gäller din text ett annat tillfälle skriver du in det som en ny uppföljning. Din text är kvar.',
  ),
  'uppfoljningen-felmarkerad': ord('Uppföljningen är felmarkerad.', 'Skriv in uppföljningen som en ny. Din text är kvar.'),
  'uppfoljning-redan-planerad': ord('En uppföljning är redan planerad den dagen.', 'Använd den, eller välj en annan dag.'),
  'nasta-uppfoljning-kravs': ord('Nästa uppföljning saknas.', 'Beslutet gäller tills vidare. Skriv vilken dag det ska följas upp igen.'),
  'nasta-uppfoljning-planeras-inte': ord(
    'Nästa uppföljning planeras bara när inget ska ändras.',
    'Ta bort dagen, eller välj att beslutet är oförändrat.',
  ),
  'beslutet-avslutat': ord('Beslutet har upphört.', 'Ingen ny uppföljning kan planeras på det. Det du skrivit är kvar.'),
  'samtycke-saknas': ord(
    'Samtycke saknas till att den får uppgifter om kunden.',
    'Registrera kundens samtycke, eller skriv varför uppgifterna får lämnas efter sekretessprövning. Din text är kvar.',
  ),
  'samtycket-aterkallat': ord(
    'Samtycket är återkallat.',
    'Se vem som återkallade det och när. Uppgifter lämnas bara efter sekretessprövning, med skäl. Din text är kvar.',
  ),
  'samtycket-utgatt': ord(
    'Samtycket gäller inte längre.',
    'Registrera ett nytt samtycke, eller skriv varför uppgifterna får lämnas efter sekretessprövning. Din text är kvar.',
  ),
  'etjanst-avliden': ord('Kunden har avlidit.', 'E-tjänsten kan inte aktiveras. Inget mer behöver göras.'),
  'etjanst-utan-nummer': ord(
    'Kunden har inget personnummer eller samordningsnummer.',
    'E-tjänsten kräver BankID eller Freja, som inget interimsnummer har. Skicka med post tills kunden har fått ett nummer.',
  ),
  'etjanst-for-tidig': ord(
    'Kunden har ingen aktualisering eller utredning.',
    'E-tjänsten kan aktiveras när en aktualisering är registrerad. Din text är kvar.',
  ),
  'etjanst-skydd-avisering': ord(
    'Den som har skyddad folkbokföring aviseras inte.',
    'Ta bort avisering via SMS och e-post. E-tjänsten går att använda ändå.',
  ),
  'mobil-kravs': ord(
    'Numret är inget mobilnummer.',
    'Skriv ett mobilnummer, till exempel 070-123 45 67. Ett nummer utanför Sverige börjar med +.',
  ),
  'epost-kravs': ord('E-postadressen stämmer inte.', 'Skriv den som namn@exempel.se.'),
  'godkannande-utan-nummer': ord(
    'Kontakten har inget personnummer.',
    'Skriv in personnumret under Kontaktuppgifter. Det behövs för att logga in med BankID eller Freja. Din text är kvar.',
  ),
  'godkannande-kunden-sjalv': ord('Kontakten har kundens eget personnummer.', 'Rätta numret under Kontaktuppgifter. Din text är kvar.'),
  'godkannande-utan-utredning': ord(
    'Ingen utredning är inledd.',
    'En närstående kan godkännas när en utredning har inletts. Din text är kvar.',
  ),
  'godkannande-finns': ord('Den är redan godkänd i e-tjänsten.', 'Ändra det godkännande som finns. Din text är kvar.'),
  'godkannande-avslutat': ord('Godkännandet är avslutat.', 'Gör ett nytt om den ska ha tillgång igen. Din text är kvar.'),
  'godkannande-langre-an-samtycket': ord(
    'Samtycket slutar tidigare.',
    'Välj en dag som inte är senare än samtyckets sista, eller registrera ett nytt samtycke.',
  ),
  'ombudssamtycke-kravs': ord(
    'Inget samtycke gäller till att den är ombud i e-tjänsten.',
    'Registrera kundens samtycke under Samtycken: Närstående är ombud i e-tjänsten. Är det återkallat får den ingen tillgång. Din text är kvar.',
  ),
  'eansokan-avslutad': ord('E-ansökan är återtagen.', 'Se i E-tjänster att hantera vem som noterade det och varför. Din text är kvar.'),
  'eansokan-redan-kopplad': ord(
    'En kollega har redan kopplat e-ansökan.',
    'Se i E-tjänster att hantera vem som gjorde det. Inget behöver registreras igen. Din text är kvar.',
  ),
  'eansokan-annan-person': ord(
    'E-ansökan kom från en annan person än kunden.',
    'Koppla den till den som skickade den, eller välj Gäller annan person. Din text är kvar.',
  ),
  'mottagare-saknas': ord('Det finns ingen mottagare.', 'Välj minst en mottagare. Din text är kvar.'),
  'mottagaren-skyddad': ord(
    'Mottagaren har skyddad folkbokföring.',
    'Ingenting skickas till hen genom e-tjänsten. Använd det sätt som enheten har kommit överens om. Din text är kvar.',
  ),
  'mottagaren-avliden': ord('Kunden är avliden.', 'Meddelandet skickas inte. Din text är kvar.'),
  'mottagaren-under-arton': ord('Kunden är under 18 år.', 'Det som inte kan läsas i e-tjänsten skickas med post. Din text är kvar.'),
  'mottagaren-okand-alder': ord(
    'Kundens ålder är okänd.',
    'Det som inte kan läsas i e-tjänsten skickas med post. Fyll i födelsedatum under Kund. Din text är kvar.',
  ),
  'beslutet-skickat': ord(
    'Beslutet har skickats till kundens e-tjänst.',
    'Det som kunden har fått ändras inte. Felmarkera beslutet och fatta ett nytt om det är fel. Din text är kvar.',
  ),
  'beslutet-skickas-inte': ord(
    'Beslutet väntar inte på att skickas till e-tjänsten.',
    'Se vid beslutet hur det når kunden. Din text är kvar.',
  ),
  'beslutet-utan-brev': ord('Beslutet har inget brev till kunden.', 'Inget skickas. Din text är kvar.'),
  'beslutet-till-etjansten': ord(
    'Beslutet går till kundens e-tjänst av sig självt.',
    'Se vid beslutet vad det väntar på. Din text är kvar.',
  ),
  'beslutet-skickat-digitalt': ord(
    'Beslutet är skickat till kundens digitala brevlåda.',
    'Det som kunden har fått ändras inte, och skickas inte två gånger. Felmarkera beslutet och fatta ett nytt om det är fel. Din text är kvar.',
  ),
  'kunden-tagit-del': ord(
    'Kunden har redan fått del av beslutet.',
    'Det skickas inte digitalt. Är dagen fel tar du bort den först. Din text är kvar.',
  ),
  'beslutet-andrat': ord(
    'Beslutet ändrades innan brevet skickades.',
    'Läs beslutet som det är nu och välj igen hur det skickas. Din text är kvar.',
  ),
  'etjanst-finns': ord('Kunden har e-tjänsten.', 'Skicka beslutet som bilaga i ett meddelande, eller med post. Din text är kvar.'),
  'digital-post-pagar': ord('Brevet är redan på väg med digital post.', 'Se vid beslutet hur det går. Din text är kvar.'),
  'digital-post-ej-ansluten': ord('Kunden har ingen digital brevlåda.', 'Skriv ut brevet och skicka det med post. Din text är kvar.'),
  'digital-post-avbojd': ord(
    'Kunden tar inte emot digital post från kommunen.',
    'Skriv ut brevet och skicka det med post. Din text är kvar.',
  ),
  'digital-post-nekad': ord('Förmedlaren tog inte emot brevet.', 'Skriv ut brevet och skicka det med post. Din text är kvar.'),
  'digital-post-svarar-inte': ord(
    'Tjänsten för digital post svarade inte.',
    'Skriv ut brevet och skicka det med post, eller försök igen senare. Din text är kvar.',
  ),
  'digital-post-oviss': ord(
    'Det är okänt om brevet kom fram till den digitala brevlådan.',
    'Det skickas inte digitalt igen. Skriv ut brevet och skicka det med post. Din text är kvar.',
  ),
  'digital-post-saknas': ord('Kommunens server har ingen digital post.', 'Skriv ut brevet och skicka det med post. Din text är kvar.'),
  'anteckning-annan-utredning': ord(
    'Anteckningen hör inte till beslutets utredning.',
    'Välj en anteckning i samma utredning. Din text är kvar.',
  ),
  'anteckning-fore-utredningen': ord('Anteckningen är från före utredningen.', 'Välj en anteckning om det här beslutet. Din text är kvar.'),
  'mottagaren-slutat': ord('Mottagarens konto är avslutat.', 'Välj en annan mottagare. Din text är kvar.'),
  'mottagaren-laser-inte': ord(
    'Mottagaren får inte läsa kundens akt.',
    'Ta bort mottagaren, eller skriv utan uppgifter om kunden. Din text är kvar.',
  ),
  'mottagare-bekraftas': ord(
    'Mottagaren är inte din egen kund, eller en annan än den som handlingen gäller.',
    'Kontrollera namn och personnummer och bekräfta att det är rätt mottagare. Din text är kvar.',
  ),
  'etjanst-ej-aktiverad': ord(
    'Kunden har inte e-tjänsten.',
    'Aktivera den under Personuppgifter, eller skicka med post. Din text är kvar.',
  ),
  'valkomst-redan-skickad': ord(
    'Välkomstmeddelandet är redan skickat.',
    'En kollega hann före. Vill du skriva något mer väljer du Skriv till klient. Din text är kvar.',
  ),
  'etjanst-avslutad': ord('Kundens e-tjänst är avslutad.', 'Aktivera den igen, eller skicka med post. Din text är kvar.'),
  'godkannande-borjar-senare': ord(
    'Godkännandet av den närstående har inte börjat gälla.',
    'Skicka när det gäller, eller till kunden själv. Din text är kvar.',
  ),
  'godkannande-utgatt': ord('Godkännandet av den närstående har gått ut.', 'Förnya det, eller skicka till kunden själv. Din text är kvar.'),
  'kontakten-borta': ord(
    'Den närstående finns inte längre bland kundens kontakter.',
    'Godkänn den närstående på nytt, eller skicka till kunden själv. Din text är kvar.',
  ),
  'bilaga-utan-kund': ord(
    'En handling ur en akt skickas bara i ett meddelande om kunden.',
    'Ange kunden, eller ta bort bilagan. Din text är kvar.',
  ),
  'bilaga-skyddad': ord('Bilagan är ur akten för en kund med skyddad folkbokföring.', 'Ta bort bilagan. Din text är kvar.'),
  'meddelande-annan-kund': ord('Meddelandet gäller en annan kund.', 'Välj den kund som meddelandet gäller. Din text är kvar.'),
  'meddelande-ej-journalfort': ord(
    'Meddelandet gäller en kund och är inte journalfört.',
    'Journalför det först, eller ange att det inte behöver journalföras.',
  ),
  'meddelande-redan-journalfort': ord(
    'Meddelandet är redan journalfört.',
    'Se i meddelandet vem som gjorde det. Inget behöver göras igen.',
  ),
  'meddelande-redan-skickat': ord(
    'Meddelandet har redan gått iväg och kan inte tas tillbaka.',
    'Skriv ett nytt meddelande om något ska rättas.',
  ),
  'meddelande-tillbakataget': ord('Meddelandet togs tillbaka innan det skickades.', 'Skriv på nytt om det ska skickas.'),
  'blankett-avvald': ord(
    'Digital inkomstblankett är inte ikryssad för kunden.',
    'Kryssa i den under Ändra e-tjänst, eller skicka blanketten med post. Din text är kvar.',
  ),
  'blankett-under-arton': ord(
    'Kunden är under 18 år och kan inte logga in i e-tjänsten.',
    'Skicka blanketten till vårdnadshavaren med post. Din text är kvar.',
  ),
  'blankett-ar': ord('Inkomståret är för långt bort.', 'Välj i år, förra året eller nästa år. Din text är kvar.'),
  'blankett-finns': ord(
    'Kunden har redan fått inkomstblanketten för året.',
    'Se den under E-tjänst på Person. Be om komplettering i den, eller återkalla den först. Din text är kvar.',
  ),
  'blankett-inlamnad': ord(
    'Kunden har redan lämnat in blanketten.',
    'Läs svaret, och be om komplettering eller markera den som klar. Din text är kvar.',
  ),
  'blankett-ej-inlamnad': ord(
    'Blanketten är inte inlämnad, eller har fått ett senare svar.',
    'Öppna den på nytt och se hur långt den har kommit. Din text är kvar.',
  ),
  'blankett-stangd': ord('Blanketten går inte längre att fylla i.', 'Den är inlämnad, klar eller återkallad. Din text är kvar.'),
  'svar-ofullstandigt': ord('Svaren stämmer inte med blankettens frågor.', 'Gå igenom frågorna igen. Din text är kvar.'),
  'eansokan-samma-person': ord('Kunden är den som skickade e-ansökan.', 'Koppla den i stället. Din text är kvar.'),
  'eansokans-dag': ord('En e-ansökan har den dag då den kom in.', 'Låt datumet stå som det var. Din text är kvar.'),
  'franvaro-overlappar': ord(
    'Det finns redan en frånvaro för någon av dagarna.',
    'Se listan under Frånvaro i akten, och ändra den som finns eller välj andra dagar. Din text är kvar.',
  ),
  'franvaro-felmarkerad': ord('Frånvaron är felmarkerad.', 'Registrera en ny om kunden är borta. Din text är kvar.'),
  'franvaro-avslutad': ord('Frånvaron har redan ett slut.', 'Välj Ändra om det ska vara en annan dag. Din text är kvar.'),
  'franvaro-utan-underlag': ord(
    'Frånvaron behöver inget underlag.',
    'Den är högst 30 dagar och registrerades i tid. Avgiftshandläggaren ser den ändå.',
  ),
  'franvaro-for-manga-dagar': ord('Det är fler dagar än frånvaron har.', 'Ändra antalet hela dagar utan kost. Din text är kvar.'),
  'underlag-redan-skickat': ord('Samma underlag är redan skickat.', 'Avgiftshandläggaren har det. Inget mer behöver göras.'),
  'motet-hallet': ord(
    'Mötet är redan genomfört.',
    'Det kan inte flyttas eller ställas in. Planera ett nytt om ni ska ses igen. Din text är kvar.',
  ),
  'motet-installt': ord('Mötet är inställt.', 'Se varför. Planera ett nytt om ni ändå ska ses. Din text är kvar.'),
  'motet-felmarkerat': ord('Mötet är felmarkerat.', 'Planera ett nytt om ni ska ses. Din text är kvar.'),
  'beslutet-felmarkerat': ord('Beslutet är felmarkerat.', 'Välj något annat att knyta mötet till.'),
  'motet-slutar-fore': ord('Mötet slutar innan det börjar.', 'Ändra klockslaget.'),
  'samtycket-felmarkerat': ord('Samtycket är felmarkerat.', 'Det gäller inte och kan inte återkallas. Inget mer behöver göras.'),
  'redan-felmarkerat': ord('Beslutet är redan felmarkerat.', 'Inget mer behöver göras.'),
  'dokument-felmarkerat': ord('Dokumentet är redan felmarkerat.', 'Inget mer behöver göras.'),
  'lss-insatser-saknas': ord('LSS Insatser är inte öppen för kunden.', 'Öppna den tillsammans med beslutet, eller ange varför inte.'),
  'lss-insatser-finns': ord('LSS Insatser är redan öppen för kunden.', 'Använd den som finns.'),
  'verkstallighet-finns': ord('En sådan verkställighet är redan öppen.', 'Använd den som finns.'),
  'verkstallighet-saknas': ord('Verkställigheten finns inte.', 'Öppna verkställigheten först.'),
  'verkstallighet-avslutad': ord('Verkställigheten är avslutad.', 'Öppna den igen om den avslutades av misstag.'),
  'verkstallighet-oppen': ord('Verkställigheten är öppen.', 'Avsluta den först.'),
  'inget-bifall': ord('Beslutet är inget bifall.', 'Beställ bara på ett bifall.'),
  'bestalls-inte': ord('Insatsen beställs inte.', 'Ingen beställning behövs för beslutet.'),
  'redan-bestallt': ord('Beslutet har redan en beställning.', 'Öppna den, eller gör en ny efter avbrott.'),
  'avviker-fran-beslut': ord('Beställningen skiljer sig från beslutet.', 'Jämför dem, rätta det som är fel eller bekräfta skillnaden.'),
  'insats-stammer-inte': ord('Insatserna stämmer inte med beslutet.', 'Välj insatser som hör till beslutet.'),
  'utforare-stammer-inte': ord('Utföraren kan inte utföra insatsen.', 'Välj en av insatsens utförare.'),
  bekraftad: ord('Beställningen är bekräftad.', 'En bekräftad beställning ändras genom en ny efter avbrott.'),
  'inte-bekraftad': ord('Beställningen är inte bekräftad.', 'En obekräftad beställning tas bort i stället.'),
  borttagen: ord('Beställningen är borttagen.', 'Gör en ny beställning om den behövs.'),
  'bekraftas-av-utforaren': ord('Beställningen bekräftas av utföraren.', 'Vänta på utföraren, eller ring dem.'),
  'annan-kopplad': ord('Den hör till något annat än det som visades.', 'Öppna akten på nytt och välj igen.'),
  'alla-funktioner-kravs': ord('Alla funktioner är inte bedömda.', 'Välj en nivå för varje funktion.'),
  'lass-pagar': ord('Ett LASS-beslut gäller redan för de dagarna.', 'Ange att det nya ersätter det tidigare.'),
  'inget-att-avsluta': ord('Det finns inget öppet att avsluta.', 'Inget mer behöver göras.'),
  'arendet-avslutat': ord('Ärendet är avslutat.', 'Öppna verkställigheten igen, eller inled en ny utredning.'),
  'arendet-har-andrats': ord('Ärendet har ändrats sedan listan visades.', 'Se den nya listan och bekräfta igen.'),
};

const isRejectionCode = (code: string): code is RejectionCode => (rejectionCodes as readonly string[]).includes(code);

/** Words for a rejection; also for a code of a newer server that this version does not know. */
export const ordForAvslag = (code: string): Ord =>
  isRejectionCode(code)
    ? avslagOrd[code]
    : ord(`Servern avvisade åtgärden (${code}).`, 'Programmet kan behöva uppdateras. Din text är kvar.');
