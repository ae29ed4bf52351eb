#include "docking/write_structure.hpp"

#include "docking/model_writer.hpp"  // for pdb_writer, mmcif_writer

namespace azoo::docking {
namespace {

std::vector<std::string> notes_of(const std::vector<const Structure*>& partners, const ChainNames& names,
                                  const WriteCounts& counts) {
  std::vector<std::string> notes;
  for (const ChainRename& rename : names.renamed)
    notes.push_back("chain '" + rename.from + "' of " + partners[rename.partner]->name + " is called " +
                    rename.to);
  const auto add = [&](std::size_t count, const std::string& text) {
    if (count > 0) notes.push_back(text);
  };
  add(counts.cut_atom_names,
      "cut " + std::to_string(counts.cut_atom_names) + " atom names to four characters");
  add(counts.cut_residue_names,
      "cut " + std::to_string(counts.cut_residue_names) + " residue names to three characters");
  add(counts.hybrid_numbers,
      "wrote " + std::to_string(counts.hybrid_numbers) + " numbers beyond the columns as hybrid-36");
  return notes;
}

std::optional<WrittenStructure> written(const std::vector<const Structure*>& partners,
                                        std::span<const RigidMotion> poses, const WriteOptions& options,
                                        Problems& problems) {
  const bool pdb = options.kind == StructureFileKind::pdb;
  const ChainNames names = unique_chain_names(partners, pdb);
  WriteCounts counts;
  const std::size_t before = problems.list().size();
  const std::unique_ptr<ModelWriter> writer =
      pdb ? pdb_writer(partners, names, options, poses.size() > 1, counts, problems)
          : mmcif_writer(partners, names, options);
  if (poses.empty()) writer->add_model(1, {partners.front()});
  for (std::size_t i = 0; i < poses.size() && problems.list().size() == before; ++i) {
    const Structure ligand = moved(*partners.at(1), poses[i]);
    writer->add_model(static_cast<int>(i) + 1, {partners.front(), &ligand});
  }
  if (problems.list().size() > before) return std::nullopt;
  return WrittenStructure{writer->finish(), names.renamed, notes_of(partners, names, counts)};
}

}  // namespace

std::optional<WrittenStructure> write_structure(const Structure& structure, const WriteOptions& options,
                                                Problems& problems) {
  return written({&structure}, {}, options, problems);
}

std::optional<WrittenStructure> write_complex(const Structure& receptor, const Structure& ligand,
                                              std::span<const RigidMotion> poses, const WriteOptions& options,
                                              Problems& problems) {
  return written({&receptor, &ligand}, poses, options, problems);
}

bool is_polymer(const Residue& residue) {
  return residue.kind == ResidueKind::amino_acid || residue.kind == ResidueKind::nucleotide;
}

std::string one_line(std::string text) {
  for (char& c : text)
    if (c < ' ' || c > '~') c = ' ';
  return text;
}

}  // namespace azoo::docking
