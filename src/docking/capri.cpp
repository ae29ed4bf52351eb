#include "docking/capri.hpp"

namespace azoo::docking {

std::string to_text(CapriClass capri) {
  switch (capri) {
    case CapriClass::high:
      return "high";
    case CapriClass::medium:
      return "medium";
    case CapriClass::acceptable:
      return "acceptable";
    case CapriClass::incorrect:
      break;
  }
  return "incorrect";
}

// DockQ = (fnat + s(iRMSD, 1.5 A) + s(LRMSD, 8.5 A)) / 3 with s(r, d) = 1 / (1 + (r / d)^2). Basu and
// Wallner, PLoS ONE 2016, doi 10.1371/journal.pone.0161879, equations 1 and 2.
double dockq_of(double fnat, double interface_rmsd_A, double ligand_rmsd_A) noexcept {
  const auto scaled = [](double rmsd, double scale) { return 1.0 / (1.0 + (rmsd / scale) * (rmsd / scale)); };
  return (fnat + scaled(interface_rmsd_A, 1.5) + scaled(ligand_rmsd_A, 8.5)) / 3.0;
}

// Mendez et al., Proteins 2003, doi 10.1002/prot.10393, Table I.
CapriClass capri_class_of(double fnat, double interface_rmsd_A, double ligand_rmsd_A) noexcept {
  const auto near = [&](double ligand, double interface) {
    return ligand_rmsd_A <= ligand || interface_rmsd_A <= interface;
  };
  if (fnat >= 0.5 && near(1.0, 1.0)) return CapriClass::high;
  if (fnat >= 0.3 && near(5.0, 2.0)) return CapriClass::medium;
  if (fnat >= 0.1 && near(10.0, 4.0)) return CapriClass::acceptable;
  return CapriClass::incorrect;
}

}  // namespace azoo::docking
