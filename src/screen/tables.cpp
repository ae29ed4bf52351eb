#include "screen/tables.hpp"

#include <cmath>  // for isnan

#include "core/csv.hpp"
#include "core/number_text.hpp"

namespace azoo::screen {

namespace {

std::string field(double value) {
  return std::isnan(value) ? "" : azoo::to_text(value);
}
std::string field(std::size_t value) {
  return std::to_string(value);
}
std::string rank_field(std::size_t rank) {
  return rank == 0 ? "" : std::to_string(rank);
}
std::string name_of(const std::vector<std::string>& names, const std::optional<std::size_t>& place) {
  return place ? names[*place] : "";
}

}  // namespace

const std::vector<Observable>& observables() {
  static const std::vector<Observable> list = {
      {"score", "au", "matrix", "score of the best pose; lower is better, arbitrary units, no energy"},
      {"cluster_score", "au", "matrix", "score of the best pose in the first cluster"},
      {"centre_score", "au", "matrix", "score of the first cluster's representative"},
      {"next_cluster_score", "au", "matrix", "score of the best pose outside the best pose's cluster"},
      {"cluster_size", "1", "matrix", "poses in the first cluster"},
      {"clusters", "1", "matrix", "clusters that were kept"},
      {"poses", "1", "matrix", "poses that were kept"},
      {"ligand_atoms", "1", "matrix", "heavy atoms of the ligand that are scored"},
      {"receptor_atoms", "1", "matrix", "heavy atoms of the receptor that are scored"},
      {"rank", "1", "matrix",
       "place among the ligands of the receptor by score; equal scores share the best"},
      {"margin", "au", "matrix", "how much better than the next ligand of the receptor; empty for the last"},
      {"z", "1", "matrix",
       "as unlikely with unrelated molecules of the same sizes as a normal value of z; larger is better"},
      {"z_rank", "1", "matrix", "place among the ligands of the receptor by z"},
      {"p", "1", "matrix", "chance of a score as good with unrelated molecules of the same sizes"},
      {"smallest_p", "1", "matrix", "smallest p that the calibration can resolve"},
      {"excess", "1", "matrix",
       "best score beyond the location of unrelated pairs, in scales of their Gumbel distribution"},
      {"extrapolated", "1", "matrix", "yes when a molecule is larger or smaller than any of the calibration"},
      {"p_adjusted", "1", "matrix", "p after Holm's correction for all pairs of the screen"},
      {"stands_out", "1", "matrix", "yes when p_adjusted is below the study's significance"},
      {"printed_score", "as printed", "matrix", "score in the published matrix"},
      {"note", "", "matrix", "why a pair has no score"},
  };
  return list;
}

std::string matrix_csv(const Matrix& matrix, const std::vector<Standing>& standings,
                       const PrintedMatrix* printed) {
  std::vector<std::string> header = {"ligand", "receptor"};
  for (const Observable& each : observables()) header.push_back(each.key);
  std::string text = csv_line(header);
  const std::size_t ligands = matrix.ligands.size();
  for (const Standing& standing : standings) {
    std::vector<RankedLigand> by_ligand(ligands);
    for (const RankedLigand& each : standing.ligands) by_ligand[each.ligand] = each;
    for (std::size_t l = 0; l < ligands; ++l) {
      const Cell& cell = matrix.at(l, standing.receptor);
      const PairScores& s = cell.scores;
      const double as_printed =
          printed == nullptr ? no_value : printed->scores[standing.receptor * ligands + l];
      text += csv_line({matrix.ligands[l],
                        matrix.receptors[standing.receptor],
                        field(s.score),
                        field(s.cluster_score),
                        field(s.centre_score),
                        field(s.next_cluster_score),
                        field(s.cluster_size),
                        field(s.clusters),
                        field(s.poses),
                        field(s.ligand_atoms),
                        field(s.receptor_atoms),
                        rank_field(by_ligand[l].rank),
                        field(by_ligand[l].margin),
                        field(cell.chance.z),
                        rank_field(by_ligand[l].z_rank),
                        field(cell.chance.p),
                        field(cell.chance.smallest_p),
                        field(cell.chance.excess),
                        std::isnan(cell.chance.p) ? "" : (cell.chance.extrapolated ? "yes" : "no"),
                        field(cell.p_adjusted),
                        std::isnan(cell.p_adjusted) ? "" : (cell.stands_out ? "yes" : "no"),
                        field(as_printed),
                        s.note});
    }
  }
  return text;
}

std::string ranking_csv(const Matrix& matrix, const std::vector<Standing>& standings) {
  std::string text = csv_line({"receptor", "rank", "ligand", "score", "margin", "z", "z_rank", "p_adjusted",
                               "receptor_lead", "receptor_lead_p"});
  for (const Standing& standing : standings) {
    for (const RankedLigand& each : standing.ligands) {
      const Cell& cell = matrix.at(each.ligand, standing.receptor);
      text += csv_line({matrix.receptors[standing.receptor], rank_field(each.rank),
                        matrix.ligands[each.ligand], field(cell.scores.score), field(each.margin),
                        field(cell.chance.z), rank_field(each.z_rank), field(cell.p_adjusted),
                        field(standing.lead.lead), field(standing.lead.p)});
    }
  }
  return text;
}

std::string agreement_csv(const Matrix& matrix, const Agreement& agreement) {
  std::string text =
      csv_line({"receptor", "n", "rank_correlation", "our_winner", "our_lead", "our_lead_p", "printed_winner",
                "printed_lead", "printed_lead_p", "our_rank_of_printed_winner", "same_winner"});
  for (const ReceptorAgreement& each : agreement.receptors) {
    text += csv_line({matrix.receptors[each.receptor], field(each.correlation.n), field(each.correlation.rho),
                      name_of(matrix.ligands, each.ours.winner), field(each.ours.lead), field(each.ours.p),
                      name_of(matrix.ligands, each.printed.winner), field(each.printed.lead),
                      field(each.printed.p), rank_field(each.our_rank_of_printed_winner),
                      each.same_winner ? "yes" : "no"});
  }
  const auto row = [&text](const char* what, const statistics::RankCorrelation& correlation) {
    text += csv_line({what, field(correlation.n), field(correlation.rho), "", "", "", "", "", "", "", ""});
  };
  row("(all pairs)", agreement.all_pairs);
  row("(all pairs, ligand and receptor means taken out)", agreement.without_means);
  row("(size and our score)", agreement.size_and_ours);
  row("(size and printed score)", agreement.size_and_printed);
  return text;
}

}  // namespace azoo::screen
