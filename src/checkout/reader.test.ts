import { describe } from 'vitest';
import { createReader } from './reader.ts';
import { readerContract } from './testing/readerContract.ts';

describe('the page’s own reader', () => readerContract(() => createReader));
