/** Why the operating system's key store cannot be used. */
export type KeyStoreProblem = 'inget-nyckelskydd' | 'nyckeln-kan-inte-lasas';

export const keyStoreWords: Record<KeyStoreProblem, string> = {
  'inget-nyckelskydd':
    'Datorn har ingen nyckelring som skyddar akternas nyckel (GNOME Keyring eller KWallet). Aktnära sparar därför inget här. Be IT slå på nyckelringen och starta igen.',
  'nyckeln-kan-inte-lasas':
    'Nyckeln till akterna på datorn kan inte läsas. Inget är borttaget. Logga in i Windows eller Linux som den användare som brukar använda Aktnära, eller be IT om hjälp.',
};

/** What the shell itself says, before there is a page to say it. */
export const words = {
  startadeInte: 'Aktnära kunde inte starta',
  ingenServer: (file: string) =>
    `Aktnära vet inte vilken server kommunen använder. Be IT lägga serverns adress och kommunens namn i filen ${file}, till exempel {"serverUrl":"https://aktnara.kommunen.se","tenant":"kommunen"}.`,
  felIInstallningar: (file: string, detail: string) => `Filen ${file} går inte att läsa: ${detail}`,
} as const;
