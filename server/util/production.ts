/**
 * React makes the portal's pages several times faster when it does not look for a programmer's mistakes. It asks once, when it is loaded:
 * so this comes before it, first of all that a program imports.
 */
process.env.NODE_ENV ??= 'production';
