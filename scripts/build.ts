import { build } from './lib/build.ts';

const built = await build();
console.log(built.length > 0 ? `Built ${built.join(', ')} into dist/.` : 'dist/ is up to date.');
