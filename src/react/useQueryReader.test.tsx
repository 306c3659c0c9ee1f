import { QueryClient } from '@tanstack/react-query';
import { describe } from 'vitest';
import { readerContract } from '../checkout/testing/readerContract.ts';
import { queryReader } from './useQueryReader.ts';

describe('a reader on an app’s QueryClient', () =>
  readerContract(() => queryReader(new QueryClient())));
