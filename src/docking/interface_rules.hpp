// What counts as a contact, a bond, a clash and a surface, read from data/docking: limits from the registry
// of parameters ("interface.*"), atoms that give and take hydrogen bonds from polar-atoms.csv, radii from
// atom-radii.csv.
#pragma once

#include <cstddef>     // for size_t
#include <filesystem>  // for path
#include <string>      // for string
#include <vector>      // for vector

#include "core/parameters.hpp"       // for ParameterSet
#include "core/problem.hpp"          // for Problems
#include "docking/solvent_area.hpp"  // for Probe
#include "docking/structure.hpp"     // for Atom, Residue

namespace azoo::docking {

struct PolarRole {
  bool donor = false;
  bool acceptor = false;
  int charge = 0;
};

struct ContactLimits {
  double contact_A = 0.0;  // residues in contact: nearest heavy atoms nearer than this
  double close_A = 0.0;    // pairs of atoms counted as non-bonded contacts
  double clash_A = 0.0;
  double hydrogen_bond_A = 0.0;
  double smallest_angle_deg = 0.0;  // of a hydrogen bond, at donor and at acceptor
  double salt_bridge_A = 0.0;
  double disulfide_A = 0.0;
  double covalent_A = 0.0;  // atoms of one partner that are bound to each other
};

class InterfaceRules {
 public:
  // `folder` holds the two tables; the parameters must hold "interface". Problems: a missing or odd table.
  InterfaceRules(const ParameterSet& parameters, const std::filesystem::path& folder, Problems& problems);

  [[nodiscard]] const ContactLimits& limits() const { return limits_; }
  [[nodiscard]] const Probe& probe() const { return probe_; }
  [[nodiscard]] double radius_A(const Residue& residue, const Atom& atom) const;
  [[nodiscard]] PolarRole role(const Residue& residue, const Atom& atom) const;

 private:
  struct Pattern {
    std::string residue;
    std::string atom;
    std::string element;
    [[nodiscard]] bool fits(const Residue& where, const Atom& what) const;
  };
  struct RadiusRow {
    Pattern pattern;
    double radius_A = 0.0;
  };
  struct RoleRow {
    Pattern pattern;
    PolarRole role;
  };
  void read_radii(const std::filesystem::path& file, Problems& problems);
  void read_roles(const std::filesystem::path& file, Problems& problems);

  ContactLimits limits_;
  Probe probe_;
  std::vector<RadiusRow> radii_;
  std::vector<RoleRow> roles_;
};

}  // namespace azoo::docking
