# Golden values for meta-analysis, written to tests/oracles/statistics/random_effects.csv and effect_sizes.csv.
#
#   Rscript tests/oracles/metafor.R
#
# from the root of the repository. Needs R with metafor (Debian: r-base-core r-cran-metafor). Running the tests needs neither.
#
# random_effects: rma(method = "REML", test = "knha") with a threshold of 1e-11 for tau^2 (its default of 1e-5 would leave
# fewer digits than the tests ask for), and predict() for the prediction interval. Cases: BCG vaccine trials (dat.bcg, which
# metafor carries), then made-up ones from a fixed seed: 2 to 40 studies, no to large heterogeneity, variances that differ
# a thousandfold, effects far from zero.
# effect_sizes: escalc with measures MD, SMD, ROM, PLO, OR and its defaults.

suppressWarnings(suppressMessages(library(metafor)))
set.seed(20240301)
folder <- "tests/oracles/statistics"
head_line <- sprintf("# %s; metafor %s; written by tests/oracles/metafor.R", R.version.string, packageVersion("metafor"))
shortest <- function(x) vapply(x, function(v) {
  text <- sprintf("%.15g", v)
  if (as.numeric(text) == v) text else sprintf("%.17g", v)
}, "")
vec <- function(x) paste(shortest(as.numeric(x)), collapse = ";")
write_rows <- function(name, rows) {
  con <- file(file.path(folder, paste0(name, ".csv")), "w")
  writeLines(head_line, con)
  writeLines(paste(names(rows[[1]]), collapse = ","), con)
  for (row in rows) writeLines(paste(row, collapse = ","), con)
  close(con)
  cat(name, length(rows), "\n")
}

# ---- random effects --------------------------------------------------------------------------------------------
rows <- list()
add <- function(name, yi, vi, level) {
  # What the program reads is what is computed with.
  yi <- as.numeric(shortest(yi))
  vi <- as.numeric(shortest(vi))
  # Where Fisher scoring swings about the maximum, half steps reach it.
  fit_with <- function(step) suppressWarnings(rma(yi, vi, method = "REML", test = "knha", level = 100 * level,
    control = list(threshold = 1e-11, maxiter = 100000, stepadj = step)))
  fit <- tryCatch(fit_with(1), error = function(e) fit_with(0.5))
  new <- predict(fit, level = 100 * level)
  rows[[length(rows) + 1]] <<- c(
    id = sprintf("random_effects-%03d", length(rows) + 1), name = name, effects = vec(yi), variances = vec(vi),
    level = shortest(level),
    vapply(c(estimate = as.numeric(fit$beta), se = fit$se, ci_low = fit$ci.lb, ci_high = fit$ci.ub,
             prediction_low = new$pi.lb, prediction_high = new$pi.ub, t = as.numeric(fit$zval), p = fit$pval,
             tau2 = fit$tau2, q = fit$QE, q_p = fit$QEp, i2_percent = fit$I2), function(v) sprintf("%.17g", v), ""))
}
bcg <- escalc("RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
add("dat.bcg risk ratio", bcg$yi, bcg$vi, 0.95)
bcg <- escalc("OR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
add("dat.bcg odds ratio", bcg$yi, bcg$vi, 0.9)
add("two equal effects", c(1, 1.5), c(0.2, 0.2), 0.95)
add("two far apart", c(-3, 4), c(0.1, 0.3), 0.95)
add("three without heterogeneity", c(0.50, 0.52, 0.49), c(0.04, 0.09, 0.02), 0.95)
for (k in c(2, 3, 4, 5, 7, 10, 15, 25, 40)) {
  for (tau in c(0, 0.1, 0.5, 2)) {
    for (spread in c(1, 1000)) {
      vi <- 0.05 * exp(runif(k, 0, log(spread)))
      yi <- sample(c(0, 1, -5, 100), 1) + rnorm(k, 0, tau) + rnorm(k, 0, sqrt(vi))
      add(sprintf("k %d tau %g spread %g", k, tau, spread), yi, vi, sample(c(0.8, 0.95, 0.99), 1))
    }
  }
}
write_rows("random_effects", rows)

# ---- effect sizes ----------------------------------------------------------------------------------------------
rows <- list()
effect <- function(measure, e, inputs) {
  rows[[length(rows) + 1]] <<- c(id = sprintf("effect_sizes-%03d", length(rows) + 1), measure = measure,
    inputs = vec(inputs), value = sprintf("%.17g", as.numeric(e$yi)), variance = sprintf("%.17g", as.numeric(e$vi)))
}
for (i in 1:12) {
  g <- as.numeric(shortest(c(runif(1, 1, 60), runif(1, 0.1, 9), sample(3:40, 1), runif(1, 1, 60), runif(1, 0.1, 9), sample(3:40, 1))))
  for (m in c("MD", "SMD", "ROM"))
    effect(m, escalc(m, m1i = g[1], sd1i = g[2], n1i = g[3], m2i = g[4], sd2i = g[5], n2i = g[6]), g)
}
effect("SMD", escalc("SMD", m1i = 3, sd1i = 1, n1i = 2, m2i = 1, sd2i = 2, n2i = 2), c(3, 1, 2, 1, 2, 2))
for (x in list(c(0, 10), c(10, 10), c(3, 8), c(1, 1), c(60, 200), c(22, 40)))
  effect("PLO", escalc("PLO", xi = x[1], ni = x[2]), x)
for (x in list(c(0, 10, 3, 12), c(5, 10, 3, 12), c(10, 10, 0, 12), c(7, 40, 9, 38), c(1, 3, 1, 3)))
  effect("OR", escalc("OR", ai = x[1], n1i = x[2], ci = x[3], n2i = x[4]), x)
write_rows("effect_sizes", rows)
