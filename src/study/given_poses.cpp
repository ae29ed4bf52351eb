#include "study/given_poses.hpp"

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <utility>

#include "core/csv.hpp"
#include "core/files.hpp"
#include "core/number_text.hpp"
#include "docking/clustering.hpp"
#include "docking/external_models.hpp"
#include "docking/pose_table.hpp"

namespace azoo::study {

namespace fs = std::filesystem;
using docking::Structure;

namespace {

// Reads poses and models of one pair.
class Reader {
 public:
  Reader(const DockRequest& request, const Structure& receptor, const Structure& ligand,
         const Structure* reference, Problems& problems)
      : request_(request), receptor_(receptor), ligand_(ligand), reference_(reference), problems_(problems) {}

  GivenPoses read() {
    if (!request_.poses.empty()) read_table(request_.poses);
    for (const fs::path& file : request_.models_elsewhere) read_file_of_models(file);
    return std::move(given_);
  }

 private:
  void add_input(const char* role, const fs::path& file) {
    Problems none;  // a file that cannot be read has been told of
    const auto bytes = read_file(file, none);
    given_.inputs.push_back({role, file.string(), bytes ? sha256(*bytes) : ""});
  }

  void read_table(const fs::path& file) {
    const auto table = docking::read_poses(file, problems_);
    if (!table) return;
    add_input("poses", file);
    for (std::size_t i = 0; i < table->poses.size(); ++i) {
      GivenPose pose;
      pose.motion = table->poses[i].motion;
      pose.file = file.filename().string();
      pose.number = table->ranks[i];
      pose.score = table->poses[i].score;
      given_.poses.push_back(std::move(pose));
    }
  }

  void read_file_of_models(const fs::path& file) {
    const std::vector<Structure> models = docking::read_models(file, problems_);
    if (models.empty()) return;
    add_input("model", file);
    int number = 0;
    for (const Structure& model : models) {
      const std::string name = file.filename().string() + " model " + std::to_string(++number);
      add_model(model, name, {file.filename().string(), number});
    }
  }

  void add_model(const Structure& model, const std::string& name, const std::pair<std::string, int>& origin) {
    const auto parts = docking::split_model(model, request_.model_chains, receptor_, ligand_, problems_);
    if (!parts) return;
    const auto placed = docking::pose_of_model(*parts, receptor_, ligand_, problems_);
    if (!placed) return;
    GivenPose pose;
    pose.motion = placed->motion;
    pose.file = origin.first;
    pose.number = origin.second;
    pose.receptor_rmsd_A = placed->receptor_rmsd_A;
    pose.ligand_rmsd_A = placed->ligand_rmsd_A;
    std::vector<std::string> notes = parts->notes;
    notes.insert(notes.end(), placed->notes.begin(), placed->notes.end());
    if (reference_ != nullptr)
      pose.quality = docking::quality_of_model(*parts, *reference_, problems_, notes);
    for (const std::string& note : notes) given_.notes.push_back(name + ": " + note);
    given_.poses.push_back(std::move(pose));
  }

  const DockRequest& request_;
  const Structure& receptor_;
  const Structure& ligand_;
  const Structure* reference_;
  Problems& problems_;
  GivenPoses given_;
};

std::string number_text(const std::optional<double>& value) {
  return value ? to_text(*value) : "";
}

}  // namespace

GivenPoses read_given_poses(const DockRequest& request, const Structure& receptor, const Structure& ligand,
                            const Structure* reference, Problems& problems) {
  return Reader(request, receptor, ligand, reference, problems).read();
}

docking::DockResult score_given_poses(std::vector<GivenPose>& given, const Structure& receptor,
                                      const Structure& ligand, const ParameterSet& parameters,
                                      const docking::DockOptions& options, Problems& problems) {
  std::vector<docking::RigidMotion> motions;
  for (const GivenPose& pose : given) motions.push_back(pose.motion);
  const docking::Poses scored =
      docking::score_poses(receptor, ligand, parameters, options, motions, problems);
  if (scored.size() != given.size()) return {};  // with a problem
  std::vector<std::size_t> order(given.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return scored[a].score < scored[b].score; });
  docking::DockResult result;
  std::vector<GivenPose> sorted;
  for (const std::size_t i : order) {
    result.poses.push_back(scored[i]);
    sorted.push_back(std::move(given[i]));
  }
  given = std::move(sorted);
  result.clusters = docking::cluster_poses(receptor, ligand, result.poses, options.clusters);
  return result;
}

std::string given_poses_csv(const std::vector<GivenPose>& given) {
  std::string text = csv_line({"rank", "file", "number", "given_score", "receptor_fit_rmsd_A",
                               "ligand_fit_rmsd_A", "fnat_as_modelled", "interface_rmsd_A_as_modelled",
                               "ligand_rmsd_A_as_modelled", "dockq_as_modelled", "capri_as_modelled"});
  std::size_t rank = 0;
  for (const GivenPose& pose : given) {
    std::vector<std::string> fields = {std::to_string(++rank),
                                       pose.file,
                                       std::to_string(pose.number),
                                       number_text(pose.score),
                                       number_text(pose.receptor_rmsd_A),
                                       number_text(pose.ligand_rmsd_A)};
    if (const auto& q = pose.quality) {
      for (const double value : {q->fnat, q->interface_rmsd_A, q->ligand_rmsd_A, q->dockq})
        fields.push_back(to_text(value));
      fields.push_back(docking::to_text(q->capri));
    }
    fields.resize(11);
    text += csv_line(fields);
  }
  return text;
}

}  // namespace azoo::study
