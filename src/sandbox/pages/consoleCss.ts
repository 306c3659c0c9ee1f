/** The look of the console: one sheet, from a phone's width up, light and dark. */
export const CONSOLE_CSS = `:root {
  color-scheme: light dark;
  --ground: light-dark(#f3f4f6, #101318);
  --sheet: light-dark(#fff, #191d24);
  --ink: light-dark(#171a1f, #eef0f3);
  --soft: light-dark(#5b6470, #9aa4b2);
  --line: light-dark(#e1e4e9, #2c323c);
  --accent: light-dark(#2452d6, #8ba9ff);
  --good: light-dark(#14703d, #6bd69b);
  --good-ground: light-dark(#e2f4e9, #15301f);
  --bad: light-dark(#b3261e, #ff9a91);
  --bad-ground: light-dark(#fce8e6, #3a1c1a);
  --wait: light-dark(#8a4b00, #ffc074);
  --wait-ground: light-dark(#fdeed8, #38270f);
  --hold: light-dark(#2452d6, #a9bfff);
  --hold-ground: light-dark(#e5ebfd, #1c2745);
  font: 15px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
}
* { box-sizing: border-box; margin: 0; }
body { background: var(--ground); color: var(--ink); min-height: 100dvh; display: flex; flex-direction: column; }
a { color: var(--accent); }
.top {
  display: flex; align-items: center; justify-content: space-between; gap: 1rem;
  padding: .75rem max(1rem, calc((100% - 72rem) / 2)); background: var(--sheet); border-bottom: 1px solid var(--line);
}
.logo { color: inherit; text-decoration: none; font-weight: 700; font-size: 1.0625rem; letter-spacing: -.01em; }
.logo span { color: var(--soft); font-weight: 500; }
.refresh { display: flex; align-items: center; gap: .5rem; font-size: .875rem; color: var(--soft); padding: .375rem 0; }
.dot { width: .5rem; height: .5rem; border-radius: 50%; background: var(--line); }
[data-connection=live] .dot { background: var(--good); }
[data-connection=lost] .dot { background: var(--wait); }
[data-connection=live] .refresh { text-decoration: none; }
main { flex: 1; width: 100%; max-width: 74rem; margin: 0 auto; padding: 1rem; display: grid; gap: 1rem; align-content: start; }
footer { text-align: center; color: var(--soft); font-size: .8125rem; padding: 1rem; }
.card { background: var(--sheet); border: 1px solid var(--line); border-radius: .75rem; padding: 1rem; min-width: 0; }
.overview, .columns, .panels { display: grid; gap: 1rem; align-items: start; min-width: 0; }
.back { font-size: .875rem; }
h1 { font-size: 1.125rem; line-height: 1.35; overflow-wrap: anywhere; }
h2 { font-size: 1rem; line-height: 1.4; }
h3 { font-size: .8125rem; margin-top: .75rem; color: var(--soft); font-weight: 600; }
.soft { color: var(--soft); font-size: .875rem; }
.bad { color: var(--bad); }
code { font: .8125rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
h1 code { font-size: 1rem; font-weight: 600; }
.problem { background: var(--bad-ground); color: var(--bad); border-radius: .75rem; padding: .75rem 1rem; font-weight: 550; overflow-wrap: anywhere; }
.pill {
  display: inline-block; border-radius: 1rem; padding: 0 .5625rem; font-size: .8125rem; line-height: 1.5rem;
  font-weight: 550; white-space: nowrap; background: light-dark(#eceef1, #262c36); color: var(--ink);
}
.pill.good { background: var(--good-ground); color: var(--good); }
.pill.bad { background: var(--bad-ground); color: var(--bad); }
.pill.wait { background: var(--wait-ground); color: var(--wait); }
.pill.hold { background: var(--hold-ground); color: var(--hold); }
form { display: grid; gap: .625rem; margin-top: .75rem; }
label { display: grid; gap: .25rem; font-size: .8125rem; font-weight: 550; min-width: 0; }
input, select {
  font: inherit; font-size: 1rem; font-weight: 400; min-height: 2.75rem; padding: .375rem .625rem; width: 100%; min-width: 0;
  color: inherit; background: var(--sheet); border: 1px solid light-dark(#878f9b, #6b7583); border-radius: .5rem;
}
button, .button {
  font: inherit; font-weight: 600; min-height: 2.75rem; padding: .375rem .875rem; cursor: pointer;
  color: var(--ink); background: light-dark(#f3f4f6, #232933); border: 1px solid var(--line); border-radius: .5rem;
  text-decoration: none; display: inline-grid; place-items: center;
}
button:hover:not(:disabled), .button:hover { border-color: var(--accent); color: var(--accent); }
button:disabled { color: var(--soft); opacity: .55; cursor: default; }
button.small { min-height: 1.75rem; padding: 0 .625rem; font-size: .8125rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.buttons { display: flex; flex-wrap: wrap; gap: .5rem; }
.buttons button { flex: 1 1 auto; }
.pair, .filter { display: grid; grid-template-columns: 1fr 1fr; gap: .625rem; align-items: end; }
.filter .wide, .filter button { grid-column: 1 / -1; }
.count { margin-top: .75rem; }
ul, ol { list-style: none; padding: 0; }
.rows { margin: .5rem -1rem 0; border-top: 1px solid var(--line); }
.row {
  display: grid; grid-template-columns: 1fr auto; gap: .125rem .75rem; align-items: center;
  padding: .75rem 1rem; border-bottom: 1px solid var(--line); color: inherit; text-decoration: none;
}
.row:hover { background: light-dark(#0000000a, #ffffff0a); }
.row code, .row .soft { grid-column: 1 / -1; }
.row .when { display: none; }
.rows li:last-child .row { border-bottom: 0; }
.rows + .button { margin-top: 1rem; }
.money { font-weight: 650; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
time { font-variant-numeric: tabular-nums; white-space: nowrap; }
.empty { margin-top: .75rem; color: var(--soft); }
.headline { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .75rem; margin-top: .25rem; }
.amount { font-size: 1.75rem; font-weight: 650; letter-spacing: -.02em; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; margin: .5rem 0 .75rem; font-size: .875rem; }
dt { color: var(--soft); }
dd { min-width: 0; overflow-wrap: anywhere; }
.caveats {
  background: var(--wait-ground); color: var(--wait); border-radius: .75rem; padding: .625rem .75rem;
  margin-bottom: .75rem; font-size: .875rem; overflow-wrap: anywhere;
}
.caveats h2 { font-size: inherit; }
.caveats li + li { margin-top: .25rem; }
.lines { margin-top: .5rem; display: grid; gap: .5rem; }
.lines li { display: flex; justify-content: space-between; align-items: center; gap: .75rem; min-width: 0; }
.lines span { min-width: 0; overflow-wrap: anywhere; }
.lines form, .timeline form { margin: 0; display: inline-block; }
.timeline { margin-top: .5rem; }
.timeline > li {
  display: grid; grid-template-columns: 4.25rem 1fr; gap: .5rem; padding: .4375rem 0;
  border-top: 1px solid var(--line); align-items: baseline;
}
.timeline > li > div { min-width: 0; overflow-wrap: anywhere; display: flex; flex-wrap: wrap; gap: .125rem .5rem; align-items: center; padding-left: .75rem; border-left: 3px solid var(--line); }
.timeline > .status > div { border-color: var(--accent); }
.timeline > .event > div { border-color: var(--soft); }
.timeline time { color: var(--soft); font-size: .8125rem; }
.deliveries { flex-basis: 100%; display: grid; gap: .25rem; margin: .125rem 0; }
@media (min-width: 48rem) {
  .columns { grid-template-columns: 1fr 1fr; }
  .filter { grid-template-columns: 1fr 1fr 1.4fr auto; }
  .filter .wide, .filter button { grid-column: auto; }
  .row { grid-template-columns: minmax(0, 1fr) 13rem 14rem; }
  .row .pill { justify-self: start; }
  .row code { grid-column: auto; }
  .row .soft { grid-column: 1 / 3; }
  .row .when { display: block; grid-column: 3; }
}
@media (min-width: 64rem) {
  .overview { grid-template-columns: minmax(0, 1fr) 21rem; }
}
`;
