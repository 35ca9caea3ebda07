"""The look of a page: one column that reads on a phone and a beamer, light or dark, and prints well on A4."""

from __future__ import annotations

from typing import Final

from mgtui.documents.exporting.pictures.style import BY_VARIABLE, DARK, FONT, LIGHT, marks, variables

STYLE: Final = f"""
:root {{ color-scheme: light dark; {variables(LIGHT)} }}
@media (prefers-color-scheme: dark) {{ :root {{ {variables(DARK)} }} }}
* {{ box-sizing: border-box; }}
body {{
  margin: 0 auto; max-width: 64rem; padding: 1.5rem 1.25rem 4rem; background: var(--mg-ground); color: var(--mg-ink);
  font: 1.0625rem/1.5 {FONT}; overflow-wrap: anywhere;
}}
h1 {{ font-size: 2rem; line-height: 1.2; margin: 0.5rem 0 1rem; }}
h2 {{ font-size: 1.45rem; margin: 2.5rem 0 0.75rem; padding-top: 0.75rem; border-top: 2px solid var(--mg-line); }}
h3 {{ font-size: 1.2rem; margin: 1.75rem 0 0.5rem; }}
h4 {{ font-size: 1rem; margin: 1rem 0 0.25rem; }}
p, ul {{ margin: 0.5rem 0; }}
ul {{ padding-left: 1.4rem; }}
.lead {{ font-size: 1.1em; }}
.verdict {{ font-size: 1.1em; font-weight: bold; }}
.remark, figcaption {{ color: var(--mg-muted); font-size: 0.93em; }}
nav ul {{ display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; padding: 0; list-style: none; }}
a {{ color: var(--mg-take); }}
.table {{ overflow-x: auto; margin: 1rem 0; }}
table {{ border-collapse: collapse; width: 100%; }}
caption {{ text-align: left; color: var(--mg-muted); padding-bottom: 0.35rem; }}
th, td {{
  overflow-wrap: break-word; hyphens: auto; text-align: left; vertical-align: top; padding: 0.35rem 0.6rem;
  border-bottom: 1px solid var(--mg-line);
}}
th {{ font-weight: 600; }}
thead th {{ border-bottom-width: 2px; }}
.number {{ text-align: right; font-variant-numeric: tabular-nums; }}
td.number {{ white-space: nowrap; }}
tfoot th, tfoot td {{ border-bottom: 0; font-weight: bold; }}
.columns {{ display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 0 2rem; }}
.take h4 {{ color: var(--mg-take); }}
.bring h4 {{ color: var(--mg-bring); }}
.dots {{ letter-spacing: 0.05em; }}
figure {{ margin: 1.25rem 0; }}
figure svg {{ max-width: 100%; height: auto; }}
{marks(BY_VARIABLE)}
@page {{ size: A4; margin: 18mm 16mm; }}
@media print {{
  :root {{ color-scheme: light; font-size: 9.5pt; {variables(LIGHT)} }}
  body {{ max-width: none; padding: 0; print-color-adjust: exact; }}
  nav {{ display: none; }}
  h1, h2, h3, h4 {{ break-after: avoid; }}
  h2 {{ margin-top: 1.5rem; }}
  tr, li, figure {{ break-inside: avoid; }}
  thead {{ display: table-header-group; break-after: avoid; }}
  tbody tr:first-child {{ break-before: avoid; }}
  .table {{ overflow: visible; }}
  th, td {{ padding: 0.2rem 0.4rem; }}
}}
"""
