// The script of the 3D view. It reads coordinates and poses from the page, makes PDB text of them, lays the ligand
// where the chosen pose puts it, and draws with 3Dmol.js (Rego and Koes, Bioinformatics 2015, doi
// 10.1093/bioinformatics/btu829). It asks for nothing from outside; without WebGL it says so in words.
#pragma once

#include <string_view>  // for string_view

namespace azoo::report {

inline constexpr std::string_view structure_view_script = R"js(
(function () {
  'use strict';
  var root = document.getElementById('view-3d');
  if (!root) return;
  var data = JSON.parse(document.getElementById('view-3d-data').textContent);
  var stage = root.querySelector('.view-stage');
  var words = root.querySelector('.view-words');
  function say(text) { words.textContent = text; }
  function hasWebGL() {
    try {
      var canvas = document.createElement('canvas');
      return !!(canvas.getContext('webgl2') || canvas.getContext('webgl'));
    } catch (fault) { return false; }
  }
  if (typeof $3Dmol === 'undefined' || !hasWebGL()) {
    stage.parentNode.hidden = true;
    root.querySelector('.view-buttons').hidden = true;
    say('This browser offers no WebGL, so the 3D view cannot be drawn. The models in the results folder open in any ' +
        'molecule viewer.');
    root.setAttribute('data-state', 'no-webgl');
    return;
  }
  var letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  function left(text, width) { return (text + '            ').slice(0, width); }
  function right(text, width) { return ('            ' + text).slice(-width); }
  function place(pose, x, y, z) {
    if (!pose) return [x, y, z];
    var m = pose.rotation, t = pose.shift;
    return [m[0] * x + m[1] * y + m[2] * z + t[0], m[3] * x + m[4] * y + m[5] * z + t[1],
            m[6] * x + m[7] * y + m[8] * z + t[2]];
  }
  // Residues are numbered anew within each chain, a number left out at a gap, so that any name fits PDB columns.
  function number(partner) {
    var chains = {}, count = 0;
    partner.residues.forEach(function (residue) {
      if (!(residue[0] in chains)) chains[residue[0]] = { letter: letters[count++ % letters.length], last: 0 };
      var chain = chains[residue[0]];
      chain.last += residue[4] ? 2 : 1;
      residue.chain = chain.letter;
      residue.resi = chain.last;
    });
  }
  function pdb(partner, pose) {
    var lines = [];
    partner.atoms.forEach(function (atom, index) {
      var residue = partner.residues[atom[0]], at = place(pose, atom[2], atom[3], atom[4]);
      var element = atom[5] || atom[1].charAt(0);
      var name = element.length > 1 || atom[1].length > 3 ? left(atom[1], 4) : ' ' + left(atom[1], 3);
      lines.push((residue[3] ? 'HETATM' : 'ATOM  ') + right((index + 1) % 100000, 5) + ' ' + name + ' ' +
                 left(residue[2], 3) + ' ' + residue.chain + right(residue.resi % 10000, 4) + '    ' +
                 right(at[0].toFixed(3), 8) + right(at[1].toFixed(3), 8) + right(at[2].toFixed(3), 8) +
                 '  1.00  0.00          ' + right(element.toUpperCase(), 2));
    });
    return lines.join('\n') + '\nEND\n';
  }
  number(data.receptor);
  number(data.ligand);
  var viewer;
  try {
    viewer = $3Dmol.createViewer(stage, { backgroundColor: 'white', antialias: true });
  } catch (fault) { viewer = null; }
  if (!viewer) {
    stage.parentNode.hidden = true;
    root.querySelector('.view-buttons').hidden = true;
    say('The 3D view could not be started in this browser.');
    root.setAttribute('data-state', 'no-webgl');
    return;
  }
  if ($3Dmol.setSyncSurface) $3Dmol.setSyncSurface(true);
  var models = {}, shown = 0, surfaces = false, labels = false, spinning = false;
  models.receptor = viewer.addModel(pdb(data.receptor, null), 'pdb');
  function draw(name, chosen) {
    var partner = data[name], model = models[name];
    model.setStyle({}, { cartoon: { color: partner.colour }, });
    model.setStyle({ hetflag: true }, { stick: { color: partner.colour, radius: 0.2 } });
    chosen.forEach(function (index) {
      var residue = partner.residues[index];
      model.setStyle({ chain: residue.chain, resi: residue.resi },
                     { cartoon: { color: partner.colour },
                       stick: { radius: 0.16, colorscheme: { prop: 'elem', map: {
                         C: partner.colour, N: '#0072B2', O: '#D55E00', S: '#F0E442', P: '#CC79A7' } } } });
      if (labels) viewer.addLabel(residue[1], { fontSize: 11, fontColor: 'black', backgroundColor: partner.colour,
                                                backgroundOpacity: 0.75, inFront: true },
                                  { model: model, chain: residue.chain, resi: residue.resi, atom: ['CA', 'P', "C1'"] });
    });
  }
  function bond(pose, each) {
    var a = data.receptor.atoms[each[1]], b = data.ligand.atoms[each[2]], end = place(pose, b[2], b[3], b[4]);
    viewer.addCylinder({ start: { x: a[2], y: a[3], z: a[4] }, end: { x: end[0], y: end[1], z: end[2] },
                         radius: 0.09, dashed: true, dashLength: 0.28, gapLength: 0.18, fromCap: 1, toCap: 1,
                         color: data.bonds[each[0]] });
  }
  function show(index, first) {
    var pose = data.poses[index];
    shown = index;
    viewer.removeAllShapes();
    viewer.removeAllSurfaces();
    viewer.removeAllLabels();
    if (models.ligand) viewer.removeModel(models.ligand);
    models.ligand = viewer.addModel(pdb(data.ligand, pose), 'pdb');
    draw('receptor', pose.receptor);
    draw('ligand', pose.ligand);
    pose.bonds.forEach(function (each) { bond(pose, each); });
    if (surfaces) ['receptor', 'ligand'].forEach(function (name) {
      viewer.addSurface($3Dmol.SurfaceType.VDW, { opacity: 0.55, color: data[name].colour },
                        { model: models[name] }, { model: models[name] });
    });
    if (first) { viewer.zoomTo(); viewer.zoom(1.1); }
    viewer.render();
    root.querySelectorAll('[data-pose]').forEach(function (button) {
      button.setAttribute('aria-pressed', String(Number(button.getAttribute('data-pose')) === index));
    });
    say(pose.label + '. Sticks: residues in contact; dashed: salt bridges and hydrogen bonds as in the diagram. ' +
        'Drag to turn, scroll to come nearer.');
  }
  root.addEventListener('click', function (event) {
    var button = event.target.closest('button');
    if (!button) return;
    var task = button.getAttribute('data-task');
    if (button.hasAttribute('data-pose')) { show(Number(button.getAttribute('data-pose')), false); return; }
    if (task === 'spin') { spinning = !spinning; viewer.spin(spinning ? 'y' : false); }
    if (task === 'surface') { surfaces = !surfaces; show(shown, false); }
    if (task === 'labels') { labels = !labels; show(shown, false); }
    if (task === 'reset') { viewer.zoomTo(); viewer.zoom(1.1); viewer.render(); return; }
    button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
  });
  show(0, true);
  root.setAttribute('data-state', 'drawn');
})();
)js";

}  // namespace azoo::report
