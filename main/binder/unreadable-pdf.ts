/** A PDF is not as the standard says. The message is for whoever looks into it, not for users. */
export class UnreadablePdf extends Error {
  override readonly name = 'UnreadablePdf';
}
