import { beforeAll } from 'vitest';
import { resetStores } from './zustand.ts';

beforeAll(resetStores);
