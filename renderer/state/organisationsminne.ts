import { useInstallning } from './installningar.ts';

const inga: string[] = [];
const isIds = (value: unknown): value is string[] => Array.isArray(value) && value.every((one) => typeof one === 'string');

/** FORB-10: the organisationer the user chose last, and which branches of the tree are open. */
export function useOrganisationsminne() {
  const [senaste, setSenaste] = useInstallning('organisation:senaste', inga, isIds);
  const [oppna, onOpen] = useInstallning('organisation:oppna', inga, isIds);
  return { senaste, oppna, onOpen, onVald: (id: string) => setSenaste([id, ...senaste.filter((one) => one !== id)].slice(0, 5)) };
}
