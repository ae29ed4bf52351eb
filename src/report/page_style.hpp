// The style sheet of the report page: readable at 360 px, on a wide screen and on paper, with system fonts
// and no outside resource.
#pragma once

#include <string_view>  // for string_view

namespace azoo::report {

inline constexpr std::string_view page_style = R"css(
:root{--ink:#1b1b1b;--soft:#4a4a4a;--line:#c9c9c9;--tint:#f3f6f9;--link:#00558a;color-scheme:light}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;color:var(--ink);background:#fff;font:16px/1.5 system-ui,"Segoe UI",Helvetica,Arial,"DejaVu Sans",sans-serif}
main,header,footer{max-width:1120px;margin:0 auto;padding:0 16px}
.skip{position:absolute;left:-999px}
.skip:focus{left:8px;top:8px;background:#fff;padding:8px;outline:3px solid var(--link);z-index:2}
a{color:var(--link)}
h1{font-size:1.7rem;line-height:1.25;margin:1rem 0 .4rem}
h2{font-size:1.3rem;margin:2.4rem 0 .6rem;border-bottom:2px solid var(--ink);padding-bottom:.2rem}
h3{font-size:1.07rem;margin:1.5rem 0 .4rem}
p,li{max-width:75ch}
.banner{background:#fff4d6;border:2px solid #7a5200;border-left-width:12px;padding:.7rem 1rem;margin:1rem 0;font-weight:600}
.banner p{margin:0}
.summary{background:var(--tint);border-left:6px solid #0072B2;padding:.4rem 1rem}
.summary li{margin:.3rem 0}
.note,figcaption{color:var(--soft);font-size:.93rem}
nav ul{columns:2 22rem;padding-left:1.2rem;margin:.4rem 0}
figure{margin:1rem 0}
figcaption{margin:.3rem 0;max-width:85ch}
.scroll{overflow-x:auto}
.scroll:focus{outline:3px solid var(--link)}
.scroll svg{display:block;max-width:100%;height:auto;min-width:660px}
.small svg{min-width:440px}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,440px),1fr));gap:1rem}
table{border-collapse:collapse;font-size:.92rem;margin:.8rem 0;width:100%}
caption{text-align:left;font-weight:600;padding:.3rem 0;max-width:85ch}
th,td{border-bottom:1px solid var(--line);padding:.35rem .6rem;text-align:left;vertical-align:top;font-variant-numeric:tabular-nums;overflow-wrap:break-word;min-width:3.6rem}
thead th{border-bottom:2px solid var(--ink);background:var(--tint)}
tbody th{font-weight:500}
.group th{background:#ececec;font-weight:700}
.method{font-weight:600}
.result+.result{border-top:1px dotted var(--line);margin-top:.4rem;padding-top:.4rem}
.long{max-height:34rem;overflow-y:auto}
.long thead th{position:sticky;top:0}
code,pre{font:.9rem/1.45 ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;overflow-wrap:anywhere}
pre{background:var(--tint);padding:.7rem;white-space:pre-wrap;border:1px solid var(--line)}
dl{display:grid;grid-template-columns:minmax(7rem,14rem) 1fr;gap:.2rem .8rem}
dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}
footer{margin-top:2rem;padding-bottom:2rem}
@media(max-width:560px){h1{font-size:1.35rem}h2{font-size:1.15rem}table{font-size:.85rem}th,td{padding:.3rem .4rem}}
@media print{body{font-size:10pt}main,header,footer{max-width:none;padding:0}nav,.skip{display:none}
h2{break-after:avoid}h3{break-after:avoid}figure,tr{break-inside:avoid}.long{max-height:none;overflow:visible}.scroll{overflow:visible}
.scroll svg{min-width:0;width:100%;max-height:24cm}.long thead th{position:static}table{font-size:7.5pt}th,td{padding:.08rem .35rem;min-width:0}figure{margin:.4rem 0}
.pair{grid-template-columns:1fr 1fr;gap:.3rem}.pair figcaption{font-size:7.5pt}a{color:inherit;text-decoration:none}
.banner,.summary,thead th,.group th{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
)css";

}  // namespace azoo::report
