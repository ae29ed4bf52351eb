// Style and script of the evidence page. The script only hides and shows what the page holds: without it
// every tab is shown below the other and nothing is filtered. It asks for nothing from outside.
#pragma once

#include <string_view>  // for string_view

namespace azoo::report {

inline constexpr std::string_view evidence_page_style = R"css(
main,header,footer{max-width:1500px}
.tabs{display:flex;flex-wrap:wrap;gap:.3rem;padding:0;margin:1rem 0 0;list-style:none;columns:auto}
.tabs a{display:block;padding:.45rem .8rem;border:1px solid var(--line);border-bottom-width:3px;text-decoration:none;color:var(--ink);background:var(--tint)}
.tabs a[aria-current=true]{border-bottom-color:#0072B2;background:#fff;font-weight:600}
.tabbed main>section:not(.current){display:none}
.filters{display:none;flex-wrap:wrap;gap:.4rem 1rem;align-items:end;margin:.6rem 0;padding:.6rem;background:var(--tint)}
.tabbed .filters{display:flex}
.filters select,.filters input{font:inherit;display:block;max-width:14rem}
.filters output{font-weight:600}
.map td{min-width:6.4rem;border:1px solid var(--line);padding:.25rem .4rem;font-size:.82rem}
.map td.none{background:repeating-linear-gradient(45deg,#fafafa,#fafafa 5px,#ededed 5px,#ededed 10px);text-align:center;color:#8a8a8a}
.map td .count{font-weight:700;font-size:1.05rem}
.map summary{cursor:pointer}
.map ul{margin:.2rem 0;padding-left:0;list-style:none}
.map li{border-top:1px dotted var(--line);padding:.15rem 0}
.map thead th{position:sticky;top:0;z-index:1}
.map tbody th{position:sticky;left:0;background:#fff}
.map .group th{position:static;background:#ececec}
.map-box{max-height:80vh;overflow:auto}
.hidden{display:none}
.long{max-height:75vh}
td.prose{min-width:16rem}
.improved{color:#0072B2}.worsened{color:#b34700}.mixed{color:#8a6100}
@media print{.filters{display:none!important}.tabbed main>section:not(.current){display:block}.map-box{max-height:none;overflow:visible}.map thead th,.map tbody th{position:static}}
)css";

inline constexpr std::string_view evidence_page_script = R"js(
"use strict";
(function(){
  var sections=document.querySelectorAll("main>section"),links=document.querySelectorAll(".tabs a");
  function show(id){
    var known=false;
    sections.forEach(function(s){if(s.querySelector("h2").id===id){known=true;}});
    if(!known){id=sections[0].querySelector("h2").id;}
    sections.forEach(function(s){s.classList.toggle("current",s.querySelector("h2").id===id);});
    links.forEach(function(a){a.setAttribute("aria-current",a.getAttribute("href")==="#"+id?"true":"false");});
  }
  function countCells(section){
    section.querySelectorAll("td[data-cell]").forEach(function(td){
      var works={},n=0,marks={};
      td.querySelectorAll(".item").forEach(function(li){
        if(li.classList.contains("hidden")){return;}
        li.getAttribute("data-works").split("|").forEach(function(w){if(w&&!works[w]){works[w]=1;n++;}});
        var g=li.querySelector(".glyph").textContent;marks[g]=(marks[g]||0)+1;
      });
      td.querySelector(".count").textContent=n;
      td.querySelector(".marks").textContent=Object.keys(marks).map(function(g){return g+marks[g];}).join(" ");
      td.classList.toggle("none",n===0);
      td.querySelector("details").classList.toggle("hidden",n===0);
    });
  }
  function apply(section){
    var form=section.querySelector(".filters");if(!form){return;}
    var wanted=[],text=form.querySelector("input").value.toLowerCase(),shown={},all={};
    form.querySelectorAll("select").forEach(function(s){if(s.value){wanted.push([s.getAttribute("data-key"),s.value]);}});
    section.querySelectorAll(".item").forEach(function(item,i){
      var ok=wanted.every(function(w){return (item.getAttribute("data-"+w[0])||"").indexOf("|"+w[1]+"|")>=0;});
      ok=ok&&(!text||item.textContent.toLowerCase().indexOf(text)>=0);
      item.classList.toggle("hidden",!ok);
      var key=item.getAttribute("data-id")||i;all[key]=1;if(ok){shown[key]=1;}
    });
    countCells(section);
    form.querySelector("output").textContent=Object.keys(shown).length+" of "+Object.keys(all).length+" rows";
  }
  document.body.classList.add("tabbed");
  sections.forEach(function(s){
    var form=s.querySelector(".filters");if(!form){return;}
    form.addEventListener("input",function(){apply(s);});
    form.addEventListener("submit",function(e){e.preventDefault();});
    apply(s);
  });
  links.forEach(function(a){a.addEventListener("click",function(e){
    e.preventDefault();history.replaceState(null,"",a.getAttribute("href"));show(location.hash.slice(1));
  });});
  window.addEventListener("hashchange",function(){show(location.hash.slice(1));});
  show(location.hash.slice(1));
})();
)js";

}  // namespace azoo::report
