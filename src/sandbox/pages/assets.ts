import { CONSOLE_CSS } from './consoleCss.ts';
import { CONSOLE_JS } from './consoleJs.ts';

/** The look of the customer's pages: one sheet, calm, light and dark. */
const PAGE_CSS = `:root {
  color-scheme: light dark;
  --ground: light-dark(#f3f4f6, #101318);
  --sheet: light-dark(#fff, #191d24);
  --ink: light-dark(#171a1f, #eef0f3);
  --soft: light-dark(#5b6470, #9aa4b2);
  --line: light-dark(#e1e4e9, #2c323c);
  --accent: light-dark(#2452d6, #8ba9ff);
  --on-accent: light-dark(#fff, #0c1430);
  --good: light-dark(#14703d, #6bd69b);
  --bad: light-dark(#b3261e, #ff9a91);
  --ribbon: light-dark(#fff3c4, #3a3113);
  --ribbon-ink: light-dark(#5b4700, #ffe08a);
  font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
}
* { box-sizing: border-box; margin: 0; }
body {
  min-height: 100dvh; display: flex; flex-direction: column;
  background: var(--ground); color: var(--ink);
}
.ribbon {
  background: var(--ribbon); color: var(--ribbon-ink);
  text-align: center; font-size: .8125rem; padding: .375rem 1rem;
}
main { flex: 1; display: grid; place-items: center; padding: 1.25rem 1rem; }
.sheet {
  width: 100%; max-width: 25rem; background: var(--sheet); border: 1px solid var(--line);
  border-radius: 1rem; padding: 1.5rem; box-shadow: 0 1px 2px #0001, 0 12px 32px -12px #0002;
}
.brand {
  display: flex; align-items: center; gap: .5rem; font-weight: 600; color: var(--accent);
}
.bill {
  margin: 1.25rem 0; padding: 1rem 0; border-block: 1px solid var(--line); text-align: center;
}
.merchant, .description, .hint, footer { color: var(--soft); font-size: .9375rem; }
.amount {
  font-size: 2.25rem; line-height: 1.2; font-weight: 650; letter-spacing: -.02em;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
}
h1 { font-size: 1.125rem; line-height: 1.35; font-weight: 650; }
dl {
  display: grid; grid-template-columns: fit-content(55%) 1fr; gap: .25rem .875rem; font-size: .875rem;
  margin-top: 1rem; padding-top: 1rem; border-top: 1px dashed var(--line);
}
dt { color: var(--soft); }
dd { text-align: right; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
.problem { color: var(--bad); font-weight: 550; margin-top: 1rem; }
form { display: grid; gap: .625rem; margin-top: 1.25rem; }
label { display: grid; gap: .375rem; font-size: .875rem; font-weight: 550; }
input {
  font: inherit; font-size: 1.25rem; letter-spacing: .25em; padding: .625rem .875rem;
  border: 1px solid light-dark(#878f9b, #6b7583); border-radius: .625rem;
  background: transparent; color: inherit; width: 100%;
}
input::placeholder { color: var(--soft); opacity: .6; }
button, .button {
  font: inherit; font-weight: 600; min-height: 3rem; padding: .625rem 1rem; cursor: pointer;
  border: 1px solid transparent; border-radius: .625rem; background: none; color: inherit;
  display: grid; place-items: center; text-decoration: none;
}
.primary { background: var(--accent); color: var(--on-accent); }
.danger { border-color: var(--line); color: var(--bad); }
.quiet { color: var(--soft); }
button:hover, .button:hover { filter: brightness(1.06); }
.danger:hover, .quiet:hover { background: light-dark(#00000008, #ffffff0d); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.seal {
  width: 3.5rem; height: 3.5rem; border-radius: 50%; display: grid; place-items: center;
  margin: 0 auto 1rem; color: var(--sheet);
}
.seal svg { width: 1.75rem; height: 1.75rem; stroke-width: 2.4; }
.seal.good { background: var(--good); }
.seal.bad { background: var(--bad); }
[data-ended] h1, .seal + h1 { text-align: center; }
[data-ended] .hint, .seal ~ .hint { text-align: center; }
[data-ended] .button { margin-top: 1rem; }
footer { text-align: center; padding: 0 1rem 1rem; font-size: .8125rem; }
@media (max-height: 32rem) { .bill { margin: .75rem 0; padding: .625rem 0; } .sheet { padding: 1rem; } }
`;

const DDC_JS = `document.querySelector('form[data-autosubmit]').requestSubmit();\n`;

/** The files that the pages load. Inline code would need a weaker Content-Security-Policy. */
export const ASSETS: Readonly<Record<string, readonly [type: string, content: string]>> = {
  'page.css': ['text/css; charset=utf-8', PAGE_CSS],
  'console.css': ['text/css; charset=utf-8', CONSOLE_CSS],
  'console.js': ['text/javascript; charset=utf-8', CONSOLE_JS],
  'ddc.js': ['text/javascript; charset=utf-8', DDC_JS],
};
