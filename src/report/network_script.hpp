// The script behind the network of a screen's page. It reads the elements from `azooNetwork`, draws them with
// Cytoscape.js, and tells how many edges are shown in data-shown of the box.
#pragma once

#include <string_view>  // for string_view

namespace azoo::report {

inline constexpr std::string_view network_script = R"js(
(function () {
  'use strict';
  var network = azooNetwork;
  var box = document.getElementById('network-box');
  var slider = document.getElementById('network-slider');
  var told = document.getElementById('network-told');
  var info = document.getElementById('network-info');
  var arrangement = document.getElementById('network-arrangement');
  var weights = network.elements.edges.map(function (e) { return e.data.weight; }).sort(function (a, b) { return a - b; });
  var low = weights[0], high = weights[weights.length - 1], span = high - low || 1;
  network.elements.edges.forEach(function (e) { e.data.share = (e.data.weight - low) / span; });
  var ligands = network.elements.nodes.filter(function (n) { return n.data.kind === 'ligand'; });
  var receptors = network.elements.nodes.filter(function (n) { return n.data.kind === 'receptor'; });
  function place(node, x, y) { node.position = { x: x, y: y }; }
  function ring(nodes, radius, turn) {
    nodes.forEach(function (node, i) {
      var angle = 2 * Math.PI * i / nodes.length + turn;
      place(node, 1.35 * radius * Math.cos(angle), radius * Math.sin(angle));
    });
  }
  function column(nodes, x, height) {
    nodes.forEach(function (node, i) { place(node, x, height * (i + 0.5) / nodes.length); });
  }
  function arrange(how) {
    if (how === 'columns') {
      var height = 52 * Math.max(ligands.length, receptors.length);
      column(ligands, 0, height); column(receptors, 1.1 * height, height);
    } else { ring(ligands, 300, -Math.PI / 2); ring(receptors, 120, -Math.PI / 2 + 0.2); }
  }
  arrange('columns');
  var cy = cytoscape({
    container: box, elements: network.elements, layout: { name: 'preset', padding: 30 },
    minZoom: 0.2, maxZoom: 4, userZoomingEnabled: false,
    style: [
      { selector: 'node', style: { label: 'data(name)', 'font-size': 17, 'text-valign': 'center', 'text-margin-x': -6,
        color: '#1b1b1b', 'text-background-color': '#ffffff', 'text-background-opacity': 0.85, 'text-background-padding': 2,
        width: 30, height: 30, 'border-width': 2, 'border-color': '#1b1b1b' } },
      { selector: 'node[kind = "ligand"]', style: { 'background-color': '#0072B2', shape: 'ellipse', 'text-halign': 'left' } },
      { selector: 'node[kind = "receptor"]', style: { 'background-color': '#E69F00', shape: 'round-rectangle', 'text-halign': 'right',
        'text-margin-x': 6 } },
      { selector: 'edge', style: { width: 'mapData(share, 0, 1, 1, 9)', 'line-color': '#8A8A8A', opacity: 0.6, 'curve-style': 'straight' } },
      { selector: 'edge[?stands_out]', style: { 'line-color': '#009E73', opacity: 0.95 } },
      { selector: '.faint', style: { opacity: 0.12 } },
      { selector: '.chosen', style: { opacity: 1, 'border-width': 5, 'line-color': '#1b1b1b' } }
    ]
  });
  function text(value) {
    return value === undefined ? '\u2013' : typeof value === 'number' ? String(+value.toPrecision(4)) : String(value);
  }
  function show() {
    var least = low + span * slider.value / 1000, shown = 0;
    cy.batch(function () {
      cy.edges().forEach(function (edge) {
        var on = edge.data('weight') >= least - 1e-9 * span;
        edge.style('display', on ? 'element' : 'none');
        if (on) shown += 1;
      });
    });
    box.setAttribute('data-shown', shown);
    told.textContent = shown + ' of ' + weights.length + ' pairs with ' + network.weight_name + ' of at least ' + text(least);
  }
  function tellEdge(edge) {
    var d = edge.data();
    var words = d.name + ': score ' + text(d.score) + ' (arbitrary units), rank ' + d.rank + ' at its receptor, first cluster of ' +
      d.cluster_size + ' poses';
    if (d.z !== undefined) words += ', z ' + text(d.z) + ', p ' + text(d.p) + ', after correction ' + text(d.p_adjusted);
    info.textContent = words + '.';
  }
  function tellNode(node) {
    var d = node.data();
    var edges = node.connectedEdges().filter(function (e) { return e.style('display') !== 'none'; });
    var names = edges.sort(function (a, b) { return b.data('weight') - a.data('weight'); }).map(function (e) {
      var other = e.source().id() === node.id() ? e.target() : e.source();
      return other.data('name') + ' (' + text(e.data('score')) + ')';
    });
    info.textContent = d.name + ', ' + d.kind + (d.called && d.called !== d.name ? ', called ' + d.called : '') +
      (d.pdb ? ', ' + d.pdb : '') + ', ' + d.atoms + ' atoms. Shown pairs with their scores: ' + (names.join(', ') || 'none') + '.';
  }
  cy.on('tap', function (event) {
    cy.elements().removeClass('faint chosen');
    var at = event.target;
    if (at === cy) { info.textContent = network.hint; return; }
    var near = at.isNode() ? at.closedNeighborhood() : at.connectedNodes().union(at);
    cy.elements().not(near).addClass('faint');
    at.addClass('chosen');
    if (at.isNode()) tellNode(at); else tellEdge(at);
  });
  slider.addEventListener('input', show);
  arrangement.addEventListener('change', function () {
    arrange(arrangement.value);
    network.elements.nodes.forEach(function (n) { cy.getElementById(n.data.id).position(n.position); });
    cy.fit(undefined, 30);
  });
  window.addEventListener('resize', function () { cy.resize(); cy.fit(undefined, 30); });
  window.addEventListener('beforeprint', function () { cy.resize(); cy.fit(undefined, 30); });
  function zoom(by) {
    cy.zoom({ level: cy.zoom() * by, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  }
  document.getElementById('network-in').addEventListener('click', function () { zoom(1.25); });
  document.getElementById('network-out').addEventListener('click', function () { zoom(0.8); });
  // At first the strongest quarter.
  slider.value = Math.floor(1000 * (weights[Math.floor(0.75 * (weights.length - 1))] - low) / span);
  info.textContent = network.hint;
  show();
  cy.fit(undefined, 30);
})();
)js";

}  // namespace azoo::report
