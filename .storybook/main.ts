import type { StorybookConfig } from '@storybook/react-vite';

const config: StorybookConfig = {
  stories: ['./docs/*.mdx', '../src/react/**/*.stories.tsx'],
  addons: ['@storybook/addon-a11y', '@storybook/addon-docs'],
  framework: {
    name: '@storybook/react-vite',
    options: { builder: { viteConfigPath: '.storybook/vite.config.ts' } },
  },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: { backgrounds: false, sidebarOnboardingChecklist: false },
  // The sandbox as a service worker, from the folder that it has for its scope.
  staticDirs: ['./pages', { from: '../dist/sandbox-worker.js', to: '/sandbox-worker.js' }],
  // Controls are chosen by hand, a few for each set of stories.
  typescript: { reactDocgen: false },
};

export default config;
