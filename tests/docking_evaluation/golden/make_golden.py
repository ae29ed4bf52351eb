#!/usr/bin/python3
"""Golden values of the evaluation: poses of complexes, scored by the project's own scorer.

make_golden.py SCORER.py OUT.csv POSES_PER_COMPLEX FOLDER...
Each FOLDER holds receptor.pdb, ligand.pdb and reference.pdb. Poses: the best rigid answer, then that answer shaken more
and more, then poses far from it. Needs python3-numpy and python3-scipy."""
import csv, importlib.util, os, sys
import numpy as np
from scipy.spatial.transform import Rotation

spec = importlib.util.spec_from_file_location("scorer", sys.argv[1])
scorer = importlib.util.module_from_spec(spec)
spec.loader.exec_module(scorer)
random = np.random.default_rng(4)
shakes = [0.0, 0.05, 0.1, 0.2, 0.35, 0.8, 3.0]

with open(sys.argv[2], "w", newline="") as out:
    table = csv.writer(out, lineterminator="\n")
    table.writerow("complex qw qx qy qz tx ty tz fnat irmsd_A lrmsd_A dockq class".split())
    for folder in sys.argv[4:]:
        known = scorer.Scorer(*(os.path.join(folder, part + ".pdb") for part in ("receptor", "ligand", "reference")))
        n = len(known.iA)
        ra, ta = scorer.sup(known.iAu, known.iref[:n])
        rb, tb = scorer.sup(known.iBu, known.iref[n:])
        best, shift, middle = ra.T @ rb, ra.T @ (tb - ta), known.XB.mean(0)
        for k in range(int(sys.argv[3])):
            shake = shakes[k % len(shakes)]
            turn = Rotation.from_rotvec(random.normal(size=3) * shake).as_matrix() @ best
            placed = best @ middle + shift + random.normal(size=3) * 8 * shake
            x, y, z, w = (round(float(v), 9) for v in Rotation.from_matrix(turn).as_quat())
            t = [round(float(v), 6) for v in placed - turn @ middle]
            q = np.array([w, x, y, z]) / np.linalg.norm([w, x, y, z])
            matrix = Rotation.from_quat([q[1], q[2], q[3], q[0]]).as_matrix()
            fnat, irmsd, lrmsd, dockq, kind = known.score(matrix, np.array(t))
            name = os.path.basename(os.path.normpath(folder))
            table.writerow([name, w, x, y, z, *t] + ["%.6f" % v for v in (fnat, irmsd, lrmsd, dockq)] + [kind])
