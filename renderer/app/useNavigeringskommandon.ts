import { useCommand } from '../state/keys.ts';
import { type Bandsteg, openPost, platsEfter, stepPost, useGang } from '../state/navigering.ts';

const ingenLista = 'Det finns inget resultat att gå igenom';
const slut: Record<Bandsteg, string> = {
  forsta: 'Det här är den första',
  foregaende: 'Det finns ingen före',
  nasta: 'Det finns ingen efter',
  sista: 'Det här är den sista',
};

/** The tape-recorder buttons and the diamond, in the list and in a kund (SNAV-02, SNAV-03). */
export function useNavigeringskommandon(): void {
  const gang = useGang();
  const hinder = (steg: Bandsteg) =>
    !gang || gang.lista.poster.length === 0 ? ingenLista : platsEfter(steg, gang) === undefined ? slut[steg] : undefined;
  useCommand('forstaPost', () => stepPost('forsta'), hinder('forsta'));
  useCommand('foregaendePost', () => stepPost('foregaende'), hinder('foregaende'));
  useCommand('nastaPost', () => stepPost('nasta'), hinder('nasta'));
  useCommand('sistaPost', () => stepPost('sista'), hinder('sista'));
  const markera = gang && gang.lista.poster.length > 0 ? 'Markera en kund i resultatet' : ingenLista;
  useCommand('oppnaPost', () => void openPost(), gang?.vald === undefined || gang.vald === null ? markera : undefined);
}
