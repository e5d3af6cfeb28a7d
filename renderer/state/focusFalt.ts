const kontroller = 'input:not([type="hidden"]):not([aria-hidden]), textarea, select, [role="combobox"], button:not([tabindex="-1"])';

/**
 * Puts the focus in the field `falt` of a form: in its faulty control where one is, else its first.
 * @returns false when the form does not show the field
 */
export function focusFalt(form: ParentNode | null, falt: string): boolean {
  const rows = [...(form?.querySelectorAll<HTMLElement>('[data-falt]') ?? [])];
  const row = rows.find((one) => one.dataset.falt === falt);
  if (!row) return false;
  const checked = row.querySelector<HTMLElement>('input[type="radio"]:checked');
  // A group of choices bears the mark itself, and takes no focus.
  const faulty = [...row.querySelectorAll('[aria-invalid="true"]')].find((one) => one.matches(kontroller) || one.hasAttribute('tabindex'));
  // A list has it in the row that the keyboard is at, not in its head.
  const iLista = row.querySelector('[role="row"][tabindex="0"]');
  const target = row.matches(kontroller) ? row : (faulty ?? checked ?? iLista ?? row.querySelector(kontroller));
  if (!(target instanceof HTMLElement)) return false;
  target.focus();
  target.scrollIntoView?.({ block: 'nearest' });
  return true;
}

let begart = false;

/** A command opens a form for what is to be written now: it takes the focus when it is shown. */
export const requestFormularfokus = (): void => {
  begart = true;
};

/**
 * Puts the focus in a form that has just been shown, if it was asked for or if nothing has the focus: what was there before is
 * gone, and the next key would begin at the top of the window.
 * @param falt the first that is still to be filled in
 */
export function takeFormularfokus(form: HTMLElement, falt: string | undefined): boolean {
  const nu = document.activeElement;
  // The window may have given it to whatever was shown (`components/fokusminne.ts`): that is nowhere, too.
  const ingenstans = nu === null || nu === document.body || nu.hasAttribute('data-gavs-fokus');
  if (!begart && !ingenstans) return false;
  begart = false;
  if (falt !== undefined && focusFalt(form, falt)) return true;
  form.querySelector<HTMLElement>(kontroller)?.focus();
  return false;
}
