import consoleCss from './console/console.css?inline';
import consoleJs from './console/console.js?raw';
import deviceDataJs from './deviceData.js?raw';
import pageCss from './page.css?inline';
import sharedCss from './shared.css?inline';

const CSS = 'text/css; charset=utf-8';
const JS = 'text/javascript; charset=utf-8';

/** The files that the pages load. Inline code would need a weaker Content-Security-Policy. */
export const ASSETS: Readonly<Record<string, readonly [type: string, content: string]>> = {
  'page.css': [CSS, sharedCss + pageCss],
  'console.css': [CSS, sharedCss + consoleCss],
  'console.js': [JS, consoleJs],
  'ddc.js': [JS, deviceDataJs],
};
