import { type CommandId, tangentFor } from '../../state/kommandon.ts';
import type { Vy } from '../../state/vyn.ts';

/** As it stands in the table of commands, so that help and program never name different keys. */
const tangent = (id: CommandId): string => tangentFor(id) ?? '';

/** The short help inside the program: what a user may wonder in the middle of work, the case first, in the order it is walked. */
export const hjalpavsnitt: { rubrik: string /** The views it is about. */; vyer: readonly Vy[]; stycken: string[] }[] = [
  {
    rubrik: 'Ett ärende från början till slut',
    vyer: ['kund'],
    stycken: [
      'Registrera kund → Aktualisering → Inled utredning → skriv → Beslut → Beställning → Verkställighet → Avsluta ärende. Stegen efter registreringen finns i rubrikträdets menyer (högerklick eller Skift+F10), de flesta också i menyn Ärende.',
      'Det som inte går just nu är grått i menyn och säger varför. Fält visas, krävs och fylls i efter kommunens katalog. Där formuläret har en kontrollpanel säger den vad som saknas innan du sparar.',
      `${tangent('spara')} sparar i alla formulär. Är något fel hamnar du i första fältet som är fel, och inget du skrivit försvinner. Datum kan skrivas 261120, 20/11, i (i dag) eller +7.`,
    ],
  },
  {
    rubrik: 'Registrera kund',
    vyer: ['sok', 'personuppgifter'],
    stycken: [
      `Sök med ${tangent('personSok')}. Finns kunden inte bland träffarna: välj Sök KIR eller Ny. En träff i KIR fyller i formuläret. Stämmer den inte fyller du i själv, och Systemförvaltningen får en bevakning.`,
      'Går KIR inte att nå registrerar du ändå. När KIR har svarat ligger svaret under Personuppgifter, bredvid det du skrev. Du väljer; bara ett skydd gäller genast.',
      'Ett personnummer är en kund. Finns numret redan öppnar du den kunden. Samma namn och födelsedatum ger en varning.',
      'Är personen redan kund hos en annan enhet svarar Sök KIR det, och du väljer Ta upp kunden hos oss. Ni delar personuppgifter, kontakter och hushåll; det enheterna skriver läser var och en för sig. Handlägger du för båda väljer du Enhet när du börjar något nytt; har bara den ena enheten kunden finns Ta upp kunden hos oss… i rotens meny i rubrikträdet. Registrerade du utan nät ligger registreringen i Att åtgärda: Flytta till kunden som redan finns tar med det du har skrivit, också utkast.',
      'Ska en annan av kundens enheter få läsa något av det ni har skrivit väljer du Lämna till annan enhet… i menyn på en signerad text eller ett beslut. Välj grund och skriv skälet. Enheten får en kopia av just det, under Mottaget från andra enheter; vad ni har lämnat, till vem och varför står under Lämnat till andra enheter. Felmarkerar ni det sedan får de inte veta det av programmet: hör av er.',
    ],
  },
  {
    rubrik: 'Aktualisering och utredning',
    vyer: ['aktualisering', 'aktualiseringar', 'inled', 'utredning', 'dokumentation'],
    stycken: [
      `${tangent('aktualisering')}: kryssa i allt som ansökan gäller, så blir det en aktualisering för varje insats. Spara och inled utredning går vidare direkt. I en pågående utredning läggs aktualiseringen till den.`,
      'I Inled utredning är alla ej behandlade förkryssade. Den som inte hör dit kryssar du ur, med skäl.',
      'En utredning kan ärva texter: Kopiera alla texter i trädet i den gamla, Klistra in i den nya, som måste vara tom. Varje kopia märks ”ej granskad” och kan inte signeras förrän du har granskat den.',
      'Nytt dokument (symbolen ovanför trädet i Dokumentation, eller menyn Ärende) skriver en text av ett visst slag, till exempel ett brev: välj Typ, skriv rubrik och text, och tryck på Spara och skrivskydda. Det är samma lås som Signera. I en utredning hamnar dokumentet i journalen, i LSS Insatser under den markerade rubriken.',
      `${tangent('flikUtredning')} till ${tangent('flikTidslinje')} visar utredningens flikar: Utredning, Aktualiseringar, Dokumentation, Beslut, Beställning, Bedömning, Tidslinje; ${tangent('flikInfoga')} Infoga dokument.`,
    ],
  },
  {
    rubrik: 'Beslut',
    vyer: ['beslut', 'lass'],
    stycken: [
      `${tangent('flikBeslut')}. Välj insats och utfall; resten följer av katalogen. ${tangent('ny')} lägger till ett beslut till, och alla sparas på en gång.`,
      'Delvis bifall blir bifall och avslag tillsammans, stödfamilj blir två beslut med samma nivå, och en tillfällig utökning blir ett beslut för varje kalendermånad. De hör ihop och sparas hela.',
      'I beslutet står om e-tjänsten är aktiv och hur beslutet når kunden. Är den aktiv, eller aktiveras i natt, när du sparar går beslutet och beslutsmeddelandet dit av sig självt. Breven skapas när du sparar; går det inte, till exempel för att skälen inte är signerade, står det varför, och de skapas när det är rättat, hos den som har akten öppen. Har kunden inte e-tjänsten, är under 18 år, saknar födelsedatum eller har skyddade personuppgifter skickas inget av sig självt: Skriv ut beslutet öppnar brevet, och du får en bevakning om enheten vill ha det.',
      'Beslutar individutskottet väntar beslutet tills det signerade protokollet är infogat på beslutet som Protokoll, och protokollet följer med. Infoga bara det som kunden får läsa. Har enhetschefen beslutat väntar det tills du med Journalanteckning har valt den signerade anteckningen om beslutet, ur utredningens journal. Ändras beslutet efteråt behövs ett nytt protokoll, och anteckningen väljs igen.',
      'När beslutet är skickat står det när, och när kunden öppnade det. Den dagen räknas överklagandetiden från, om ni inte har antecknat en annan dag som kunden tog del. Ett skickat beslut ändras inte: felmarkera det och fatta ett nytt. Då får du en bevakning om att meddela kunden. Kan det inte längre gå till e-tjänsten får du en bevakning om att skicka det med post.',
      'Fel beslutsfattare stoppas av delegationen. Har kunden ingen öppen LSS Insatser öppnas den med bifallet, eller så skriver du varför inte.',
      'LASS-beslut är ett eget formulär i kundens meny: det gör utredningen, de två signerade texterna och beslutet på en gång.',
    ],
  },
  {
    rubrik: 'Beställning och verkställighet',
    vyer: ['bestallning', 'bedomning', 'verkstallighet'],
    stycken: [
      `${tangent('flikBestallning')} visar nästa bifall som saknar beställning. Spara och nästa bifall tar dem i följd; månaderna i en serie beställs tillsammans, och den som ska beställas för sig bockar du av. Det som skiljer sig från beslutet bekräftar du för sig.`,
      'Vissa utförare bekräftar du själv, till exempel Lss, Eget Val; formuläret säger vilka. Välj Bekräfta beställningen när insatsen är verkställd. Övriga bekräftar utföraren. De obekräftade ligger på Mina sidor, med antalet dagar sedan de skickades. Där står också bifall som inte är beställda och kunder som saknar en öppen LSS Insatser.',
      'En bekräftad beställning kan inte tas bort. Vid avbrott väljer du Ny beställning efter avbrott: den gamla slutar dagen före den nya.',
      `Verkställighetens meny: Avsluta, Öppna igen, Byt utförare (${tangent('bytUtforare')}).`,
    ],
  },
  {
    rubrik: 'Mina sidor',
    vyer: ['mina'],
    stycken: [
      'Klicka på en rubrik för att sortera en lista. Dra i listen under den för att göra den högre eller lägre, eller markera listen med Tabb och använd pilarna (Home och End för minst och störst, dubbelklick för att återställa). Sortering, filter, bredder och höjder blir ihågkomna för dig på den här datorn.',
    ],
  },
  {
    rubrik: 'Ändrat sedan du tittade',
    vyer: ['mina', 'kund'],
    stycken: [
      'Har någon annan gjort något hos dina kunder sedan du senast öppnade dem står det på Mina sidor: när, vad och vem. Dina kunder är de du utreder, har bifall hos eller har LSS Insatser för, och de i din kundlista. Dubbelklicka eller tryck på Enter så öppnas kunden med ändringarna fält för fält.',
      'I kunden säger en knapp bredvid namnet hur många ändringarna är. Den är kvar tills du markerar dem som sedda eller öppnar kunden igen efter nya ändringar. Det du själv har gjort räknas inte, inte heller det en annan enhet har skrivit. Allt som har ändrats, också det du har sett, finns i Historik.',
    ],
  },
  {
    rubrik: 'E-tjänster att hantera',
    vyer: ['inkorg', 'mina'],
    stycken: [
      'Ansökningar som har kommit genom e-tjänsten till din enhet står på Mina sidor och i inkorgen, den äldsta först, med hur länge de har väntat. De delas av alla handläggare. Jag tar hand om den visar de andra att du har den, och Släpp den lämnar tillbaka den. Har ingen kopplat den inom enhetens gräns är den hos den som enheten har utsett; det står i listan vem.',
      'Enter eller Koppla öppnar ansökan som den skrevs. Välj aktualiseringstyp, kryssa i insatserna (en aktualisering för varje), handläggare, organisation, från vem och aktualiseringssätt, och välj Klar. Aktualiseringarna får dagen då ansökan kom in och står bland handläggarens ej behandlade. Hela ansökan ligger som PDF under Dokumentation längst ned i aktualiseringen; ett klick visar den. Det går också utan server; har en kollega hunnit före säger Att åtgärda det, och det du skrev är kvar.',
      'Är den sökande inte kund registrerar du kunden därifrån (Sök KIR, eller för hand om hen inte är folkbokförd här) och kommer tillbaka. Gäller ansökan någon annan än avsändaren väljer du Gäller annan person: den registreras på den som ska ha stödet, inget om avsändaren skrivs i den akten, och du får en bevakning om att kontakta avsändaren. Återtagen noterar att den sökande har ångrat sig.',
    ],
  },
  {
    rubrik: 'Meddelanden',
    vyer: ['meddelanden', 'mina', 'handling'],
    stycken: [
      'Meddelanden till och från kollegor, gemensamma brevlådor och kunder som har e-tjänsten ligger under brevsymbolen, som räknar de olästa. Ett meddelande från en kund har alltid personnumret efter namnet. Det kommer till handläggaren och till enhetens brevlåda; har ingen läst det när nästa arbetsdag är slut visas det för hela enheten. I en gemensam brevlåda visar Jag tar hand om det att du har det.',
      'Skriv nytt (Ctrl+Skift+M) går också utan server: meddelandet skickas när du är ansluten. Sök mottagaren på namn eller personnummer; dina egna kunder står först, med adress och handläggare. Är kunden inte din, eller kommer en bilaga ur en annan kunds akt, bekräftar du att det är rätt mottagare. Flera kunder får var sitt meddelande och ser inte varandra; skrivs det till kollegor också väljer du vem deras gäller. Det du har börjat på ligger under Utkast på den här datorn; öppnar du Svara eller Skicka som meddelande igen från samma ställe fortsätter du på det. Handlingar bifogas direkt ur akten, och Skicka som meddelande vid en handling gör detsamma. Är e-tjänsten inte aktiverad än skickas meddelandet när natten har aktiverat den. Under Skickat står hur långt det har kommit: sparat, väntar, levererat, öppnat. Det som inte har gått iväg tar du tillbaka med Ta tillbaka: ur Utkorg kommer det som utkast igen, och det som väntar på e-tjänsten skickas inte. Har det gått under tiden får du veta det. Är en bilaga felmarkerad när natten kommer skickas meddelandet inte, och du får veta varför.',
      'Inkorgen är inget arkiv. Filer som medborgaren skickar med ett meddelande ligger genast i akten som Inkommen handling, i enhetens öppna utredning. Journalför lägger meddelandet som en signerad anteckning i akten, med avsändare, tid och texten som den skrevs; av det en närstående har skrivit väljer du vems akt det hör till. Infoga i akten vid en bilaga gör den till en handling där du väljer, med typ, avsändare och rubrik; ingen fil sparas på datorn. Skriv ut… skriver ut meddelandet med avsändare, tid och text. Det som gäller en kund och inte är journalfört räknas på Mina sidor, och tas inte bort utan att du har valt. Journalför och ta bort gör båda på en gång. Åldern står i listan, och det som har legat längre än enheten har bestämt (annars 60 dagar) listas under Att rensa. Under Inställningar finns signatur, frånvarosvar och vidarebefordran till en gemensam brevlåda.',
    ],
  },
  {
    rubrik: 'Enheten',
    vyer: ['enheten'],
    stycken: [
      'Enhetschefen öppnar Enheten i menyn Verktyg: hur mycket var och en har, hur gammalt det är och vad som är försenat. Markera en handläggare så visas det som kan lämnas över: utredningar, ej behandlade aktualiseringar, LSS Insatser och bevakningar. De beräknade bevakningarna står där också. De räknas bland bevakningarna, följer det de gäller och kan inte lämnas över för sig.',
      'Kryssa i raderna och välj Lämna över… till en annan handläggare. Var och en får sitt kvitto: köad, tills servern har tagit emot den. Det som en kollega hann ändra, eller som den nya inte får läsa, blir kvar och säger varför. LSS Insatser ligger hos en funktion och följer den; en osignerad anteckning signerar den som har skrivit den.',
    ],
  },
  {
    rubrik: 'Sökverktyget',
    vyer: ['sokverktyg'],
    stycken: [
      `Kikaren längst upp till vänster, eller ${tangent('sokverktyg')}, öppnar Sökverktyget. Välj sökning, fyll i det den frågar efter och tryck på Sök. Den söker bland allt som du får läsa på den här datorn, också utan server. Väljer du en organisation ingår de som ligger under den.`,
      `Resultat visar träffarna; klicka på en rubrik för att sortera, och dra i kanten mellan två rubriker för att ändra bredden (på tangentbordet Skift+vänsterpil och Skift+högerpil på rubriken; dubbelklick eller Delete återställer). Dubbelklick, Enter eller diamanten i verktygsraden öppnar den markerade kunden. Med pilarna bredvid (${tangent('foregaendePost')}, ${tangent('nastaPost')}) går du till föregående och nästa utan att gå tillbaka, och siffrorna säger var du är: 4 av 12. En flik som du bara har bläddrat till stängs när du går vidare; den där du har skrivit något är kvar.`,
      'Ändras något medan du arbetar visas det i resultatet, i samma ordning. En rad som inte längre stämmer med sökningen står kvar tills du söker igen. Förlorar du rätten till en kund försvinner kunden ur resultatet. Sammanställning räknar raderna efter en kolumn och summerar tal; Utveckling visar hur många de är månad för månad.',
      'Spara som egen sökning behåller sökningen med det du har ändrat i den; datum som du inte har ändrat räknas från den dag du söker. Den följer med till andra datorer. Spara som fil… lägger resultatet i en fil för Excel, eller som CSV (text). Filen är inte krypterad och loggas för varje kund i den; kunder med skyddade personuppgifter är inte med om du inte kryssar för det och skriver varför.',
    ],
  },
  {
    rubrik: 'Söka i anteckningar',
    vyer: ['sok'],
    stycken: [
      `${tangent('sokAnteckningar')} öppnar sökningen efter ord i anteckningar, journaler och utredningsdokument. Det gör också knappen bredvid sökrutan, och ${tangent('kommandoruta')} när du har skrivit vad du söker. Den söker i allt du får läsa på den här datorn, också utan server.`,
      'Skriv ett eller flera ord; alla ska finnas i samma anteckning. Ett ord på minst fyra bokstäver hittar också ord som börjar så, och delar av sammansatta ord: boende hittar boendet och gruppboende, rullstol hittar elrullstol. Kortare ord hittas som de är; en stjärna gör dem till början av ord: bo*. Ord inom citattecken ska stå efter varandra, just så; en stjärna efter citattecknet gör det sista till en början. Å, ä och ö är egna bokstäver.',
      'De senaste anteckningarna står först, efter händelsedatum. Under listan visas texten kring träffen i den markerade. Enter, dubbelklick eller Öppna anteckningen öppnar kunden vid den. Felmarkerade är med om du kryssar för det. Har kunden skyddad folkbokföring visas ingen text förrän du har öppnat kunden och skrivit varför. Sökningen loggas.',
      'Efter den första hämtningen läses anteckningarna in för sökning. Under tiden står det hur långt det har kommit, och du kan arbeta som vanligt. Är disken nästan full väntar de senaste tills det finns plats, och det står i svaret. Har väldigt många anteckningar orden läses bara de senaste av dem igenom; också det står i svaret.',
    ],
  },
  {
    rubrik: 'Skriva ut och skapa PDF',
    vyer: ['utskrift'],
    stycken: [
      `Skrivarsymbolen, eller ${tangent('skrivUt')}, skriver ut det du står vid: välj vad och mall, och tryck på Granska. Det du då ser är dokumentet som det blir. Saknas något som det måste innehålla, till exempel signerade skäl, står det vad, med en knapp dit; så länge kan det varken skrivas ut eller sparas. Ändras akten medan du granskar får du veta det.`,
      'Skriv ut skickar just det du granskade till skrivaren. Den senast valda är förvald för varje slags dokument. Har kunden skyddade personuppgifter skrivs ingen adress ut, och du kryssar för att du har kontrollerat namn och personnummer. Varje utskrift loggas, också utan server.',
      'Spara kopia… på ett dokument lägger en kopia i en mapp utanför programmet. Den är inte krypterad, och du får själv ta bort den; att du sparade den loggas.',
      'Brev skriver du med egna ord. I en Kallelse fyller du i dag, tid, plats, vad mötet gäller och vem kunden hör av sig till; resten står i mallen. Brev, kallelse och beslut kan ställas till dem som står bland kontaktuppgifterna, men inte till den som har skyddade personuppgifter. Till en anhörig eller någon annan som inte för kundens talan krävs kundens samtycke, eller att du skriver varför uppgifterna får lämnas efter sekretessprövning. Skälet sparas i dokumentet och i loggen.',
      'Bara signerad text kommer med i en utskrift eller en PDF. Under mallen står hur många texter som inte är signerade, med en knapp till den första. Det du just skriver sparar och signerar du först.',
      `Skapa PDF (${tangent('spara')}) sparar det du granskade i akten, under den rubrik du skriver. Det ligger i rubrikträdet under det som det knyts till, och visar om det finns endast här, är köat eller är mottaget av servern. Ett dokument i akten ändras inte: är det fel felmarkerar du det, med orsak. Är det felmarkerat, eller beslutet som det är brevet om, står det där det läses, skrivs ut och kopieras.`,
      'Under Knytas till står det om en utförare kan läsa det som knyts dit. PDF-binder föreslår ett sådant ställe bara när allt i bunten redan ligger där.',
      'På Mina sidor och i Bevakningar skriver symbolen ut bevakningslistan, och i kalendern veckan eller månaden som visas. Den som har skyddad folkbokföring står inte med namn i den.',
      'Ett LASS-beslut skrivs inte ut, och av ett par med stödfamilj bara beslutet om korttidsvistelse.',
    ],
  },
  {
    rubrik: 'PDF-binder',
    vyer: ['bindare'],
    stycken: [
      `PDF-binder i vänsterkanten, i menyn Kund, i ${tangent('kommandoruta')} eller på ett dokument i akten: kryssa i dokument, eller dra dem till rutan. Filer från datorn (PDF, TIFF, JPEG, PNG) släpper du på rutan eller väljer med Hämta fil. Bara den öppna kundens dokument kan väljas.`,
      'Ordningen ändrar du med pilarna, med Alt+uppil och Alt+nedpil, eller genom att dra. På raden du står på väljer du sidor, till exempel 1-3, 5 eller 8-; en låst fil frågar efter sitt lösenord.',
      'Tryck på Bind. Bunten visas som den blir, med det som är bra att veta: en underskrift gäller inte i bunten, och filer inuti ett dokument följer med utan att synas. Sedan sparar du den i akten eller skriver ut den. Ändrar du något binder du om först. Det går utan server om dokumenten finns på datorn.',
      'Filerna ligger krypterade på datorn så länge du är inloggad, och glöms när du loggar ut. Det som är sparat i akten är kvar. Ingen mapp behöver tömmas.',
    ],
  },
  {
    rubrik: 'Skannade dokument',
    vyer: ['infoga'],
    stycken: [
      `${tangent('flikInfoga')} visar Infoga dokument, i en utredning eller i LSS Insatser. Första gången skriver du sökvägen till mappen som skannern sparar i; den gäller bara dig på den här datorn. Antalet som väntar står på fliken. Välj en fil, så visas den till höger precis som den sparas: PDF, TIFF, JPEG och PNG.`,
      'En fil från datorn drar du till rutan under listan, eller väljer med Hämta fil. Den läses in krypterat och ligger kvar där du hämtade den: ta bort den själv när den inte behövs.',
      'Fyll i Knytas till, Typ, Avsändare och Rubrik. Kundens namn och nummer står på knappen. När dokumentet är sparat på datorns disk tas filen bort ur mappen, aldrig förr. Det går utan server.',
      'En fil som ännu skrivs väntar programmet på. Har någon annan hunnit före är filen borta, och det du skrivit är kvar. Redan sparad betyder att dokumentet finns i en akt men att filen blev kvar i mappen, till exempel för att den var öppen i ett annat program: välj Ta bort från mappen.',
    ],
  },
  {
    rubrik: 'Läsa dokument medan du skriver',
    vyer: ['dokumentation', 'handling'],
    stycken: [
      `${tangent('dokumentBredvid')} i dokumentationen visar aktens dokument bredvid texten. Välj ett, eller flera: de öppna ligger i flikar överst, och var och en står kvar där du var. Dokumentet och texten rullas var för sig. Dra i listen mellan dem, eller markera den och använd pilarna; bredden blir ihågkommen. I ett smalt eller förstorat fönster visas en i taget.`,
      'I dokumentet: Ctrl+F söker, Enter och Skift+Enter går mellan träffarna. Ctrl+plus och Ctrl+minus zoomar, Ctrl+0 anpassar till bredden. F4 visar miniatyrer, R vrider sidorna, vänsterpil och högerpil byter sida. Text kan markeras och kopieras.',
      'Det som är hämtat kan läsas utan server. Ett dokument som inte är här säger det, och visas när servern svarar. Går något i ett dokument inte att visa står det överst, med vilken sida det gäller; det gäller också val i ett formulär och stämplar som inte ritas, och filer inuti dokumentet. Länkar ut ur ett dokument öppnas inte, och inget i det körs. Att du läser ett dokument loggas.',
    ],
  },
  {
    rubrik: 'Avsluta ärende',
    vyer: ['avsluta'],
    stycken: [
      'Avsluta ärende i kundens meny listar allt som är öppet: utredningar, beslut, beställningar, verkställigheter och bevakningar. Ett slutdatum stänger allt på en gång. Godkända närstående i e-tjänsten står under listan, ikryssade, och kundens egen e-tjänst, som inte är det: kunden kan läsa historiken där. Det du kryssar i avslutas i samma steg. Har någon ändrat i ärendet sedan du såg listan stängs inget, och du får se vad.',
    ],
  },
  {
    rubrik: 'Bevakningar',
    vyer: ['bevakningar', 'mina'],
    stycken: [
      `Kameran finns vid beslutet, verkställigheten och Personuppgifter, och i verktygsraden för det som visas. Talet är hur många som är att göra, beräknade medräknade. Den visar dem, och där lägger du en ny (${tangent('nyBevakning')}). Datumet är dagen den ska göras och kan inte ligga bakåt i tiden; förslag på dagar står under rutan.`,
      'Texten syns för alla som läser akten. Håll den kort. Står det ett personnummer, ett ord om hälsa eller ett namn ur akten i den blir du tillfrågad innan den sparas.',
      `${tangent('bevakningar')} öppnar listan: det som din funktion och du själv har att göra, förfallna i rött med varningstecken. Enter visar en bevakning, dubbelklick öppnar kunden vid det den gäller, högerklick visar vad som går att göra. Diamanten och pilarna i verktygsraden går igenom listan som i Sökverktyget, kund för kund. Ny bevakning gäller den markerade radens kund, också från en beräknad; är ingen rad markerad väljer du kund. Kryssa i flera (mellanslag, Ctrl eller Skift och klick, Ctrl+A) för att göra dem klara eller flytta dem på en gång; var och en får sitt kvitto i Utkorg.`,
      'Beräknade bevakningar räknas fram ur akten efter kommunens fristregler och behöver inte läggas. De står i samma lista med Beräknad och paragrafen under Grund, och med uträkningen som text. Enter visar regeln, dagen och sista dagen att handla när den är en annan. En sådan markeras inte med Klar: den försvinner när det den gäller är gjort. Ska den vänta väljer du Skjut upp och skriver varför. Flera på en gång kryssar du för och väljer Skjut upp på en av dem: dagen och skälet blir gemensamma, och ligger som utkast tills de är uppskjutna. Den ligger under Uppskjutna till den dagen, där du kan ändra dagen eller välja Visa igen i listan. Den visas tidigare om dess egen dag ändras. Enhetschefens egen påminnelse flyttas bara när enhetschefen själv skjuter upp. Ett möte med flera handläggare skjuts upp bara för den av dem som gör det.',
      'Parten har tagit del, vid ett fattat beslut, antecknar dagen då parten fick del av det och hur det är känt. Överklagandetiden räknas från den dagen. Begäran om avgörande, i utredningen, antecknar att parten skriftligt har begärt att ärendet avgörs; då räknas fyra veckor. Underrättelse om försening, bredvid, antecknar att parten har fått veta att ärendet dröjer och varför. Då försvinner påminnelsen om det.',
      'Det som Mina sidor redan visar i en annan lista, som osignerade anteckningar, aktualiseringar utan utredning och lagfristen i dina utredningar, står inte en gång till bland bevakningarna där. I hela listan står allt.',
      'Kalender visar en vecka eller en månad av det som ska göras, också det beräknade som ännu inte står i listan: ▲ är en lagregel, ■ en rutin och ● en bevakning som någon har lagt. Siffran är dagens antal, röda dagar är röda. Pilarna går mellan dagarna, Page Up och Page Down mellan perioderna, Enter går till dagens lista.',
      'I Inställningar väljer du vilkas bevakningar listan visar, flera på en gång när en kollega är borta. Valet blir ihågkommet.',
      'En bevakning markerar du med Klar när den är gjord. Den försvinner ur listan, står under Klara och kan tas tillbaka därifrån. Har en kollega ändrat samma sak samtidigt får du se båda. En som inte skulle ha lagts tar du bort med en orsak; den finns kvar i kundens historik.',
    ],
  },
  {
    rubrik: 'Möten och hembesök',
    vyer: ['kund', 'utredning'],
    stycken: [
      'Möten och hembesök, i menyn på LSS utredning o verkställighet, visar kundens möten. Planera möte frågar vad det är, när, var, vad det gäller och vem som deltar; vid varje kontakt står om samtycke finns den dagen, hos den enhet som har mötet. Flera handläggare kan delta: på dagen syns mötet bland de beräknade bevakningarna hos var och en, tills det är genomfört, inställt eller felmarkerat, eller kunden har avlidit. Det kan inte höra till en avslutad utredning eller ett felmarkerat beslut.',
      'Kallelse öppnar brevet ifyllt. Du väljer vem det går till, en i taget. Har kunden skyddade personuppgifter fylls platsen för ett hembesök inte i; skriv den bara till den som ska veta. Genomfört låter dig börja en anteckning med tid, deltagare och syfte, som ett utkast i utredningens journal. Ställ in frågar varför. Ett möte som hamnade fel felmarkeras med en orsak, av den som sa att det var genomfört eller inställt, eller av enhetschefen; det blir kvar och räknas inte.',
      'Kalenderfil… lägger en fil i en mapp, för din egen kalender. I den står vad det är för slags möte och när, men inte med vem, var eller varför.',
    ],
  },
  {
    rubrik: 'Samtycke',
    vyer: ['personuppgifter', 'utskrift'],
    stycken: [
      'Samtycken, under Personuppgifter, visar vad kunden har samtyckt till. Registrera samtycke frågar vad det avser, till vem, hur länge det gäller, hur det gavs och vem som tog emot det. Finns det skrivet i akten väljer du dokumentet. Samtycket gäller den enhet som tog emot det, och den andra enheten ser det inte.',
      'Återkalla gäller genast. Det som redan är lämnat går inte att ta tillbaka, men inget mer lämnas med det samtycket, inte heller från en dator som var utan nät: kommer brevet fram efteråt ligger det i Att åtgärda, med texten kvar. Det som aldrig har gällt felmarkerar du i stället.',
      'Kontaktuppgifter säger om samtycke finns; arbetar du i båda enheterna står det för var och en när det skiljer. Den som för kundens talan, som vårdnadshavare eller god man, behöver inget. Ett samtycke med slutdag syns bland de beräknade bevakningarna en månad innan.',
    ],
  },
  {
    rubrik: 'E-tjänst',
    vyer: ['personuppgifter'],
    stycken: [
      'Längst ned på Person aktiverar du e-tjänsten för kunden: Meddelande, Digital inkomstblankett och hur kunden aviseras. Telefon 1 är kundens eget nummer, telefon 2 skriver du. Det går från aktualiseringen och framåt, också utan nät. Den som har interimsnummer kan inte logga in, och ungdoms-BankID fungerar inte.',
      'Aktiveringen görs av servern i natt, och e-tjänsten fungerar från dagen därpå. Dagen står i kortet och överst på Person. Går det inte får du en bevakning, skälet står i kortet, och servern försöker igen av sig själv. Avmarkera Meddelande för att stänga; det gäller genast.',
      'Godkänn närstående låter någon bland Kontaktuppgifter, eller en ny närstående, använda e-tjänsten i kundens ställe. En utredning ska vara inledd och den närstående ha personnummer. Finns inget samtycke registreras det i samma formulär: vad det avser, hur det gavs, när och vem som tog emot det. Den som för kundens talan behöver inget samtycke. Ett år föreslås. En månad före slutet syns det bland de beräknade bevakningarna, och tillgången upphör av sig själv. Återkallas samtycket upphör den genast.',
      'Checklistan i kortet visar de fyra stegen: koppla e-tjänsten, skicka välkomstmeddelandet, aktivera relationer och använd den varje dag. När natten har aktiverat kunden, eller en närstående, föreslås välkomstmeddelandet där och bland den handläggares beräknade bevakningar som begärde aktiveringen. Läs och skicka öppnar det med text och informationsblad på plats; informationsbladet sparas i akten. Det skickas en gång. Skicka inte tar bort förslaget. Till den som har skyddade personuppgifter föreslås inget. Texten och informationsbladet är katalogdata (mallen valkomst).',
      'Kortet visar alla som aviseras, hur och varför. Ett SMS eller e-brev säger bara att det finns något i e-tjänsten, och skickas inte på natten. Kommer det inte fram får du en bevakning, och kortet säger vem det gällde och varför. Den som har skyddad folkbokföring aviseras inte utanför e-tjänsten.',
    ],
  },
  {
    rubrik: 'Inkomstblanketter',
    vyer: ['inkomst', 'personuppgifter'],
    stycken: [
      'Avgiftshandläggaren skickar inkomstblanketten från kunden: Person, E-tjänst, Skicka inkomstblankett. Det går när e-tjänsten är aktiv och Digital inkomstblankett är ikryssad, också utan nät, en gång för varje inkomstår. Kunden aviseras och fyller i den i e-tjänsten. En närstående som är godkänd ser den inte.',
      'Verktyg → Inkomstblanketter, och symbolen till vänster, visar vad som är ute, sent och inlämnat. Enter öppnar blanketten hos kunden. Be om komplettering skickar tillbaka den med det du skriver; det kunden skrev står kvar. Markera som klar när avgiften är räknad. En blankett som inte är inlämnad kan återkallas, och skickas då på nytt. Varje svar sparas.',
      'Bara avgiftshandläggare läser vad kunden har svarat. Andra ser på Person att blanketten är skickad. Frågorna är katalogdata och hör till systemförvaltaren; en ny version ändrar inte det som redan är skickat.',
    ],
  },
  {
    rubrik: 'Frånvaro',
    vyer: ['mina', 'verkstallighet', 'avgift'],
    stycken: [
      'Utföraren registrerar när en brukare är borta: öppna brukaren, verkställigheten, Lägg till frånvaro. Planerad eller inte, orsak, en kort beskrivning, från, och till om slutet är känt. Det går utan nät, för dagar som kommer och för dagar som varit. Två får inte gälla samma dag. Den som är registrerad mer än sju dagar efteråt tas emot, men avgiften kan redan vara bestämd.',
      'Rutan Frånvaro på första sidan har all aktuell frånvaro; pilen går till den i akten. Där finns Avsluta, Ändra och Felmarkera. Utan slut efter fjorton dagar frågar programmet varje vecka: skriv dagen, eller spara som det är om kunden fortfarande är borta. Avslutas verkställigheten slutar frånvaron samma dag, och öppnas den igen kommer frånvaron tillbaka.',
      'Är den över 30 dagar, eller registrerad mer än 30 dagar efteråt, finns Skicka underlag: datum, dagar, hela dagar utan kost och kundnummer. Hela dagar utan kost är dagarna mellan den första och den sista; en första eller sista dag räknas om kunden inte åt hos er då. Antalet kan ändras innan det skickas. Ändras frånvaron sedan skickas en rättelse.',
      'Avgiftshandläggaren har Verktyg → Frånvaro och avgifter, och symbolen till vänster: vilka som är borta, har kommit tillbaka eller ska vara borta, underlagen och det som är ändrat efter dem, och verkställigheter som börjar eller slutar. Det som är nytt är märkt tills du väljer Markera allt som sett, på den datorn.',
    ],
  },
  {
    rubrik: 'Uppföljning',
    vyer: ['beslut', 'verkstallighet'],
    stycken: [
      'Ett bifall följs upp från beslutet, verkställigheten eller deras menyer i rubrikträdet: Uppföljningar visar vad som är planerat och vad som har gjorts. Planera uppföljning väljer dagen. Den syns bland de beräknade bevakningarna två veckor innan, tills uppföljningen är genomförd, flyttad eller felmarkerad.',
      'Genomför skriver in när och hur det gjordes, vem som deltog, hur långt varje mål är nått och vad som kom fram. Målen från förra gången står där redan. Du signerar när du sparar; sedan ändras inget. Är något fel felmarkerar du uppföljningen, med skäl, och skriver in den på nytt. Det kan den göra som signerade, och enhetschefen.',
      'Oförändrat planerar nästa uppföljning på en gång, och dagen krävs när beslutet gäller tills vidare. Omprövning öppnar en ny aktualisering. Insatsen avslutas öppnar Avsluta verkställighet. Inget sparas där förrän du gör det. En genomförd uppföljning räknas också som uppföljning av verkställigheten.',
      'Har beslutet upphört, eller är det felmarkerat, finns inget kvar att följa upp: en planerad uppföljning räknas då inte som försenad, och i Sökverktyget står Beslutet har upphört.',
    ],
  },
  {
    rubrik: 'Ej verkställda beslut (IVO)',
    vyer: ['ivo'],
    stycken: [
      'Verktyg → Ej verkställda beslut (IVO) visar vad som ska rapporteras för ett kvartal: bifall som inte verkställdes inom tre månader från beslutet, och avbrott som varade så länge. Det senaste hela kvartalet är förvalt. Ett beslut står kvar i varje kvartal tills det verkställs eller avslutas, och en gång till i det kvartal då det skedde, med dagen. Verkställt är det från den första dagen insatsen lämnades: den dag en beställning bekräftades för, eller då en verkställighet öppnades utan beställning. Har kunden avlidit avslutas det den dagen.',
      'Välj Mina eller Hela enheten. Klicka på en rubrik för att sortera; Enter eller dubbelklick öppnar kunden vid beslutet, och diamanten och pilarna i verktygsraden går från rad till rad. Under listan står allt som rapporten ska innehålla för den markerade raden. Saknas något står det i rött, och Fyll i öppnar kunden där det skrivs. Ett beslut vars insats inte finns i katalogen är också med, utan lag: systemförvaltaren lägger in insatsen. Siffror till fullmäktige räknar samma beslut utan namn. Listan räknas på den här datorn, också utan server.',
      'Spara som fil… lägger rapporten, eller siffrorna, i en mapp för Excel, som CSV (text) eller som PDF till revisorerna. Filen är inte krypterad, och den loggas för varje kund i den. Kunder med skyddade personuppgifter är inte med om du inte kryssar för det och skriver varför; rapportera dem i IVO:s e-tjänst och skriv i informationsrutan att personen är skyddad. I siffrorna står ingen med namn.',
      'Erbjudanden och Uppgifter till IVO finns vid beslutet. Skriv in varje erbjudande när det lämnas: vad, till vem, av vem, och sedan svaret. Ett nej tar inte bort skyldigheten att verkställa. Är ett erbjudande accepterat men inte beställt står det som en brist, och Fyll i öppnar beställningen. Är beslutet verkställt till en del skriver du vad som saknas, och från när, i Uppgifter till IVO: då rapporteras resten, och ett avbrott räknas från den dag en del föll bort. Raden heter Delvis verkställt i de kvartal då det var så när kvartalet var slut.',
      'När du har rapporterat i IVO:s e-tjänst och till revisorerna väljer du Markera som rapporterat, för en rad eller flera kryssade. Då står det vem som gjorde det, när och med vilket kvitto. Har en kollega hunnit före får du veta det, och inget markeras två gånger. Verkställs beslutet sedan står raden som ändrad och ska rapporteras en gång till. Rättas en dag efteråt är raden fortfarande rapporterad, och under listan står vad som var rapporterat. Har det som rapporterades fallit bort, till exempel för att beslutet är felmarkerat, står raden kvar som Hör inte dit längre, med varför: rätta hos IVO och ångra sedan rapporten. En markering som är fel ångrar du med en orsak, i radens meny. Det kan den göra som rapporterade, och enhetschefen.',
    ],
  },
  {
    rubrik: 'Statistik till Socialstyrelsen',
    vyer: ['statistik'],
    stycken: [
      'Verktyg → Statistik till Socialstyrelsen visar det som ska lämnas: LSS-insatser den 1 oktober, en rad för varje person, och SoL varje månad, dels det som pågår den sista, dels det som påbörjades eller avslutades. Välj lista och dag. Bredvid står när den ska vara inne. Listan räknas på den här datorn, utan nät, och följer med när något ändras i akterna.',
      'Med är det som är verkställt den dagen, inte bara beslutat: en bekräftad beställning räknas från den dag insatsen verkställdes, hur sent den än bekräftas. Två insatser av samma slag är en. Till och med fylls i när insatsen har upphört, inte när slutet bara är planerat. Inte med är felmarkerade beslut, den som avled före dagen och den som bara har assistansersättning. Det som är beslutat men inte lämnas står under Inte med, med skälet.',
      'Skulle avvisas visar raderna som myndigheten inte skulle ta emot och varför: personnummer eller personkrets saknas, samma person har två akter, en kod eller en kolumn stämmer inte. Där står också ett verkställt beslut vars insats inte finns i katalogen, i varje lista: ingen vet vilken den hör till förrän systemförvaltaren lägger in insatsen. Enter eller dubbelklick öppnar kunden vid beslutet, diamanten och pilarna går från rad till rad. Rätta i akten, så försvinner raden därifrån. Kontrollera säger vad som är värt att se över, som en extern placering.',
      'Spara som fil… skriver filen som beskrivningen säger, utan de rader som skulle avvisas. Där står inga namn och inga adresser. Kunder med skyddade personuppgifter är inte med om du inte kryssar för det och skriver varför. Varje kund i filen loggas. Under Levererat står vem som sparade vilken fil, när, hur många rader och en kontrollsumma. Rättas något sparar du en ny; båda står kvar.',
      'Bara den som läser alla enheters akter, också dem med skyddad folkbokföring, kan spara filen: annars saknas kunder i den. Står det att kolumnerna är ett exempel är Socialstyrelsens egen beskrivning inte inlagd, och filen är inte den som ska lämnas. Beskrivningarna är katalogdata och hör till systemförvaltaren.',
    ],
  },
  {
    rubrik: 'Nattens körningar',
    vyer: ['natt'],
    stycken: [
      'Verktyg → Nattens körningar visar systemförvaltaren varje natt då servern aktiverade e-tjänster: när den började och var klar, hur många som aktiverades, misslyckades och avslutades, och varför. Lämnade är sådana som servern inte kunde läsa eller som nekades; de står i serverns logg och prövas nästa natt. En natt som avbröts fortsätter av sig själv. Listan finns också utan server.',
      'Under en natt med misslyckade står vilka det gäller, bland de kunder vars akter du läser; övriga räknas bara. Handläggaren har redan en bevakning.',
    ],
  },
  {
    rubrik: 'Historik',
    vyer: ['tidslinje'],
    stycken: [
      'Historik i menyn för kunden, en utredning, ett beslut eller något annat i trädet visar vem som har ändrat vad och när, också utan server. En skyddad adress och långa texter nämns utan innehåll.',
    ],
  },
  {
    rubrik: 'Utkast',
    vyer: ['utkorg'],
    stycken: [
      'Det du skriver ligger på datorns disk inom en sekund, som ett utkast. Det gäller anteckningar och alla formulär och överlever att programmet stängs, kraschar eller att du loggar ut. Prick på fliken eller i rubrikträdet betyder att något inte är sparat eller inte signerat.',
      'Spara gör utkastet till en uppgift i akten och ställer den i kö till servern. Signera låser en anteckning.',
    ],
  },
  {
    rubrik: 'Kvitton',
    vyer: ['utkorg'],
    stycken: [
      'Utkorg och kvitton visar varje sak du sparat: Endast här (utkast), Köad, Skickad och Mottagen av servern. Grönt visas bara när servern har svarat att den har den.',
      'Avvisad betyder att servern sade nej. Det du skrev är kvar under Att åtgärda, med skälet och det som en kollega hann göra före dig. Öppna i formuläret lägger tillbaka det så att du kan rätta och spara igen. Har flera poster för samma kund samma orsak skickas alla med ett tryck. Det som inte ska skickas igen kryssar du för i Att åtgärda och tar bort på en gång; texterna kan fortfarande läsas bland kvittona. Det som avvisades för att kunden inte var er följer med av sig självt när kunden tas upp.',
      'Ett utkast vars utredning inte finns kvar ligger i Utkorg. Där kan det läsas, markeras och kopieras, och flyttas till en utredning som finns.',
    ],
  },
  {
    rubrik: 'Utan server (krisläge)',
    vyer: [],
    stycken: [
      'Allt utom Sök KIR fungerar utan server: sök, läs, skriv, signera och handlägg. Uppgifternas ålder står i statusraden.',
      'När servern är tillbaka skickas allt i den ordning du gjorde det. Du behöver inte göra något.',
    ],
  },
  {
    rubrik: 'När två skriver eller ändrar samtidigt',
    vyer: ['utkorg'],
    stycken: [
      'Den text som servern fick först står kvar. Den andra hamnar i Utkorg under Konflikter att avgöra, med båda texterna bredvid varandra. Du väljer en, behåller båda eller skriver ihop dem. Inget skrivs över, och båda texterna finns kvar i akten.',
      'För beslut, beställningar och annat i ärendet prövas reglerna igen hos servern. Det som inte längre får göras hamnar under Att åtgärda.',
    ],
  },
  {
    rubrik: 'Krismapp',
    vyer: [],
    stycken: [
      'Verktyg → Krismapp lägger en lista över kunderna, och en fil för var och en, i en mapp som du väljer: kontaktuppgifter, vad som är att bevaka, vad som pågår och hos vem, och det som skrevs senast. Allt tas från den här datorn, också utan nät.',
      'Filerna öppnas med lösenordet du väljer, i vilken PDF-läsare som helst och på vilken dator som helst. Lösenordet sparas ingenstans: utan det kan ingen öppna dem.',
      'Kunder med skyddade personuppgifter är inte med om du inte kryssar för det och skriver varför. Varje kund som är med loggas. Ta bort mappen när nästa är gjord.',
    ],
  },
];
