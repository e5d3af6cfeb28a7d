/** A mobile number as it is typed (`070-174 06 01`, `+46…`, `0046…`) in the form of E.164. */
export function smsNumber(typed: string): string {
  const digits = typed.replace(/[\s()/-]/g, '');
  if (digits.startsWith('+')) return digits;
  return digits.startsWith('00') ? `+${digits.slice(2)}` : `+46${digits.slice(1)}`;
}
