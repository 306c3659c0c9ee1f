import { Markdown } from '@storybook/addon-docs/blocks';
import README from '../../README.md?raw';

/** Where each section of the README can be read here. */
const PAGES: Readonly<Record<string, string>> = {
  'script-tag': 'script-tag',
  'the-return-page': 'script-tag',
  react: 'react',
  options: 'react',
  'where-the-other-files-lie': 'script-tag',
  'another-gateway': 'without-a-view',
  'stripe-connect': 'pay-from-here',
  phases: 'react',
  'updates-from-your-server': 'updates',
  'without-a-view': 'without-a-view',
  'pay-from-here': 'pay-from-here',
  'next-actions': 'next-actions',
  look: 'theming',
  languages: 'theming',
  'try-your-integration-offline': 'sandbox',
  'test-values': 'sandbox',
  security: 'security',
};

interface ReadmeProps {
  /** The headings of the sections, in this order; none for what comes before the first. */
  readonly sections?: readonly string[];
}

/** Sections of the README, unchanged: a second text would soon differ from the first. */
export function Readme({ sections }: ReadmeProps) {
  const parts = README.split(/^(?=## )/m);
  const chosen = sections
    ? sections.map((name) => parts.find((part) => part.startsWith(`## ${name}\n`)) ?? missing(name))
    : parts.slice(0, 1);
  return <Markdown>{chosen.join('\n').replace(/\]\(#([\w-]+)\)/g, linkTo)}</Markdown>;
}

function linkTo(link: string, anchor: string): string {
  const page = PAGES[anchor];
  return page ? `](?path=/docs/docs-${page}--docs)` : link;
}

function missing(name: string): never {
  throw new Error(`The README has no section "${name}".`);
}
