import { describe } from 'vitest';
import { readerContract } from '../testing/readerContract.ts';
import { createReader } from './reader.ts';

describe('the page’s own reader', () => readerContract(() => createReader));
