import { onTestFinished, vi } from 'vitest';

/** Keeps the lazy files on their way, until they are let go. */
export function holdFiles(): () => void {
  const files: (() => void)[] = [];
  const loadAsset = () => new Promise<void>((resolve) => files.push(resolve));
  vi.doMock('../assets.ts', () => ({ loadAsset, placeAssets() {} }));
  onTestFinished(() => vi.doUnmock('../assets.ts'));
  return () => files.map((arrive) => arrive());
}
