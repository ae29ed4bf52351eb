// The formulas that turn fnat, interface and ligand RMSD into DockQ and CAPRI's class.
#pragma once

#include "docking/evaluation.hpp"  // for CapriClass

namespace azoo::docking {

// Above this ligand RMSD no contact is looked for: fnat is told as 0.
inline constexpr double contact_search_lrmsd_A = 40.0;

// Mean of fnat and the two scaled RMSDs (Basu and Wallner 2016, equations 1 and 2).
[[nodiscard]] double dockq_of(double fnat, double interface_rmsd_A, double ligand_rmsd_A) noexcept;
// CAPRI's limits (Mendez et al. 2003, Table I), the best class whose limits are all kept.
[[nodiscard]] CapriClass capri_class_of(double fnat, double interface_rmsd_A, double ligand_rmsd_A) noexcept;

}  // namespace azoo::docking
