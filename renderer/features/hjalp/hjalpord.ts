/** The short help inside the program: what a user may wonder in the middle of work. */
export const hjalpavsnitt: { rubrik: string; stycken: string[] }[] = [
  {
    rubrik: 'Utkast',
    stycken: [
      'Det du skriver ligger på datorns disk inom en sekund, som ett utkast. Det överlever att programmet stängs, kraschar eller att du loggar ut. Prick på fliken eller i rubrikträdet betyder att något inte är sparat eller inte signerat.',
      'Spara gör texten till en anteckning och ställer den i kö till servern. Signera låser den.',
    ],
  },
  {
    rubrik: 'Kvitton',
    stycken: [
      'Utkorg och kvitton visar varje sak du sparat: Endast här (utkast), Köad, Skickad och Mottagen av servern. Grönt visas bara när servern har svarat att den har den.',
      'Avvisad betyder att servern sade nej. Din text är kvar under Att åtgärda, med skälet.',
    ],
  },
  {
    rubrik: 'Utan server (krisläge)',
    stycken: [
      'Allt fungerar utan server: sök, läs, skriv, spara och signera. Uppgifternas ålder står i statusraden.',
      'När servern är tillbaka skickas allt i den ordning du gjorde det. Du behöver inte göra något.',
    ],
  },
  {
    rubrik: 'När två skriver i samma text',
    stycken: [
      'Den text som servern fick först står kvar. Den andra hamnar i Utkorg under Konflikter att avgöra, med båda texterna bredvid varandra. Du väljer en, behåller båda eller skriver ihop dem. Inget skrivs över, och båda texterna finns kvar i akten.',
    ],
  },
];
