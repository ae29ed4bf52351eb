#include <unistd.h>

#include <cstdio>

#include "azoo/commands.hpp"
#include "azoo/progress_line.hpp"
#include "azoo/run_meter.hpp"
#include "azoo/stop_signal.hpp"
#include "docking/clustering.hpp"
#include "study/run_dock.hpp"

namespace azoo::app {

namespace {

study::DockRequest request_of(const DockArguments& a) {
  study::DockRequest request;
  request.receptor = {a.receptor, a.receptor_chains, a.receptor_residues, a.receptor_model,
                      a.receptor_called};
  request.ligand = {a.ligand, a.ligand_chains, a.ligand_residues, a.ligand_model, a.ligand_called};
  request.preset = a.preset;
  request.weights = a.weights;
  request.reference = a.reference;
  request.restraints = a.restraints;
  request.poses = a.poses;
  request.models_elsewhere.assign(a.score.begin(), a.score.end());
  request.model_chains = {a.score_receptor_chains, a.score_ligand_chains};
  request.order = docking::cluster_order(a.cluster_order).value_or(request.order);
  if (a.cluster_radius_A) request.cluster_radius_A = *a.cluster_radius_A;
  if (a.poses_apart_A) request.poses_apart_A = *a.poses_apart_A;
  if (a.top) request.top = static_cast<std::size_t>(*a.top);
  request.models = a.models ? static_cast<std::size_t>(*a.models) : request.top;
  request.format = a.model_format == "cif" ? study::ModelFormat::mmcif : study::ModelFormat::pdb;
  request.out = a.out;
  request.force = a.force;
  request.offline = a.offline;
  request.threads = a.threads;
  return request;
}

}  // namespace

int dock_command(const DockArguments& arguments) {
  const RunMeter meter;
  study::DockRequest request = request_of(arguments);
  request.execution = [&meter] { return meter.read(); };
  request.stop = stop_on_signals("stopping; nothing is kept of a pair that is not done");
  ProgressLine progress(!arguments.quiet && isatty(STDERR_FILENO) != 0);
  request.progress = [&progress](const docking::DockProgress& at) { progress.update(at); };
  const study::RunSummary summary = study::run_dock(request);
  progress.wipe();
  if (!arguments.quiet) {
    for (const std::string& line : summary.lines) std::printf("%s\n", line.c_str());
    std::printf("Report: %s\n", summary.report.c_str());
  }
  return 0;
}

}  // namespace azoo::app
