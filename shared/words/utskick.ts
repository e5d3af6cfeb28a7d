import type { Utskicksvag } from '../domain/beslut/utskick.ts';

/** How a beslut reaches the kund; it is sent by nothing but who prints it. */
export const utskicksvagOrd: Record<Utskicksvag, string> = {
  skyddad: 'Aldrig av sig själv: kunden har skyddade personuppgifter. Skriv ut och kontrollera vart det får skickas.',
  post: 'Med post: skriv ut beslutet.',
  etjanstFinns: 'Med post: skriv ut beslutet. Det skickas inte till e-tjänsten av sig självt.',
};
