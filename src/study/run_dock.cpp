#include "study/run_dock.hpp"

#include <optional>
#include <utility>

#include "core/files.hpp"
#include "core/parameters.hpp"
#include "core/version.hpp"
#include "docking/presets.hpp"
#include "docking/read_structure.hpp"
#include "docking/restraints_file.hpp"
#include "report/docking_page.hpp"
#include "report/structure_view.hpp"
#include "study/dock_partner.hpp"
#include "study/dock_record.hpp"
#include "study/dock_summary.hpp"
#include "study/given_poses.hpp"
#include "study/pair_files.hpp"
#include "study/results_folder.hpp"
#include "study/run_record.hpp"

namespace azoo::study {

namespace fs = std::filesystem;
using docking::Structure;

namespace {

bool searches(const DockRequest& request) {
  return request.poses.empty() && request.models_elsewhere.empty();
}

// All that a docking reads, checked.
struct DockInputs {
  Partner receptor;
  Partner ligand;
  ParameterSet parameters;
  std::string viewer_script;
  docking::DockOptions options;
  std::optional<Structure> reference;
  std::optional<docking::ReferenceComplex> known;
  GivenPoses given;
  std::vector<DockInput> files;
  std::vector<std::string> messages;  // on what was given: names that do not fit, models taken apart
  std::vector<std::string> notes;     // these and all others on the pair
};

void read_reference(const DockRequest& request, DockInputs& inputs, Problems& problems) {
  if (request.reference.empty()) return;
  inputs.reference = docking::read_structure(request.reference, {}, problems);
  if (inputs.reference)
    inputs.files.push_back({"reference", request.reference.string(), inputs.reference->sha256});
}

void read_restraints(const DockRequest& request, DockInputs& inputs, Problems& problems) {
  if (request.restraints.empty()) return;
  inputs.options.restraints = docking::read_restraints_file(request.restraints, problems);
  Problems none;  // a file that cannot be read has been told of
  const auto bytes = read_file(request.restraints, none);
  inputs.files.push_back({"restraints", request.restraints.string(), bytes ? sha256(*bytes) : ""});
}

DockInputs read_inputs(const DockRequest& request) {
  Problems problems;
  DockInputs inputs;
  inputs.parameters = ParameterSet::load(data_folder(), problems);
  inputs.viewer_script = report::viewer_script(data_folder(), problems);
  problems.throw_if_any();
  auto receptor = read_partner(request.receptor, "receptor", request.offline, problems);
  auto ligand = read_partner(request.ligand, "ligand", request.offline, problems);
  read_reference(request, inputs, problems);
  read_restraints(request, inputs, problems);
  (void)docking::load_preset(inputs.parameters, request.preset, problems);
  if (receptor && ligand) {
    inputs.given = read_given_poses(request, receptor->structure, ligand->structure,
                                    inputs.reference ? &*inputs.reference : nullptr, problems);
    if (inputs.reference)
      inputs.known.emplace(receptor->structure, ligand->structure, *inputs.reference, problems);
  }
  problems.throw_if_any();
  inputs.receptor = std::move(*receptor);
  inputs.ligand = std::move(*ligand);
  inputs.files.insert(inputs.files.end(), inputs.given.inputs.begin(), inputs.given.inputs.end());
  for (const Partner* partner : {&inputs.receptor, &inputs.ligand})
    inputs.messages.insert(inputs.messages.end(), partner->messages.begin(), partner->messages.end());
  inputs.messages.insert(inputs.messages.end(), inputs.given.notes.begin(), inputs.given.notes.end());
  inputs.notes = inputs.messages;
  if (inputs.known) {
    const std::vector<std::string>& notes = inputs.known->notes();
    inputs.notes.insert(inputs.notes.end(), notes.begin(), notes.end());
  }
  inputs.options.preset = request.preset;
  inputs.options.weights = request.weights;
  inputs.options.clusters.order = request.order;
  inputs.options.clusters.radius_A = request.cluster_radius_A;
  inputs.options.poses_apart_A = request.poses_apart_A;
  inputs.options.threads = request.threads;
  return inputs;
}

class DockRun {
 public:
  explicit DockRun(DockRequest request) : request_(std::move(request)), in_(read_inputs(request_)) {
    if (request_.out.empty()) {
      request_.out = fs::path("results") / ("dock-" + in_.receptor.short_name + "-" + in_.ligand.short_name);
    }
  }

  RunSummary run() {
    FolderRequest place;
    place.out = request_.out;
    place.force = request_.force;
    place.resumable = false;
    place.identity = "azoo dock";
    place.inputs = {in_.receptor.structure.file, in_.ligand.structure.file};
    for (const DockInput& input : in_.files) place.inputs.emplace_back(input.file);
    ResultsFolder folder(place);
    find_poses();
    judge_poses();
    write(folder);
    folder.commit();
    return {request_.out / "report.html", dock_summary({in_.receptor.structure, in_.ligand.structure, result_,
                                                        qualities_, request_, in_.messages})};
  }

 private:
  [[nodiscard]] const Structure& receptor() const { return in_.receptor.structure; }
  [[nodiscard]] const Structure& ligand() const { return in_.ligand.structure; }

  void find_poses() {
    Problems problems;
    result_ = searches(request_) ? docking::dock(receptor(), ligand(), in_.parameters, in_.options, problems,
                                                 request_.progress, request_.stop)
                                 : score_given_poses(in_.given.poses, receptor(), ligand(), in_.parameters,
                                                     in_.options, problems);
    problems.throw_if_any();
  }

  void judge_poses() {
    if (!in_.known) return;
    for (const docking::Pose& pose : result_.poses) qualities_.push_back(in_.known->quality(pose.motion));
  }

  void write(ResultsFolder& folder) {
    Problems problems;
    const docking::InterfaceRules rules(in_.parameters, data_folder() / "docking", problems);
    problems.throw_if_any();
    const auto interfaces = first_interfaces(receptor(), ligand(), result_, request_.top, rules);
    const std::vector<std::string> notes = write_files_of_pair(
        folder.unfinished(),
        {receptor(), ligand(), result_, qualities_, interfaces, request_.models, request_.format});
    in_.notes.insert(in_.notes.end(), notes.begin(), notes.end());
    if (!searches(request_)) folder.append("given_poses.csv", given_poses_csv(in_.given.poses));
    write_page(folder, interfaces, rules);
    const DockRecord record{request_,
                            receptor(),
                            ligand(),
                            result_,
                            in_.files,
                            in_.notes,
                            folder_sha256(data_folder() / "docking")};
    folder.append("run.json", dock_json(record, request_.execution ? request_.execution() : Execution{}));
  }

  void write_page(ResultsFolder& folder, const std::vector<docking::RankedInterface>& interfaces,
                  const docking::InterfaceRules& rules) const {
    report::DockingPageInput page{receptor(), ligand(), result_, in_.options, interfaces, rules,
                                  {},         {},       {},      {},          {},         {}};
    if (in_.known) {
      for (const docking::Cluster& cluster : result_.clusters)
        page.quality.push_back(qualities_[cluster.representative]);
      page.reference_notes = in_.known->notes();
    }
    page.messages = in_.messages;
    page.version = version();
    page.command = repeat_command(request_);
    page.viewer_script = in_.viewer_script;
    const std::vector<report::Figure> figures = report::docking_figures(page);
    for (const report::Figure& figure : figures) folder.append("figures/" + figure.name + ".svg", figure.svg);
    folder.append("report.html", report::docking_report_html(page, figures));
  }

  DockRequest request_;
  DockInputs in_;
  docking::DockResult result_;
  std::vector<docking::Quality> qualities_;  // of each pose; empty without a reference
};

}  // namespace

RunSummary run_dock(const DockRequest& request) {
  return DockRun(request).run();
}

}  // namespace azoo::study
