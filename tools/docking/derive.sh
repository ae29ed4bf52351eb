#!/usr/bin/env bash
# Derives the docking potential and weights from nothing, in rounds: neutral decoys, fit, decoys of that fit, fit again.
#   tools/docking/derive.sh FOLDER_OF_TRAINING_COMPLEXES WORK_FOLDER [ROUNDS]
# Takes about half an hour of two cores a round. Each round leaves WORK/round-N: the table, and weights on the output.
# Then the rescoring: five potentials of the last round's poses, each without one fifth of the complexes, which are docked
# with it (half an hour more); what is fitted on those poses is printed. data/docking is not touched: the numbers are to be
# copied there by hand, with what was measured.
set -euo pipefail
train=$(realpath "$1"); mkdir -p "$2"; work=$(realpath "$2"); rounds=${3:-1}
cd "$(dirname "$0")/../.."
tools=$PWD/build/release/tools
make_poses() { # MODE OUT [NAMES_FILE]
  printf '%s\n' 0 1 | xargs -P 2 -I PART "$tools/docking_make_poses" "$train" "$2" "$1" PART 2 "${@:3}"
}
fit() { # NEUTRAL HARD OUT [OPTIONS]
  "$tools/docking_derive_potential" "$1" "$2" "$3/pair-potential.csv" "${@:4}" | tee "$3/fit.txt"
}
# The score of a round, for the decoys of the next: a copy of data/ with its table and steps.
use() { # ROUND
  rm -rf "$1/data"; cp -r data "$1/data"
  { echo type_a,type_b,value; tail -n +2 "$1/pair-potential.csv" | cut -d, -f1-3; } > "$1/data/docking/pair-potential.csv"
  electrostatics=$(sed -n 's/^electrostatics //p' "$1/fit.txt")
  shares=$(sed -n 's/^attraction_share //p' "$1/fit.txt")
  sed -i "s/^attraction_share = { value = \[[^]]*\]/attraction_share = { value = [${shares// /, }]/
    /^\[weights.balanced\]/,/^\[weights.electrostatic\]/ s/^electrostatics = { value = [^,]*/electrostatics = { value = $electrostatics/" \
    "$1/data/docking/docking.toml"
  export AZOO_DATA=$1/data
}
make_poses neutral "$work/neutral"
mkdir -p "$work/none" "$work/round-0"
fit "$work/neutral" "$work/none" "$work/round-0"
for ((round = 1; round <= rounds; ++round)); do
  use "$work/round-$((round - 1))"
  mkdir -p "$work/round-$round"
  make_poses hard "$work/round-$round/poses"
  fit "$work/neutral" "$work/round-$round/poses" "$work/round-$round"
done
for fold in 0 1 2 3 4; do
  part=$work/fold-$fold; mkdir -p "$part"
  fit "$work/neutral" "$work/round-$rounds/poses" "$part" --leave-out $fold
  use "$part"
  sed -n 's/^left out: //p' "$part/fit.txt" | tr ' ' '\n' > "$part/left-out.txt"
  make_poses docked "$work/docked" "$part/left-out.txt"
done
"$tools/docking_fit_rescoring" "$work/docked"
