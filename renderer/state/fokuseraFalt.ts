const kontroller = 'input:not([type="hidden"]):not([aria-hidden]), textarea, select, [role="combobox"], button:not([tabindex="-1"])';

/**
 * Puts the focus in the field `falt` of a form: in its faulty control where one is, else its first.
 * @returns false when the form does not show the field
 */
export function fokuseraFalt(form: ParentNode | null, falt: string): boolean {
  const rows = [...(form?.querySelectorAll<HTMLElement>('[data-falt]') ?? [])];
  const row = rows.find((one) => one.dataset.falt === falt);
  if (!row) return false;
  const checked = row.querySelector<HTMLElement>('input[type="radio"]:checked');
  const target = row.matches(kontroller) ? row : (row.querySelector('[aria-invalid="true"]') ?? checked ?? row.querySelector(kontroller));
  if (!(target instanceof HTMLElement)) return false;
  target.focus();
  target.scrollIntoView?.({ block: 'nearest' });
  return true;
}
