/** The portal's whole appearance, sent as a file of its own: the content policy lets no other be. Measures in rem: text may be made twice as large. */
export const stil = `
:root { --blue: #0b4a8f; --ink: #1b1b1b; --soft: #f2f5f9; --line: #767f8a; --red: #a4161a; }
* { box-sizing: border-box; }
html { font-size: 112.5%; }
body { margin: 0; color: var(--ink); background: #fff; font: 1rem/1.6 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
a { color: var(--blue); text-underline-offset: 0.15em; }
a:focus-visible, button:focus-visible, input:focus-visible, textarea:focus-visible, summary:focus-visible
{ outline: 3px solid var(--ink); outline-offset: 2px; box-shadow: 0 0 0 2px #ffd400; }
main:focus { outline: none; }
.hoppa { position: absolute; left: -999rem; }
.hoppa:focus { position: static; display: block; padding: 0.75rem 1rem; background: #fff; }
.bredd { max-width: 46rem; margin: 0 auto; padding: 0 1rem; }
header.topp { background: var(--blue); color: #fff; }
header.topp .bredd { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: center; padding-top: 0.5rem; padding-bottom: 0.5rem; }
header.topp a { color: #fff; }
header.topp .namn { font-weight: 700; margin: 0; flex: 1 1 12rem; font-size: 1.1rem; }
header.topp a.hem { text-decoration: none; display: inline-block; padding: 0.5rem 0; }
header.topp .sprak { margin: 0; }
header.topp .sprak a { display: inline-block; padding: 0.6rem 0; }
.vem { background: var(--soft); border-bottom: 1px solid #c9d2dd; }
.vem .bredd { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: center; justify-content: space-between; padding-top: 0.25rem; padding-bottom: 0.25rem; }
.vem p { margin: 0; overflow-wrap: anywhere; }
nav.meny { border-bottom: 1px solid #c9d2dd; }
nav.meny ul { list-style: none; margin: 0 auto; padding: 0 1rem; display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
nav.meny a { display: inline-block; padding: 0.7rem 0; }
nav.meny a[aria-current] { font-weight: 700; text-decoration-thickness: 3px; }
.foretrader { background: #fff3cd; border-bottom: 3px solid #8a6100; }
.foretrader .bredd { padding-top: 0.75rem; padding-bottom: 0.75rem; }
.foretrader p { margin: 0 0 0.5rem; }
main.bredd { padding-top: 1.5rem; padding-bottom: 3rem; overflow-wrap: break-word; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2rem 0 0.5rem; }
p, ul, ol, dl { margin: 0 0 1rem; }
.val { list-style: none; padding: 0; display: grid; gap: 1rem; }
.kort { border: 1px solid var(--line); border-radius: 0.5rem; padding: 1rem; background: #fff; }
.kort h2, .kort h3 { margin: 0 0 0.25rem; font-size: 1.15rem; line-height: 1.3; }
.kort p:last-child { margin-bottom: 0; }
.kort.nytt { border-left: 0.4rem solid var(--blue); }
.knapp, button { display: inline-block; font: inherit; font-weight: 600; padding: 0.65rem 1.25rem; min-height: 2.75rem; border-radius: 0.35rem;
border: 2px solid var(--blue); background: var(--blue); color: #fff; text-decoration: none; cursor: pointer; text-align: center; }
.knapp:hover, button:hover { background: #083768; }
button.andra, .knapp.andra { background: #fff; color: var(--blue); }
button.andra:hover, .knapp.andra:hover { background: var(--soft); }
button.lank { border: 0; background: none; color: var(--blue); padding: 0.5rem 0; text-decoration: underline; font-weight: 400; }
.knappar { display: flex; flex-wrap: wrap; gap: 0.75rem; margin-top: 1.5rem; }
form.rad { display: inline; margin: 0; }
.falt { margin: 0 0 1.5rem; }
.falt > label, legend { font-weight: 600; display: block; padding: 0; }
.hjalp { margin: 0 0 0.35rem; color: #444; }
.fel { color: var(--red); font-weight: 600; margin: 0 0 0.35rem; }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
.grupp { font-weight: 600; margin: 0.75rem 0 0.25rem; color: #444; }
.falt > label.radio { font-weight: 400; display: flex; gap: 0.75rem; align-items: center; padding: 0.5rem 0; min-height: 2.75rem; cursor: pointer; }
.radio input { width: 1.4rem; height: 1.4rem; flex: none; margin: 0; accent-color: var(--blue); }
input[type=text], input[type=tel], input[type=email], textarea { font: inherit; width: 100%; max-width: 100%; padding: 0.6rem; border: 2px solid var(--line);
border-radius: 0.3rem; background: #fff; color: var(--ink); }
[aria-invalid=true] { border-color: var(--red) !important; }
textarea { min-height: 12rem; resize: vertical; }
input[type=file] { font: inherit; width: 100%; }
input[type=file]::file-selector-button { font: inherit; min-height: 2.75rem; padding: 0 1rem; margin-right: 0.75rem; border: 2px solid var(--blue); border-radius: 6px; color: var(--blue); background: #fff; }
.sammanfattning { border: 3px solid var(--red); border-radius: 0.35rem; padding: 1rem; margin: 0 0 1.5rem; }
.sammanfattning h2 { margin-top: 0; }
.sammanfattning ul { margin-bottom: 0; }
.sammanfattning a { color: var(--red); }
.klart { border-left: 0.4rem solid #1b6e3c; background: #eef7f0; padding: 0.75rem 1rem; margin: 0 0 1.5rem; }
.obs { border-left: 0.4rem solid #8a6100; background: #fff8e5; padding: 0.75rem 1rem; margin: 0 0 1.5rem; }
.klart p:last-child, .obs p:last-child { margin-bottom: 0; }
.skrivet { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--soft); padding: 1rem; border-radius: 0.35rem; }
dt { font-weight: 600; }
dd { margin: 0 0 0.75rem; overflow-wrap: anywhere; }
footer ul.lankar { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; }
footer { border-top: 1px solid #c9d2dd; padding: 1rem 0 2rem; font-size: 0.95rem; }
@media (max-width: 24rem) { h1 { font-size: 1.4rem; } }
@media (min-width: 40rem) { .val.tva { grid-template-columns: 1fr 1fr; } }
@media (prefers-color-scheme: dark) { :root { color-scheme: light; } }
@media print { header.topp, nav, .vem form, footer, .hoppa { display: none; } }
`;
