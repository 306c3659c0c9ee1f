import { defineConfig, loadEnv } from 'vite';

export default defineConfig(({ mode }) => {
  const { SHOP_SERVER = 'http://localhost:3000' } = loadEnv(mode, '.', 'SHOP_');
  // Also for `vite preview`.
  return { server: { proxy: { '/api': SHOP_SERVER } } };
});
